import type { Generated } from 'kysely'

type Day = string
type Instant = string
type Flag = number

/** The dated rates by which travel and per-diems are counted. */
export interface CostRatesTable {
  id: Generated<number>
  code: string
  valid_from: Day
  /** In ten-thousandths of a złoty. */
  amount: number
  source: string
  certainty: string
  approved_by: string
  version: Generated<number>
}

/** What a volunteer is paid back for travel and per-diems; amounts in grosze. */
export interface CostSettlementsTable {
  id: Generated<number>
  agreement_id: number
  /** Whose agreement it is: lists are asked by people, too. */
  volunteer_id: number
  purpose: string
  /** The first and last day of its lines. */
  starts_on: Day
  ends_on: Day
  state: string
  has_vehicle_consent: Flag
  is_waiver_considered: Flag
  travel_amount: number
  per_diem_amount: number
  waived_amount: number
  /** What is to be paid: the lines without what is waived. */
  total: number
  submitted_at: Instant | null
  submitted_by: number | null
  approved_at: Instant | null
  approved_by: number | null
  paid_on: Day | null
  paid_by: number | null
  reject_reason: string
  created_at: Instant
  version: Generated<number>
}

/** One line of a settlement. */
export interface CostLinesTable {
  id: Generated<number>
  settlement_id: number
  position: number
  kind: string
  /** JSON: what was entered, as the kind has it. */
  entered: string
  amount: number
  /** JSON: how the amount was counted. */
  parts: string
}

/** The sums of the entries of hours of an agreement in a year. Triggers of the database keep them. */
export interface HourYearsTable {
  year: number
  agreement_id: number
  minutes: number
  confirmed_minutes: number
}

/**
 * The sums of the entries of hours of an agreement in a year by activity: an entry stands under the one that it names, or else
 * under each of its agreement. Triggers of the database keep them.
 */
export interface HourActivitiesTable {
  year: number
  /** 0: the agreement has none. */
  activity_id: number
  agreement_id: number
  minutes: number
  confirmed_minutes: number
}
