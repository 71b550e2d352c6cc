import { z } from 'zod'
import { day, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { type ExportedList, exportFormats } from '../../kit/register/export.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import {
  type CostRate,
  type LineFields,
  rateCodes,
  type SettlementFields,
  type SettlementSums,
  settlementFields,
} from './cost-settlements.fields.contract.ts'
import type { CountedLine } from './cost-settlements.lines.rules.ts'
import { type CostState, costSettlementsRegister } from './cost-settlements.register.ts'
import type { SettlementProblem } from './cost-settlements.rules.ts'

/** A line with its amount, and how it was counted. */
export type SettlementLine = LineFields & CountedLine

/** One settlement. */
export interface CostSettlement extends Omit<SettlementFields, 'lines'>, SettlementSums {
  id: number
  volunteerId: number
  volunteerName: string
  agreementNumber: string
  unitName: string | null
  projectName: string | null
  startsOn: string
  endsOn: string
  state: CostState
  submittedAt: string | null
  submittedBy: string | null
  approvedAt: string | null
  approvedBy: string | null
  paidOn: string | null
  paidBy: string | null
  rejectReason: string
  lines: SettlementLine[]
  version: number
}

/** A settlement as it would be counted now. */
export interface CheckedSettlement extends SettlementSums {
  /** One for each line that was entered. */
  lines: CountedLine[]
  problems: SettlementProblem[]
}

/** A rate as the centre enters it, from the act or from its own order below it. */
export const rateFields = z.object({
  code: z.enum(rateCodes),
  validFrom: day,
  amount: z.int().min(1).max(100_000_000),
  source: requiredText(300),
  approvedBy: requiredText(120),
})
export type RateFields = z.output<typeof rateFields>

/** What costs are told by. */
export const costWays = ['volunteer', 'unit', 'project', 'month'] as const
export type CostWay = (typeof costWays)[number]

/** What the settlements of a year come to, by state, in grosze; drafts and rejected ones do not count. */
export interface CostFigures {
  count: number
  submitted: number
  approved: number
  paid: number
}

/** A line of the year: a volunteer, unit or project by its id, a month by its number; null: none of them. */
export interface CostTotalsLine extends CostFigures {
  id: number | null
  name: string | null
}

export interface CostTotals {
  lines: CostTotalsLine[]
  whole: CostFigures
}

const totalsAsked = z.object({ year: z.int().min(1990).max(2100), by: z.enum(costWays) })

export const costSettlementsContract = {
  /** The procedures of every register. A head sees those of agreements of the own unit. */
  ...registerProcedures(costSettlementsRegister),

  /** Removes a draft into the bin; what was handed in stays (`costSettlements.held.handedIn`). */
  removal: removalProcedures(costSettlementsRegister),

  /** One settlement. Refuses `NOT_FOUND`, for a head also where its agreement is of another unit. */
  get: query('costSettlements.read').input(rowId).output(output<CostSettlement>()),

  /** How entered lines are counted with the rates of their days, and everything that stands in the way. */
  check: query('costSettlements.write')
    .input(settlementFields.extend({ id: z.int().positive().nullable().default(null) }))
    .output(output<CheckedSettlement>()),

  /**
   * Saves a draft. Refuses one of an agreement under which a waiver of all costs was signed by the first day
   * (`costSettlements.problems.waived`, UDPP art. 45(4)), or that is not concluded.
   */
  create: command('costSettlements.write').input(settlementFields).output(output<CostSettlement>()),

  /** Changes a draft, or one that was rejected. Refuses (`costSettlements.errors.closed`) any other. */
  change: command('costSettlements.write')
    .input(settlementFields.extend(rowVersion.shape))
    .output(output<CostSettlement>()),

  /** Hands a draft in, counted with the rates of today. Refuses with the first problem that stops. */
  submit: command('costSettlements.write').input(rowVersion).output(output<CostSettlement>()),

  /** Approves what was handed in. Refuses days that a waiver noted since then covers (`costSettlements.errors.waivedSince`). */
  approve: command('costSettlements.approve').input(rowVersion).output(output<CostSettlement>()),

  /** Sends back what was handed in or approved, with a reason; it can be corrected and handed in again. */
  reject: command('costSettlements.approve')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<CostSettlement>()),

  /** Notes that an approved one was paid. Refuses a day that has not come, and one before its first day. */
  pay: command('costSettlements.pay')
    .input(rowVersion.extend({ paidOn: day }))
    .output(output<CostSettlement>()),

  /** Takes back a payment that was noted by mistake. */
  unpay: command('costSettlements.pay').input(rowVersion).output(output<CostSettlement>()),

  /** What the settlements of a year come to, by volunteers, units, projects or months (those of their first days). */
  totals: query('costSettlements.read').input(totalsAsked).output(output<CostTotals>()),

  /** The same as a file: a line each and the whole. The history keeps who took it. */
  exportTotals: command('costSettlements.read')
    .input(
      totalsAsked.extend({ format: z.enum(exportFormats), language: z.enum(['pl', 'en']).default('pl') }),
    )
    .output(output<ExportedList>()),

  rates: {
    /** All rates, the newest of each kind first. */
    list: query('costSettlements.read').output(output<CostRate[]>()),

    /** Enters a rate from a day on. Refuses a day that has one of this kind (`costSettlements.errors.rateTaken`). */
    create: command('costRates.write').input(rateFields).output(output<CostRate>()),

    /** Corrects a rate. What was handed in keeps the amounts with which it was counted. */
    change: command('costRates.write').input(rateFields.extend(rowVersion.shape)).output(output<CostRate>()),

    /** Takes out a rate that was entered by mistake. Refuses the last one of its kind (`costSettlements.errors.lastRate`). */
    remove: command('costRates.write').input(rowVersion).output(output<null>()),
  },
}
