import { Temporal } from 'temporal-polyfill'
import { fold } from './polish.ts'

/** A calendar day as `YYYY-MM-DD`; compares correctly as text. */
export type Day = string

/** The days of the week: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The months as they stand in Polish dates (`22 listopada`), from January. */
export const monthsGenitive = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
]

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** The month, from 1, that a word in a Polish date means: `listopada`, `lis`, `XI`; undefined where it means none. */
export function monthOfWord(word: string): number | undefined {
  const folded = fold(word)
  const roman = romanMonths.indexOf(folded)
  const named = folded.length < 3 ? -1 : monthsGenitive.findIndex((month) => fold(month).startsWith(folded))
  const found = Math.max(roman, named)
  return found < 0 ? undefined : found + 1
}

/** Is this text a day of the calendar in the form `YYYY-MM-DD`? `2007-02-29` is not. */
export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    dayFrom(...(text.split('-').map(Number) as [number, number, number])) === text
  )
}

/** The day of these numbers, or undefined where the calendar has no such day or the year is outside 1800–2299. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  if (year < 1800 || year > 2299) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** The day in Poland at this instant (ISO text or epoch milliseconds), whatever the computer's time zone is. */
export function dayInPoland(instant: string | number): Day {
  const at =
    typeof instant === 'number'
      ? Temporal.Instant.fromEpochMilliseconds(instant)
      : Temporal.Instant.from(instant)
  return at.toZonedDateTimeISO('Europe/Warsaw').toPlainDate().toString()
}

/** The instant at which a day begins in Poland, as ISO text in UTC that compares with those of the history. */
export function startOfDayInPoland(day: Day): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime('Europe/Warsaw')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  // Asked thousands of times where a status is worked out, and days in UTC are all of one length.
  const from = Date.parse(day)
  if (isoDay(from) === day) {
    const to = isoDay(from + count * 86_400_000)
    if (to !== null) return to
  }
  return Temporal.PlainDate.from(day).add({ days: count }).toString()
}

/** The day of an instant in UTC; null outside the years of four digits. */
function isoDay(instant: number): Day | null {
  if (!(instant >= -62_135_596_800_000 && instant < 253_402_300_800_000)) return null
  return new Date(instant).toISOString().slice(0, 10)
}

/** The day `count` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ years: count }).toString()
}

/** The day `count` months later; where that month has no such day, its last day (Kodeks cywilny, art. 112). */
export function addMonths(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ months: count }).toString()
}

/** The first and last day of the week (from Monday), month or year that lies `away` such spans from a day. */
export function daySpan(day: Day, unit: 'week' | 'month' | 'year', away: number): { from: Day; to: Day } {
  const date = Temporal.PlainDate.from(day)
  const first = {
    week: () => date.subtract({ days: date.dayOfWeek - 1 }),
    month: () => date.with({ day: 1 }),
    year: () => date.with({ month: 1, day: 1 }),
  }[unit]()
  const from = first.add({ [`${unit}s`]: away })
  return {
    from: from.toString(),
    to: from
      .add({ [`${unit}s`]: 1 })
      .subtract({ days: 1 })
      .toString(),
  }
}

/** How many days lie between two days: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/**
 * The age in completed years on a day. A person reaches an age at the beginning of the birthday; one born on
 * 29 February reaches it on 28 February of a common year (Kodeks cywilny, art. 112).
 */
export function ageOn(birthDay: Day, day: Day): number {
  const years = yearOf(day) - yearOf(birthDay)
  return day >= addYears(birthDay, years) ? years : years - 1
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** `22.11.2026`, as offices write a date in tables and forms. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}.${month}.${year}`
}

/** `22 listopada 2026 r.`, as offices write a date in documents: genitive month, no leading zero. */
export function formatDayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthsGenitive[(month ?? 1) - 1]} ${year} r.`
}

const monthsInEnglish = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `22 November 2026`, for documents in English. */
export function formatDayInEnglish(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthsInEnglish[(month ?? 1) - 1]} ${year}`
}

/** `22.11.2026, 14:30` in Polish time. */
export function formatInstant(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Warsaw')
  return `${formatDay(local.toPlainDate().toString())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** What clocks in Poland show at an instant, to the minute, as `2026-11-22T14:30`. */
export function clockInPoland(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Warsaw')
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** How a year of two digits is read: birth dates lie in the past, other dates in this century. */
export type Century = 'past' | 'current'

const daysByWord = new Map(Object.entries({ dziś: 0, dzis: 0, dzisiaj: 0, jutro: 1, wczoraj: -1, today: 0 }))

/**
 * Reads a date as a clerk types it: `221126`, `22112026`, `22.11`, `22.11.26`, `22-11-2026`, `2026-11-22`,
 * `22 listopada 2026`, `22.XI.2026`, `dziś`, `jutro`, `wczoraj`, `+30`, `-7`. A date without a year gets the year of `today`.
 *
 * @returns undefined where the text is no date or names a day that does not exist.
 */
export function readTypedDay(text: string, today: Day, century: Century = 'current'): Day | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*(r\.?|roku)$/, '')
    .replace(/(?<=^\d{1,2}[-./ ]+)\p{L}+/u, (word) => `${monthOfWord(word) ?? word}`)
  const offset = daysByWord.get(typed)
  if (offset !== undefined) return addDays(today, offset)
  if (/^[+-]\d{1,4}$/.test(typed)) return addDays(today, Number(typed))

  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))

  const parts =
    /^(\d{1,2})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{4}|\d{2}))?[-./]?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed)
  if (!parts) return undefined
  const [, date, month, typedYear = String(yearOf(today))] = parts
  const inYear = (year: number) => dayFrom(year, Number(month), Number(date))
  if (typedYear.length === 4) return inYear(Number(typedYear))
  const year = Math.floor(yearOf(today) / 100) * 100 + Number(typedYear)
  const day = inYear(year)
  return century === 'past' && (day ?? `${year}`) > today ? inYear(year - 100) : day
}

/** A moment on clocks in Poland, to the minute: `2026-11-22T14:30`. */
export type LocalTime = string

/** Is this a moment as clocks show it, `YYYY-MM-DDTHH:MM`? An hour that clocks skip in March counts as the next one. */
export function isLocalTime(text: string): text is LocalTime {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
}

/** How many minutes pass in Poland from one moment to another, also over a change of the clocks; negative backwards. */
export function minutesBetween(from: LocalTime, to: LocalTime): number {
  const instant = (local: LocalTime) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Warsaw').epochMilliseconds
  return Math.round((instant(to) - instant(from)) / 60_000)
}

/** What clocks in Poland show so many minutes later. */
export function addMinutes(from: LocalTime, minutes: number): LocalTime {
  const later = Temporal.PlainDateTime.from(from).toZonedDateTime('Europe/Warsaw').add({ minutes })
  return later.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** `22.11.2026, 14:30`: a moment as offices write it. */
export function formatLocalTime(local: LocalTime): string {
  return `${formatDay(local.slice(0, 10))}, ${local.slice(11)}`
}
