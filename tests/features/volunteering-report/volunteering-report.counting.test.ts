import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addHours,
  countPeople,
  inAgeBands,
  joinLines,
  monthsWithin,
  yearsWithin,
} from '#shared/features/volunteering-report/volunteering-report.counting.rules.ts'
import {
  ageBandOf,
  daysOfMonth,
  daysOfYear,
  noFigures,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { addDays } from '#shared/kit/dates.ts'

const years = [2025, 2024, 2023]
const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2021-06-01', days))
const span = fc
  .tuple(day, fc.option(fc.nat(900), { nil: null }))
  .map(([from, days]) => ({ from, to: days === null ? '9999-12-31' : addDays(from, days) }))

test('an agreement counts in the years and months that have one of its days', () => {
  const meets = (of: { from: string; to: string }, days: { from: string; to: string }) =>
    of.from <= days.to && of.to >= days.from
  const bits = (all: boolean[]) => all.reduce((sum, is, place) => sum + (is ? 2 ** place : 0), 0)
  fc.assert(
    fc.property(span, (of) => {
      expect(yearsWithin(of, years)).toBe(bits(years.map((year) => meets(of, daysOfYear(year)))))
      for (const year of years)
        expect(monthsWithin(of, year)).toBe(
          bits(Array.from({ length: 12 }, (_, month) => meets(of, daysOfMonth(year, month + 1)))),
        )
    }),
  )
})

test('people are counted once in each line of each period, as a plain count of sets does', () => {
  const presence = fc.record({
    id: fc.constantFrom(1, 2, null),
    volunteerId: fc.integer({ min: 1, max: 5 }),
    periods: fc.nat(7),
  })
  fc.assert(
    fc.property(fc.array(presence), (presences) => {
      const counted = countPeople(presences, 3)
      for (const id of [1, 2, null]) {
        const expected = [0, 1, 2].map((period) => {
          const those = presences.filter((each) => each.id === id && each.periods & (1 << period))
          const people = new Set(those.map(({ volunteerId }) => volunteerId))
          return { persons: people.size, agreements: those.length }
        })
        const isCounted = expected.some(({ agreements }) => agreements > 0)
        expect(counted.get(id)).toEqual(isCounted ? expected : undefined)
      }
    }),
  )
})

test('years of birth add up to the bands of each year', () => {
  const person = fc.record({
    birthOn: fc.option(
      fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1920-01-01', days)),
      { nil: null },
    ),
    volunteerId: fc.nat(20),
    periods: fc.nat(7),
  })
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ volunteerId }) => volunteerId }), (people) => {
      const born = people.map((each) => ({ ...each, id: each.birthOn?.slice(0, 4) ?? null }))
      const byBand = years.flatMap((year, place) =>
        people.map((each) => ({
          ...each,
          id: ageBandOf(each.birthOn, year),
          periods: each.periods & (1 << place),
        })),
      )
      expect(inAgeBands(countPeople(born, years.length), years)).toEqual(countPeople(byBand, years.length))
    }),
  )
})

test('hours of a line add up year by year', () => {
  const hours = (year: number, id: number | null, minutes: number) => ({
    year,
    id,
    minutes,
    unconfirmedMinutes: 1,
  })
  const added = addHours([hours(2024, 7, 60), hours(2024, 7, 30), hours(2025, null, 15)], [2025, 2024])
  expect([...added]).toEqual([
    [
      7,
      [
        { minutes: 0, unconfirmedMinutes: 0 },
        { minutes: 90, unconfirmedMinutes: 2 },
      ],
    ],
    [
      null,
      [
        { minutes: 15, unconfirmedMinutes: 1 },
        { minutes: 0, unconfirmedMinutes: 0 },
      ],
    ],
  ])
})

test('there is a line for whatever has people or hours; those with names in Polish order, what has none last', () => {
  const persons = (count: number) => ({ persons: count, agreements: count })
  const minutes = (count: number) => ({ minutes: count, unconfirmedMinutes: 0 })
  const lines = joinLines(
    new Map([
      [null, [persons(1), persons(0)]],
      [2, [persons(2), persons(0)]],
    ]),
    new Map([
      [1, [minutes(0), minutes(60)]],
      [2, [minutes(30), minutes(0)]],
      [3, [minutes(0), minutes(0)]],
    ]),
    [2025, 2024],
    {
      names: new Map([
        [1, 'Filia nr 2'],
        [2, 'Filia nr 10'],
        [3, 'Filia nr 1'],
      ]),
      order: null,
    },
  )
  expect(lines).toEqual([
    { id: 1, name: 'Filia nr 2', years: [noFigures, { ...noFigures, minutes: 60 }] },
    { id: 2, name: 'Filia nr 10', years: [{ ...noFigures, ...persons(2), minutes: 30 }, noFigures] },
    { id: null, name: null, years: [{ ...noFigures, ...persons(1) }, noFigures] },
  ])
})
