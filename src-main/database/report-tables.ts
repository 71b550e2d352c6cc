import type { Generated } from 'kysely'

type Day = string
type Instant = string

/** What volunteers do: the tasks of agreements, each wording once. Triggers of the database enter them. */
interface ActivitiesTable {
  id: Generated<number>
  name: string
  name_key: string
}

/** Which agreement is about what; kept by triggers. */
interface AgreementActivitiesTable {
  agreement_id: number
  activity_id: number
}

/** Yearly reports of volunteering as they stood on a day. */
interface FrozenReportsTable {
  id: Generated<number>
  year: number
  basis: string
  /** Null: the whole centre. */
  unit_id: number | null
  note: string
  /** JSON: years, totals and lines. */
  content: string
  frozen_on: Day
  frozen_at: Instant
  frozen_by: number
  frozen_by_name: string
}

/** What is kept for reports. */
export interface ReportTables {
  activities: ActivitiesTable
  agreement_activities: AgreementActivitiesTable
  frozen_reports: FrozenReportsTable
}
