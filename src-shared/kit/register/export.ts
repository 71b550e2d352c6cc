import { z } from 'zod'
import { command, output } from '../procedure.ts'
import { orderedQueryOf, type Register } from './register.ts'
import { everyRow, selection } from './selection.ts'

/** A workbook, a text with semicolons, or a text to paste into a spreadsheet. */
export const exportFormats = ['xlsx', 'csv', 'clipboard'] as const

/** The most rows that go onto paper. */
export const maxPrintedRows = 2000

/** A file as the page saves it; of the clipboard only the text. */
export interface ExportedList {
  fileName: string
  /** The bytes in base 64; for the clipboard the text itself. */
  content: string
  rows: number
}

/** The pages of a printed list: one SVG with all pages below each other; sizes in points. */
export interface PrintedList {
  svg: string
  pages: number
  width: number
  height: number
}

/** Which rows and columns leave the program, and in which language their words are. */
function takenOut<R extends Register>(register: R) {
  const keys = Object.keys(register.fields) as [keyof R['fields'] & string]
  return orderedQueryOf(register).extend({
    selection: selection.default(everyRow),
    columns: z.array(z.enum(keys)).min(1).max(keys.length),
    language: z.enum(['pl', 'en']).default('pl'),
  })
}

/** The ways out of a register. Each is recorded: who, when, which columns, how many rows; never what was searched. */
export function exportProcedures<R extends Register>(register: R) {
  return {
    /**
     * The rows that a search, filters and a selection leave, in their order, as a file. Refuses `FORBIDDEN` a column that
     * the caller may not see. What the program writes it also imports.
     */
    export: command(register.read)
      .input(takenOut(register).extend({ format: z.enum(exportFormats) }))
      .output(output<ExportedList>()),

    /**
     * The same rows as pages to print, A4 lying, the titles on each. `filterWords` says what was searched and filtered,
     * as the page shows it. Refuses `FORBIDDEN` likewise, and more than 2,000 rows (`list.errors.tooLongToPrint`).
     */
    print: command(register.read)
      .input(takenOut(register).extend({ filterWords: z.array(z.string().max(400)).max(60).default([]) }))
      .output(output<PrintedList>()),
  }
}
