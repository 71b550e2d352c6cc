import { addDays, type Day, dayFrom, monthOfWord, yearOf } from './dates.ts'
import { fold } from './polish.ts'
import type { FieldProblem } from './procedure.ts'

/** The value that a text was read as, what is doubtful about it, or both. */
export interface Reading<Value> {
  value?: Value
  problem?: FieldProblem
}

/** What stands first in dates with slashes or dashes. */
export const dateOrders = ['dayFirst', 'monthFirst'] as const
/** The century of years of two digits; `past`: the latest year that is not after this one. */
export const dateCenturies = ['past', '1900', '2000'] as const
/** The year from which a spreadsheet counts its days. */
export const dateEpochs = ['1900', '1904'] as const

/** How a clerk decided to read the dates of one column that can be read in more than one way. */
export interface DateReading {
  order?: (typeof dateOrders)[number] | undefined
  century?: (typeof dateCenturies)[number] | undefined
  serial?: (typeof dateEpochs)[number] | undefined
}

/** What about a date must be decided before it can be read. */
export type DateDoubt = keyof DateReading

interface DateParts {
  first: number
  second: number
  year: string
  /** Do programs with American settings write the month first with this mark? With dots they never do. */
  mayBeMonthFirst: boolean
}

function partsOf(text: string): DateParts | undefined {
  const match = /^(\d{1,2})([-./ ])(\d{1,2})[-./ ](\d{4}|\d{2})\s*r?\.?$/.exec(text)
  if (!match) return undefined
  const [, first, separator, second, year = ''] = match
  return {
    first: Number(first),
    second: Number(second),
    year,
    mayBeMonthFirst: separator === '/' || separator === '-',
  }
}

/** The days since 1927 under the numbers that spreadsheets keep: shorter numbers may be years. */
const serialNumber = /^[1-9]\d{4}(?:[.,]0+)?$/

/**
 * Which doubts a date leaves, whatever was decided about its column:
 *
 * - `order`: parts separated by slashes or dashes, where the second one may be a day (a program with American settings may
 *   have written it);
 * - `century`: a year of two digits;
 * - `serial`: the number of a day, as spreadsheets keep dates.
 */
export function dateDoubts(text: string): DateDoubt[] {
  if (serialNumber.test(text)) return ['serial']
  const parts = partsOf(text)
  if (!parts) return []
  const isOrderOpen = parts.mayBeMonthFirst && parts.first <= 12 && parts.first !== parts.second
  return [
    ...(isOrderOpen ? ['order' as const] : []),
    ...(parts.year.length === 2 ? ['century' as const] : []),
  ]
}

const doubtProblems = {
  order: 'imports.problems.ambiguousDate',
  century: 'imports.problems.twoDigitYear',
  serial: 'imports.problems.serialDate',
} as const

/**
 * Reads a date as Polish spreadsheets hold it: `22.11.2026`, `22-11-2026`, `2026-11-22`, `22 listopada 2026 r.`,
 * `22 XI 2026`. What could be read two
 * ways (`dateDoubts`) is never guessed: it is a problem until `reading` says how the column is to be read.
 */
export function readOfficeDay(text: string, reading: DateReading = {}, today: Day = ''): Reading<Day> {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?.*)?$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const inWords = /^(\d{1,2})\.?[ .](?: ?)([\p{L}]+)\.?[ .] ?(\d{4})\s*(?:r\.?|roku)?$/u.exec(text)
  const month = inWords && monthOfWord(inWords[2] ?? '')
  if (inWords && month) return existing(Number(inWords[3]), month, Number(inWords[1]))
  const open = dateDoubts(text).find((doubt) => !reading[doubt])
  if (open) return { problem: { key: doubtProblems[open] } }
  if (serialNumber.test(text)) return { value: dayOfSerial(Number.parseInt(text, 10), reading.serial) }
  const parts = partsOf(text)
  if (!parts) return { problem: { key: 'imports.problems.notADate' } }
  const isMonthFirst = parts.mayBeMonthFirst && reading.order === 'monthFirst'
  const [day, monthNumber] = isMonthFirst ? [parts.second, parts.first] : [parts.first, parts.second]
  return existing(fullYear(parts.year, reading.century, today), monthNumber, day)
}

