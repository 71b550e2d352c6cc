import { type RawBuilder, sql } from 'kysely'
import { hoursRegister } from '#shared/features/hours/hours.register.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { activityKey } from '../../database/activities.ts'
import { isOneOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const ofAgreement = (what: 'unit_id' | 'number') =>
  sql<string>`(select ${sql.ref(`agreements.${what}`)} from agreements where agreements.id = hour_entries.agreement_id)`
const unitName = sql`(select units.name from units inner join agreements on agreements.unit_id = units.id where agreements.id = hour_entries.agreement_id)`
const volunteerName = sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = hour_entries.volunteer_id)`
const volunteerKey = sql<string>`(select volunteers.name_key from volunteers where volunteers.id = hour_entries.volunteer_id)`

const ofVolunteer = (what: 'category' | 'birth_on') =>
  sql<string>`(select ${sql.ref(`volunteers.${what}`)} from volunteers where volunteers.id = hour_entries.volunteer_id)`

/** The activities of the agreement of an entry, of which something is asked. */
const ofActivities = (what: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
  sql<number>`(
    select ${what} from agreement_activities inner join activities on activities.id = agreement_activities.activity_id
    where agreement_activities.agreement_id = hour_entries.agreement_id and ${where}
    order by activities.id limit 1
  )`
/** The activity that an entry names by its own text, if it is one of its agreement. */
const named = (what: RawBuilder<unknown>) =>
  ofActivities(what, sql`activities.name_key = ${activityKey('hour_entries.task')}`)
const activity = (what: RawBuilder<unknown>) =>
  sql`case when hour_entries.task = '' then ${ofActivities(what, sql`true`)} else coalesce(${named(what)}, ${ofActivities(what, sql`true`)}) end`
const activityOrder = sortKeyOf('activities.name')
const clock = (column: 'from_minute' | 'to_minute') => {
  const minute = sql.ref(`hour_entries.${column}`)
  return sql`cast(${minute} / 60 as text) || '.' || substr(cast(100 + ${minute} % 60 as text), 2)`
}
const span = sql`case when hour_entries.from_minute is null then '' else ${clock('from_minute')} || '–' || ${clock('to_minute')} end`

/** Is the person or the agreement of an entry one of those? */
const among = (
  column: 'volunteer_id' | 'agreement_id',
  table: 'volunteers' | 'agreements',
  where: RawBuilder<unknown>,
) => sql<boolean>`${sql.ref(`hour_entries.${column}`)} in (select id from ${sql.table(table)} where ${where})`

/** How the log of hours is read. An entry is found by its volunteer and by its agreement. */
export const hoursList: RegisterList<typeof hoursRegister> = {
  register: hoursRegister,
  table: 'hour_entries',
  search: [
    { kind: 'volunteers', column: 'hour_entries.volunteer_id', isShared: true },
    { kind: 'agreements', column: 'hour_entries.agreement_id', isShared: true },
  ],
  ofUnit: (unitId) =>
    sql`hour_entries.agreement_id in (select agreements.id from agreements where agreements.unit_id = ${unitId})`,
  columns: () => ({
    servedOn: { value: sql`hour_entries.served_on`, sort: sql`hour_entries.served_on` },
    volunteer: { value: sql`hour_entries.volunteer_id`, text: volunteerName, folded: volunteerKey },
    hours: { value: sql`hour_entries.minutes / 60.0` },
    span: { value: span },
    agreement: {
      value: sql`hour_entries.agreement_id`,
      text: ofAgreement('number'),
      folded: sql`coalesce(${ofAgreement('number')}, '')`,
    },
    unit: {
      value: ofAgreement('unit_id'),
      text: unitName,
      among: (ids) =>
        sql`hour_entries.agreement_id in (select agreements.id from agreements where ${isOneOf(sql`agreements.unit_id`, ids)})`,
    },
    place: { value: sql`hour_entries.place` },
    task: { value: sql`hour_entries.task` },
    isConfirmed: {
      value: sql`hour_entries.confirmed_at is not null`,
      conditions: {
        true: sql`hour_entries.confirmed_at is not null`,
        false: sql`hour_entries.confirmed_at is null`,
      },
    },
    activity: {
      value: activity(sql`activities.id`),
      text: activity(sql`activities.name`),
      folded: sql`coalesce(replace(${activity(activityOrder)}, '~', ''), '')`,
      // What names none of the tasks of its agreement is about each of them.
      among: (ids) => sql`hour_entries.agreement_id in (
          select agreement_id from agreement_activities where ${isOneOf(sql`activity_id`, ids)}
        ) and (hour_entries.task = '' or coalesce(${isOneOf(named(sql`activities.id`), ids)}, true))`,
      emptiness: sql`not exists (
        select 1 from agreement_activities where agreement_activities.agreement_id = hour_entries.agreement_id
      )`,
      options: {
        from: sql`activities`,
        id: sql`activities.id`,
        named: { text: sql`activities.name`, sort: activityOrder },
      },
    },
    // Asked of the people and agreements once, not of each of a million entries.
    category: {
      value: ofVolunteer('category'),
      among: (codes) => among('volunteer_id', 'volunteers', sql`category in (${sql.join(codes)})`),
    },
    birthOn: {
      value: ofVolunteer('birth_on'),
      within: ({ from, to }) =>
        among(
          'volunteer_id',
          'volunteers',
          sql`birth_on >= ${from ?? ''} and birth_on <= ${to ?? '9999-12-31'}`,
        ),
      emptiness: among('volunteer_id', 'volunteers', sql`birth_on is null`),
    },
    concludedOn: {
      value: sql`(select agreements.concluded_on from agreements where agreements.id = hour_entries.agreement_id)`,
      within: ({ from, to }) =>
        among(
          'agreement_id',
          'agreements',
          sql`concluded_on >= ${from ?? ''} and concluded_on <= ${to ?? '9999-12-31'}`,
        ),
    },
  }),
  words: (_texts, key, row) => (key === 'hours' ? hoursInCell((row.hours ?? 0) * 60) : undefined),
  matches: ({ volunteer, agreement }) =>
    (volunteer && 'oneOf' in volunteer) || (agreement && 'oneOf' in agreement) ? 'few' : 'unknown',
}
