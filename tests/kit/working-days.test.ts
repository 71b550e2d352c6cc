import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/kit/dates.ts'
import { isWorkingDay, weekdayOf, workingDayFrom } from '#shared/kit/working-days.ts'

describe('working days in Poland', () => {
  test.each([
    ['2026-11-30', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-11-11', false],
    ['2026-04-06', false],
    ['2026-06-04', false],
    ['2027-03-29', false],
    ['2027-05-27', false],
    ['2028-04-17', false],
    ['2028-06-15', false],
    ['2029-04-02', false],
    ['2030-04-22', false],
    // Christmas Eve is free since 2025.
    ['2024-12-24', true],
    // Epiphany is free since 2011.
    ['2010-01-06', true],
    ['2011-01-06', false],
    ['2025-12-24', false],
    ['2026-12-24', false],
  ])('%s: %s', (day, is) => expect(isWorkingDay(day)).toBe(is))

  test.each([
    ['2026-11-14', '2026-11-16'],
    ['2026-11-11', '2026-11-12'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2027-01-04'],
  ])('%s or later is %s', (day, next) => expect(workingDayFrom(day)).toBe(next))

  test('the next one is never earlier, is worked on, and lies within six days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = addDays('2000-01-01', count)
        const found = workingDayFrom(day)
        expect(found >= day && found <= addDays(day, 6)).toBe(true)
        expect(isWorkingDay(found) && weekdayOf(found) < 6).toBe(true)
      }),
    )
  })
})
