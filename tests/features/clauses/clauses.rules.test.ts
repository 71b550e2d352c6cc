import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillIn, placeholdersIn, versionOn } from '#shared/features/clauses/clauses.rules.ts'

describe('the version in force on a day', () => {
  const versions = ['2026-11-01', '2027-01-01', '2027-06-01'].map((validFrom) => ({ validFrom }))

  test.each([
    ['2026-10-31', '2026-11-01'],
    ['2026-11-01', '2026-11-01'],
    ['2026-12-31', '2026-11-01'],
    ['2027-01-01', '2027-01-01'],
    ['2027-05-31', '2027-01-01'],
    ['2030-01-01', '2027-06-01'],
  ])('on %s is that of %s, in whatever order they are kept', (day, validFrom) => {
    for (const kept of [versions, [...versions].reverse()])
      expect(versionOn(kept, day)).toEqual({ validFrom })
  })

  test('is none where there is none', () => {
    expect(versionOn([], '2026-11-22')).toBeUndefined()
  })
})

describe('placeholders', () => {
  test.each([
    ['od {startsOn} do {endsOn}', ['startsOn', 'endsOn']],
    ['{a} i {a}', ['a']],
    ['bez miejsc', []],
    ['{data końcowa}', ['{data końcowa}']],
    ['{ endsOn }', ['{ endsOn }']],
    ['{}', ['{}']],
    ['do {endsOn', ['{endsOn']],
    ['do endsOn}', ['}']],
    ['{a{b}}', ['{a', 'b', '}']],
  ])('in %j are %j', (text, names) => {
    expect(placeholdersIn(text)).toEqual(names)
  })

  test('are replaced by their values, and a full stop is not doubled', () => {
    const values = { endsOn: '30 czerwca 2027 r.', unit: 'Klub' }
    expect(fillIn('Do {endsOn}. W: {unit}.', values)).toBe('Do 30 czerwca 2027 r. W: Klub.')
    expect(fillIn('Do {endsOn}, potem {unit}', values)).toBe('Do 30 czerwca 2027 r., potem Klub')
    expect(fillIn('{nieznane}', values)).toBe('{nieznane}')
  })

  test('with values that look like placeholders or patterns are put in as they are', () => {
    const anyValue = fc.oneof(fc.string(), fc.constantFrom('{b}', '$&', '$1', '{a}', '\\1'))
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(fillIn('<{a}|{b}>', { a, b })).toBe(`<${a}|${b}>`)
      }),
    )
  })

  test.each(['constructor', 'toString', '__proto__'])('named %s have no value that nobody gave', (name) => {
    expect(fillIn(`{${name}}`, {})).toBe(`{${name}}`)
  })
})
