import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageBandOf,
  ageBands,
  besides,
  birthDaysOf,
  daysOfMonth,
  hoursText,
  noFigures,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { addDays, ageOn } from '#shared/kit/dates.ts'

describe('the age band', () => {
  test.each([
    ['1994-12-31', 2007, 'to17'],
    ['1995-01-01', 2007, 'to12'],
    ['1989-12-31', 2007, 'to25'],
    ['1990-01-01', 2007, 'to17'],
    ['1981-06-15', 2007, 'to39'],
    ['1947-12-31', 2007, 'from60'],
    ['1948-01-01', 2007, 'to59'],
    [null, 2007, 'unknown'],
  ] as const)('of somebody born %s in %i is %s', (birthOn, year, band) => {
    expect(ageBandOf(birthOn, year)).toBe(band)
  })

  test('is that of the age on 31 December, and every birth day lies in one band', () => {
    const birth = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1900-01-01', days))
    fc.assert(
      fc.property(birth, fc.integer({ min: 1990, max: 2026 }), (birthOn, year) => {
        const age = ageOn(birthOn, `${year}-12-31`)
        const expected =
          age < 13
            ? 'to12'
            : age < 18
              ? 'to17'
              : age < 26
                ? 'to25'
                : age < 40
                  ? 'to39'
                  : age < 60
                    ? 'to59'
                    : 'from60'
        expect(ageBandOf(birthOn, year)).toBe(expected)
        const holding = ageBands.filter((band) => {
          if (band === 'unknown') return false
          const { from, to } = birthDaysOf(band, year)
          return (from === null || birthOn >= from) && (to === null || birthOn <= to)
        })
        expect(holding).toHaveLength(1)
      }),
    )
  })
})

test.each([
  [2008, 2, '2008-02-01', '2008-02-29'],
  [2007, 2, '2007-02-01', '2007-02-28'],
  [2007, 12, '2007-12-01', '2007-12-31'],
])('the month %i-%i runs from %s to %s', (year, month, from, to) => {
  expect(daysOfMonth(year, month)).toEqual({ from, to })
})

test('a frozen report and the present have a line for whatever one of them has, first what is now', () => {
  const line = (id: number, persons: number) => ({
    id,
    name: `jednostka ${id}`,
    years: [{ ...noFigures, persons, agreements: persons }],
  })
  expect(
    besides([line(1, 4), line(3, 6)], [line(1, 5), line(2, 7)]).map(({ id, years }) => [
      id,
      ...years.map(({ persons }) => persons),
    ]),
  ).toEqual([
    [1, 4, 5],
    [2, 0, 7],
    [3, 6, 0],
  ])
})

test.each([
  [0, '0'],
  [90, '1,5'],
  [45, '0,75'],
  [74_130, '1\u00a0235,5'],
  [-90, '−1,5'],
])('%i minutes are %s hours', (minutes, text) => {
  expect(hoursText(minutes)).toBe(text)
})
