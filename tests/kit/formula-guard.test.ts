import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '#main/kit/formula-guard.ts'

describe('a cell that a spreadsheet would take for a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUMA(A1)', "'@SUMA(A1)"],
    ['-cmd', "'-cmd"],
    ["'=1", "''=1"],
    ['+48 601 234 567', '+48 601 234 567'],
    ['-5', '-5'],
    ["d'Artagnan", "d'Artagnan"],
    ['', ''],
  ])('%j leaves as %j', (cell, written) => {
    expect(guarded(cell)).toBe(written)
  })

  test('is read as it was, whatever it was', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[='@+\-\t\d a]{0,8}$/))
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguarded(guarded(cell))).toBe(cell)
      }),
    )
  })
})
