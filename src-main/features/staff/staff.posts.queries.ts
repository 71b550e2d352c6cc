import { type RawBuilder, sql } from 'kysely'
import type { Post, PostFields } from '#shared/features/staff/staff.contract.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'

/** The posts of a member of staff, the latest first. */
export async function listPosts(db: Db, staffId: number): Promise<Post[]> {
  const rows = await db
    .selectFrom('staff_posts')
    .innerJoin('positions', 'positions.id', 'staff_posts.position_id')
    .leftJoin('units', 'units.id', 'staff_posts.unit_id')
    .select([
      'staff_posts.id',
      'staff_posts.from_on as fromOn',
      'staff_posts.position_id as positionId',
      'positions.name as positionName',
      'positions.staff_group as positionGroup',
      'staff_posts.unit_id as unitId',
      'units.name as unitName',
      'staff_posts.staff_group as ownGroup',
    ])
    .where('staff_posts.staff_id', '=', staffId)
    .orderBy('staff_posts.from_on', 'desc')
    .execute()
  return rows as Post[]
}

/** The posts of everybody who has had more than one, with the employment and the post that the row repeats. */
export async function listChangingPosts(db: Db) {
  return db
    .selectFrom('staff_posts')
    .innerJoin('staff', 'staff.id', 'staff_posts.staff_id')
    .select([
      'staff.id as staffId',
      'staff.employed_from as employedFrom',
      'staff.employed_to as employedTo',
      'staff.position_id as heldPositionId',
      'staff.unit_id as heldUnitId',
      'staff.staff_group as heldGroup',
      'staff_posts.from_on as fromOn',
      'staff_posts.position_id as positionId',
      'staff_posts.unit_id as unitId',
      'staff_posts.staff_group as ownGroup',
    ])
    .where('staff.id', 'in', (eb) =>
      eb.selectFrom('staff_posts').select('staff_id').where('from_on', '<>', ''),
    )
    .execute()
}

function columns(post: PostFields) {
  return { position_id: post.positionId, unit_id: post.unitId, staff_group: post.ownGroup }
}

/** Writes a post from a day on (empty: from the beginning). */
export async function insertPost(tx: Tx, staffId: number, fromOn: string, post: PostFields): Promise<void> {
  await tx
    .insertInto('staff_posts')
    .values({ staff_id: staffId, from_on: fromOn, ...columns(post) })
    .execute()
}

/** Rewrites a post. */
export async function updatePost(tx: Tx, id: number, fromOn: string, post: PostFields): Promise<void> {
  await tx
    .updateTable('staff_posts')
    .set({ from_on: fromOn, ...columns(post) })
    .where('id', '=', id)
    .execute()
}

/** Removes a post. */
export async function deletePost(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('staff_posts').where('id', '=', id).execute()
}

/** How many people hold a post in a unit on any day after the given one. */
export async function countInUnitAfter(db: Db, unitId: number, day: Day): Promise<number> {
  const row = await db
    .selectFrom('staff_posts as held')
    .innerJoin('staff', 'staff.id', 'held.staff_id')
    .select(({ fn }) => fn.count<number>('held.staff_id').distinct().as('count'))
    .where('held.unit_id', '=', unitId)
    .where((eb) => eb.or([eb('staff.employed_to', 'is', null), eb('staff.employed_to', '>', day)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staff_posts as later')
            .select('later.id')
            .whereRef('later.staff_id', '=', 'held.staff_id')
            .whereRef('later.from_on', '>', 'held.from_on')
            .where('later.from_on', '<=', addDays(day, 1)),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return row.count
}

/** Did somebody ever hold a post in a unit, or is to? */
export function wasEverIn(unitId: number): RawBuilder<boolean> {
  return sql`(staff.unit_id = ${unitId} or staff.id in (select staff_id from staff_posts where unit_id = ${unitId}))`
}
