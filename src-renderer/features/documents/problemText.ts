import type { DocumentProblem } from '#shared/features/documents/documents.kind.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'

/** What stands in the way of a document as a sentence: days as a reader writes them, fields by their names. */
export function problemText({ key, params, field }: DocumentProblem): string {
  const shown = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && isDay(value) ? formatDay(value) : value,
  ])
  const named = field ? { field: textOf({ key: `documents.input.${field}` }) } : {}
  return textOf({ key, params: { ...Object.fromEntries(shown), ...named } })
}
