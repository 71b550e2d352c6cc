import type { Generated } from 'kysely'

type Day = string
type Instant = string

/** A change of a concluded agreement. */
export interface AgreementAnnexesTable {
  id: Generated<number>
  agreement_id: number
  status: string
  sequence: number | null
  concluded_on: Day
  concluded_in: string
  valid_from: Day
  /** JSON array of codes: which clauses change. */
  clauses: string
  /** JSON: the fields that change, as they are to be. */
  changes: string
  /** JSON: the same fields as they were when it was concluded. */
  before: string
  changes_unit: number
  unit_id: number | null
  unit_before_id: number | null
  free_text: string
  signatory_id: number | null
  class_before: string | null
  class_after: string | null
  /** Null until it came into force. */
  in_force_since: Day | null
  document_id: number | null
  cancel_reason: string
  created_at: Instant
  version: Generated<number>
}

/** The end of an agreement before its time. */
export interface AgreementTerminationsTable {
  id: Generated<number>
  agreement_id: number
  status: string
  mode: string
  party: string
  given_on: Day
  given_in: string
  ends_on: Day
  ends_before: Day | null
  reason: string
  /** JSON array of texts. */
  returns: string
  signatory_id: number | null
  document_id: number | null
  cancel_reason: string
  created_at: Instant
  version: Generated<number>
}
