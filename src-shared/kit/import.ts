import { type Day, dayFrom, yearOf } from './dates.ts'
import { fold } from './polish.ts'
import { cleanText } from './printable.ts'
import type { FieldProblem } from './procedure.ts'

/** The largest file that is taken, in bytes. */
export const maxImportBytes = 10 * 1024 * 1024

/** The most columns that a table may have. */
export const maxImportColumns = 200

/** One field that a spreadsheet may bring: its key and the column titles under which offices keep it. */
export interface ImportField {
  key: string
  headers: readonly string[]
}

/**
 * What a clerk may decide about a problem besides correcting the cell: take it as it stands, leave the field
 * empty, take the value from the PESEL, or leave it empty and keep the text in the notes.
 */
export type ImportChoice = 'keep' | 'clear' | 'fromPesel' | 'toNotes'

/** Somebody or something a row may refer to, or be a duplicate of. */
export interface ImportCandidate {
  /** The record's id; null for an earlier row of the same file. */
  id: number | null
  line: number | null
  label: string
  details: string[]
}

/**
 * Something about one cell. An `error` must be decided before anything is written; a `warning` need not.
 * `candidates` are offered where the row refers to a person or resembles one.
 */
export interface ImportProblem extends FieldProblem {
  field: string
  level: 'error' | 'warning'
  choices: ImportChoice[]
  candidates?: ImportCandidate[]
  /** Is this surely what the register has already, as when a file is imported a second time? */
  isRepeat?: boolean
}

/** What a clerk decided about one cell. `note` says why a doubtful value is kept, in the clerk's words. */
export interface FieldDecision {
  choice?: ImportChoice | undefined
  text?: string | undefined
  note?: string | undefined
}

/** What a clerk decided about one row. */
export interface RowDecision {
  /** Leave the row out, or import it although it resembles another. */
  row?: 'import' | 'skip' | undefined
  /** By field: a choice, or a corrected text. */
  fields?: Record<string, FieldDecision> | undefined
  /** By field: the id of the record it refers to. */
  references?: Record<string, number> | undefined
}

/** Decisions by line of the file. */
export type ImportDecisions = Record<string, RowDecision>

/** The value that a text was read as, what is doubtful about it, or both. */
export interface Reading<Value> {
  value?: Value
  problem?: FieldProblem
}

/** Reads a cell and applies what the clerk decided about it; collects problems and texts that go to the notes. */
export interface RowReader {
  /** The text of a cell, cleaned: as corrected, or as it stands in the file. */
  text(field: string): string
  /**
   * The value of a field. An empty cell gives `empty`; a text that cannot be read gives `empty` and an error
   * with these choices, until one is made.
   */
  read<Value>(
    field: string,
    empty: Value,
    choices: ImportChoice[],
    readText: (text: string) => Reading<Value>,
    fromPesel?: Value,
  ): Value
  /** Why the clerk keeps a doubtful value. */
  reasonFor(field: string): string
  problem(problem: ImportProblem): void
  readonly problems: ImportProblem[]
  /** The text that was put off from this field, which then stays out of the notes; empty where none was. */
  takePutOff(field: string): string
  /**
   * The notes cell and everything that was put off to the notes, each under the title of its column. More than
   * notes can hold is an error of the field `notes`; nothing is cut.
   */
  notes(): string
}

/** The cells of one row by field, and the titles of their columns. */
export interface ImportCells {
  texts: Record<string, string>
  titles: Record<string, string>
}

/** The most letters that the notes of any register hold. */
const longestNotes = 4000

