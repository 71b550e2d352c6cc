import { sql } from 'kysely'
import type { DatedGroup, Position, PositionFields } from '#shared/features/positions/positions.contract.ts'
import { fold, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteSearchWords, writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'

function positions(db: Db) {
  return db.selectFrom('positions').select((eb) => [
    'id',
    'name',
    'staff_group as staffGroup',
    'is_active as isActive',
    'version',
    eb
      .selectFrom('staff_posts')
      .whereRef('staff_posts.position_id', '=', 'positions.id')
      .select((posts) => posts.fn.countAll<number>().as('posts'))
      .as('posts'),
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof positions>['executeTakeFirstOrThrow']>>

/** A position without its holders and earlier groups. */
export type KnownPosition = Omit<Position, 'holders' | 'groups'>

function toPosition({ posts, ...row }: Row): KnownPosition {
  return {
    ...row,
    staffGroup: row.staffGroup as Position['staffGroup'],
    isActive: row.isActive === 1,
    isUsed: (posts ?? 0) > 0,
  }
}

function columns(position: PositionFields) {
  return {
    name: position.name,
    name_key: fold(position.name),
    staff_group: position.staffGroup,
    is_active: position.isActive ? 1 : 0,
    sort_key: sortKey(position.name),
  }
}

/** All positions in Polish order, without their holders. */
export async function listPositions(db: Db) {
  return (await positions(db).orderBy('sort_key').orderBy('id').execute()).map(toPosition)
}

/** A position, without its holders; undefined where there is none. */
export async function findPosition(db: Db, id: number) {
  const row = await positions(db).where('id', '=', id).executeTakeFirst()
  return row && toPosition(row)
}

/** The groups of positions by their id, in the order of their days. */
export async function listGroups(db: Db): Promise<Map<number, DatedGroup[]>> {
  const rows = await db
    .selectFrom('position_groups')
    .select(['position_id as id', 'from_on as fromOn', 'staff_group as staffGroup'])
    .orderBy('from_on')
    .execute()
  const byPosition = new Map<number, DatedGroup[]>()
  for (const { id, ...group } of rows)
    byPosition.set(id, [...(byPosition.get(id) ?? []), group as DatedGroup])
  return byPosition
}

/** Puts these groups in the place of all that a position had. */
export async function writeGroups(tx: Tx, id: number, groups: readonly DatedGroup[]): Promise<void> {
  await tx.deleteFrom('position_groups').where('position_id', '=', id).execute()
  const rows = groups.map(({ fromOn, staffGroup }) => ({
    position_id: id,
    from_on: fromOn,
    staff_group: staffGroup,
  }))
  await tx.insertInto('position_groups').values(rows).execute()
}

/** By name, whatever its case and marks. */
export async function findPositionByName(db: Db, name: string) {
  const row = await positions(db).where('name_key', '=', fold(name)).executeTakeFirst()
  return row && toPosition(row)
}

/** How many people employed on a day hold each position according to their record. */
export async function countHolders(db: Db, today: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('staff')
    .select((eb) => ['position_id as positionId', eb.fn.countAll<number>().as('holders')])
    .where((eb) => eb(eb.fn.coalesce('employed_from', sql<string>`''`), '<=', today))
    .where((eb) => eb(eb.fn.coalesce('employed_to', sql<string>`'9999-12-31'`), '>=', today))
    .groupBy('position_id')
    .execute()
  return new Map(rows.map(({ positionId, holders }) => [positionId, holders]))
}

/** Who of the staff holds, held or is to hold these positions. */
export async function listHolders(
  db: Db,
  ids: number[],
): Promise<{ id: number; kind: string; by: number }[]> {
  const rows = await db
    .selectFrom('staff_posts')
    .select(['position_id as id', 'staff_id as by'])
    .where('position_id', 'in', ids)
    .execute()
  return rows.map((row) => ({ ...row, kind: 'staff' }))
}

/** Writes a new position with its search words and answers its id. */
export async function insertPosition(tx: Tx, position: PositionFields): Promise<number> {
  const { id } = await tx
    .insertInto('positions')
    .values(columns(position))
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeGroups(tx, id, [{ fromOn: '', staffGroup: position.staffGroup }])
  await writeSearchWords(tx, 'positions', id, searchWords(position.name), true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updatePosition(
  tx: Tx,
  id: number,
  version: number,
  position: PositionFields,
): Promise<boolean> {
  const isAtVersion = await updateVersioned(tx, 'positions', id, version, columns(position))
  if (!isAtVersion) return false
  await writeSearchWords(tx, 'positions', id, searchWords(position.name), false)
  return true
}

/** @returns false where the row is no longer at that version */
export async function deletePosition(tx: Tx, id: number, version: number): Promise<boolean> {
  const row = await positions(tx).where('id', '=', id).executeTakeFirst()
  if (row?.version !== version) return false
  await tx.deleteFrom('position_groups').where('position_id', '=', id).execute()
  await tx.deleteFrom('positions').where('id', '=', id).execute()
  await deleteSearchWords(tx, 'positions', id)
  return true
}
