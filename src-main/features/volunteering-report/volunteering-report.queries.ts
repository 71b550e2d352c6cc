import { type RawBuilder, sql } from 'kysely'
import type { FrozenReport } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import type {
  CountedAgreement,
  LineId,
} from '#shared/features/volunteering-report/volunteering-report.counting.rules.ts'
import {
  daysOfYear,
  noFigures,
  type PeopleFigures,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Db, Tx } from '../../database/database.ts'
import { isOneOf } from '../../database/ids.ts'
import type { Tables } from '../../database/tables.ts'

/** Which agreements count: of years, in one of both ways, of one unit or (null) of all. */
export interface Counted {
  /** The first and the last of the years. */
  from: number
  to: number
  basis: ReportBasis
  unitId: number | null
}

/** The first and the last day of an agreement as it counts: of its time in force, or the day on which it was concluded. */
function daysOf(basis: ReportBasis): { from: RawBuilder<string>; to: RawBuilder<string> } {
  const concludedOn = sql<string>`agreements.concluded_on`
  return basis === 'concluded'
    ? { from: concludedOn, to: concludedOn }
    : { from: sql`agreements.starts_on`, to: sql`coalesce(agreements.ends_on, '9999-12-31')` }
}

/** The words of the indexes `agreements_in_force` and `agreements_concluded_in`. */
function counts({ from, to, basis, unitId }: Counted): RawBuilder<boolean> {
  const ofUnit = unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
  const days = daysOf(basis)
  return sql`agreements.status = 'signed' and ${days.from} <= ${daysOfYear(to).to}
    and ${days.to} >= ${daysOfYear(from).from} and ${ofUnit}`
}

/** How many people and agreements the years have together. */
export async function countYears(db: Db, counted: Counted): Promise<PeopleFigures> {
  return db
    .selectFrom(
      sql<PeopleFigures>`(
        select count(*) as "agreements", count(distinct agreements.volunteer_id) as "persons"
        from agreements where ${counts(counted)}
      )`.as('counted'),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
}

/** An agreement with what tells its line: the id of its unit, or the category or the year of birth of its volunteer. */
export interface ToldAgreement extends CountedAgreement {
  id: number
  told: number | string | null
}

/** Whose lines are told by something of the agreement or of its volunteer. */
function toldBy(way: ReportWay): { told: RawBuilder<unknown>; joins: RawBuilder<unknown> } {
  const ofVolunteer = sql`inner join volunteers on volunteers.id = agreements.volunteer_id`
  switch (way) {
    case 'unit':
      return { told: sql`agreements.unit_id`, joins: sql`` }
    case 'category':
      return { told: sql`volunteers.category`, joins: ofVolunteer }
    case 'ageBand':
      return { told: sql`nullif(cast(substr(volunteers.birth_on, 1, 4) as integer), 0)`, joins: ofVolunteer }
    default:
      return { told: sql`null`, joins: sql`` }
  }
}

/**
 * The agreements that count in one of the years. They are counted outside the database: a person stands once in each line of
 * each year, and to tell five years in one walk takes it longer than to hand them over.
 */
export function listCounted(db: Db, counted: Counted, way: ReportWay): Promise<ToldAgreement[]> {
  return listAgreements(db, counted.basis, way, counts(counted))
}

/** The agreements with these ids, whatever they are. */
export function listAgreementsOf(
  db: Db,
  ids: number[],
  basis: ReportBasis,
  way: ReportWay,
): Promise<ToldAgreement[]> {
  return listAgreements(db, basis, way, isOneOf(sql`agreements.id`, ids))
}

function listAgreements(db: Db, basis: ReportBasis, way: ReportWay, where: RawBuilder<boolean>) {
  const { told, joins } = toldBy(way)
  const { from, to } = daysOf(basis)
  return db
    .selectFrom(
      sql<ToldAgreement>`(
        select agreements.id, agreements.volunteer_id as "volunteerId", ${from} as "from", ${to} as "to", ${told} as "told"
        from agreements ${joins} where ${where}
      )`.as('agreements'),
    )
    .selectAll()
    .execute()
}

/** The activities of the agreements that count in one of the years, a row each; null stands for none. */
export function listActivities(db: Db, counted: Counted) {
  return db
    .selectFrom(
      sql<{ agreementId: number; activityId: number | null }>`(
        select agreements.id as "agreementId", agreement_activities.activity_id as "activityId"
        from agreements left join agreement_activities on agreement_activities.agreement_id = agreements.id
        where ${counts(counted)}
      )`.as('told'),
    )
    .selectAll()
    .execute()
}

/** The names of units or activities by their ids. */
export async function listNames(
  db: Db,
  table: 'units' | 'activities',
  ids: number[],
): Promise<Map<LineId, string>> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where(isOneOf(sql.ref('id'), ids))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
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

/** A frozen report as it is read today: what was frozen before hours, or the people who served them, were counted has none. */
function contentOf(text: string): ReportContent {
  const kept = JSON.parse(text) as Omit<ReportContent, 'hasHours' | 'served'> &
    Partial<Pick<ReportContent, 'hasHours' | 'served'>>
  const served = kept.served ?? null
  if (kept.hasHours) return { ...kept, served, hasHours: true }
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
    served,
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
