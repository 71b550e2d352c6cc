import type { Day } from './dates.ts'
import { fold } from './polish.ts'

/** A month as `2026-11`; compares correctly as text. */
export type Month = string

/** The months as they stand alone, from January. */
const names = [
  'styczeń',
  'luty',
  'marzec',
  'kwiecień',
  'maj',
  'czerwiec',
  'lipiec',
  'sierpień',
  'wrzesień',
  'październik',
  'listopad',
  'grudzień',
]
const foldedNames = names.map(fold)

/** The days of a month, the first first. */
export function daysOfMonth(month: Month): Day[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** The month that lies so many months after another. */
export function monthAfter(month: Month, months: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** A month in figures: `11.2026`. */
export function formatMonth(month: Month): string {
  return `${month.slice(5)}.${month.slice(0, 4)}`
}

/** A month in Polish words: `listopad 2026`. */
export function monthInWords(month: Month): string {
  return `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}

/**
 * Reads a month as people write it: `11.2026`, `11/26`, `2026-11`, `listopad 2026`, `lis`. Without a year
 * it is that of `today`.
 *
 * @returns undefined where the text is no month
 */
export function readMonth(text: string, today: Day): Month | undefined {
  const typed = fold(text).replace(/\s*r\.?$/, '')
  const iso = /^(\d{4})[-./ ](\d{1,2})$/.exec(typed)
  const plain = /^(\d{1,2})(?:[-./ ]+(\d{4}|\d{2}))?$/.exec(typed)
  const inWords = /^([a-z]{3,})\.?(?: +(\d{4}))?$/.exec(typed)
  const named = inWords ? foldedNames.findIndex((name) => name.startsWith(inWords[1] ?? '')) + 1 : 0
  const number = Number(iso?.[2] ?? plain?.[1] ?? named)
  const typedYear = iso?.[1] ?? plain?.[2] ?? inWords?.[2] ?? today.slice(0, 4)
  const year = typedYear.length === 2 ? `${today.slice(0, 2)}${typedYear}` : typedYear
  if (!(iso || plain || inWords) || !(number >= 1 && number <= 12)) return undefined
  return Number(year) < 1900 || Number(year) > 2299 ? undefined : `${year}-${String(number).padStart(2, '0')}`
}
