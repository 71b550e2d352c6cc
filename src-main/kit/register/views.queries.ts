import { fold, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

/** A view as it is kept: its definition is what was written when it was saved. */
export interface StoredView {
  id: number
  version: number
  name: string
  isShared: number
  ownerId: number
  ownerName: string
  definition: string
}

/** What a view is written with. */
export interface WrittenView {
  name: string
  isShared: boolean
  definition: object
}

function views(db: Db, register: string, userId: number) {
  return db
    .selectFrom('views')
    .innerJoin('users', 'users.id', 'views.owner_id')
    .select([
      'views.id',
      'views.version',
      'views.name',
      'views.is_shared as isShared',
      'views.owner_id as ownerId',
      'users.full_name as ownerName',
      'views.definition',
    ])
    .where('views.register', '=', register)
    .where((where) => where.or([where('views.owner_id', '=', userId), where('views.is_shared', '=', 1)]))
}

/** The views of a register that a user may open, in Polish order. */
export function listViews(db: Db, register: string, userId: number): Promise<StoredView[]> {
  return views(db, register, userId).orderBy('views.sort_key').orderBy('views.id').execute()
}

/** A view of a register that a user may open; undefined where there is none. */
export function findView(
  db: Db,
  register: string,
  userId: number,
  id: number,
): Promise<StoredView | undefined> {
  return views(db, register, userId).where('views.id', '=', id).executeTakeFirst()
}

/** The id of an owner's view of that name, whatever its case and marks. */
export async function findViewByName(
  db: Db,
  register: string,
  ownerId: number,
  name: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('views')
    .select('id')
    .where('register', '=', register)
    .where('owner_id', '=', ownerId)
    .where('name_key', '=', fold(name))
    .executeTakeFirst()
  return row?.id
}

function columns({ name, isShared, definition }: WrittenView) {
  return {
    name,
    name_key: fold(name),
    sort_key: sortKey(name),
    is_shared: isShared ? 1 : 0,
    definition: JSON.stringify(definition),
  }
}

/** Writes a new view and answers its id. */
export async function insertView(
  tx: Tx,
  register: string,
  ownerId: number,
  view: WrittenView,
): Promise<number> {
  const { id } = await tx
    .insertInto('views')
    .values({ register, owner_id: ownerId, ...columns(view) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the view is no longer at that version */
export function updateView(tx: Tx, id: number, version: number, view: WrittenView): Promise<boolean> {
  return updateVersioned(tx, 'views', id, version, columns(view))
}

/** Removes a view, also where lists open with it. @returns false where it is no longer at that version */
export async function deleteView(tx: Tx, id: number, version: number): Promise<boolean> {
  await tx
    .updateTable('list_layouts')
    .set({ default_view_id: null })
    .where('default_view_id', '=', id)
    .execute()
  return deleteVersioned(tx, 'views', id, version)
}

/** How a user has the list of a register; undefined where nothing was arranged yet. */
export function findLayout(db: Db, register: string, userId: number) {
  return db
    .selectFrom('list_layouts')
    .select(['columns', 'default_view_id as defaultViewId'])
    .where('register', '=', register)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}

/** Keeps how a user has the list of a register. */
export async function putLayout(
  tx: Tx,
  register: string,
  userId: number,
  layout: { columns: object | null; defaultViewId: number | null },
): Promise<void> {
  const values = { columns: JSON.stringify(layout.columns), default_view_id: layout.defaultViewId }
  await tx
    .insertInto('list_layouts')
    .values({ register, user_id: userId, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'register']).doUpdateSet(values))
    .execute()
}
