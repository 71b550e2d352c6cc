import { describe, expect, test } from 'vitest'
import {
  loginKey,
  minPasswordLength,
  passwordProblem,
  waitAfterFailures,
} from '#shared/features/accounts/accounts.rules.ts'

describe('a new password', () => {
  test.each([
    'zielony rower stoi w deszczu',
    'bardzo-dlugie-haslo',
    'ąęćłńóśźżąęć',
    '1234567890ab',
    'aaaaaaaaaaab',
    'x'.repeat(100) + 'y'.repeat(100),
    '🚲🚲🚲 rower',
  ])('%j is taken', (password) => {
    expect(passwordProblem(password)).toBeUndefined()
  })

  test.each([
    ['', 'passwordTooShort'],
    ['zielonyrowe', 'passwordTooShort'],
    ['aaaaaaaaaaaa', 'passwordTooSimple'],
    ['            ', 'passwordTooSimple'],
    ['------------', 'passwordTooSimple'],
    ['123412341234', 'passwordTooSimple'],
    ['haslohaslohaslo', 'passwordTooSimple'],
    ['hasło-hasło-hasło', 'passwordTooSimple'],
    ['zielony zielony', 'passwordTooSimple'],
    [`${'ab1-'.repeat(50)}!`, 'passwordTooLong'],
  ])('%j is refused: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(`accounts.errors.${problem}`)
  })

  test('is judged by length at the twelfth character', () => {
    expect(minPasswordLength).toBe(12)
    expect(passwordProblem('abcdefghijk')).toBe('accounts.errors.passwordTooShort')
    expect(passwordProblem('abcdefghijkl')).toBeUndefined()
  })
})

test.each([
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 5],
  [4, 10],
  [10, 640],
  [11, 900],
  [5000, 900],
])('after %i failures in a row one waits %i seconds', (failures, seconds) => {
  expect(waitAfterFailures(failures)).toBe(seconds)
})

test.each([
  ['Jan.Kowalski', ' jan.kowalski '],
  ['łucja', 'LUCJA'],
  ['Żak', 'zak'],
])('the logins %j and %j are one', (one, other) => {
  expect(loginKey(one)).toBe(loginKey(other))
})
