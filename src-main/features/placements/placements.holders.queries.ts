import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'

/** Does a row of a table refer to a record by this column? */
export function refersTo(
  table: 'placements' | 'needs',
  column:
    | 'agreement_id'
    | 'volunteer_id'
    | 'unit_id'
    | 'family_id'
    | 'need_id'
    | 'coordinator_id'
    | 'activity_kind_id',
  id: number,
): RawBuilder<boolean> {
  return sql`${sql.ref(`${table}.${column}`)} = ${id}`
}

/** The meetings that a member of staff led. */
export function introductionsOf(staffId: number): RawBuilder<unknown> {
  return sql`introductions where introductions.worker_id = ${staffId}`
}

/** The contacts that a member of staff made. */
export function contactsOf(staffId: number): RawBuilder<unknown> {
  return sql`monitoring_entries where monitoring_entries.done_by = ${staffId}`
}

/** How many placements to a unit go on after a day. */
export async function countOfUnitAfter(db: Db, unitId: number, day: Day): Promise<number> {
  const { count } = await db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('placements.unit_id', '=', unitId)
    .where('placements.status', '<>', 'ended')
    .where(sql<boolean>`coalesce(placements.ends_on, agreements.ends_on, '9999-12-31') > ${day}`)
    .executeTakeFirstOrThrow()
  return count
}
