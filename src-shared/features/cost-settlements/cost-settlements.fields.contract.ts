import { z } from 'zod'
import { isLocalTime, minutesBetween } from '../../kit/dates.ts'
import { day, requiredText } from '../../kit/fields.ts'
import { meals } from './cost-settlements.perDiem.rules.ts'

/** Whose rate a kilometre has: a car above or up to 900 cm³ of engine, a motorcycle, a moped. */
export const vehicles = ['carLarge', 'carSmall', 'motorcycle', 'moped'] as const
export type Vehicle = (typeof vehicles)[number]

/** What a rate is for. */
export const rateCodes = ['perDiem', ...vehicles] as const
export type RateCode = (typeof rateCodes)[number]

/** The longest time that one settlement may span, in days. */
export const longestSpan = 31

/** The days on which the same way was gone, each once, in order. */
const days = z
  .array(day)
  .min(1)
  .max(longestSpan)
  .transform((each) => [...new Set(each)].sort())
const grosze = z.int().min(1).max(10_000_000)
const localTime = z.string().refine(isLocalTime, { error: 'costSettlements.errors.time', abort: true })

/**
 * A line as it is entered:
 *
 * - `ticket`: tickets of public transport, for some days, with what they cost together
 * - `vehicle`: a way in one's own car, with its length on each of the days, in hundreds of metres
 * - `other`: another proven expense, such as a night's lodging
 * - `perDiem`: the time of a trip, with the meals that were free on each of its days
 */
export const lineFields = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ticket'),
    days,
    route: requiredText(200),
    tickets: z.int().min(1).max(200),
    price: grosze,
  }),
  z.object({
    kind: z.literal('vehicle'),
    days,
    route: requiredText(200),
    vehicle: z.enum(vehicles),
    hectometres: z.int().min(1).max(20_000),
  }),
  z.object({ kind: z.literal('other'), days, route: requiredText(200), price: grosze }),
  z
    .object({
      kind: z.literal('perDiem'),
      departsAt: localTime,
      returnsAt: localTime,
      route: requiredText(200),
      /** By day of the trip; what is not there had none. */
      meals: z
        .array(z.array(z.enum(meals)).max(3))
        .max(longestSpan)
        .default([]),
    })
    .refine(({ departsAt, returnsAt }) => returnsAt > departsAt && minutesBetween(departsAt, returnsAt) > 0, {
      path: ['returnsAt'],
      error: 'costSettlements.errors.returnBeforeDeparture',
    })
    .refine(({ departsAt, returnsAt }) => minutesBetween(departsAt, returnsAt) <= longestSpan * 24 * 60, {
      path: ['returnsAt'],
      error: 'costSettlements.errors.tripTooLong',
    }),
])
export type LineFields = z.output<typeof lineFields>

/** A settlement as it is entered. What still stands in its way is not an error of the draft. */
export const settlementFields = z.object({
  agreementId: z.int().positive(),
  /** What the travel was for: a month of ways to the centre, or a trip. */
  purpose: requiredText(200),
  /** The centre agreed beforehand to the use of a vehicle of one's own. */
  hasVehicleConsent: z.boolean().default(false),
  /** The clerk has looked at the scope of a partial waiver. */
  isWaiverConsidered: z.boolean().default(false),
  /** What a partial waiver takes off, in grosze. */
  waivedAmount: z.int().min(0).max(10_000_000).default(0),
  lines: z.array(lineFields).min(1).max(60),
})
export type SettlementFields = z.output<typeof settlementFields>

/** The sums of a settlement, in grosze. */
export interface SettlementSums {
  travelAmount: number
  perDiemAmount: number
  waivedAmount: number
  /** What is to be paid. */
  total: number
}

/** A rate from a day on. */
export interface CostRate {
  id: number
  code: RateCode
  validFrom: string
  /** In ten-thousandths of a złoty. */
  amount: number
  source: string
  certainty: string
  approvedBy: string
  version: number
}
