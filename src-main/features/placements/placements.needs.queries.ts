import { type RawBuilder, sql } from 'kysely'
import type { Need, NeedFields } from '#shared/features/placements/placements.needs.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'
import { isOfUnit } from './placements.queries.ts'

/** How many people are placed for a need and not over. */
export const placedFor = sql<number>`(select count(*) from placements where placements.need_id = needs.id and placements.status <> 'ended')`

/** When each state of a need applies. */
export function needConditions(today: Day): Record<Need['state'], RawBuilder<boolean>> {
  const isRunning = sql`needs.is_closed = 0 and coalesce(needs.ends_on, '9999-12-31') >= ${today}`
  return {
    open: sql`${isRunning} and ${placedFor} < needs.people`,
    filled: sql`${isRunning} and ${placedFor} >= needs.people`,
    over: sql`needs.is_closed = 0 and coalesce(needs.ends_on, '9999-12-31') < ${today}`,
    closed: sql`needs.is_closed = 1`,
  }
}

/** The state of a need on a day. */
export function needState(today: Day): RawBuilder<string> {
  return sql`case when needs.is_closed = 1 then 'closed' when coalesce(needs.ends_on, '9999-12-31') < ${today} then 'over' when ${placedFor} >= needs.people then 'filled' else 'open' end`
}

/** @param unitId narrows to one unit and its families (a head's view); null for all */
export async function findNeed(
  db: Db,
  id: number,
  { unitId, today }: { unitId: number | null; today: Day },
): Promise<Need | undefined> {
  let query = db
    .selectFrom('needs')
    .leftJoin('units', 'units.id', 'needs.unit_id')
    .leftJoin('families', 'families.id', 'needs.family_id')
    .leftJoin('activity_kinds', 'activity_kinds.id', 'needs.activity_kind_id')
    .select([
      'needs.id',
      'needs.unit_id as unitId',
      'units.name as unitName',
      'needs.family_id as familyId',
      'families.code as familyCode',
      'needs.activity_kind_id as activityKindId',
      'activity_kinds.name as activityKindName',
      'needs.people',
      'needs.starts_on as startsOn',
      'needs.ends_on as endsOn',
      'needs.hours',
      'needs.needs_sign_language as needsSignLanguage',
      'needs.note',
      'needs.is_closed as isClosed',
      'needs.version',
    ])
    .select([
      placedFor.as('placed'),
      needState(today).as('state'),
      sql<number>`coalesce(units.serves_minors, 0) = 1 or coalesce(families.has_minors, 0) = 1
        or coalesce(activity_kinds.with_minors, 0) = 1`.as('isForMinors'),
    ])
    .where('needs.id', '=', id)
  if (unitId !== null) query = query.where(isOfUnit('needs', unitId))
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    state: row.state as Need['state'],
    placeKind: row.unitId === null ? 'family' : 'unit',
    hours: JSON.parse(row.hours),
    needsSignLanguage: row.needsSignLanguage === 1,
    isClosed: row.isClosed === 1,
    isForMinors: row.isForMinors === 1,
  }
}

function columns(need: NeedFields) {
  return {
    unit_id: need.unitId,
    family_id: need.familyId,
    activity_kind_id: need.activityKindId,
    people: need.people,
    starts_on: need.startsOn,
    ends_on: need.endsOn,
    hours: JSON.stringify(need.hours),
    needs_sign_language: need.needsSignLanguage ? 1 : 0,
    note: need.note,
  }
}

/** Writes a need and answers its id. */
export async function insertNeed(tx: Tx, need: NeedFields, createdAt: string): Promise<number> {
  const { id } = await tx
    .insertInto('needs')
    .values({ ...columns(need), created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateNeed(tx: Tx, id: number, version: number, need: NeedFields): Promise<boolean> {
  return updateVersioned(tx, 'needs', id, version, columns(need))
}

/** Calls a need off, or takes that back. @returns false where the row is no longer at that version */
export function markNeedClosed(tx: Tx, id: number, version: number, isClosed: boolean): Promise<boolean> {
  return updateVersioned(tx, 'needs', id, version, { is_closed: isClosed ? 1 : 0 })
}
