import { sql } from 'kysely'
import { hoursRegister } from '#shared/features/hours/hours.register.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { isOneOf } from '../../database/ids.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const ofAgreement = (what: 'unit_id' | 'number') =>
  sql<string>`(select ${sql.ref(`agreements.${what}`)} from agreements where agreements.id = hour_entries.agreement_id)`
const unitName = sql`(select units.name from units inner join agreements on agreements.unit_id = units.id where agreements.id = hour_entries.agreement_id)`
const volunteerName = sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = hour_entries.volunteer_id)`
const volunteerKey = sql<string>`(select volunteers.name_key from volunteers where volunteers.id = hour_entries.volunteer_id)`

const clock = (column: 'from_minute' | 'to_minute') => {
  const minute = sql.ref(`hour_entries.${column}`)
  return sql`cast(${minute} / 60 as text) || ':' || substr(cast(100 + ${minute} % 60 as text), 2)`
}
const span = sql`case when hour_entries.from_minute is null then '' else ${clock('from_minute')} || '–' || ${clock('to_minute')} end`

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
  }),
  words: (_texts, key, row) => (key === 'hours' ? hoursInCell((row.hours ?? 0) * 60) : undefined),
  matches: ({ volunteer, agreement }) =>
    (volunteer && 'oneOf' in volunteer) || (agreement && 'oneOf' in agreement) ? 'few' : 'unknown',
}
