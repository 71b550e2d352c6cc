import { type Day, formatDay } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'

/** The step in which hours are kept: a quarter, 0,25 h. */
export const stepMinutes = 15

/** The minutes of a day: nobody serves longer. */
export const dayMinutes = 24 * 60

/**
 * Reads a time as offices type it into a cell: `2`, `2,5`, `2.25`, `2:30`, `2 h`, `45 min`. In minutes.
 *
 * @returns 0 for an empty cell, null where it is no time, not in quarters, or more than a day
 */
export function readHours(typed: string): number | null {
  const text = typed.trim().toLowerCase()
  if (text === '' || text === '-' || text === '–') return 0
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  const minutesOnly = /^(\d{1,4})\s*min\.?$/.exec(text)
  const decimal = /^(\d{1,2}(?:[.,]\d{1,4})?)\s*(?:h|g|godz\.?)?$/.exec(text)
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : minutesOnly
      ? Number(minutesOnly[1])
      : decimal
        ? Number(decimal[1]?.replace(',', '.')) * 60
        : Number.NaN
  return Number.isInteger(minutes) && minutes % stepMinutes === 0 && minutes <= dayMinutes ? minutes : null
}

/** Minutes as a cell of the grid has them: `2,5`; nothing for none. */
export function hoursInCell(minutes: number): string {
  return minutes === 0 ? '' : String(minutes / 60).replace('.', ',')
}

/** The agreement under which somebody serves, as far as hours ask. */
export interface ServedAgreement {
  status: 'draft' | 'signed' | 'cancelled'
  startsOn: Day
  endsOn: Day | null
}

/**
 * Why a time may not be entered for a day; undefined where it may. Volunteers serve on the basis of an agreement that was
 * concluded, in its time (UDPP art. 44 ust. 1), and nothing is entered beforehand.
 *
 * @param others the minutes of the same person on that day in all other entries, under whichever agreement
 */
export function whyNotServed(
  { servedOn, minutes }: { servedOn: Day; minutes: number },
  agreement: ServedAgreement,
  { today, others }: { today: Day; others: number },
): FieldProblem | undefined {
  if (agreement.status !== 'signed') return { key: 'hours.errors.notConcluded' }
  if (servedOn < agreement.startsOn)
    return { key: 'hours.errors.before', params: { day: formatDay(agreement.startsOn) } }
  if (agreement.endsOn && servedOn > agreement.endsOn)
    return { key: 'hours.errors.after', params: { day: formatDay(agreement.endsOn) } }
  if (servedOn > today) return { key: 'hours.errors.future' }
  if (minutes + others > dayMinutes) return { key: 'hours.errors.overDay' }
  return undefined
}

/** The days of a month (`2026-11`), the first first. */
export function daysOfMonth(month: string): Day[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** The month (`2026-11`) that lies so many months after another. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
