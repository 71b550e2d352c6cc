import type { Generated } from 'kysely'

type Day = string
type Instant = string

/** What volunteers worked, entry by entry. */
export interface HourEntriesTable {
  id: Generated<number>
  agreement_id: number
  /** Whose agreement it is: lists are asked by people, too. */
  volunteer_id: number
  served_on: Day
  /** In quarters of an hour. */
  minutes: number
  /** Minutes of the day from and to which it lasted, where that was noted. */
  from_minute: number | null
  to_minute: number | null
  /** Empty: where the agreement says. */
  place: string
  /** Empty: what the agreement says. */
  task: string
  confirmed_at: Instant | null
  confirmed_by: number | null
  import_id: number | null
  created_at: Instant
  version: Generated<number>
}

/** The sums of the entries of an agreement in a month. Triggers of the database keep them. */
export interface HourMonthsTable {
  agreement_id: number
  /** `2026-11` */
  month: string
  minutes: number
  confirmed_minutes: number
}
