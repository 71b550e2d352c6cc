import { describe, expect, test } from 'vitest'
import { labelFits, optionMeant } from '#shared/kit/choice.ts'

const one = { label: 'Filia nr 1' }
const ten = { label: 'Filia nr 10' }

describe('optionMeant', () => {
  test.each([
    ['the only one shown', [ten], 'nr 10', ten],
    ['the whole name of one of several', [one, ten], 'filia  NR 1', one],
    ['the beginning of several', [one, ten], 'filia', undefined],
    ['nothing shown', [], 'świetlica', undefined],
    ['nothing typed', [one], ' ', undefined],
    ['two of the same name', [one, { ...one }], 'Filia nr 1', undefined],
  ])('%s', (_, shown, typed, expected) => {
    expect(optionMeant(shown, typed)).toBe(expected)
  })
})

test.each([
  ['Łukasik Elżbieta, 1.02.1990, Lublin', 'lukasik el', true],
  ['Łukasik Elżbieta, 1.02.1990, Lublin', 'kowal', false],
  ['Łukasik Elżbieta, 1.02.1990, Lublin', '', true],
])('%s fits %s: %s', (label, typed, expected) => {
  expect(labelFits(label, typed)).toBe(expected)
})
