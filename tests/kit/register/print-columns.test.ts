import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedWidths } from '#main/kit/register/print-columns.ts'

const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0)

describe('widths of printed columns', () => {
  test('few columns have room for whole cells, not for a single long one', () => {
    const rows = Array.from({ length: 20 }, () => ['Zespół Terenowej Pracy Socjalnej', 'nie'])
    rows[0] = ['Zespół Terenowej Pracy Socjalnej', 'nie, bo tego wpisu nikt jeszcze nie sprawdził']
    const [unit = 0, flag = 0] = printedWidths(['Jednostka', 'Sprawdzono'], rows)
    expect(unit).toBeGreaterThan(32)
    expect(flag).toBeLessThan(16)
  })

  test('many columns are narrowed to their longest words, and those of one word not at all', () => {
    const titles = ['Nr', ...Array.from({ length: 11 }, () => 'Adres')]
    const row = ['79022557089', ...Array.from({ length: 11 }, () => 'ul. Kościuszki 180, 21-935 Łęczna')]
    const [number = 0, address = 0] = printedWidths(titles, [row])
    expect(number).toBeGreaterThan(13)
    expect(address).toBeGreaterThan('Kościuszki'.length)
    expect(address).toBeLessThan(25)
  })

  test('no word is wider than its column, and columns that could do with less never share more than a line', () => {
    const texts = fc.array(fc.array(fc.stringMatching(/^[a-ząęż ]{0,60}$/), { minLength: 5, maxLength: 5 }))
    fc.assert(
      fc.property(texts, (rows) => {
        const widths = printedWidths(['a', 'b', 'c', 'd', 'e'], rows)
        for (const row of rows)
          for (const [at, cell] of row.entries())
            for (const word of cell.split(' '))
              expect(widths[at]).toBeGreaterThanOrEqual(Math.min(46, word.length))
        expect(sum(widths)).toBeLessThanOrEqual(5 * 46)
      }),
    )
  })
})
