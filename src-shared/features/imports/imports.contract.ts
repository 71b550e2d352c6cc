import { z } from 'zod'
import { rowId } from '../../kit/fields.ts'
import {
  type ImportProblem,
  importChoices,
  maxFieldsOfColumn,
  maxImportColumns,
  repeatDecisions,
} from '../../kit/import.ts'
import { type DateDoubt, dateCenturies, dateEpochs, dateOrders } from '../../kit/import-reading.ts'
import { command, output, type Permission, query } from '../../kit/procedure.ts'
import { base64Length, importTableContract } from './imports.table.contract.ts'

/** LIST: registers that can be imported into, and what somebody must be allowed to do to fill one. */
export const importPermissions = {
  volunteers: 'volunteers.write',
  agreements: 'agreements.write',
  hours: 'hours.write',
  units: 'units.write',
  staff: 'staff.write',
} as const satisfies Record<string, Permission>
export type ImportRegisterName = keyof typeof importPermissions
export const importRegisters = Object.keys(importPermissions) as [ImportRegisterName]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const
export const separators = [';', ',', '\t', '|'] as const

/** How the file is read; found by the program, changeable by the clerk. A workbook has neither encoding nor separator. */
export const importOptions = z.object({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators).nullable(),
  /** The place of the sheet in its workbook, from 0. */
  sheet: z.int().min(0).max(1000).default(0),
  /** The place of the row of titles, from 0, rows above which are left out; -1 where the file has none. */
  headerRow: z.int().min(-1).max(1000),
  /** By column: the fields that it fills. Several columns of one field are joined in the order of the file. */
  mapping: z.array(z.array(z.string().max(40)).max(maxFieldsOfColumn)).max(maxImportColumns),
})
export type ImportOptions = z.output<typeof importOptions>

const fieldDecision = z.object({
  choice: z.enum(importChoices).optional(),
  text: z.string().max(4000).optional(),
  note: z.string().max(200).optional(),
  reference: z.int().positive().optional(),
})

/** What the clerk decided, by line of the file. */
export const importDecisions = z.record(
  z.string(),
  z.object({
    row: z.enum(['import', ...repeatDecisions]).optional(),
    target: z.int().positive().optional(),
    fields: z.record(z.string(), fieldDecision).optional(),
  }),
)

/** What the clerk decided for many rows at once. */
export const importRules = z.object({
  dates: z
    .record(
      z.string(),
      z.object({
        order: z.enum(dateOrders).optional(),
        century: z.enum(dateCenturies).optional(),
        serial: z.enum(dateEpochs).optional(),
      }),
    )
    .optional(),
  texts: z.record(z.string(), z.record(z.string().max(4000), fieldDecision)).optional(),
  repeats: z.enum(repeatDecisions).optional(),
})

const draft = rowId.extend({
  options: importOptions,
  decisions: importDecisions,
  rules: importRules.default({}),
})

/** Which rows of the dry run: all, those with remarks or decisions, those that wait, those that change a record. */
export const importViews = ['all', 'problems', 'undecided', 'changes'] as const

const rowFilter = z.object({
  show: z.enum(importViews).default('all'),
  /** Only rows with a problem of this kind (its text key). */
  problem: z.string().max(100).nullable().default(null),
  /** Only rows with a problem in this field. */
  field: z.string().max(40).nullable().default(null),
})
export type ImportRowFilter = z.output<typeof rowFilter>

/** What the program found in a file. */
export interface OpenedImport {
  id: number
  fileName: string
  options: ImportOptions
  /** The names of the sheets; none where the file has but one. */
  sheets: string[]
  /** Were the columns assigned as for the last file with the same titles? */
  isRemembered: boolean
  /** The first rows as they stand, for choosing the row of titles. */
  sample: string[][]
  /** All fields of the register, in the order in which they are offered for mapping. */
  fields: string[]
  /** When this very file was imported before, or null. */
  importedAt: string | null
  /** When that import was undone, or null. */
  undoneAt: string | null
}

/** One row of the dry run. */
export interface DryRunRow {
  /** The line in the file, counted from 1 as a spreadsheet does. */
  line: number
  /** By field: the text of the cell, as corrected. */
  cells: Record<string, string>
  /** `undecided`: a problem of this row waits for a decision. */
  action: 'create' | 'change' | 'skip' | 'undecided'
  problems: ImportProblem[]
  /** Where a record is to be changed: which one, and by field what stands there before and after. */
  change: { id: number; label: string; fields: Record<string, [unknown, unknown]> } | null
}

/** Dates of one column that can be read in more than one way, whether that was decided or not. */
export interface DateColumn {
  field: string
  title: string
  /** By doubt: how many cells have it, and some of them. */
  doubts: { doubt: DateDoubt; count: number; examples: string[] }[]
}

/** What would happen. Nothing has been written. */
export interface DryRun {
  totals: {
    rows: number
    create: number
    change: number
    skip: number
    undecided: number
    warnings: number
  }
  /** Titles of the mapped columns by field, in the order of the file. */
  columns: { field: string; title: string }[]
  rows: DryRunRow[]
  /** How many rows the chosen view has; `rows` is a part of them. */
  shownRows: number
  /** How many rows the register surely has already, unless one decided about the row itself. */
  repeats: number
  /** May rows change records that are there? */
  mayChange: boolean
  /** By kind (text key, and the names of its parameters) and by field: how many rows have such a problem. */
  problemKinds: { key: string; params: string[]; rows: number }[]
  problemFields: { field: string; rows: number }[]
  dates: DateColumn[]
  /** Places that are not in the register of units yet and will be entered. */
  newUnits: string[]
}

