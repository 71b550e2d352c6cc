import { dayMinutes, formatTime } from '../../kit/clock.ts'
import { weekdays } from '../../kit/dates.ts'
import { fold } from '../../kit/polish.ts'

/** A stretch of one day of the week: 1 is Monday, `from` and `to` are minutes of the day (0–1440). */
export interface AvailableSpan {
  weekday: number
  from: number
  to: number
}

/**
 * The same times in their one form: ordered by day and hour, those that overlap or touch made one. Spans that are none
 * (empty, turned round, outside the day) fall out.
 */
export function tidyAvailability(spans: readonly AvailableSpan[]): AvailableSpan[] {
  const sound = spans.filter(({ weekday, from, to }) => isSpan({ weekday, from, to }))
  const ordered = sound.sort((a, b) => a.weekday - b.weekday || a.from - b.from || a.to - b.to)
  const tidy: AvailableSpan[] = []
  for (const { weekday, from, to } of ordered) {
    const last = tidy.at(-1)
    if (last && last.weekday === weekday && from <= last.to) last.to = Math.max(last.to, to)
    else tidy.push({ weekday, from, to })
  }
  return tidy
}

/** Is it a stretch of one day: a day of the week, whole minutes, the end after the beginning? */
export function isSpan({ weekday, from, to }: AvailableSpan): boolean {
  const areWhole = [weekday, from, to].every(Number.isInteger)
  return areWhole && weekday >= 1 && weekday <= 7 && from >= 0 && to <= dayMinutes && from < to
}

/** Minutes a week in which somebody with these times can serve within the wanted ones; both may be untidy. */
export function sharedMinutes(spans: readonly AvailableSpan[], wanted: readonly AvailableSpan[]): number {
  let shared = 0
  const [own, asked] = [tidyAvailability(spans), tidyAvailability(wanted)]
  for (const one of own)
    for (const other of asked)
      if (one.weekday === other.weekday)
        shared += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return shared
}

/** The times of one day: `9.00–12.00, 16.00–18.00`; empty where there are none. */
export function formatSpans(spans: readonly Pick<AvailableSpan, 'from' | 'to'>[]): string {
  return spans.map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`).join(', ')
}

const shortNames = ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'] as const

/**
 * The whole week in one line, days with the same hours together: `pon.–śr. 16.00–18.00; sob. 9.00–12.00`. Three days and
 * more that follow each other become a range.
 *
 * @param names of the days, Monday first
 */
export function formatAvailability(
  spans: readonly AvailableSpan[],
  names: readonly string[] = shortNames,
): string {
  const tidy = tidyAvailability(spans)
  const daysByHours = new Map<string, number[]>()
  for (const weekday of weekdays) {
    const hours = formatSpans(tidy.filter((span) => span.weekday === weekday))
    if (hours) daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), weekday])
  }
  return [...daysByHours].map(([hours, days]) => `${formatDays(days, names)} ${hours}`).join('; ')
}

function formatDays(days: readonly number[], names: readonly string[]): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  const nameOf = (day: number) => names[day - 1] ?? ''
  return runs
    .map(([first, last]) => {
      if (first === last) return nameOf(first)
      return `${nameOf(first)}${last - first > 1 ? '–' : ', '}${nameOf(last)}`
    })
    .join(', ')
}

/** Reads the times of one day as people type them: `9-12`, `9.00–12.30, 16-18`; undefined where it is no such text. */
export function readSpans(text: string): Pick<AvailableSpan, 'from' | 'to'>[] | undefined {
  const parts = text
    .split(/[,;]|\si\s/)
    .map((part) => part.trim())
    .filter(Boolean)
  const spans = parts.map(readSpan)
  return spans.every((span) => span !== undefined) ? spans : undefined
}

const time = String.raw`(\d{1,2})(?:[.:](\d{2}))?`
const spanPattern = new RegExp(`^(?:od\\s+)?${time}\\s*(?:-|–|—|do)\\s*${time}$`, 'i')

function readSpan(text: string): Pick<AvailableSpan, 'from' | 'to'> | undefined {
  const match = spanPattern.exec(text)
  if (!match) return undefined
  const minutesOf = (hour: string | undefined, minute: string | undefined) =>
    Number(minute ?? 0) < 60 ? Number(hour) * 60 + Number(minute ?? 0) : Number.NaN
  const span = { from: minutesOf(match[1], match[2]), to: minutesOf(match[3], match[4]) }
  return isSpan({ weekday: 1, ...span }) ? span : undefined
}

const daysByWord: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['pn', 'pon', 'poniedzialek', 'poniedzialki'],
    ['wt', 'wtorek', 'wtorki'],
    ['sr', 'sroda', 'srody'],
    ['czw', 'cz', 'czwartek', 'czwartki'],
    ['pt', 'piatek', 'piatki'],
    ['sob', 'sb', 'so', 'sobota', 'soboty'],
    ['niedz', 'nd', 'ndz', 'ni', 'niedziela', 'niedziele'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1])),
)

/**
 * Reads a week as spreadsheets hold it: `pn 16-18, sob. 9.00–12.00`, `pon–pt 8-10; niedz. 10-12`. A day without hours is
 * the whole day. Undefined where a part is neither; nothing is guessed.
 */
export function readAvailability(text: string): AvailableSpan[] | undefined {
  const spans: AvailableSpan[] = []
  // Hours that follow without a day belong to the days before them.
  let days: number[] = []
  let isHourless = false
  const wholeDays = () => {
    if (isHourless) spans.push(...days.map((weekday) => ({ weekday, from: 0, to: dayMinutes })))
  }
  for (const part of text.split(/[,;\n]/).map((each) => each.trim())) {
    if (!part) continue
    const [, words = '', hours = ''] = /^([^\d]*?)((?:od\s+)?\d.*)?$/iu.exec(part) ?? []
    const named = words.trim() ? readDays(words.trim()) : []
    if (!named) return undefined
    if (named.length > 0) {
      // `pn, wt 16-18`: the hours are those of both days.
      days = isHourless && hours ? [...days, ...named] : named
      if (isHourless && !hours) wholeDays()
      isHourless = !hours
    }
    if (!hours) continue
    const read = readSpans(hours)
    if (!read || days.length === 0) return undefined
    isHourless = false
    for (const weekday of days) spans.push(...read.map((span) => ({ weekday, ...span })))
  }
  wholeDays()
  return tidyAvailability(spans)
}

function readDays(text: string): number[] | undefined {
  const dayOf = (word: string) => {
    const folded = fold(word.replace(/\./g, '').trim())
    return Object.hasOwn(daysByWord, folded) ? daysByWord[folded] : undefined
  }
  const days: number[] = []
  for (const part of text.replace(/:\s*$/, '').split(/\s+i\s+|\s*\/\s*/u)) {
    const [first = '', last, ...others] = part.split(/\s*[-–—]\s*|\s+do\s+/)
    const [from, to] = [dayOf(first), last === undefined ? dayOf(first) : dayOf(last)]
    if (others.length > 0 || from === undefined || to === undefined || to < from) return undefined
    for (let day = from; day <= to; day++) days.push(day)
  }
  return days
}
