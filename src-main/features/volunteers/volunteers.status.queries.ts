import { type RawBuilder, sql } from 'kysely'
import type { DayRange } from '#shared/kit/register/filters.ts'
import { isOneOf } from '../../database/ids.ts'
import type { ListColumn } from '../../kit/register/register-list.ts'

const keys = ['status', 'statusSince', 'activityKind', 'missing', 'requirementDue'] as const

const isMissing = sql`requirement_standings.state in ('missing', 'lapsed')`
const lacks = (what: RawBuilder<unknown>) =>
  sql<boolean>`volunteers.id in (select requirement_standings.volunteer_id from requirement_standings where ${what})`

/** The first thing by name that a volunteer lacks. */
const firstMissing = (what: RawBuilder<unknown>) => sql<number>`(
  select ${what} from requirement_standings
  inner join requirements on requirements.id = requirement_standings.requirement_id
  where requirement_standings.volunteer_id = volunteers.id and ${isMissing}
  order by requirements.sort_key, requirements.id limit 1
)`
const firstKind = (what: RawBuilder<unknown>) => sql<number>`(
  select ${what} from volunteer_activity_kinds
  inner join activity_kinds on activity_kinds.id = volunteer_activity_kinds.activity_kind_id
  where volunteer_activity_kinds.volunteer_id = volunteers.id
  order by activity_kinds.sort_key, activity_kinds.id limit 1
)`
const hasKind = sql<boolean>`exists (select 1 from volunteer_activity_kinds where volunteer_activity_kinds.volunteer_id = volunteers.id)`
const nearestDue = sql`(select min(requirement_standings.due_on) from requirement_standings where requirement_standings.volunteer_id = volunteers.id)`

const isDue = ({ from, to }: DayRange) =>
  lacks(
    sql`requirement_standings.due_on >= ${from ?? ''} and requirement_standings.due_on <= ${to ?? '9999-12-31'}`,
  )

/** The columns that tell of the status of volunteers, and of what is asked of them. */
export function statusColumns(): Record<(typeof keys)[number], ListColumn> {
  return {
    status: { value: sql`volunteers.status`, thenBy: 'name' },
    statusSince: { value: sql`volunteers.status_since`, sort: sql`volunteers.status_since` },
    activityKind: {
      value: firstKind(sql`activity_kinds.id`),
      text: firstKind(sql`activity_kinds.name`),
      folded: sql`coalesce(replace(${firstKind(sql`activity_kinds.sort_key`)}, '~', ''), '')`,
      among: (ids) =>
        sql`volunteers.id in (select volunteer_activity_kinds.volunteer_id from volunteer_activity_kinds where ${isOneOf(sql`volunteer_activity_kinds.activity_kind_id`, ids)})`,
      emptiness: sql`not ${hasKind}`,
      options: {
        from: sql`activity_kinds`,
        id: sql`activity_kinds.id`,
        named: { text: sql`activity_kinds.name`, sort: sql`activity_kinds.sort_key` },
      },
    },
    missing: {
      value: firstMissing(sql`requirements.id`),
      text: firstMissing(sql`requirements.name`),
      folded: sql`coalesce(replace(${firstMissing(sql`requirements.sort_key`)}, '~', ''), '')`,
      among: (ids) => lacks(sql`${isMissing} and ${isOneOf(sql`requirement_standings.requirement_id`, ids)}`),
      emptiness: sql`not ${lacks(isMissing)}`,
      options: {
        from: sql`requirements`,
        id: sql`requirements.id`,
        named: { text: sql`requirements.name`, sort: sql`requirements.sort_key` },
      },
    },
    requirementDue: { value: nearestDue, within: isDue, emptiness: sql`${nearestDue} is null` },
  }
}
