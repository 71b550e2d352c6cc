import { type RawBuilder, sql } from 'kysely'
import type {
  HoursFigures,
  ReportLine,
  ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { daysOfYear } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Db } from '../../database/database.ts'
import { bandIn, type Counted } from './volunteering-report.queries.ts'

/** The months of a year, as the sums of hours have them. */
function isOfYear(month: RawBuilder<unknown>, year: number): RawBuilder<boolean> {
  return sql`${month} >= ${`${year}-01`} and ${month} <= ${`${year}-12`}`
}

/**
 * The agreements whose hours of the year count: those under which anybody served in it, or those of them that were
 * concluded in it; of one unit or of all.
 */
function counts({ year, basis, unitId }: Counted): RawBuilder<boolean> {
  const { from, to } = daysOfYear(year)
  const ofUnit = unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
  return basis === 'inForce'
    ? sql<boolean>`${ofUnit}`
    : sql`agreements.concluded_on >= ${from} and agreements.concluded_on <= ${to} and ${ofUnit}`
}

const figuresOf = (of: string) => sql`sum(${sql.ref(`${of}.confirmed`)}) as "minutes",
  sum(${sql.ref(`${of}.minutes`)} - ${sql.ref(`${of}.confirmed`)}) as "unconfirmedMinutes"`

/** The hours of a year by agreement. */
function byAgreement(year: number): RawBuilder<unknown> {
  return sql`(
    select hour_years.agreement_id, hour_years.minutes, hour_years.confirmed_minutes as confirmed
    from hour_years where hour_years.year = ${year}
  ) as served inner join agreements on agreements.id = served.agreement_id`
}

/** Does it take the agreements to tell whose hours count? All of a year count as they are. */
function asksAgreements({ basis, unitId }: Counted): boolean {
  return basis === 'concluded' || unitId !== null
}

/** The agreements of sums, joined and narrowed only where that takes them; more conditions may follow. */
function ofAgreements(
  counted: Counted,
  sums: 'hour_years' | 'hour_months' | 'hour_tasks',
): RawBuilder<unknown> {
  if (!asksAgreements(counted)) return sql`where true`
  return sql`inner join agreements on agreements.id = ${sql.ref(`${sums}.agreement_id`)} where ${counts(counted)}`
}

/** How long people served in a year. */
export async function countHours(db: Db, counted: Counted): Promise<HoursFigures> {
  const from = asksAgreements(counted)
    ? sql`${byAgreement(counted.year)} where ${counts(counted)}`
    : sql`(
        select hour_years.minutes, hour_years.confirmed_minutes as confirmed from hour_years
        where hour_years.year = ${counted.year}
      ) as served`
  const { minutes, unconfirmedMinutes } = await db
    .selectFrom(
      sql<{ minutes: number | null; unconfirmedMinutes: number | null }>`(
        select ${figuresOf('served')} from ${from}
      )`.as('counted'),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
  return { minutes: minutes ?? 0, unconfirmedMinutes: unconfirmedMinutes ?? 0 }
}

export type HoursLine = Omit<ReportLine, 'years'> & HoursFigures

/** How long people served in a year, by units, categories, bands, activities or months; what has no hours is left out. */
export async function listHours(db: Db, counted: Counted, way: ReportWay): Promise<HoursLine[]> {
  const { grouped, name } = toldBy(counted, way)
  return db
    .selectFrom(
      sql<HoursLine>`(
        select "id", ${name} as "name", "minutes", "unconfirmedMinutes" from (${grouped}) as "grouped"
        where "minutes" <> 0 or "unconfirmedMinutes" <> 0
      )`.as('told'),
    )
    .selectAll()
    .execute()
}

const none = sql`null`

function toldBy(
  counted: Counted,
  way: ReportWay,
): { grouped: RawBuilder<unknown>; name: RawBuilder<unknown> } {
  const { year } = counted
  const by = (id: RawBuilder<unknown>, joins = sql``) =>
    sql`select ${id} as "id", ${figuresOf('served')} from ${byAgreement(year)} ${joins}
      where ${counts(counted)} group by 1`
  const volunteers = sql`inner join volunteers on volunteers.id = agreements.volunteer_id`
  switch (way) {
    case 'unit':
      return {
        grouped: by(sql`agreements.unit_id`),
        name: sql`(select units.name from units where units.id = "grouped"."id")`,
      }
    case 'category':
      return { grouped: by(sql`volunteers.category`, volunteers), name: none }
    case 'ageBand':
      return { grouped: by(bandIn(year), volunteers), name: none }
    case 'activity':
      return {
        grouped: hoursOfActivities(counted),
        name: sql`(select activities.name from activities where activities.id = "grouped"."id")`,
      }
    case 'month':
      return {
        // Grouped in the order of the index; the number of a month is made of twelve lines, not of all.
        grouped: sql`select cast(substr(by_month.month, 6, 2) as integer) as "id", ${figuresOf('by_month')} from (
            select hour_months.month, sum(hour_months.minutes) as minutes,
              sum(hour_months.confirmed_minutes) as confirmed
            from hour_months ${ofAgreements(counted, 'hour_months')}
              and ${isOfYear(sql`hour_months.month`, year)}
            group by hour_months.month
          ) as by_month group by 1`,
        name: none,
      }
  }
}

/**
 * The hours of each activity: those of an agreement stand under each of its activities, but for the entries that name one
 * of them, which stand under that one alone and are taken off the others.
 */
function hoursOfActivities(counted: Counted): RawBuilder<unknown> {
  const { year } = counted
  return sql`
    select told.activity_id as "id", ${figuresOf('told')} from (
      select agreement_activities.activity_id, hour_years.minutes, hour_years.confirmed_minutes as confirmed
      from hour_years
      left join agreement_activities on agreement_activities.agreement_id = hour_years.agreement_id
      ${ofAgreements(counted, 'hour_years')} and hour_years.year = ${year}
      union all
      select others.activity_id, -hour_tasks.minutes, -hour_tasks.confirmed_minutes
      from hour_tasks
      inner join activities as named on named.name_key = hour_tasks.task_key
      inner join agreement_activities as own
        on own.agreement_id = hour_tasks.agreement_id and own.activity_id = named.id
      inner join agreement_activities as others
        on others.agreement_id = hour_tasks.agreement_id and others.activity_id <> named.id
      ${ofAgreements(counted, 'hour_tasks')} and hour_tasks.year = ${year}
    ) as told group by 1`
}
