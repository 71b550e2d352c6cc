import type { ImportField } from './import.ts'
import { fold } from './polish.ts'

/** By column: the fields that it fills; none where the column is left out. */
export type ImportMapping = string[][]

/**
 * Which column holds which field, by the titles: an exact title first, then one that begins with a known title.
 * Each field is proposed once; a column that nobody knows stays out.
 */
export function guessMapping(titles: string[], fields: readonly ImportField[]): ImportMapping {
  const mapping: ImportMapping = titles.map(() => [])
  const used = new Set<string>()
  const tidied = titles.map((title) => tidyTitle(title.slice(0, longestTitle)))
  const known = fields.map(({ key, headers }) => ({ key, headers: headers.map(tidyTitle) }))
  for (const isMatch of [
    (title: string, header: string) => title === header,
    (title: string, header: string) => header.length > 2 && title.startsWith(`${header} `),
  ]) {
    tidied.forEach((title, column) => {
      if (mapping[column]?.length || !title) return
      const field = known.find(
        ({ key, headers }) => !used.has(key) && headers.some((header) => isMatch(title, header)),
      )
      if (!field) return
      mapping[column] = [field.key]
      used.add(field.key)
    })
  }
  return mapping
}

/** A cell may hold millions of letters; no title does. */
const longestTitle = 200

function tidyTitle(title: string): string {
  return fold(title)
    .replace(/[.:*]+$/, '')
    .trim()
}

/** How many rows from the top are searched for titles. */
export const titleRows = 20

/**
 * The row that holds the titles: the one among the first twenty in which most fields are recognised; `matches` says
 * how many. The first row where none is.
 */
export function guessHeaderRow(
  rows: string[][],
  fields: readonly ImportField[],
): { row: number; matches: number } {
  let best = { row: 0, matches: 0 }
  rows.slice(0, titleRows).forEach((cells, row) => {
    const matches = guessMapping(cells, fields).filter(({ length }) => length > 0).length
    if (matches > best.matches) best = { row, matches }
  })
  return best
}

/** Titles as one text by which a header is known again, whatever its case; empty where there are no titles. */
export function headerKey(titles: string[]): string {
  const tidied = titles.map((title) => tidyTitle(title.slice(0, longestTitle)))
  return tidied.some(Boolean) ? tidied.join('\n') : ''
}

/** The text of each field of one row: several columns of one field are joined in the order of the file. */
export function fieldTexts(
  cells: string[],
  mapping: ImportMapping,
  fields: readonly ImportField[],
): Record<string, string> {
  const texts: Record<string, string> = {}
  const joints = new Map(fields.map(({ key, joinedBy }) => [key, joinedBy ?? ' ']))
  mapping.forEach((keys, column) => {
    const text = (cells[column] ?? '').trim()
    for (const key of keys) {
      const before = texts[key]
      texts[key] = before && text ? `${before}${joints.get(key)}${text}` : before || text
    }
  })
  return texts
}

/** The columns that a mapping fills, in the order of the file, each with the titles it comes from. */
export function mappedColumns(titles: string[], mapping: ImportMapping): { field: string; title: string }[] {
  const columns = new Map<string, string[]>()
  mapping.forEach((keys, column) => {
    for (const key of keys) columns.set(key, [...(columns.get(key) ?? []), titles[column]?.trim() ?? ''])
  })
  return [...columns].map(([field, names]) => ({ field, title: names.filter(Boolean).join(' + ') || field }))
}
