import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, formatDay, yearOf } from '#shared/kit/dates.ts'
import {
  type DateReading,
  dateDoubts,
  readOfficeDay,
  readOfficeNumber,
  readYesNo,
} from '#shared/kit/import-reading.ts'

const today = '2026-11-22'
const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1928-01-01', days))
const parts = (of: Day) => {
  const [year = '', month = '', date = ''] = of.split('-')
  return { year, month, date }
}

/** Styles that say by themselves which day is meant. */
const plainStyles: ((of: Day) => string)[] = [
  formatDay,
  (of) => of,
  (of) => `${of}T00:00:00.000Z`,
  (of) => of.replaceAll('-', '.'),
  (of) => formatDay(of).replaceAll('.', ' '),
  (of) => `${formatDay(of)} r.`,
  (of) => formatDay(of).replace(/^0/, '').replace('.0', '.'),
]

describe('a date', () => {
  test('of any plain style is read back, whatever was decided about the column', () => {
    const reading: fc.Arbitrary<DateReading> = fc.record({
      order: fc.constantFrom('dayFirst' as const, 'monthFirst' as const, undefined),
      century: fc.constantFrom('past' as const, '1900' as const, '2000' as const, undefined),
      serial: fc.constantFrom('1900' as const, '1904' as const, undefined),
    })
    fc.assert(
      fc.property(day, fc.constantFrom(...plainStyles), reading, (of, write, decided) => {
        expect(dateDoubts(write(of))).toEqual([])
        expect(readOfficeDay(write(of), decided, today)).toEqual({ value: of })
      }),
    )
  })

  test('with slashes and two small numbers is never accepted without a decision, and then read as decided', () => {
    const small = day.filter((of) => Number(parts(of).date) <= 12 && parts(of).date !== parts(of).month)
    fc.assert(
      fc.property(small, fc.constantFrom('dayFirst' as const, 'monthFirst' as const), (of, order) => {
        const { year, month, date } = parts(of)
        const text = order === 'dayFirst' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
        expect(readOfficeDay(text, {}, today).problem?.key).toBe('imports.problems.ambiguousDate')
        expect(readOfficeDay(text, { century: '2000', serial: '1900' }, today).value).toBeUndefined()
        expect(readOfficeDay(text, { order }, today)).toEqual({ value: of })
      }),
    )
  })

  test('of two digits has a century only by decision', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('.', '-', ' '), (of, mark) => {
        const { year, month, date } = parts(of)
        const text = [date, month, year.slice(2)].join(mark)
        expect(readOfficeDay(text, { order: 'dayFirst', serial: '1900' }, today).problem?.key).toBe(
          'imports.problems.twoDigitYear',
        )
        const century = yearOf(of) < 2000 ? ('1900' as const) : ('2000' as const)
        // 29 February is not in every century.
        if (readOfficeDay(text, { century }, today).value)
          expect(readOfficeDay(text, { century }, today)).toEqual({ value: of })
        const past = readOfficeDay(text, { century: 'past' }, today).value
        if (past) {
          expect(yearOf(past)).toBeLessThanOrEqual(2026)
          expect(yearOf(past)).toBeGreaterThan(1926)
        }
      }),
    )
  })

  test('that is a number of a spreadsheet is read by the epoch that was decided', () => {
    fc.assert(
      fc.property(day, (of) => {
        for (const [serial, zero] of [
          ['1900', '1899-12-30'],
          ['1904', '1904-01-01'],
        ] as const) {
          const number = Math.round((Date.parse(of) - Date.parse(zero)) / 86_400_000)
          if (number < 10_000) continue
          for (const text of [String(number), `${number}.0`, `${number},00`]) {
            expect(readOfficeDay(text, {}, today).problem?.key).toBe('imports.problems.serialDate')
            expect(readOfficeDay(text, { serial }, today)).toEqual({ value: of })
          }
        }
      }),
    )
  })

  test.each(['3 kw 1980', '3 XIII 1980', '3 maj-a 1980', '31 lutego 1980'])('is not read from %s', (text) => {
    expect(readOfficeDay(text, {}, today).problem?.key).toMatch(/notADate|noSuchDay/)
  })

  test.each(['1985', '123', '654321', '39408.75', '0'])('is not the number %s', (text) => {
    const decided = { serial: '1900', order: 'dayFirst', century: '1900' } as const
    expect(readOfficeDay(text, decided, today).problem?.key).toBe('imports.problems.notADate')
  })

  test.each([
    ['1/2/85', ['order', 'century'], { order: 'monthFirst', century: '1900' }, '1985-01-02'],
    ['25/12/85', ['century'], { century: '1900' }, '1985-12-25'],
    ['03-04-1980', ['order'], { order: 'dayFirst' }, '1980-04-03'],
    ['22-11-2006', [], {}, '2006-11-22'],
    ['3 kwietnia 1980 r.', [], {}, '1980-04-03'],
    ['3 kwi 1980', [], {}, '1980-04-03'],
    ['03 IV 1980', [], {}, '1980-04-03'],
    ['1.XII.1980', [], {}, '1980-12-01'],
    ['29 września 1980', [], {}, '1980-09-29'],
    ['12/25/2006', ['order'], { order: 'monthFirst' }, '2006-12-25'],
    ['25/12/2006', [], {}, '2006-12-25'],
    ['5/5/2006', [], {}, '2006-05-05'],
  ] as const)('%s leaves these doubts: %j', (text, doubts, reading, value) => {
    expect(dateDoubts(text)).toEqual(doubts)
    expect(readOfficeDay(text, reading, today)).toEqual({ value })
  })

  test('that contradicts what was decided about its column is a problem', () => {
    expect(readOfficeDay('25/12/2006', { order: 'monthFirst' }).problem?.key).toBe(
      'imports.problems.noSuchDay',
    )
    expect(readOfficeDay('12/25/2006', { order: 'dayFirst' }).problem?.key).toBe('imports.problems.noSuchDay')
  })
})

describe('a number', () => {
  const styles: ((value: number) => string)[] = [
    (value) => new Intl.NumberFormat('pl', { minimumFractionDigits: 2, useGrouping: true }).format(value),
    (value) => new Intl.NumberFormat('de', { minimumFractionDigits: 2 }).format(value),
    (value) => value.toFixed(2).replace('.', ','),
    (value) => value.toFixed(2),
    (value) => `${value.toFixed(2).replace('.', ',')} zł`,
  ]

  test('in any style of Poles is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.constantFrom(...styles), (hundredths, write) => {
        expect(readOfficeNumber(write(hundredths / 100))).toEqual({ value: hundredths / 100 })
      }),
    )
  })

  test.each(['1 3 4', '18.00.000', '1,343,278', '12 34', '1.343 278'])('is not %j', (text) => {
    expect(readOfficeNumber(text).problem?.key).toBe('imports.problems.notANumber')
  })
})

describe('yes and no', () => {
  test.each([
    ['tak', true],
    ['TAK.', true],
    ['x', true],
    ['1', true],
    ['Nie', false],
    ['fałsz', false],
    ['0', false],
  ])('%j is %s', (text, value) => expect(readYesNo(text)).toEqual({ value }))

  test.each(['', '-', 'może', 'constructor'])('%j is neither', (text) => {
    expect(readYesNo(text).problem?.key).toBe('imports.problems.notYesNo')
  })
})
