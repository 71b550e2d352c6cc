import { type RawBuilder, sql } from 'kysely'
import {
  type DayServed,
  type HoursTotal,
  type MonthOfHours,
  type MonthSum,
  mostTotals,
  type TotalWay,
} from '#shared/features/hours/hours.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

const lastOf = (month: string) => `${month}-31`
const firstOf = (month: string) => `${month}-01`

/** Which lines of a month are asked for; a null asks for all. */
export interface MonthAsked {
  month: string
  unitId: number | null
  volunteerId: number | null
  offset: number
  limit: number
}

type Lines = Pick<MonthAsked, 'month' | 'unitId' | 'volunteerId'>

function inForce(db: Db, { month, unitId, volunteerId }: Lines) {
  let query = db
    .selectFrom('agreements')
    .where('agreements.status', '=', 'signed')
    .where('agreements.starts_on', '<=', lastOf(month))
    .where(sql<boolean>`coalesce(agreements.ends_on, '9999-12-31') >= ${firstOf(month)}`)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  if (volunteerId !== null) query = query.where('agreements.volunteer_id', '=', volunteerId)
  return query
}

/** How many agreements are in force in a month. */
export async function countLines(db: Db, asked: Lines): Promise<number> {
  const { count } = await inForce(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The agreements in force in a month, by the names of their volunteers, with what was served under each. */
export async function listMonth(db: Db, asked: MonthAsked): Promise<MonthOfHours> {
  const { month, limit, offset } = asked
  const rows = await inForce(db, asked)
    .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
    .leftJoin('units', 'units.id', 'agreements.unit_id')
    .select([
      'agreements.id as agreementId',
      'agreements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'agreements.number',
      'units.name as unitName',
      'agreements.starts_on as startsOn',
      'agreements.ends_on as endsOn',
    ])
    .orderBy('volunteers.sort_key')
    .orderBy('agreements.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = rows.map(({ agreementId }) => agreementId)
  const { days, open } = await listDays(db, month, ids)
  const confirmations = await listConfirmations(db, month, ids)
  const lines = rows.map(({ surname, firstNames, number, ...row }) => ({
    ...row,
    volunteerName: `${surname} ${firstNames}`,
    number: number ?? '',
    days: days.get(row.agreementId) ?? [],
    openMinutes: open.get(row.agreementId) ?? 0,
    confirmedAt: null,
    confirmedBy: null,
    ...confirmations.get(row.agreementId),
  }))
  return { lines, count: await countLines(db, asked), sums: await sumDays(db, asked) }
}

/** What was served under agreements on each day of a month, by agreement. */
async function listDays(db: Db, month: string, agreementIds: number[]) {
  const rows = await inPortions(agreementIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .select(['agreement_id as agreementId', 'served_on as day'])
      .select(({ fn, eb }) => [
        fn.sum<number>('minutes').as('minutes'),
        fn
          .sum<number>(eb.case().when('confirmed_at', 'is', null).then(eb.ref('minutes')).else(0).end())
          .as('openMinutes'),
        fn.countAll<number>().as('entries'),
        fn.count<number>('confirmed_at').as('confirmed'),
        fn.count<number>('from_minute').as('timed'),
        fn.min<number | null>('from_minute').as('fromMinute'),
        fn.max<number | null>('to_minute').as('toMinute'),
      ])
      .where('agreement_id', 'in', portion)
      .where('served_on', '>=', firstOf(month))
      .where('served_on', '<=', lastOf(month))
      .groupBy(['agreement_id', 'served_on'])
      .execute(),
  )
  const days = new Map<number, DayServed[]>()
  const open = new Map<number, number>()
  for (const { agreementId, timed, fromMinute, toMinute, openMinutes, ...day } of rows) {
    open.set(agreementId, (open.get(agreementId) ?? 0) + openMinutes)
    const ofAgreement = days.get(agreementId) ?? []
    const isTimed = timed === day.entries
    ofAgreement.push({
      ...day,
      fromMinute: isTimed ? fromMinute : null,
      toMinute: isTimed ? toMinute : null,
    })
    days.set(agreementId, ofAgreement)
  }
  return { days, open }
}

/** Who confirmed last in a month, and when, by agreement. */
async function listConfirmations(db: Db, month: string, agreementIds: number[]) {
  const rows = await inPortions(agreementIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .innerJoin('users', 'users.id', 'hour_entries.confirmed_by')
      .select(['hour_entries.agreement_id as agreementId', 'users.full_name as confirmedBy'])
      .select(({ fn }) => fn.max<string>('hour_entries.confirmed_at').as('confirmedAt'))
      .where('hour_entries.agreement_id', 'in', portion)
      .where('hour_entries.served_on', '>=', firstOf(month))
      .where('hour_entries.served_on', '<=', lastOf(month))
      .groupBy(['hour_entries.agreement_id', 'users.full_name'])
      .execute(),
  )
  rows.sort((a, b) => (a.confirmedAt < b.confirmedAt ? -1 : 1))
  return new Map(rows.map(({ agreementId, ...confirmation }) => [agreementId, confirmation]))
}

/** The minutes of all lines of a month by day. */
async function sumDays(db: Db, { month, unitId, volunteerId }: Lines): Promise<Record<Day, number>> {
  let query = db
    .selectFrom('hour_entries')
    .select('hour_entries.served_on as day')
    .select(({ fn }) => fn.sum<number>('hour_entries.minutes').as('minutes'))
    .where('hour_entries.served_on', '>=', firstOf(month))
    .where('hour_entries.served_on', '<=', lastOf(month))
  if (volunteerId !== null) query = query.where('hour_entries.volunteer_id', '=', volunteerId)
  if (unitId !== null)
    query = query
      .innerJoin('agreements', 'agreements.id', 'hour_entries.agreement_id')
      .where('agreements.unit_id', '=', unitId)
  const rows = await query.groupBy('hour_entries.served_on').execute()
  return Object.fromEntries(rows.map(({ day, minutes }) => [day, minutes]))
}

/**
 * What was served by month, the latest first; by a volunteer, under an agreement, or both.
 *
 * @param unitId narrows to one unit (a head's view)
 */
export function listMonthsOf(
  db: Db,
  { volunteerId, agreementId }: { volunteerId: number | null; agreementId: number | null },
  unitId: number | null,
): Promise<MonthSum[]> {
  let query = db
    .selectFrom('hour_months')
    .innerJoin('agreements', 'agreements.id', 'hour_months.agreement_id')
    .select('hour_months.month')
    .select(({ fn }) => [
      fn.sum<number>('hour_months.minutes').as('minutes'),
      fn.sum<number>('hour_months.confirmed_minutes').as('confirmedMinutes'),
    ])
    .where('hour_months.minutes', '>', 0)
  if (volunteerId !== null) query = query.where('agreements.volunteer_id', '=', volunteerId)
  if (agreementId !== null) query = query.where('hour_months.agreement_id', '=', agreementId)
  if (unitId !== null) query = query.where('agreements.unit_id', '=', unitId)
  return query.groupBy('hour_months.month').orderBy('hour_months.month', 'desc').execute()
}

/** From which month to which hours are added up, and under agreements of which unit. */
interface Span {
  from: string
  to: string
  unitId: number | null
}

/** The hours of a span by agreement and month; of whole years by agreement and year, which are far fewer. */
function servedIn({ from, to, unitId }: Span, isByMonth: boolean): RawBuilder<unknown> {
  const isOfYears = !isByMonth && from.endsWith('-01') && to.endsWith('-12')
  const yearOf = (month: string) => Number(month.slice(0, 4))
  const rows = isOfYears
    ? sql`select agreement_id, minutes, confirmed_minutes from hour_years
        where year >= ${yearOf(from)} and year <= ${yearOf(to)} and minutes > 0`
    : sql`select agreement_id, month, minutes, confirmed_minutes from hour_months
        where month >= ${from} and month <= ${to} and minutes > 0`
  return sql`from (${rows}) as served inner join agreements on agreements.id = served.agreement_id
    where ${unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`}`
}

const groups = {
  unit: sql`agreements.unit_id`,
  project: sql`agreements.project_id`,
  volunteer: sql`agreements.volunteer_id`,
  month: sql`served.month`,
} as const satisfies Record<TotalWay, unknown>

const names = {
  unit: sql`(select units.name from units where units.id = lines.id)`,
  project: sql`(select projects.name from projects where projects.id = lines.id)`,
  volunteer: sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = lines.id)`,
  month: sql`lines.id`,
} as const satisfies Record<TotalWay, unknown>

/** What was served in a span, in one of several ways: the most first, months in their order. */
export async function listTotals(db: Db, span: Span, by: TotalWay): Promise<HoursTotal[]> {
  const found = sql<HoursTotal>`(
    select ${by === 'month' ? sql`null` : sql`lines.id`} as "id", coalesce(${names[by]}, '') as "name",
      lines."minutes", lines."confirmedMinutes", lines."volunteers"
    from (
      select ${groups[by]} as id, sum(served.minutes) as "minutes",
        sum(served.confirmed_minutes) as "confirmedMinutes", count(distinct agreements.volunteer_id) as "volunteers"
      ${servedIn(span, by === 'month')}
      group by ${groups[by]}
      order by ${by === 'month' ? sql`1` : sql`sum(served.minutes) desc, 1`}
      limit ${mostTotals}
    ) as lines
  )`
  return db.selectFrom(found.as('totals')).selectAll().execute()
}

/** What was served in a span altogether. */
export async function wholeOf(db: Db, span: Span): Promise<HoursTotal> {
  const found = sql<Omit<HoursTotal, 'id' | 'name'>>`(
    select coalesce(sum(served.minutes), 0) as "minutes",
      coalesce(sum(served.confirmed_minutes), 0) as "confirmedMinutes",
      count(distinct agreements.volunteer_id) as "volunteers"
    ${servedIn(span, false)}
  )`
  const whole = await db.selectFrom(found.as('whole')).selectAll().executeTakeFirstOrThrow()
  return { id: null, name: '', ...whole }
}
