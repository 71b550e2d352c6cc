import type { Generated } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'

/** ISO text in UTC. */
type Instant = string
/** 0 or 1. */
type Flag = number

/** What a unit is from a day on. */
interface UnitState {
  kind: string
  /** Text, because gaps and letters occur; unique only within kind and parent. */
  number_label: string
  name: string
  /** For case signs; unique while active. */
  symbol: string
  parent_id: number | null
  head_id: number | null
  address: string
  /** JSON: `[{ number, note }]`. */
  phones: string
  email: string
  district: string
  serves_minors: Flag
}

/** A unit as it is today; `unit_versions` has what it was and will be. */
export interface UnitsTable extends UnitState {
  id: Generated<number>
  is_active: Flag
  valid_from: Day | null
  valid_to: Day | null
  name_key: string
  sort_key: string
  search_key: string
  import_id: number | null
  created_at: Instant
  version: Generated<number>
}

export interface UnitVersionsTable extends UnitState {
  id: Generated<number>
  unit_id: number
  /** Empty for the first version, which has always been. */
  from_on: string
}

export interface PositionsTable {
  id: Generated<number>
  name: string
  name_key: string
  staff_group: string
  is_active: Flag
  sort_key: string
  version: Generated<number>
}

export interface PositionGroupsTable {
  position_id: number
  /** Empty for the first group, which has always been. */
  from_on: string
  staff_group: string
}

export interface StaffTable {
  id: Generated<number>
  personal_number: string
  number_key: string
  surname: string
  first_names: string
  form_of_address: string
  /** The post held today, repeated from `staff_posts`. */
  position_id: number
  unit_id: number | null
  /** Set where the group differs from the position's. */
  staff_group: string | null
  specialisation: string
  is_field_worker: Flag
  employed_from: Day | null
  employed_to: Day | null
  phone: string
  email: string
  /** JSON array of role codes. */
  roles: string
  user_id: number | null
  name_key: string
  sort_key: string
  search_key: string
  import_id: number | null
  created_at: Instant
  version: Generated<number>
}

export interface StaffPostsTable {
  id: Generated<number>
  staff_id: number
  /** Empty for the first post, which is held from the beginning of employment. */
  from_on: string
  position_id: number
  unit_id: number | null
  /** Set where the group differs from the position's. */
  staff_group: string | null
}
