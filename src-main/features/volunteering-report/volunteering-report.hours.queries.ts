import { type RawBuilder, sql } from 'kysely'
import type { LineHours } from '#shared/features/volunteering-report/volunteering-report.counting.rules.ts'
import {
  daysOfYear,
  type HoursFigures,
  type ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Db } from '../../database/database.ts'
import type { Counted } from './volunteering-report.queries.ts'

/** The sums of hours that triggers keep, by agreement and by year, month or activity. */
type Sums = 'hour_years' | 'hour_months' | 'hour_activities'

const minutesOf = (sums: Sums) => sql.ref(`${sums}.confirmed_minutes`)
const unconfirmedOf = (sums: Sums) => sql`${sql.ref(`${sums}.minutes`)} - ${minutesOf(sums)}`

/** Does it take the agreements to tell whose hours count? All of a year count as they are. */
function asksAgreements({ basis, unitId }: Counted): boolean {
  return basis === 'concluded' || unitId !== null
}

/**
 * The agreements whose hours of a year count: those under which anybody served in it, or those of them that were concluded in
 * it; of one unit or of all.
 */
function counts({ basis, unitId }: Counted, year: number): RawBuilder<boolean> {
  const { from, to } = daysOfYear(year)
  const ofUnit = unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
  return basis === 'inForce'
    ? sql<boolean>`${ofUnit}`
    : sql`agreements.concluded_on >= ${from} and agreements.concluded_on <= ${to} and ${ofUnit}`
}

/**
 * Narrows sums of a year to the agreements that count, where that takes them. Those of a unit are few and looked up by their
 * index; those of all units are asked about by an expression, which no index has, because the sums of a year lie together.
 */
function ofAgreements(counted: Counted, sums: Sums, year: number): RawBuilder<unknown> {
  if (!asksAgreements(counted)) return sql`true`
  const id = sql.ref(`${sums}.agreement_id`)
  const asked = counted.unitId === null ? sql`${id} + 0` : id
  return sql`${asked} in (select agreements.id from agreements where ${counts(counted, year)})`
}

