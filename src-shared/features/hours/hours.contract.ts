import { z } from 'zod'
import { dayMinutes } from '../../kit/clock.ts'
import type { Day } from '../../kit/dates.ts'
import { day, optionalText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'
import { type ExportedList, exportFormats, type PrintedList } from '../../kit/register/export.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import { hoursRegister } from './hours.register.ts'
import { mostCells, type ServedTime, stepMinutes } from './hours.rules.ts'

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'validation.month' })
const minutes = z.int().min(stepMinutes).max(dayMinutes).multipleOf(stepMinutes)
const minuteOfDay = z.int().min(0).max(dayMinutes).nullable().default(null)

/** Is the length the time between the hours of the day, or are these not noted? */
function isServedTime({ minutes: length, fromMinute, toMinute }: ServedTime): boolean {
  if (fromMinute === null || toMinute === null) return fromMinute === toMinute
  return toMinute - fromMinute === length
}
const spanRefused = { path: ['toMinute'], error: 'hours.errors.span' }

/** One entry of the log. */
const hoursFields = z
  .object({
    agreementId: z.int().positive(),
    servedOn: day,
    minutes,
    /** Minutes of the day from and to which it lasted; both null where that was not noted. */
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
    /** Empty: where the agreement says. */
    place: optionalText(200),
    /** Empty: what the agreement says. */
    task: optionalText(400),
  })
  .refine(isServedTime, spanRefused)
export type HoursFields = z.output<typeof hoursFields>

export interface HourEntry extends HoursFields {
  id: number
  volunteerId: number
  confirmedAt: string | null
  confirmedBy: string | null
  version: number
}

/** What was served under an agreement on a day. */
export interface DayServed {
  day: Day
  minutes: number
  entries: number
  /** How many of the entries are confirmed. */
  confirmed: number
  /** From when to when the first of them began and the last ended, where all have it. */
  fromMinute: number | null
  toMinute: number | null
}

/** One line of the grid: an agreement that is in force in the month, and what was served under it. */
export interface MonthLine {
  agreementId: number
  volunteerId: number
  volunteerName: string
  number: string
  unitName: string | null
  startsOn: Day
  endsOn: Day | null
  days: DayServed[]
  /** What nobody has confirmed yet. */
  openMinutes: number
  /** Who confirmed last, and when; null where nothing is confirmed. */
  confirmedBy: string | null
  confirmedAt: string | null
}

export interface MonthOfHours {
  lines: MonthLine[]
  /** How many lines there are in all; a page has at most `linesOfPage`. */
  count: number
  /** The minutes of all lines, shown or not, by day. */
  sums: Record<Day, number>
}

/** The most lines of the grid that are shown at once. */
export const linesOfPage = 100

/** What a line or a person has in a month, in minutes. */
export interface MonthSum {
  month: string
  minutes: number
  confirmedMinutes: number
}

/** By what hours are added up. */
export const totalWays = ['unit', 'project', 'month', 'volunteer'] as const
export type TotalWay = (typeof totalWays)[number]

/** The most lines of a table of totals. */
export const mostTotals = 200

/** One line of the totals, in minutes. */
export interface HoursTotal {
  /** The id of the unit, project or volunteer; null for those of none, and for a month. */
  id: number | null
  /** The name, or the month (`2026-11`); empty for those of none. */
  name: string
  minutes: number
  confirmedMinutes: number
  /** How many people served. */
  volunteers: number
}

const cell = z
  .object({
    agreementId: z.int().positive(),
    day,
    /** 0 clears the cell. */
    minutes: z.int().min(0).max(dayMinutes).multipleOf(stepMinutes),
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
  })
  .refine(isServedTime, spanRefused)
export type HoursCell = z.output<typeof cell>

/** A cell that was not written, and why. */
export interface RefusedCell extends FieldProblem {
  agreementId: number
  day: Day
}

