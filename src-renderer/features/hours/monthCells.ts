import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, readServed } from '#shared/features/hours/hours.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'

/** The cells of one line, by day. */
export type OfLine<Value> = Readonly<Record<string, Value>>
/** The cells of all lines, by agreement. */
export type OfLines<Value> = Readonly<Record<number, OfLine<Value> | undefined>>

/** The same cells with another value in one; undefined empties it. */
export function withCell<Value>(
  all: OfLines<Value>,
  agreementId: number,
  day: string,
  value?: Value,
): OfLines<Value> {
  const { [day]: before, ...rest } = all[agreementId] ?? {}
  if (before === value) return all
  return { ...all, [agreementId]: value === undefined ? rest : { ...rest, [day]: value } }
}

/** What a cell shows where nothing was typed into it. */
export function savedText(line: MonthLine, day: string): string {
  return hoursInCell(line.days.find((each) => each.day === day)?.minutes ?? 0)
}

/** What would have to be typed into a cell so that it becomes what is saved. */
export function sourceText(line: MonthLine, day: string): string {
  const found = line.days.find((each) => each.day === day)
  return found ? formatTimeSpan(found) || hoursInCell(found.minutes) : ''
}

/** The minutes of a cell as the grid shows them: what was typed, where that is a time, or what was saved. */
export function minutesOfCell(line: MonthLine, day: string, typed: OfLine<string> = {}): number {
  const saved = line.days.find((each) => each.day === day)?.minutes ?? 0
  const text = typed[day]
  return text === undefined ? saved : (readServed(text)?.minutes ?? saved)
}

/** The minutes of a line likewise. */
export function minutesOfLine(line: MonthLine, typed: OfLine<string> = {}): number {
  const days = new Set([...line.days.map(({ day }) => day), ...Object.keys(typed)])
  return [...days].reduce((sum, day) => sum + minutesOfCell(line, day, typed), 0)
}

/** The minutes of a line that nobody has confirmed yet; a day of which a part is confirmed counts with that part too. */
export function openDaysOf({ days }: MonthLine): MonthLine['days'] {
  return days.filter(({ entries, confirmed }) => confirmed < entries)
}

/** Is everything of a line confirmed, and is there anything? */
export function isLineConfirmed({ days }: MonthLine): boolean {
  return days.length > 0 && days.every(({ entries, confirmed }) => confirmed === entries)
}
