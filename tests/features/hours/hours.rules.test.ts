import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayMinutes,
  daysOfMonth,
  hoursInCell,
  monthAfter,
  readHours,
  whyNotServed,
} from '#shared/features/hours/hours.rules.ts'
import { addDays } from '#shared/kit/dates.ts'

describe('a time typed into a cell', () => {
  test.each([
    ['2', 120],
    [' 2,5 ', 150],
    ['2.25', 135],
    ['0,75', 45],
    ['2:30', 150],
    ['45 min', 45],
    ['3 h', 180],
    ['1,5 godz.', 90],
    ['24', 1440],
    ['', 0],
    ['–', 0],
    ['0', 0],
  ])('%j is %i minutes', (typed, minutes) => expect(readHours(typed)).toBe(minutes))

  test.each(['2,1', '2:10', '24,25', '25', '-2', 'dwa', '2,5,1', '1e1', '10 min'])('%j is none', (typed) =>
    expect(readHours(typed)).toBeNull(),
  )

  test('what a cell shows is read as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: dayMinutes / 15 }), (quarters) => {
        expect(readHours(hoursInCell(quarters * 15))).toBe(quarters * 15)
      }),
    )
  })
})

describe('hours', () => {
  const agreement = { status: 'signed', startsOn: '2026-09-10', endsOn: '2026-10-20' } as const
  const asked = { today: '2026-11-22', others: 0 }
  const why = (servedOn: string, minutes = 60, over: Partial<typeof asked> = {}) =>
    whyNotServed({ servedOn, minutes }, agreement, { ...asked, ...over })?.key

  test.each([
    ['2026-09-09', 'hours.errors.before'],
    ['2026-09-10', undefined],
    ['2026-10-20', undefined],
    ['2026-10-21', 'hours.errors.after'],
  ])('on %s: %s', (day, key) => expect(why(day)).toBe(key))

  test('are not entered beforehand', () => {
    expect(why('2026-10-02', 60, { today: '2026-10-01' })).toBe('hours.errors.future')
    expect(why('2026-10-01', 60, { today: '2026-10-01' })).toBeUndefined()
  })

  test('belong to what was concluded', () => {
    const draft = { ...agreement, status: 'draft' } as const
    expect(whyNotServed({ servedOn: '2026-10-01', minutes: 60 }, draft, asked)?.key).toBe(
      'hours.errors.notConcluded',
    )
  })

  test('are never more than the day has, with all other entries of the person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 0, max: 96 }), (quarters, others) => {
        const key = why('2026-10-01', quarters * 15, { others: others * 15 })
        expect(key).toBe(quarters + others > 96 ? 'hours.errors.overDay' : undefined)
      }),
    )
  })
})

test('a month has its days, and months follow each other', () => {
  expect(daysOfMonth('2028-02')).toHaveLength(29)
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (away) => {
      const days = daysOfMonth(monthAfter('2026-05', away))
      expect(addDays(days.at(-1) as string, 1)).toBe(daysOfMonth(monthAfter('2026-05', away + 1))[0])
    }),
  )
})