/** A problem as it is written into a file of problems. */
export interface ProblemLine {
  line: number
  field: string
  /** The title of its column. */
  title: string
  value: string
  level: ImportProblem['level']
  key: string
  params?: ImportProblem['params']
}

/** One finished import. */
export interface ImportLine {
  id: number
  register: ImportRegisterName
  fileName: string
  finishedAt: string
  importedRows: number
  changedRows: number
  skippedRows: number
  userName: string
  undoneAt: string | null
  undoneBy: string | null
  /** Records that stayed when it was undone. */
  keptRows: number
}

/** A record that undoing an import leaves as it is. */
export interface KeptRecord {
  kind: string
  recordId: number
  line: number
  label: string
  /** Key of the reason: `edited` since, `gone` already, `merged`, or the kind of what belongs to it. */
  reason: string
}

/** What undoing an import would do, or what its undoing left. */
export interface ImportUndo {
  import: ImportLine
  /** How many records would be removed, and how many brought back to what they were. */
  removed: number
  restored: number
  kept: number
  /** The first of those that are kept. */
  keptRecords: KeptRecord[]
}

/** How far something long is. */
export interface ImportProgress {
  phase: 'checking' | 'writing' | 'undoing'
  done: number
  total: number
}

export const importsContract = {
  ...importTableContract,

  /**
   * Takes a file (XLSX, ODS, CSV, TSV; at most 25 MB) and finds its encoding, separator, sheet, row of titles and columns;
   * columns that were assigned for the last file with the same titles are proposed again. Needs the permission
   * to write the register (`FORBIDDEN`), as everything about an import does. Refuses (`imports.errors.*`) what is no table. The file is kept until the import is done or given up;
   * one that was left is forgotten a day later, when the program starts or a file is opened.
   */
  open: command('imports.run', { largestBody: base64Length + 64 * 1024 })
    .input(
      z.object({
        register: z.enum(importRegisters),
        fileName: z.string().min(1).max(255),
        /** The bytes in base 64. */
        content: z.base64().max(base64Length, { error: 'imports.errors.tooLarge' }),
      }),
    )
    .output(output<OpenedImport>()),

  /**
   * Proposes the columns again, after the encoding, separator, sheet or row of titles was changed; without a row of
   * titles it is looked for.
   */
  guess: query('imports.run')
    .input(rowId.extend({ options: importOptions.omit({ mapping: true }).partial({ headerRow: true }) }))
    .output(output<OpenedImport>()),

  /**
   * The dry run: what each row would become, with every problem in its row and column. Writes nothing. `progress` and
   * `cancel` serve it too; a newer one of the same import takes the place of one that is under way. Refuses
   * (`imports.errors.checkCancelled`) when it was stopped.
   */
  preview: query('imports.run')
    .input(
      draft.extend(rowFilter.shape).extend({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(output<DryRun>()),

  /**
   * The problems of the rows that a filter leaves, in the order of the file, for a file of problems; at most 5000 at once.
   * A command, because what leaves the program is noted in the history.
   */
  problems: command('imports.run')
    .input(draft.extend(rowFilter.shape).extend({ offset: z.int().min(0).default(0) }))
    .output(output<{ problems: ProblemLine[]; total: number }>()),

  /**
   * Writes all rows or none, in one transaction. Refuses (`imports.errors.undecided`) while a problem waits for
   * a decision, (`imports.errors.nothing`) where no row would be written, (`imports.errors.cancelled`) when it was
   * stopped on the way.
   */
  run: command('imports.run').input(draft).output(output<ImportLine>()),

  /** How far one's own running import, dry run or undoing is; null when none runs. */
  progress: query('imports.run').input(rowId).output(output<ImportProgress | null>()),

  /** Asks what `progress` tells of to stop; everything it wrote is undone. Changes nothing in the database itself. */
  cancel: query('imports.run').input(rowId).output(output<void>()),

  /** Gives up a prepared import and forgets its file. */
  discard: command('imports.run').input(rowId).output(output<void>()),

  /** The imports that were carried out into registers that one may write, newest first; undone ones included. */
  list: query('imports.run').output(output<ImportLine[]>()),

  /**
   * What undoing an import would do now: new records are removed and changed ones brought back to what they were, but
   * for those that were edited since, and those to which something else belongs by now; these are named with the reason.
   * Of an import that is undone it tells what was kept.
   */
  undoPreview: query('imports.run').input(rowId).output(output<ImportUndo>()),

  /**
   * Undoes an import as `undoPreview` tells, in one transaction. Numbers of volunteers that it took are not given again;
   * numbers of agreements are, where none was given after them. Refuses (`imports.errors.alreadyUndone`) what was
   * undone, (`imports.errors.nothingToUndo`) where everything would be kept, (`imports.errors.undoCancelled`) when
   * it was stopped.
   */
  undo: command('imports.run').input(rowId).output(output<ImportUndo>()),
}
