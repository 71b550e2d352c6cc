import { type RawBuilder, sql } from 'kysely'
import type { FrozenReport } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  ageBands,
  birthDaysOf,
  daysOfYear,
  type MonthSpan,
  noFigures,
  type PeopleFigures,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'

/** Which agreements count: of a year, in one of both ways, of one unit or (null) of all. */
export interface Counted {
  year: number
  basis: ReportBasis
  unitId: number | null
}

/** The words of the indexes `agreements_in_force` and `agreements_concluded_in`. */
function counts({ year, basis, unitId }: Counted): RawBuilder<boolean> {
  const { from, to } = daysOfYear(year)
  const ofUnit = unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
  const ofYear =
    basis === 'inForce'
      ? sql`agreements.starts_on <= ${to} and coalesce(agreements.ends_on, '9999-12-31') >= ${from}`
      : sql`agreements.concluded_on >= ${from} and agreements.concluded_on <= ${to}`
  return sql`agreements.status = 'signed' and ${ofYear} and ${ofUnit}`
}

const figures = sql`count(*) as "agreements", count(distinct agreements.volunteer_id) as "persons"`

/** How many people and agreements a year has. */
export async function countYear(db: Db, counted: Counted): Promise<PeopleFigures> {
  return db
    .selectFrom(
      sql<PeopleFigures>`(select ${figures} from agreements where ${counts(counted)})`.as('counted'),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
}

/** The band of a volunteer by the age on the last day of a year. */
export function bandIn(year: number): RawBuilder<string> {
  const birth = sql`volunteers.birth_on`
  const cases = ageBands.map((band) => {
    if (band === 'unknown') return sql`when coalesce(${birth}, '') = '' then ${band}`
    const { from, to } = birthDaysOf(band, year)
    return sql`when ${birth} >= ${from ?? '0'} and ${birth} <= ${to ?? '9999-12-31'} then ${band}`
  })
  return sql`case ${sql.join(cases, sql` `)} end`
}

interface Told {
  id: RawBuilder<unknown>
  name: RawBuilder<unknown>
  joins: RawBuilder<unknown>
}

const none = sql`null`
const ofVolunteer = sql`inner join volunteers on volunteers.id = agreements.volunteer_id`

function toldBy(way: Exclude<ReportWay, 'month'>, year: number): Told {
  switch (way) {
    case 'unit':
      return {
        id: sql`agreements.unit_id`,
        name: sql`(select units.name from units where units.id = "grouped"."id")`,
        joins: sql``,
      }
    case 'activity':
      return {
        id: sql`agreement_activities.activity_id`,
        name: sql`(select activities.name from activities where activities.id = "grouped"."id")`,
        joins: sql`left join agreement_activities on agreement_activities.agreement_id = agreements.id`,
      }
    case 'category':
      return { id: sql`volunteers.category`, name: none, joins: ofVolunteer }
    case 'ageBand':
      return { id: bandIn(year), name: none, joins: ofVolunteer }
  }
}

export type CountedLine = Omit<ReportLine, 'years'> & PeopleFigures

/** How many people and agreements of a year each unit, activity, category or band has; those without any are left out. */
export async function countLines(
  db: Db,
  counted: Counted,
  way: Exclude<ReportWay, 'month'>,
): Promise<CountedLine[]> {
  const { id, name, joins } = toldBy(way, counted.year)
  return db
    .selectFrom(
      sql<CountedLine>`(
        select "id", ${name} as "name", "agreements", "persons" from (
          select ${id} as "id", ${figures} from agreements ${joins} where ${counts(counted)} group by 1
        ) as "grouped"
      )`.as('told'),
    )
    .selectAll()
    .execute()
}

/** The months of a year in which agreements of a volunteer count, agreements with the same months taken together. */
export async function listMonths(db: Db, counted: Counted): Promise<MonthSpan[]> {
  const { from, to } = daysOfYear(counted.year)
  const monthOf = (column: RawBuilder<unknown>) => sql`cast(substr(${column}, 6, 2) as integer)`
  const starts = sql`agreements.starts_on`
  const ends = sql`coalesce(agreements.ends_on, '9999-12-31')`
  const concluded = monthOf(sql`agreements.concluded_on`)
  const [first, last] =
    counted.basis === 'concluded'
      ? [concluded, concluded]
      : [
          sql`case when ${starts} < ${from} then 1 else ${monthOf(starts)} end`,
          sql`case when ${ends} > ${to} then 12 else ${monthOf(ends)} end`,
        ]
  return db
    .selectFrom(
      sql<MonthSpan>`(
        select agreements.volunteer_id as "volunteerId", ${first} as "first", ${last} as "last",
          count(*) as "agreements"
        from agreements where ${counts(counted)} group by 1, 2, 3
      )`.as('spans'),
    )
    .selectAll()
    .execute()
}

/** The name of a unit; null where it is gone. */
export async function findUnitName(db: Db, id: number): Promise<string | null> {
  const unit = await db.selectFrom('units').select('name').where('id', '=', id).executeTakeFirst()
  return unit?.name ?? null
}

/** Keeps a report. */
export async function insertFrozen(
  tx: Tx,
  frozen: Omit<Tables['frozen_reports'], 'id' | 'content'> & { content: ReportContent },
): Promise<number> {
  const { id } = await tx
    .insertInto('frozen_reports')
    .values({ ...frozen, content: JSON.stringify(frozen.content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const columns = [
  'id',
  'year',
  'basis',
  'unit_id as unitId',
  'note',
  'frozen_on as frozenOn',
  'frozen_by_name as frozenByName',
  'content',
] as const

/** A frozen report as it is read today: what was frozen before hours were counted has none. */
function contentOf(text: string): ReportContent {
  const kept = JSON.parse(text) as Omit<ReportContent, 'hasHours'> & { hasHours?: boolean }
  if (kept.hasHours) return kept as ReportContent
  const whole = (years: ReportFigures[]) => years.map((figures) => ({ ...noFigures, ...figures }))
  const lines = Object.fromEntries(
    Object.entries(kept.lines).map(([way, of]) => [
      way,
      of.map((line) => ({ ...line, years: whole(line.years) })),
    ]),
  ) as ReportContent['lines']
  const { inForce, concluded } = kept.totals
  return {
    ...kept,
    lines,
    totals: { inForce: whole(inForce), concluded: whole(concluded) },
    hasHours: false,
  }
}

function toFrozen({
  content,
  ...row
}: Omit<FrozenReport, 'unitName' | 'basis'> & { basis: string; content: string }) {
  const read = contentOf(content)
  return { ...row, basis: row.basis as ReportBasis, unitName: read.unitName, content: read }
}

/** Frozen reports, the newest first; of one unit, or (null) all. */
export async function listFrozen(db: Db, unitId: number | null): Promise<FrozenReport[]> {
  const rows = await db
    .selectFrom('frozen_reports')
    .select(columns)
    .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId))
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => {
    const { content: _, ...frozen } = toFrozen(row)
    return frozen
  })
}

/** A frozen report; undefined where there is none, or none of that unit. */
export async function findFrozen(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<(FrozenReport & { content: ReportContent }) | undefined> {
  const row = await db
    .selectFrom('frozen_reports')
    .select(columns)
    .where('id', '=', id)
    .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId))
    .executeTakeFirst()
  return row && toFrozen(row)
}
