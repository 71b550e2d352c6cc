import type { Day } from './dates.ts'
import { type DateReading, type Reading, readOfficeDay } from './import-reading.ts'
import type { Likeness } from './likeness/likeness.ts'
import { fold } from './polish.ts'
import { cleanText } from './printable.ts'
import type { FieldProblem } from './procedure.ts'

/** The largest file that is taken, in bytes. */
export const maxImportBytes = 25 * 1024 * 1024

/** The most columns that a table may have. */
export const maxImportColumns = 200

/** The most fields that one column may fill. */
export const maxFieldsOfColumn = 4

/** One field that a spreadsheet may bring: its key and the column titles under which offices keep it. */
export interface ImportField {
  key: string
  headers: readonly string[]
  /** Set where the field is a day: dates that can be read in two ways are decided for the whole column. */
  type?: 'day'
  /** What stands between the texts of several columns of this field; a blank where nothing is said. */
  joinedBy?: string
}

/**
 * What a clerk may decide about a problem besides correcting the cell: take it as it stands, leave the field
 * empty, take the value from the PESEL, leave it empty and keep the text in the notes, or enter what it refers to.
 */
export const importChoices = ['keep', 'clear', 'fromPesel', 'toNotes', 'create'] as const
export type ImportChoice = (typeof importChoices)[number]

/** Somebody or something a row may refer to, or be a duplicate of. */
export interface ImportCandidate {
  /** The record's id; null for an earlier row of the same file. */
  id: number | null
  line: number | null
  label: string
  details: string[]
  /** How alike the row and it are, where it may be the same. */
  likeness?: Likeness
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
  /** What a choice would put into the field, where that is not plain. */
  values?: { fromPesel?: Day }
  /** Is this surely what the register has already, as when a file is imported a second time? */
  isRepeat?: boolean
  /** How many rows wait for a decision about the same text in this field; told of rows that are shown. */
  sameText?: number
}

/**
 * What a clerk decided about one cell: a choice, a corrected text, or the id of the record it refers to. `note` says
 * why a doubtful value is kept, in the clerk's words.
 */
export interface FieldDecision {
  choice?: ImportChoice | undefined
  text?: string | undefined
  note?: string | undefined
  reference?: number | undefined
}

/**
 * What becomes of a row that the register has already, or seems to have: left out; its cells put into the fields of
 * that record that are empty; or put over what stands there. An empty cell never empties a field.
 */
export const repeatDecisions = ['skip', 'fill', 'overwrite'] as const
export type RepeatDecision = (typeof repeatDecisions)[number]

/** What a clerk decided about one row. */
export interface RowDecision {
  /** Import it although it resembles another, or what becomes of a row that is there already. */
  row?: 'import' | RepeatDecision | undefined
  /** The id of the record that is changed, where the row resembles several. */
  target?: number | undefined
  fields?: Record<string, FieldDecision> | undefined
}

/** Decisions by line of the file. */
export type ImportDecisions = Record<string, RowDecision>

/** Decisions that hold for many rows at once; one about a row itself goes before them. */
export interface ImportRules {
  /** By field: how its dates are read. */
  dates?: Record<string, DateReading> | undefined
  /** By field and folded text: the decision about every cell with that text. */
  texts?: Record<string, Record<string, FieldDecision>> | undefined
  /** What becomes of all rows that the register surely has already. */
  repeats?: RepeatDecision | undefined
}

/** The decision about a row, with what the rules say of its cells. */
export function decisionOf(
  texts: Record<string, string>,
  decision: RowDecision | undefined,
  rules: ImportRules,
): RowDecision {
  if (!rules.texts) return decision ?? {}
  const ruled: Record<string, FieldDecision> = {}
  for (const [field, byText] of Object.entries(rules.texts)) {
    const key = fold(texts[field] ?? '')
    if (key && Object.hasOwn(byText, key)) ruled[field] = byText[key] ?? {}
  }
  return { ...decision, fields: { ...ruled, ...decision?.fields } }
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
  /** The value of a cell that holds a date, read as was decided for its column; null where there is none. */
  readDay(field: string, choices: ImportChoice[], fromPesel?: Day): Day | null
  /** Reads a date as was decided for the column of this field. */
  dayOf(field: string, text: string): Reading<Day>
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

/** A reader of one row; `decision` already has what holds for many rows (`decisionOf`). */
export function rowReader(
  cells: ImportCells,
  decision: RowDecision = {},
  dates: Record<string, DateReading> = {},
  today: Day = '',
): RowReader {
  const problems: ImportProblem[] = []
  const putOff = new Map<string, string>()
  const decided = (field: string) => decision.fields?.[field] ?? {}
  const text = (field: string) => cleanText(decided(field).text ?? cells.texts[field] ?? '').trim()
  const reader: RowReader = {
    text,
    problems,
    dayOf: (field, dateText) => readOfficeDay(dateText, dates[field], today),
    readDay: (field, choices, fromPesel) =>
      reader.read<Day | null>(field, null, choices, (dateText) => reader.dayOf(field, dateText), fromPesel),
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
      const values = offered.includes('fromPesel') ? { values: { fromPesel: String(fromPesel) } } : {}
      problems.push({ field, level: 'error', choices: offered, ...values, ...problem })
      return empty
    },
  }
  return reader
}
