import { dayMinutes, formatTimeSpan, readTime, type TimeSpan } from '../../kit/clock.ts'
import { type Day, formatDay } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'

/** The step in which hours are kept: a quarter, 0,25 h. */
export const stepMinutes = 15

/** The most cells of the grid that are saved by one call: a month of a hundred people. */
export const mostCells = 3200

/** A length of time, and from when to when it was where that was noted, in minutes of the day. */
export interface ServedTime extends TimeSpan {
  minutes: number
}

/** An entry as documents list it. */
export interface ServedEntry extends ServedTime {
  servedOn: Day
  place: string
  task: string
  isConfirmed: boolean
}

/** What was served under an agreement up to a day: documents count what is confirmed. */
export interface ServedSum {
  agreementId: number
  confirmedMinutes: number
  /** Entries that nobody has confirmed yet. */
  openEntries: number
}

/**
 * Reads a time as offices type it into a cell: `2`, `2,5`, `2.25`, `2½`, `2:30`, `2 h`, `2 godz. 30 min`, `45 min`. In
 * minutes.
 *
 * @returns 0 for an empty cell, null where it is no time, not in quarters, or more than a day
 */
export function readHours(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(/½/g, ',5').replace(/¼/g, ',25').replace(/¾/g, ',75')
  if (text === '' || /^[-–—]$/.test(text)) return 0
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text)
  const both = /^(\d{1,2})\s*(?:h|g|godz\.?|godziny|godzina|godzin)\s*(\d{1,2})\s*(?:m|min\.?|minut)?$/.exec(
    text,
  )
  const minutesOnly = /^(\d{1,4})\s*(?:min\.?|minut)$/.exec(text)
  const decimal = /^(\d{0,2}(?:[.,]\d{1,4})?)\s*(?:h|g|godz\.?|godziny|godzina|godzin)?$/.exec(text)
  const parts = clock ?? both
  const minutes = parts
    ? Number(parts[1]) * 60 + Number(parts[2])
    : minutesOnly
      ? Number(minutesOnly[1])
      : decimal?.[1]
        ? Number(decimal[1].replace(',', '.')) * 60
        : Number.NaN
  return isKeptTime(minutes) ? minutes : null
}

function isKeptTime(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes % stepMinutes === 0 && minutes >= 0 && minutes <= dayMinutes
}

/**
 * The time between two hours of the day; null where the second does not come after the first, or they are not whole
 * quarters apart.
 */
export function timeBetween(fromMinute: number, toMinute: number): ServedTime | null {
  const minutes = toMinute - fromMinute
  return minutes > 0 && toMinute <= dayMinutes && isKeptTime(minutes)
    ? { minutes, fromMinute, toMinute }
    : null
}

/** Reads what is typed into a cell: a length (`readHours`) or from when to when (`16-18:30`). */
export function readServed(typed: string): ServedTime | null {
  const span = /^\s*(?:od\s+)?([\d:.]+)\s*(?:-|–|—|do)\s*([\d:.]+)\s*$/i.exec(typed)
  if (span) {
    const [from, to] = [readTime(span[1] ?? ''), readTime(span[2] ?? '')]
    return from === null || to === null ? null : timeBetween(from, to)
  }
  const minutes = readHours(typed)
  return minutes === null ? null : { minutes, fromMinute: null, toMinute: null }
}

/** Minutes as a cell of the grid has them: `2,5`; nothing for none. */
export function hoursInCell(minutes: number): string {
  return minutes === 0 ? '' : String(minutes / 60).replace('.', ',')
}

/** Minutes in figures where none are told as well: `2,5`, `0`. */
export function hoursInFigures(minutes: number): string {
  return hoursInCell(minutes) || '0'
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
 * @param others all other entries of the same person on that day, under whichever agreement
 */
export function whyNotServed(
  { servedOn, ...time }: { servedOn: Day } & ServedTime,
  agreement: ServedAgreement,
  { today, others }: { today: Day; others: readonly ServedTime[] },
): FieldProblem | undefined {
  if (agreement.status !== 'signed') return { key: 'hours.errors.notConcluded' }
  if (servedOn < agreement.startsOn)
    return { key: 'hours.errors.before', params: { day: formatDay(agreement.startsOn) } }
  if (agreement.endsOn && servedOn > agreement.endsOn)
    return { key: 'hours.errors.after', params: { day: formatDay(agreement.endsOn) } }
  if (servedOn > today) return { key: 'hours.errors.future' }
  if (others.reduce((sum, { minutes }) => sum + minutes, time.minutes) > dayMinutes)
    return { key: 'hours.errors.overDay' }
  const [met] = others
    .filter((other) => overlaps(time, other))
    .sort((one, other) => (one.fromMinute ?? 0) - (other.fromMinute ?? 0))
  return met && { key: 'hours.errors.overlap', params: { span: formatTimeSpan(met) } }
}

/** Do two times share a minute? Where hours of the day were not noted nobody can tell. */
function overlaps(one: ServedTime, other: ServedTime): boolean {
  if (one.fromMinute === null || one.toMinute === null) return false
  if (other.fromMinute === null || other.toMinute === null) return false
  return one.fromMinute < other.toMinute && other.fromMinute < one.toMinute
}

/** Hours as the history of their agreement has them: `3.11.2026: 2,5 h (16.00–18.30)`. */
export function hoursTold(servedOn: Day, time: ServedTime): string {
  const span = formatTimeSpan(time)
  return `${formatDay(servedOn)}: ${hoursInCell(time.minutes)} h${span && ` (${span})`}`
}
