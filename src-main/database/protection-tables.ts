import type { Generated } from 'kysely'

type Day = string
type Instant = string

/** What was checked before work with minors: days and whether somebody is listed, nothing else. Rows are never deleted alone. */
export interface ProtectionChecksTable {
  id: Generated<number>
  volunteer_id: number
  kind: string
  done_on: Day
  issued_on: Day | null
  result: string
  /** The code of a foreign state, or empty. */
  state: string
  /** Codes of states between blanks. */
  citizenships: string
  residences: string
  standards_from: Day | null
  filed_in: string
  checked_by: string
  /** The day of the newer check that took its place. */
  superseded_on: Day | null
  noted_by: number
  noted_at: Instant
  cancelled_at: Instant | null
  version: Generated<number>
}

/** The centre's policy: one row. */
export interface ProtectionPolicyTable {
  id: number
  recheck_months: number
  standards_from: Day | null
  version: Generated<number>
}
