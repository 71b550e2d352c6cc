import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addYears,
  ageOn,
  dayFrom,
  dayInPoland,
  daysBetween,
  formatDay,
  formatDayInWords,
  formatInstant,
  isDay,
  readTypedDay,
  yearOf,
} from '#shared/kit/dates.ts'

/** Any day that the program takes. */
const anyDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2299-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
/** A day around which adding does not leave the calendar. */
const middleDay = anyDay.filter((day) => yearOf(day) > 1850 && yearOf(day) < 2250)
const today = '2026-11-22'

describe('isDay', () => {
  test.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2007-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-22T00:00', false],
    ['1799-12-31', false],
    ['2300-01-01', false],
    ['22.11.2026', false],
    ['', false],
  ])('%j: %s', (text, is) => expect(isDay(text)).toBe(is))

  test('every day of the calendar is one, and dayFrom gives it back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isDay(day)).toBe(true)
        expect(dayFrom(...(day.split('-').map(Number) as [number, number, number]))).toBe(day)
      }),
    )
  })

  test('dayFrom takes no numbers that are no day', () => {
    for (const [month, day] of [
      [2, 30],
      [0, 1],
      [1, 0],
      [1, 32],
      [13, 1],
      [Number.NaN, 1],
    ]) {
      expect(dayFrom(2026, month as number, day as number)).toBeUndefined()
    }
  })
})

describe('arithmetic', () => {
  test.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days: %s', (day, count, other) => expect(addDays(day, count)).toBe(other))

  test('daysBetween undoes addDays, and days compare as texts', () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        const other = addDays(day, count)
        expect(daysBetween(day, other)).toBe(count)
        expect(Math.sign(Number(other > day) - Number(other < day))).toBe(Math.sign(count))
      }),
    )
  })

  test('a year after 29 February is 28 February; every other day keeps its date', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -30, max: 30 }), (day, count) => {
        const later = addYears(day, count)
        expect(yearOf(later)).toBe(yearOf(day) + count)
        expect(later.slice(5)).toBe(
          day.endsWith('02-29') && !isDay(`${yearOf(later)}-02-29`) ? '02-28' : day.slice(5),
        )
      }),
    )
  })
})

describe('ageOn', () => {
  test.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-23', '2026-11-22', -1],
  ])('born %s, on %s: %i', (birth, day, age) => expect(ageOn(birth, day)).toBe(age))

  test('grows by one on the birthday and on no other day', () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: 0, max: 40_000 }), (birth, days) => {
        const day = addDays(birth, days)
        const grew = ageOn(birth, day) - ageOn(birth, addDays(day, -1))
        expect(grew).toBe(day === addYears(birth, yearOf(day) - yearOf(birth)) ? 1 : 0)
      }),
    )
  })
})