/** A reader of one row. */
export function rowReader(cells: ImportCells, decision: RowDecision = {}): RowReader {
  const problems: ImportProblem[] = []
  const putOff = new Map<string, string>()
  const decided = (field: string) => decision.fields?.[field] ?? {}
  const text = (field: string) => cleanText(decided(field).text ?? cells.texts[field] ?? '').trim()
  return {
    text,
    problems,
    reasonFor: (field) => (decided(field).note ?? '').trim(),
    takePutOff(field) {
      const kept = putOff.get(field) ?? ''
      putOff.delete(field)
      return kept
    },
    notes() {
      const others = [...putOff].map(([field, kept]) => `${cells.titles[field] ?? field}: ${kept}`)
      const notes = [text('notes'), ...others].filter(Boolean).join('\n')
      if (notes.length > longestNotes) {
        const params = { max: longestNotes }
        problems.push({ field: 'notes', level: 'error', key: 'validation.tooLong', params, choices: [] })
      }
      return notes
    },
    problem: (problem) => problems.push(problem),
    read(field, empty, choices, readText, fromPesel) {
      const raw = text(field)
      if (raw === '') return empty
      const { value, problem } = readText(raw)
      if (!problem) return value ?? empty
      const offered = choices.filter(
        (choice) =>
          (choice !== 'keep' || value !== undefined) && (choice !== 'fromPesel' || fromPesel !== undefined),
      )
      const choice = decided(field).choice
      if (choice && offered.includes(choice)) {
        if (choice === 'toNotes') putOff.set(field, raw)
        if (choice === 'keep' && value !== undefined) return value
        if (choice === 'fromPesel' && fromPesel !== undefined) return fromPesel
        return empty
      }
      problems.push({ field, level: 'error', choices: offered, ...problem })
      return empty
    },
  }
}

/**
 * Reads a date as Polish spreadsheets hold it: `22.11.2026`, `22-11-2026`, `2026-11-22`. What could be read two
 * ways is never guessed: a two-digit year, and day and month separated by a slash where both are 12 or less
 * (a program with American settings may have written it).
 */
export function readOfficeDay(text: string): Reading<Day> {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?.*)?$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})([-./ ])(\d{1,2})[-./ ](\d{4}|\d{2})\s*r?\.?$/.exec(text)
  if (!parts) return { problem: { key: 'imports.problems.notADate' } }
  const [first, separator, second, year] = [Number(parts[1]), parts[2], Number(parts[3]), parts[4] ?? '']
  if (year.length === 2) return { problem: { key: 'imports.problems.twoDigitYear' } }
  if (separator === '/' && first <= 12 && second <= 12 && first !== second) {
    return { problem: { key: 'imports.problems.ambiguousDate' } }
  }
  return existing(Number(year), second, first)
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

/** Reads a number as Poles write it: `2,5`, `1 343 278,00`, `18.000,00`, and `2.5` as spreadsheets store it. */
export function readOfficeNumber(text: string): Reading<number> {
  const compact = text.replace(/[\s\u00a0]/g, '')
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)
  const plain = (isGrouped ? compact.replaceAll('.', '') : compact).replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain)
    ? { value: Number(plain) }
    : { problem: { key: 'imports.problems.notANumber' } }
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

/**
 * Which column holds which field, by the titles: an exact title first, then one that begins with a known title.
 * Each field is proposed once; a column that nobody knows stays out.
 */
export function guessMapping(titles: string[], fields: readonly ImportField[]): (string | null)[] {
  const mapping: (string | null)[] = titles.map(() => null)
  const used = new Set<string>()
  const tidied = titles.map((title) => tidyTitle(title.slice(0, longestTitle)))
  const known = fields.map(({ key, headers }) => ({ key, headers: headers.map(tidyTitle) }))
  for (const isMatch of [
    (title: string, header: string) => title === header,
    (title: string, header: string) => header.length > 2 && title.startsWith(`${header} `),
  ]) {
    tidied.forEach((title, column) => {
      if (mapping[column] || !title) return
      const field = known.find(
        ({ key, headers }) => !used.has(key) && headers.some((header) => isMatch(title, header)),
      )
      if (!field) return
      mapping[column] = field.key
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

/** The row that holds the titles: the one among the first twenty in which most fields are recognised. */
export function guessHeaderRow(rows: string[][], fields: readonly ImportField[]): number {
  let best = { row: 0, matches: 0 }
  rows.slice(0, 20).forEach((cells, row) => {
    const matches = guessMapping(cells, fields).filter(Boolean).length
    if (matches > best.matches) best = { row, matches }
  })
  return best.row
}
