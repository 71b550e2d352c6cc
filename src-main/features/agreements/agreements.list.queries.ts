import { type RawBuilder, sql } from 'kysely'
import { agreementLikenessRules } from '#shared/features/agreements/agreements.likeness.rules.ts'
import { agreementsRegister, endings } from '#shared/features/agreements/agreements.register.ts'
import { endingSoonDays } from '#shared/features/agreements/agreements.rules.ts'
import { youngestAdultBirthday } from '#shared/features/volunteers/volunteers.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { isOneOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { ComparedRegister } from '../../kit/register/compared-register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const isSigned = sql<boolean>`agreements.status = 'signed'`
const start = sql`agreements.starts_on`
const end = sql<string>`coalesce(agreements.ends_on, '9999-12-31')`

const comesOfAge = sql<string>`case
  when substr(volunteers.birth_on, 6) = '02-29' then (cast(substr(volunteers.birth_on, 1, 4) as integer) + 18) || '-02-28'
  else (cast(substr(volunteers.birth_on, 1, 4) as integer) + 18) || substr(volunteers.birth_on, 5) end`
const waitsForWaiver = sql<boolean>`agreements.travel_costs in ('waived', 'partlyWaived') and agreements.waiver_signed_on is null`

const activityOrder = sortKeyOf('activities.name')

/** Something of the activity of an agreement that the centre had first. */
function firstActivity(what: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(
    select ${what} from agreement_activities
    inner join activities on activities.id = agreement_activities.activity_id
    where agreement_activities.agreement_id = agreements.id order by agreement_activities.activity_id limit 1
  )`
}

/** Something of the kind of activity of an agreement. */
function ofKind(what: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(select ${what} from activity_kinds where activity_kinds.id = agreements.activity_kind_id)`
}

