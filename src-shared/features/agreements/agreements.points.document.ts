import { type Day, formatDayInWords } from '../../kit/dates.ts'
import { blank } from './agreements.words.rules.ts'

/** The points of a list with the marks that end them, unless a clerk has put marks of one's own. */
export function listed(items: readonly string[]): string[] {
  if (items.some((item) => /[.,;:]$/.test(item))) return [...items]
  return items.map((item, index) => item + (index < items.length - 1 ? ';' : '.'))
}

/** The days of the checks before work with minors; a blank while there are none. */
export function checkPoints({
  minorsChecks = [],
  clause,
}: {
  minorsChecks?: readonly { key: string; doneOn: Day }[]
  clause: (code: string, values?: Record<string, string>) => string
}): string[] {
  if (minorsChecks.length === 0) return [blank]
  return minorsChecks.map(({ key, doneOn }) =>
    clause(`agreement.check.${key}`, { day: formatDayInWords(doneOn) }),
  )
}
