import { z } from 'zod'
import { dayMinutes } from '../../kit/clock.ts'

/** A time of the week: a weekday from 1 (Monday) to 7, and minutes of the day. */
export interface WeekHours {
  weekday: number
  from: number
  to: number
}

/** The days and hours of a week, in their order; two of one day do not overlap. */
export const weekHours = z
  .array(
    z
      .object({
        weekday: z.int().min(1).max(7),
        from: z
          .int()
          .min(0)
          .max(dayMinutes - 1),
        to: z.int().min(1).max(dayMinutes),
      })
      .refine(({ from, to }) => to > from, { path: ['to'], error: 'placements.errors.hoursOrder' }),
  )
  .max(40)
  .default([])
  .transform((hours) => inOrder(hours))
  .refine((hours) => !overlapsItself(hours), { error: 'placements.errors.hoursTwice' })

/** The hours in the order of the week. */
export function inOrder(hours: readonly WeekHours[]): WeekHours[] {
  return hours.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from || a.to - b.to)
}

function overlapsItself(hours: readonly WeekHours[]): boolean {
  return hours.some((one, at) => hours.slice(at + 1).some((other) => commonMinutes([one], [other]) > 0))
}

/** How many minutes of a week two sets of hours have in common; each set overlaps nowhere with itself. */
export function commonMinutes(some: readonly WeekHours[], others: readonly WeekHours[]): number {
  let sum = 0
  for (const one of some)
    for (const other of others)
      if (one.weekday === other.weekday)
        sum += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return sum
}

/** How many minutes of a week they are. */
export function minutesOfWeek(hours: readonly WeekHours[]): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0)
}