/** How long people served in a year. */
export async function countHours(db: Db, counted: Counted, year: number): Promise<HoursFigures> {
  const { minutes, unconfirmedMinutes } = await db
    .selectFrom(
      sql<{ minutes: number | null; unconfirmedMinutes: number | null }>`(
        select sum(${minutesOf('hour_years')}) as "minutes", sum(${unconfirmedOf('hour_years')}) as "unconfirmedMinutes"
        from hour_years where hour_years.year = ${year} and ${ofAgreements(counted, 'hour_years', year)}
      )`.as('counted'),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
  return { minutes: minutes ?? 0, unconfirmedMinutes: unconfirmedMinutes ?? 0 }
}

/** How long people served under an agreement in a year. */
type ServedUnder = HoursFigures & { agreementId: number }

/** How long people served in a year under each agreement whose hours count. */
export function listServedUnder(db: Db, counted: Counted, year: number): Promise<ServedUnder[]> {
  return db
    .selectFrom(
      sql<ServedUnder>`(
        select hour_years.agreement_id as "agreementId", ${minutesOf('hour_years')} as "minutes",
          ${unconfirmedOf('hour_years')} as "unconfirmedMinutes"
        from hour_years where hour_years.year = ${year} and ${ofAgreements(counted, 'hour_years', year)}
      )`.as('served'),
    )
    .selectAll()
    .execute()
}

/** How the sums of hours of a year are grouped to lines, in the order in which the sums lie where they have it. */
const groupings = {
  unit: (year: number) => ({
    sums: 'hour_years' as const,
    from: sql`hour_years inner join agreements on agreements.id = hour_years.agreement_id`,
    ofYear: sql`hour_years.year = ${year}`,
    by: sql`agreements.unit_id`,
    id: sql`"grouped"."by"`,
  }),
  /** 0 stands for agreements without any activity. */
  activity: (year: number) => ({
    sums: 'hour_activities' as const,
    from: sql`hour_activities`,
    ofYear: sql`hour_activities.year = ${year}`,
    by: sql`hour_activities.activity_id`,
    id: sql`nullif("grouped"."by", 0)`,
  }),
  /** The number of a month is made of twelve lines, not of all. */
  month: (year: number) => ({
    sums: 'hour_months' as const,
    from: sql`hour_months`,
    ofYear: sql`hour_months.month >= ${`${year}-01`} and hour_months.month <= ${`${year}-12`}`,
    by: sql`hour_months.month`,
    id: sql`cast(substr("grouped"."by", 6, 2) as integer)`,
  }),
}
type GroupedWay = keyof typeof groupings

/** Are the hours of its lines added up by the database? */
export function isGrouped(way: ReportWay): way is GroupedWay {
  return way in groupings
}

/** How long people served in a year by units, activities or months. */
export function listHours(db: Db, counted: Counted, way: GroupedWay, year: number): Promise<LineHours[]> {
  const { sums, from, ofYear, by, id } = groupings[way](year)
  return db
    .selectFrom(
      sql<LineHours>`(
        select cast(${year} as integer) as "year", ${id} as "id", "grouped"."minutes", "grouped"."unconfirmedMinutes" from (
          select ${by} as "by", sum(${minutesOf(sums)}) as "minutes", sum(${unconfirmedOf(sums)}) as "unconfirmedMinutes"
          from ${from} where ${ofYear} and ${ofAgreements(counted, sums, year)} group by ${by}
        ) as "grouped"
      )`.as('told'),
    )
    .selectAll()
    .execute()
}

/** How the sums of a year are grouped to count the people behind them; they take the agreements, which know their people. */
const peopleGroupings: Record<
  ReportWay,
  { sums: Sums; joins: RawBuilder<unknown>; id: RawBuilder<unknown> }
> = {
  unit: { sums: 'hour_years', joins: sql``, id: sql`agreements.unit_id` },
  activity: { sums: 'hour_activities', joins: sql``, id: sql`nullif(hour_activities.activity_id, 0)` },
  category: {
    sums: 'hour_years',
    joins: sql`inner join volunteers on volunteers.id = agreements.volunteer_id`,
    id: sql`volunteers.category`,
  },
  ageBand: {
    sums: 'hour_years',
    joins: sql`inner join volunteers on volunteers.id = agreements.volunteer_id`,
    id: sql`nullif(cast(substr(volunteers.birth_on, 1, 4) as integer), 0)`,
  },
  month: { sums: 'hour_months', joins: sql``, id: sql`cast(substr(hour_months.month, 6, 2) as integer)` },
}

/** How many people the confirmed and the other hours of a year are of: by a way (age bands by year of birth), or in the whole. */
export function listServed(
  db: Db,
  counted: Counted,
  way: ReportWay | null,
  year: number,
): Promise<LineHours[]> {
  const { sums, joins, id } =
    way === null
      ? { sums: 'hour_years' as const, joins: sql``, id: sql`cast(null as integer)` }
      : peopleGroupings[way]
  const ofYear =
    sums === 'hour_months'
      ? sql`hour_months.month >= ${`${year}-01`} and hour_months.month <= ${`${year}-12`}`
      : sql`${sql.ref(`${sums}.year`)} = ${year}`
  const peopleWith = (minutes: RawBuilder<unknown>) =>
    sql`count(distinct case when ${minutes} > 0 then agreements.volunteer_id end)`
  return db
    .selectFrom(
      sql<LineHours>`(
        select cast(${year} as integer) as "year", ${id} as "id", ${peopleWith(sql`${minutesOf(sums)}`)} as "minutes",
          ${peopleWith(unconfirmedOf(sums))} as "unconfirmedMinutes"
        from ${sql.table(sums)} inner join agreements on agreements.id = ${sql.ref(`${sums}.agreement_id`)} ${joins}
        where ${ofYear} and ${ofAgreements(counted, sums, year)} group by 2
      )`.as('told'),
    )
    .selectAll()
    .execute()
}
