import { sql } from 'kysely'
import type { Position, PositionFields } from '#shared/features/positions/positions.contract.ts'
import { fold, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteSearchWords, writeSearchWords } from '../../database/search.ts'

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

/** A position without its holders. */
export type KnownPosition = Omit<Position, 'holders'>

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
  const result = await tx
    .updateTable('positions')
    .set({ ...columns(position), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'positions', id, searchWords(position.name), false)
  return true
}

/** @returns false where the row is no longer at that version */
export async function deletePosition(tx: Tx, id: number, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('positions')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numDeletedRows !== 1n) return false
  await deleteSearchWords(tx, 'positions', id)
  return true
}
