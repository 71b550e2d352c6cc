import { z } from 'zod'
import { rowId } from '../../kit/fields.ts'
import { type ImportProblem, maxImportBytes, maxImportColumns } from '../../kit/import.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** Registers that can be imported into. */
export const importRegisters = ['volunteers', 'agreements'] as const
export type ImportRegisterName = (typeof importRegisters)[number]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const
export const separators = [';', ',', '\t', '|'] as const

/** How the file is read; found by the program, changeable by the clerk. A workbook has neither encoding nor separator. */
export const importOptions = z.object({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators).nullable(),
  /** The row that holds the titles, counted from 0; rows above it are left out. */
  headerRow: z.int().min(0).max(1000),
  /** By column: the field it holds, or null. */
  mapping: z
    .array(z.string().max(40).nullable())
    .max(maxImportColumns)
    .refine((mapping) => mapping.every((field, at) => field === null || mapping.indexOf(field) === at), {
      error: 'imports.errors.mappedTwice',
    }),
})
export type ImportOptions = z.output<typeof importOptions>

const fieldDecision = z.object({
  choice: z.enum(['keep', 'clear', 'fromPesel', 'toNotes']).optional(),
  text: z.string().max(4000).optional(),
  note: z.string().max(200).optional(),
})

/** What the clerk decided, by line of the file. */
export const importDecisions = z.record(
  z.string(),
  z.object({
    row: z.enum(['import', 'skip']).optional(),
    fields: z.record(z.string(), fieldDecision).optional(),
    references: z.record(z.string(), z.int().positive()).optional(),
  }),
)

const draft = rowId.extend({ options: importOptions, decisions: importDecisions })

/** What the program found in a file. */
export interface OpenedImport {
  id: number
  fileName: string
  options: ImportOptions
  /** The first rows as they stand, for choosing the row of titles. */
  sample: string[][]
  /** All fields of the register, in the order in which they are offered for mapping. */
  fields: string[]
  /** When this very file was imported before, or null. */
  importedAt: string | null
}

/** One row of the dry run. */
export interface DryRunRow {
  /** The line in the file, counted from 1 as a spreadsheet does. */
  line: number
  /** By field: the text of the cell, as corrected. */
  cells: Record<string, string>
  /** `undecided`: a problem of this row waits for a decision. */
  action: 'create' | 'skip' | 'undecided'
  problems: ImportProblem[]
}

/** What would happen. Nothing has been written. */
export interface DryRun {
  totals: { rows: number; create: number; skip: number; undecided: number; warnings: number }
  /** Titles of the mapped columns by field, in the order of the file. */
  columns: { field: string; title: string }[]
  rows: DryRunRow[]
  /** How many rows the chosen view has; `rows` is a part of them. */
  shownRows: number
  /** The lines that wait for a decision because the register has them already; they can be left out together. */
  repeats: number[]
  /** Places that are not in the register of units yet and will be entered. */
  newUnits: string[]
  sample: string[][]
}

/** One finished import. */
export interface ImportLine {
  id: number
  register: ImportRegisterName
  fileName: string
  finishedAt: string
  importedRows: number
  skippedRows: number
  userName: string
}

export const importsContract = {
  /**
   * Takes a file (CSV or XLSX, at most 10 MB) and finds its encoding, separator, row of titles and columns.
   * Refuses (`imports.errors.*`) what is no table. The file is kept until the import is done or given up;
   * one that was left is forgotten a day later, when the program starts or a file is opened.
   */
  open: command('imports.run')
    .input(
      z.object({
        register: z.enum(importRegisters),
        fileName: z.string().min(1).max(255),
        /** The bytes in base 64. */
        content: z
          .base64()
          .max(Math.ceil((maxImportBytes * 4) / 3) + 4, { error: 'imports.errors.tooLarge' }),
      }),
    )
    .output(output<OpenedImport>()),

  /** Proposes the columns again, after the encoding, separator or row of titles was changed. */
  guess: query('imports.run')
    .input(rowId.extend({ options: importOptions.omit({ mapping: true }) }))
    .output(output<OpenedImport>()),

  /** The dry run: what each row would become, with every problem in its row and column. Writes nothing. */
  preview: query('imports.run')
    .input(
      draft.extend({
        show: z.enum(['all', 'problems']).default('all'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(output<DryRun>()),

  /**
   * Writes all rows or none, in one transaction. Refuses (`imports.errors.undecided`) while a problem waits for
   * a decision, (`imports.errors.cancelled`) when it was stopped on the way.
   */
  run: command('imports.run').input(draft).output(output<ImportLine>()),

  /** How far one's own running import is; null when none runs. */
  progress: query('imports.run').input(rowId).output(output<{ done: number; total: number } | null>()),

  /** Asks one's own running import to stop; everything it wrote is undone. Changes nothing in the database itself. */
  cancel: query('imports.run').input(rowId).output(output<void>()),

  /** Gives up a prepared import and forgets its file. */
  discard: command('imports.run').input(rowId).output(output<void>()),

  /** The imports that were carried out, newest first. */
  list: query('imports.run').output(output<ImportLine[]>()),
}
