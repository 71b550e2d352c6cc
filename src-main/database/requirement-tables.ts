import type { Generated } from 'kysely'

type Day = string
type Instant = string
type Flag = number

/** What volunteers may do here; no wording of a task, which is an activity of the report (`ActivitiesTable`). */
export interface ActivityKindsTable {
  id: Generated<number>
  name: string
  name_key: string
  description: string
  with_minors: Flag
  at_home: Flag
  with_clients: Flag
  is_active: Generated<number>
  sort_key: string
  version: Generated<number>
}

/** Which kinds of activity a volunteer chose. */
export interface VolunteerActivityKindsTable {
  id: Generated<number>
  volunteer_id: number
  activity_kind_id: number
  chosen_on: Day
}

export interface RequirementsTable {
  id: Generated<number>
  code: string
  name: string
  sort_key: string
  /** Where it stands in the checklist. */
  place: number
  version: Generated<number>
}

/** A requirement as it is from a day on. */
export interface RequirementRulesTable {
  id: Generated<number>
  requirement_id: number
  valid_from: Day
  /** The last day on which it is asked; null while it is. */
  ends_on: Day | null
  /** The day from which it holds also for those whose work began before. */
  for_all_from: Day | null
  applies_to: string
  audience: string
  blocks: string
  source: string
  source_detail: string
  /** The kind of document on which it is done, for preparing it; empty for none. */
  document_kind: string
  validity_months: number | null
  /** JSON array of numbers, the most days first. */
  reminder_days: string
  basis: string
  certainty: string
  explanation: string
  created_by: number | null
  created_at: Instant
  version: Generated<number>
}

export interface RequirementRuleKindsTable {
  rule_id: number
  activity_kind_id: number
}

export interface RequirementCompletionsTable {
  id: Generated<number>
  volunteer_id: number
  requirement_id: number
  done_on: Day
  valid_until: Day | null
  until_reason: string
  source: string
  paper_place: string
  note: string
  created_by: number | null
  created_at: Instant
  withdrawn_at: Instant | null
  withdrawn_by: number | null
  withdraw_reason: Generated<string>
  version: Generated<number>
}

export interface RequirementExemptionsTable {
  id: Generated<number>
  volunteer_id: number
  requirement_id: number
  from_on: Day
  until_on: Day | null
  reason: string
  created_by: number | null
  created_at: Instant
  version: Generated<number>
}

/** What each volunteer lacks, and what will lapse. */
export interface RequirementStandingsTable {
  id: Generated<number>
  volunteer_id: number
  requirement_id: number
  state: string
  due_on: Day | null
  /** The day from which a reminder waits; null where none does. */
  remind_on: Day | null
  version: Generated<number>
}

export interface RequirementRemindersTable {
  id: Generated<number>
  volunteer_id: number
  requirement_id: number
  due_on: Day
  /** 0: after the due day. */
  days_before: number
  created_by: number | null
  created_at: Instant
}

/** What people decided about a status: suspended, resumed, ended, rejected, taken up again. */
export interface VolunteerMarksTable {
  id: Generated<number>
  volunteer_id: number
  mark: string
  on_day: Day
  until_on: Day | null
  reason: string
  created_by: number | null
  created_at: Instant
  withdrawn_at: Instant | null
  version: Generated<number>
}

/** How a status changed. */
export interface VolunteerStatusesTable {
  id: Generated<number>
  volunteer_id: number
  status: string
  since_on: Day
  reason_key: string
  requirement_id: number | null
  mark_id: number | null
  /** Null where it changed by itself. */
  created_by: number | null
  created_at: Instant
}
