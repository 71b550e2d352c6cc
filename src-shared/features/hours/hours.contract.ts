import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, optionalText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import { hoursRegister } from './hours.register.ts'
import { dayMinutes, stepMinutes } from './hours.rules.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'validation.day' })
const minutes = z.int().min(stepMinutes).max(dayMinutes).multipleOf(stepMinutes)

/** One entry of the log, as the import reuses it field by field. */
export const hoursShape = {
  agreementId: z.int().positive(),
  servedOn: day,
  minutes,
  /** Empty: where the agreement says. */
  place: optionalText(200),
  /** Empty: what the agreement says. */
  task: optionalText(400),
}
export const hoursFields = z.object(hoursShape)
export type HoursFields = z.output<typeof hoursFields>

export interface HourEntry extends HoursFields {
  id: number
  volunteerId: number
  confirmedAt: string | null
  confirmedBy: string | null
  version: number
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
  days: { day: Day; minutes: number; entries: number; isConfirmed: boolean }[]
}

export interface MonthOfHours {
  lines: MonthLine[]
  /** How many lines there are in all; a page has at most `linesOfPage`. */
  count: number
}

/** The most lines of the grid that are shown at once. */
export const linesOfPage = 100

/** What a line or a person has in a month, in minutes. */
export interface MonthSum {
  month: string
  minutes: number
  confirmedMinutes: number
}

const cell = z.object({
  agreementId: z.int().positive(),
  day,
  /** 0 clears the cell. */
  minutes: z.int().min(0).max(dayMinutes).multipleOf(stepMinutes),
})
/** A cell that was not written, and why. */
export interface RefusedCell extends FieldProblem {
  agreementId: number
  day: Day
}

export const hoursContract = {
  ...listProcedures(hoursRegister),

  /** The log of a month: the agreements in force in it, by name, of one unit or of all. A head sees those of the own unit. */
  month: query('hours.read')
    .input(
      z.object({
        month,
        unitId: z.int().positive().nullable().default(null),
        volunteerId: z.int().positive().nullable().default(null),
        offset: z.int().min(0).default(0),
      }),
    )
    .output(output<MonthOfHours>()),

  /** What a volunteer served, by month, the latest first. */
  months: query('hours.read')
    .input(z.object({ volunteerId: z.int().positive() }))
    .output(output<MonthSum[]>()),

  /**
   * Writes cells of the grid. What may not be is left out and told (`hours.errors.*`); the others are written all the same.
   * A cell with several entries, or with a confirmed one, is not written over.
   */
  save: command('hours.write')
    .input(z.object({ cells: z.array(cell).min(1).max(3200) }))
    .output(output<{ saved: number; refused: RefusedCell[] }>()),

  /** One entry, with its place and task. */
  get: query('hours.read').input(rowId).output(output<HourEntry>()),

  /**
   * Enters a time. Refuses (`hours.errors.*`) beside its day what is outside the agreement's period, not yet served, or more
   * than a day holds.
   */
  create: command('hours.write').input(hoursFields).output(output<HourEntry>()),

  /** Changes an entry that is not confirmed. */
  change: command('hours.write').input(hoursFields.safeExtend(rowVersion.shape)).output(output<HourEntry>()),

  /** Takes out an entry that is not confirmed. */
  remove: command('hours.write').input(rowVersion).output(output<void>()),

  /** Confirms all entries of agreements in a month; answers how many. */
  confirm: command('hours.confirm')
    .input(z.object({ month, agreementIds: z.array(z.int().positive()).min(1).max(linesOfPage) }))
    .output(output<number>()),

  /** Takes a confirmation back, so that the hours can be corrected; answers how many entries are open again. */
  reopen: command('hours.confirm')
    .input(z.object({ month, agreementIds: z.array(z.int().positive()).min(1).max(linesOfPage) }))
    .output(output<number>()),
}
