import type { Generated } from 'kysely'

type Day = string
type Instant = string
type Flag = number

/** Families that volunteers are referred to. There is neither a name nor an address. */
export interface FamiliesTable {
  id: Generated<number>
  /** `R/2026/017` */
  code: string
  sort_key: string
  status: string
  district: string
  unit_id: number | null
  worker_id: number | null
  is_deaf: Flag
  /** JSON array of codes. */
  communication: string
  children: number | null
  has_minors: Flag
  /** JSON array of codes. */
  needs: string
  notes: string
  created_at: Instant
  version: Generated<number>
}

/** What a unit or a family needs volunteers for. */
export interface NeedsTable {
  id: Generated<number>
  unit_id: number | null
  family_id: number | null
  activity_kind_id: number | null
  people: number
  starts_on: Day
  ends_on: Day | null
  /** JSON: `[{ weekday, from, to }]`, minutes of the day. */
  hours: string
  needs_sign_language: Flag
  note: string
  is_closed: Generated<number>
  created_at: Instant
  version: Generated<number>
}

/** How often placements are looked after, by the day from which they become active. */
export interface MonitoringRulesTable {
  id: Generated<number>
  kind: string
  valid_from: Day
  /** JSON: `[{ every, unit, times }]`. */
  stages: string
  talk_every_months: number | null
  created_at: Instant
  version: Generated<number>
}

/** Placements of volunteers to units and families. */
export interface PlacementsTable {
  id: Generated<number>
  agreement_id: number
  /** Whose agreement it is. */
  volunteer_id: number
  unit_id: number | null
  family_id: number | null
  activity_kind_id: number | null
  need_id: number | null
  coordinator_id: number | null
  /** The version of the rhythm that it follows since it became active. */
  rule_id: number | null
  task: string
  starts_on: Day
  ends_on: Day | null
  hours: string
  note: string
  status: string
  active_on: Day | null
  due_until: Day | null
  suspended_on: Day | null
  suspend_reason: string
  /** Since when a consent is taken back, until a new one is given. */
  withdrawn_on: Day | null
  ended_on: Day | null
  end_reason: string | null
  end_note: string
  created_at: Instant
  version: Generated<number>
}

/** Meetings of volunteer, family and social worker. */
export interface IntroductionsTable {
  id: Generated<number>
  placement_id: number
  introduced_on: Day
  worker_id: number | null
  participants: string
  place_consent_on: Day | null
  place_consent_form: string
  volunteer_consent_on: Day | null
  withdrawn_on: Day | null
  withdrawn_by: string | null
}

/** What is to be looked after in a placement, and what was found. */
export interface MonitoringEntriesTable {
  id: Generated<number>
  placement_id: number
  purpose: string
  due_on: Day
  task: string
  from_id: number | null
  done_on: Day | null
  done_by: number | null
  way: string | null
  result: string | null
  sentence: string
  next_step: string
  next_step_on: Day | null
  skipped_on: Day | null
  skip_reason: string
  created_at: Instant
  version: Generated<number>
}
