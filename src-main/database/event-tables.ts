import type { Generated } from 'kysely'

type Day = string
type Instant = string
/** 0 or 1 */
type Flag = number

/** Groups of volunteers that come together: a class, the members of an association. */
interface VolunteerGroupsTable {
  id: Generated<number>
  name: string
  organisation: string
  contact_name: string
  contact_phone: string
  contact_email: string
  notes: string
  is_active: Flag
  sort_key: string
  created_at: Instant
  version: Generated<number>
}

interface VolunteerGroupMembersTable {
  id: Generated<number>
  group_id: number
  volunteer_id: number
  joined_on: Day
  left_on: Day | null
}

/** Events of at most 30 days at which volunteers serve by a list. */
interface EventsTable {
  id: Generated<number>
  name: string
  status: string
  starts_on: Day
  ends_on: Day
  /** Minutes of the day. */
  from_minute: number | null
  to_minute: number | null
  place: string
  unit_id: number | null
  activity_kind_id: number | null
  /** JSON array of texts. */
  tasks: string
  coordinator_id: number | null
  expected_count: number | null
  works_with_minors: Flag
  nnw_provider: string
  nnw_insurer: string
  nnw_policy: string
  nnw_from: Day | null
  nnw_to: Day | null
  organisation: string
  organisation_contact: string
  notes: string
  cancel_reason: string
  sort_key: string
  search_key: string
  created_at: Instant
  version: Generated<number>
}

/** Who is on the list of an event. */
interface EventMembersTable {
  id: Generated<number>
  event_id: number
  volunteer_id: number
  group_id: number | null
  consent_on: Day | null
  agreement_id: number | null
  created_at: Instant
  version: Generated<number>
}

/** Who came on which day. */
interface EventPresencesTable {
  member_id: number
  served_on: Day
  /** 0: did not come. */
  minutes: number
}

/** What is kept of events and of groups. */
export interface EventTables {
  events: EventsTable
  event_members: EventMembersTable
  event_presences: EventPresencesTable
  volunteer_groups: VolunteerGroupsTable
  volunteer_group_members: VolunteerGroupMembersTable
}