/** Excel counts 1900 as a leap year, so from March 1900 on its day 0 is 30 December 1899. */
function dayOfSerial(serial: number, epoch: DateReading['serial']): Day {
  return addDays(epoch === '1904' ? '1904-01-01' : '1899-12-30', serial)
}

function fullYear(year: string, century: DateReading['century'], today: Day): number {
  if (year.length === 4) return Number(year)
  if (century !== 'past') return Number(century) + Number(year)
  const inThisCentury = Math.floor(yearOf(today) / 100) * 100 + Number(year)
  return inThisCentury > yearOf(today) ? inThisCentury - 100 : inThisCentury
}

function existing(year: number, month: number, day: number): Reading<Day> {
  const value = dayFrom(year, month, day)
  if (value) return { value }
  const isLeapDay = month === 2 && day === 29
  return {
    problem: isLeapDay
      ? { key: 'imports.problems.noLeapDay', params: { year } }
      : { key: 'imports.problems.noSuchDay' },
  }
}

/** Reads a number as Poles write it: `2,5`, `1 343 278,00`, `18.000,00 zł`, and `2.5` as spreadsheets store it. */
export function readOfficeNumber(text: string): Reading<number> {
  const bare = text
    .trim()
    .replace(/\s*(zł|pln)\.?$/i, '')
    .replace('−', '-')
  const isGrouped = /^-?\d{1,3}(?:(\s|\.)\d{3})(?:\1\d{3})*(,\d+)?$/.test(bare)
  const plain = (isGrouped ? bare.replace(/[\s.]/g, '') : bare).replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain)
    ? { value: Number(plain) }
    : { problem: { key: 'imports.problems.notANumber' } }
}

const yes = new Set(['tak', 't', 'yes', 'y', 'true', 'prawda', 'x', '1'])
const no = new Set(['nie', 'n', 'no', 'false', 'falsz', '0'])

/** Reads yes or no as offices mark it: `tak`, `T`, `x`, `1`; `nie`, `N`, `0`. */
export function readYesNo(text: string): Reading<boolean> {
  const word = fold(text).replace(/\.$/, '')
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { problem: { key: 'imports.problems.notYesNo' } }
}

/** Reads a register number such as `17/2007`; numbers begin with 1. */
export function readRegisterNumber(text: string): Reading<{ sequence: number; year: number }> {
  const match = /^(?:nr\s*)?0*(\d{1,6})\s*[/.-]\s*(\d{4})$/i.exec(text)
  const value = { sequence: Number(match?.[1] ?? 0), year: Number(match?.[2] ?? 0) }
  return value.sequence > 0 ? { value } : { problem: { key: 'imports.problems.notARegisterNumber' } }
}

/** Is the date so far from today that a typing error is likely: before 1990 or more than ten years ahead? */
export function isUnlikelyYear(day: Day, today: Day): boolean {
  return yearOf(day) < 1990 || yearOf(day) > yearOf(today) + 10
}

/** Reads a text by a function that answers undefined where it cannot; then the problem has this key. */
export function readBy<Value>(read: (text: string) => Value | undefined, key: string) {
  return (text: string): Reading<Value> => {
    const value = read(text)
    return value === undefined ? { problem: { key } } : { value }
  }
}

/** Reads a text of one line; a longer one is a problem, because nothing is cut. */
export function textUpTo(max: number) {
  return (text: string): Reading<string> =>
    text.length > max
      ? { problem: { key: 'validation.tooLong', params: { max } } }
      : { value: text.replace(/\s+/g, ' ') }
}

/**
 * Reads one of these words (given folded), whatever its case, marks and full stop.
 *
 * @param own the program's own texts for the codes, in which an export writes them
 */
export function wordOf<Value extends string>(
  values: Record<string, Value>,
  ...own: Partial<Record<Value, string>>[]
) {
  const words = new Map(Object.entries(values))
  for (const texts of own)
    for (const [code, text] of Object.entries<string | undefined>(texts))
      words.set(fold(text ?? ''), code as Value)
  return (text: string): Reading<Value> => {
    const value = words.get(fold(text).replace(/\.$/, ''))
    return value === undefined ? { problem: { key: 'imports.problems.unknownWord' } } : { value }
  }
}