const shownMonth = z.object({ month, unitId: z.int().positive().nullable().default(null) })
const language = z.enum(['pl', 'en']).default('pl')

export const hoursContract = {
  ...listProcedures(hoursRegister),

  /** The log of a month: the agreements in force in it, by name, of one unit or of all. A head sees those of the own unit. */
  month: query('hours.read')
    .input(
      shownMonth.extend({
        volunteerId: z.int().positive().nullable().default(null),
        offset: z.int().min(0).default(0),
      }),
    )
    .output(output<MonthOfHours>()),

  /** The same log of all lines as a file, with a column a day. What leaves the program is noted in the history. */
  exportMonth: command('hours.read')
    .input(shownMonth.extend({ format: z.enum(exportFormats), language }))
    .output(output<ExportedList>()),

  /** The same as pages to print, A4 lying. Refuses more than 2,000 lines (`list.errors.tooLongToPrint`). */
  printMonth: command('hours.read').input(shownMonth.extend({ language })).output(output<PrintedList>()),

  /** What was served by month, the latest first: by a volunteer, or under one agreement. */
  months: query('hours.read')
    .input(
      z.object({
        volunteerId: z.int().positive().nullable().default(null),
        agreementId: z.int().positive().nullable().default(null),
      }),
    )
    .output(output<MonthSum[]>()),

  /**
   * What was served from one month to another, by unit, project, month or volunteer; the most first, months in their
   * order; at most `mostTotals` lines. `whole` counts all of them.
   */
  totals: query('hours.read')
    .input(
      z.object({
        from: month,
        to: month,
        by: z.enum(totalWays),
        unitId: z.int().positive().nullable().default(null),
      }),
    )
    .output(output<{ lines: HoursTotal[]; whole: HoursTotal }>()),

  /**
   * Writes cells of the grid. What may not be is left out and told (`hours.errors.*`); the others are written all the same.
   * A cell with several entries, or with a confirmed one, is not written over; nor is one emptied whose entry has a place
   * or tasks, which the grid does not show.
   */
  save: command('hours.write')
    .input(z.object({ cells: z.array(cell).min(1).max(mostCells) }))
    .output(output<{ saved: number; refused: RefusedCell[] }>()),

  /** One entry, with its place and task. */
  get: query('hours.read').input(rowId).output(output<HourEntry>()),

  /**
   * Enters a time. Refuses (`hours.errors.*`) beside its day what is outside the agreement's period, not yet served, more
   * than a day holds, or at the same hours as another entry of the person.
   */
  create: command('hours.write').input(hoursFields).output(output<HourEntry>()),

  /** Changes an entry that is not confirmed; refuses likewise. */
  change: command('hours.write').input(hoursFields.safeExtend(rowVersion.shape)).output(output<HourEntry>()),

  /** Takes out an entry that is not confirmed. */
  remove: command('hours.write').input(rowVersion).output(output<void>()),

  /**
   * Confirms all entries of agreements in a month, as the caller saw them: `minutes` is what was not yet confirmed.
   * An agreement that has other hours by now is left out and told. Answers how many entries, and the instant by which
   * `reopen` takes just these back.
   */
  confirm: command('hours.confirm')
    .input(
      z.object({
        month,
        lines: z
          .array(z.object({ agreementId: z.int().positive(), minutes: z.int().min(0) }))
          .min(1)
          .max(linesOfPage),
      }),
    )
    .output(output<{ count: number; confirmedAt: string; changed: number[] }>()),

  /**
   * Takes a confirmation back, so that the hours can be corrected; answers how many entries are open again.
   * `confirmedAt` narrows to what was confirmed at that instant.
   */
  reopen: command('hours.confirm')
    .input(
      z.object({
        month,
        agreementIds: z.array(z.int().positive()).min(1).max(linesOfPage),
        confirmedAt: z.string().max(40).nullable().default(null),
      }),
    )
    .output(output<number>()),
}