/** How the register of agreements is read. An agreement is found by its own words, those of its volunteer and of its unit. */
export const agreementsList: RegisterList<typeof agreementsRegister> = {
  register: agreementsRegister,
  table: 'agreements',
  title: sql`coalesce(agreements.number || ', ', '') || volunteers.surname || ' ' || volunteers.first_names`,
  foldedTitle: sql`coalesce(agreements.number, '') || ' ' || volunteers.name_key`,
  joins: sql`left join volunteers on volunteers.id = agreements.volunteer_id left join units on units.id = agreements.unit_id`,
  search: [
    { kind: 'agreements', column: 'agreements.id' },
    { kind: 'volunteers', column: 'agreements.volunteer_id' },
    { kind: 'pesels', column: 'agreements.volunteer_id', restrictedTo: 'volunteers.readPesel' },
    { kind: 'units', column: 'agreements.unit_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`agreements.unit_id = ${unitId}`,
  columns: ({ today }) => {
    const soon = addDays(today, endingSoonDays)
    const inForce = sql`${isSigned} and ${start} <= ${today}`
    // The index of what is not signed is found by the very words of its own condition.
    const notSigned = (status: string) =>
      sql<boolean>`agreements.status <> 'signed' and agreements.status = ${sql.lit(status)}`
    return {
      number: {
        value: sql`coalesce(agreements.number, '')`,
        sort: sql`agreements.number_key`,
        folded: sql`coalesce(agreements.number, '')`,
      },
      volunteer: {
        value: sql`agreements.volunteer_id`,
        text: sql`volunteers.surname || ' ' || volunteers.first_names`,
        sort: sql`volunteers.sort_key`,
        folded: sql`volunteers.name_key`,
        through: {
          from: sql`agreements inner join volunteers on volunteers.id = agreements.volunteer_id left join units on units.id = agreements.unit_id`,
          sortedIn: sql`volunteers`,
        },
      },
      unit: {
        value: sql`agreements.unit_id`,
        text: sql`units.name`,
        sort: sql`coalesce(units.sort_key, '')`,
        isUnindexed: true,
      },
      startsOn: { value: start, sort: sql`agreements.starts_on` },
      endsOn: { value: sql`agreements.ends_on`, sort: end },
      state: {
        value: sql`case when agreements.status <> 'signed' then agreements.status when ${start} > ${today} then 'upcoming' when ${end} < ${today} then 'ended' when ${end} <= ${soon} then 'ending' else 'active' end`,
        conditions: {
          draft: notSigned('draft'),
          upcoming: sql`${isSigned} and ${start} > ${today}`,
          active: sql`${inForce} and ${end} > ${soon}`,
          ending: sql`${inForce} and ${end} >= ${today} and ${end} <= ${soon}`,
          ended: sql`${isSigned} and ${end} < ${today}`,
          cancelled: notSigned('cancelled'),
        },
      },
      concludedOn: { value: sql`agreements.concluded_on`, sort: sql`agreements.concluded_on` },
      worksWithMinors: { value: sql`agreements.works_with_minors` },
      travelCosts: { value: sql`agreements.travel_costs` },
      coordinator: {
        value: sql`agreements.coordinator`,
        sort: sortKeyOf('agreements.coordinator'),
        isUnindexed: true,
      },
      annexes: { value: sql`agreements.annex_count` },
      ended: {
        value: sql`agreements.ended_by`,
        conditions: {
          '': sql`agreements.ended_by = ''`,
          ...Object.fromEntries(
            endings.filter(Boolean).map((mode) => [
              mode,
              // As of what is not signed: the index is found by the very words of its own condition.
              sql<boolean>`agreements.ended_by <> '' and agreements.ended_by = ${sql.lit(mode)}`,
            ]),
          ),
        },
      },
      form: {
        value: sql`agreements.form`,
        conditions: {
          written: sql`agreements.form = 'written'`,
          oralConfirmed: sql`agreements.form <> 'written'`,
        },
      },
      isWaiverUnsigned: {
        value: sql`case when ${isSigned} and ${waitsForWaiver} then 1 else 0 end`,
        conditions: {
          true: sql`${waitsForWaiver} and ${isSigned}`,
          false: sql`not (${waitsForWaiver} and ${isSigned})`,
        },
      },
      comesOfAgeOn: {
        value: sql`case when ${isSigned} and ${comesOfAge} >= ${start} and ${comesOfAge} <= ${end} then ${comesOfAge} end`,
        within: ({ from, to }) => sql`${isSigned} and ${comesOfAge} >= ${start} and ${comesOfAge} <= ${end}
          and agreements.volunteer_id in (
            select id from volunteers where birth_on > ${from ? youngestAdultBirthday(addDays(from, -1)) : ''}
            and birth_on <= ${to ? youngestAdultBirthday(to) : '9999-12-31'}
          )`,
      },
      inForce: {
        value: sql`case when ${isSigned} then ${start} end`,
        within: ({ from, to }) =>
          sql`${isSigned} and ${start} <= ${to ?? '9999-12-31'} and ${end} >= ${from ?? ''}`,
      },
      activityKind: {
        value: sql`agreements.activity_kind_id`,
        text: ofKind(sql`activity_kinds.name`),
        folded: sql`coalesce(${ofKind(sql`activity_kinds.name_key`)}, '')`,
      },
      activity: {
        value: firstActivity(sql`activities.id`),
        text: firstActivity(sql`activities.name`),
        folded: sql`coalesce(replace(${firstActivity(activityOrder)}, '~', ''), '')`,
        among: (ids) =>
          sql`agreements.id in (select agreement_id from agreement_activities where ${isOneOf(sql`activity_id`, ids)})`,
        options: {
          from: sql`activities`,
          id: sql`activities.id`,
          named: { text: sql`activities.name`, sort: activityOrder },
        },
      },
      category: { value: sql`volunteers.category` },
      birthOn: { value: sql`volunteers.birth_on` },
      createdOn: { value: sql`substr(agreements.created_at, 1, 10)`, isUnindexed: true },
    }
  },
  sortRange(sort, { state }, today) {
    if (sort !== 'endsOn' || !state || !('oneOf' in state)) return undefined
    if (state.oneOf.every((each) => each === 'ended')) return { from: null, to: addDays(today, -1) }
    const inForceOnes = ['active', 'ending']
    return state.oneOf.every((each) => inForceOnes.includes(each)) ? { from: today, to: null } : undefined
  },
  matches: ({ state, volunteer }) => {
    if (volunteer && 'oneOf' in volunteer) return 'few'
    const few = ['draft', 'cancelled', 'ending', 'upcoming']
    return state?.oneOf.every((each) => few.includes(each)) ? 'few' : 'unknown'
  },
}

/** What tells agreements apart. A cancelled one is no repetition of what was concluded in its place. */
export const agreementsCompared: ComparedRegister<
  typeof agreementsRegister,
  ReturnType<typeof agreementLikenessRules.ready>
> = {
  list: agreementsList,
  identity: { number: 'number', startsOn: 'startsOn', endsOn: 'endsOn' },
  own: {
    surname: { value: sql`volunteers.surname` },
    firstNames: { value: sql`volunteers.first_names` },
    belongsTo: { value: sql`agreements.volunteer_id` },
    unit: { value: sql`units.name` },
  },
  likeness: agreementLikenessRules,
  findBy: ['belongsTo'],
  only: sql`agreements.status <> 'cancelled'`,
}
