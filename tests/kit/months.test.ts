import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/kit/dates.ts'
import { isHoliday } from '#shared/kit/holidays.ts'
import { daysOfMonth, formatMonth, monthAfter, monthInWords, readMonth } from '#shared/kit/months.ts'

test('a month has its days, and months follow each other', () => {
  expect(daysOfMonth('2028-02')).toHaveLength(29)
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthInWords('2026-11')).toBe('listopad 2026')
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (away) => {
      const days = daysOfMonth(monthAfter('2026-05', away))
      expect(addDays(days.at(-1) as string, 1)).toBe(daysOfMonth(monthAfter('2026-05', away + 1))[0])
    }),
  )
})

test.each([
  ['11.2026', '2026-11'],
  ['11/26', '2026-11'],
  ['2026-11', '2026-11'],
  ['2026.1', '2026-01'],
  ['listopad 2026', '2026-11'],
  ['Październik 2025 r.', '2025-10'],
  ['lis 2026', '2026-11'],
  ['9', '2026-09'],
  ['13.2026', undefined],
  ['0.2026', undefined],
  ['22.11.2026', undefined],
  ['', undefined],
  ['ab', undefined],
])('the month %j is %j', (text, month) => expect(readMonth(text, '2026-11-22')).toBe(month))

test('a month in figures is read as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), (away) => {
      const month = monthAfter('2026-05', away)
      expect(readMonth(formatMonth(month), '2026-11-22')).toBe(month)
      expect(readMonth(monthInWords(month), '2026-11-22')).toBe(month)
    }),
  )
})

test('the holidays of Poland', () => {
  const of = (year: number) =>
    Array.from({ length: 12 }, (_, index) =>
      daysOfMonth(`${year}-${String(index + 1).padStart(2, '0')}`).filter(isHoliday),
    )
      .flat()
      .map((day) => day.slice(5))
  const fixed = ['05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26']
  expect(of(2026)).toEqual(['01-01', '01-06', '04-05', '04-06', '05-24', '06-04', ...fixed].sort())
  expect(of(2027)).toEqual(['01-01', '01-06', '03-28', '03-29', '05-16', '05-27', ...fixed].sort())
  expect(of(2010)).not.toContain('01-06')
  expect(of(2024)).not.toContain('12-24')
})
