import type { Generated } from 'kysely'

type Day = string
type Instant = string
/** 0 or 1. */
type Flag = number

export interface AgreementsTable {
  id: Generated<number>
  status: string
  number: string | null
  /** `2026/000017`; drafts sort after all numbers of all years (`~` stands above digits). */
  number_key: string
  volunteer_id: number
  unit_id: number | null
  activity_kind_id: number | null
  /** JSON array of texts. */
  tasks: string
  weekly_minutes: number | null
  schedule: string
  concluded_on: Day
  concluded_in: string
  starts_on: Day
  ends_on: Day | null
  works_with_minors: Flag
  is_minors_check_confirmed: Flag
  nnw_insurer: string
  nnw_policy: string
  nnw_provider: string
  nnw_from: Day | null
  nnw_to: Day | null
  travel_costs: string
  waiver_scope: string
  notice_days: number
  signatory_id: number | null
  project_id: number | null
  coordinator: string
  guardian_name: string
  guardian_relation: string
  guardian_phone: string
  notes: string
  cancel_reason: string
  document_id: number | null
  import_id: number | null
  form: string
  form_reason: string
  planned_minutes: number | null
  /** JSON array of days of the week: 1 is Monday. */
  weekdays: string
  /** JSON array of codes. */
  needs: string
  waiver_percent: number | null
  /** Grosze. */
  waiver_amount: number | null
  /** Since when the waiver counts: it is void unless in writing. */
  waiver_signed_on: Day | null
  /** How many annexes were concluded and not cancelled. */
  annex_count: Generated<number>
  /** How it was ended before its time; empty where it was not. */
  ended_by: string
  search_key: string
  created_at: Instant
  version: Generated<number>
}

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
