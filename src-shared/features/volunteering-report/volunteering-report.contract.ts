import { z } from 'zod'
import { optionalText, rowId } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { type ExportedList, exportFormats, type PrintedList } from '../../kit/register/export.ts'
import {
  type ReportBasis,
  type ReportContent,
  reportBases,
  reportShows,
  reportWays,
  type ToldTable,
} from './volunteering-report.rules.ts'

/** With how many years before it a year may be compared. */
export const mostCompared = 4

/** Which year, which agreements count in it, how many years stand beside, and the unit; null: the whole centre. */
const asked = z.object({
  year: z.int().min(1990).max(2100),
  basis: z.enum(reportBases).default('inForce'),
  compared: z.int().min(0).max(mostCompared).default(0),
  unitId: z.int().positive().nullable().default(null),
})

const way = z.enum(reportWays)
/** People and agreements, or hours. */
const show = z.enum(reportShows).default('people')
const language = z.enum(['pl', 'en']).default('pl')
/** Who reads the page: people of the centre, or anybody, whom it must not tell who somebody is. */
const audience = z.enum(['inside', 'outside']).default('inside')

export type ReportAsked = z.output<typeof asked>
export type ReportAudience = z.output<typeof audience>

/** A frozen report as a list has it. */
export interface FrozenReport {
  id: number
  year: number
  basis: ReportBasis
  unitId: number | null
  unitName: string | null
  note: string
  frozenOn: string
  frozenByName: string
}

/** A frozen report, and what the same report would say now. */
export interface OpenedReport extends FrozenReport {
  content: ReportContent
  present: ReportContent
}

export const volunteeringReportContract = {
  /**
   * The year in volunteering by units, activities, categories, age bands or months. Persons are people with an agreement
   * that counts, each once in a line; agreements are agreements. Hours are those that were served in the year, in minutes,
   * confirmed and not; under an activity those whose entry names it or names none. A head sees the own unit, whatever is
   * asked.
   */
  table: query('agreements.read')
    .input(asked.extend({ by: way }))
    .output(output<ToldTable>()),

  /** The same as a file: a line each and the whole, of people and agreements or of hours. The history keeps who took it. */
  export: command('agreements.read')
    .input(asked.extend({ by: way, show, format: z.enum(exportFormats), language }))
    .output(output<ExportedList>()),

  /**
   * The year in all ways as pages to print on A4. Those for outside leave out figures about fewer than five people, and
   * those from which they could be worked out. The history keeps who took it, and for whom.
   */
  print: command('agreements.read').input(asked.extend({ audience, language })).output(output<PrintedList>()),

  /** Keeps the report as it stands today: nothing that happens later alters it. */
  freeze: command('volunteeringReport.freeze')
    .input(asked.extend({ note: optionalText(200) }))
    .output(output<{ id: number }>()),

  /** Frozen reports, the newest first. A head sees those of the own unit. */
  frozen: query('agreements.read').output(output<FrozenReport[]>()),

  /** A frozen report beside what it would say now. Refuses `NOT_FOUND` also one of another unit than the head's. */
  openFrozen: query('agreements.read').input(rowId).output(output<OpenedReport>()),

  /** A frozen report as a file. Refuses like `openFrozen`. */
  exportFrozen: command('agreements.read')
    .input(rowId.extend({ by: way, show, format: z.enum(exportFormats), language }))
    .output(output<ExportedList>()),

  /** A frozen report as pages to print, with the day and who froze it. Refuses like `openFrozen`. */
  printFrozen: command('agreements.read')
    .input(rowId.extend({ audience, language }))
    .output(output<PrintedList>()),
}
