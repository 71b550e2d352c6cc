import { type RawBuilder, sql } from 'kysely'
import { eventsRegister } from '#shared/features/events/events.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const memberCount = sql<number>`(select count(*) from event_members where event_members.event_id = events.id)`

const ofKind = (what: RawBuilder<unknown>) =>
  sql<string>`(select ${what} from activity_kinds where activity_kinds.id = events.activity_kind_id)`

/** How the register of events is read. An event is found by its own words and those of its unit. */
export const eventsList: RegisterList<typeof eventsRegister> = {
  register: eventsRegister,
  table: 'events',
  title: sql`events.name`,
  foldedTitle: sql`events.search_key`,
  joins: sql`left join units on units.id = events.unit_id left join staff on staff.id = events.coordinator_id`,
  search: [
    { kind: 'events', column: 'events.id' },
    { kind: 'units', column: 'events.unit_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`events.unit_id = ${unitId}`,
  columns: () => ({
    startsOn: { value: sql`events.starts_on`, sort: sql`events.starts_on` },
    endsOn: { value: sql`events.ends_on`, sort: sql`events.ends_on` },
    name: { value: sql`events.name`, sort: sql`events.sort_key` },
    unit: { value: sql`events.unit_id`, text: sql`units.name`, sort: sql`coalesce(units.sort_key, '')` },
    place: { value: sql`events.place`, sort: sortKeyOf('events.place') },
    status: { value: sql`events.status` },
    memberCount: { value: memberCount },
    coordinator: {
      value: sql`events.coordinator_id`,
      text: sql`staff.surname || ' ' || staff.first_names`,
      sort: sql`coalesce(staff.sort_key, '')`,
    },
    organisation: { value: sql`events.organisation`, sort: sortKeyOf('events.organisation') },
    activityKind: {
      value: sql`events.activity_kind_id`,
      text: ofKind(sql`activity_kinds.name`),
      folded: sql`coalesce(${ofKind(sql`activity_kinds.name_key`)}, '')`,
    },
    worksWithMinors: { value: sql`events.works_with_minors` },
  }),
}