describe('in Poland', () => {
  test.each([
    ['2026-11-22T22:59:59Z', '2026-11-22', '22.11.2026, 23:59'],
    ['2026-11-22T23:00:00Z', '2026-11-23', '23.11.2026, 00:00'],
    ['2026-07-01T21:59:00Z', '2026-07-01', '01.07.2026, 23:59'],
    ['2026-07-01T22:00:00Z', '2026-07-02', '02.07.2026, 00:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29', '29.03.2026, 01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '29.03.2026, 03:00'],
    ['2026-12-31T23:30:00Z', '2027-01-01', '01.01.2027, 00:30'],
  ])('%s is %s, written %s', (instant, day, written) => {
    expect(dayInPoland(instant)).toBe(day)
    expect(dayInPoland(Date.parse(instant))).toBe(day)
    expect(formatInstant(instant)).toBe(written)
  })
})

describe('written', () => {
  test.each([
    ['2026-11-22', '22.11.2026', '22 listopada 2026 r.'],
    ['2026-01-01', '01.01.2026', '1 stycznia 2026 r.'],
    ['2007-02-03', '03.02.2007', '3 lutego 2007 r.'],
    ['2026-03-09', '09.03.2026', '9 marca 2026 r.'],
    ['2026-04-10', '10.04.2026', '10 kwietnia 2026 r.'],
    ['2026-05-31', '31.05.2026', '31 maja 2026 r.'],
    ['2026-06-15', '15.06.2026', '15 czerwca 2026 r.'],
    ['2026-07-15', '15.07.2026', '15 lipca 2026 r.'],
    ['2026-08-15', '15.08.2026', '15 sierpnia 2026 r.'],
    ['2026-09-15', '15.09.2026', '15 września 2026 r.'],
    ['2026-10-15', '15.10.2026', '15 października 2026 r.'],
    ['2026-12-24', '24.12.2026', '24 grudnia 2026 r.'],
  ])('%s: %s, %s', (day, short, words) => {
    expect(formatDay(day)).toBe(short)
    expect(formatDayInWords(day)).toBe(words)
  })
})

describe('readTypedDay', () => {
  test.each([
    ['221126', '2026-11-22'],
    ['22112026', '2026-11-22'],
    ['2211', '2026-11-22'],
    ['22.11', '2026-11-22'],
    ['22.11.', '2026-11-22'],
    ['1.2', '2026-02-01'],
    ['22.11.26', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['22.11.2026 r.', '2026-11-22'],
    ['22.11.2026r', '2026-11-22'],
    ['  22. 11. 2026 ', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['22 11 2026', '2026-11-22'],
    ['22 listopada 2026', '2026-11-22'],
    ['22 Listopada 2026 r.', '2026-11-22'],
    ['22 lis 2026 roku', '2026-11-22'],
    ['22.XI.2026', '2026-11-22'],
    ['5 XII 26', '2026-12-05'],
    ['1 maja', '2026-05-01'],
    ['2026-11-22', '2026-11-22'],
    ['2026.1.2', '2026-01-02'],
    ['290224', '2024-02-29'],
    ['dziś', '2026-11-22'],
    ['DZIS', '2026-11-22'],
    ['dzisiaj', '2026-11-22'],
    ['jutro', '2026-11-23'],
    ['wczoraj', '2026-11-21'],
    ['+30', '2026-12-22'],
    ['-7', '2026-11-15'],
    ['+0', '2026-11-22'],
  ])('%j: %s', (typed, day) => expect(readTypedDay(typed, today)).toBe(day))

  test.each([
    '',
    ' ',
    'a',
    '22',
    '221',
    '22112',
    '22 smarca 2026',
    '31 kwietnia 2026',
    '22 ma 2026',
    '31.04',
    '29.02',
    '29.02.2007',
    '32.01.2026',
    '22.13',
    '00.01.2026',
    '22.11.202',
    '22.11.20266',
    '2026-11',
    '22..',
    '+',
    '+12345',
    'dzis jutro',
    '1e3',
    '22.11.1799',
    '٢٢.١١.٢٠٢٦',
    '__proto__',
    'constructor',
    'toString',
  ])('%j is no day', (typed) => expect(readTypedDay(typed, today)).toBeUndefined())

  test.each([
    ['231265', '1965-12-23'],
    ['23.12.65', '1965-12-23'],
    ['01.01.26', '2026-01-01'],
    ['221126', '2026-11-22'],
    ['231126', '1926-11-23'],
    ['01.01.27', '1927-01-01'],
    ['23.12.1865', '1865-12-23'],
  ])('a birth date lies in the past: %s is %s', (typed, day) => {
    expect(readTypedDay(typed, today, 'past')).toBe(day)
  })

  test('reads every day however it is written', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('.', '-', '/', ' '), (day, sign) => {
        const [year, month, date] = day.split('-') as [string, string, string]
        for (const typed of [
          formatDay(day),
          `${formatDay(day)} r.`,
          [date, month, year].join(sign),
          [Number(date), Number(month), year].join(sign),
          `${date}${month}${year}`,
          day,
        ]) {
          expect(readTypedDay(typed, today)).toBe(day)
        }
      }),
    )
  })

  test('answers with a day or with nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.-/ +r') })),
        (typed) => {
          const day = readTypedDay(typed, today)
          expect(day === undefined || isDay(day)).toBe(true)
        },
      ),
    )
  })
})
