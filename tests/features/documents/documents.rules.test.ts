import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPattern, numberText, readNumber } from '#shared/features/documents/documents.rules.ts'

describe('the pattern of numbers', () => {
  test.each([
    ['ZW/{nr}/{rok}', true],
    ['{nr}/{rok}', true],
    ['{rok}.{nr}', true],
    ['{nr}{rok}', false],
    ['{rok}12{nr}', false],
    ['ZW/{nr}', false],
    ['ZW/{rok}', false],
    ['ZW/{nr}/{rok}/{nr}', false],
    ['{nr}/{rok}/{mies}', false],
    ['', false],
  ])('%j is one: %s', (pattern, is) => expect(isPattern(pattern)).toBe(is))

  test('gives numbers that are read back as they were given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ZW/{nr}/{rok}', '{rok}.{nr}', 'a+b ({nr}) {rok}', 'POR/{nr}/{rok}/X'),
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 1990, max: 2200 }),
        (pattern, number, year) => {
          expect(readNumber(pattern, numberText(pattern, number, year))).toEqual({ number, year })
          expect(readNumber(pattern, ` ${numberText(pattern, number, year).toLowerCase()} `)).toEqual({
            number,
            year,
          })
        },
      ),
    )
  })

  test.each(['ZW/x/2026', 'ZW/1/26', '1/2026', ''])('%j does not fit', (text) =>
    expect(readNumber('ZW/{nr}/{rok}', text)).toBeUndefined(),
  )
})
