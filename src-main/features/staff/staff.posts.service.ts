import type { Post, PostFields, StaffMember, staffContract } from '#shared/features/staff/staff.contract.ts'
import {
  type Employment,
  nearestDayOfEmployment,
  postOn,
  whyNoPostFrom,
  whyPostsOutside,
} from '#shared/features/staff/staff.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Tx } from '../../database/database.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { findPosition } from '../positions/positions.service.ts'
import { findUnit } from '../units/units.service.ts'
import * as posts from './staff.posts.queries.ts'
import { touch, writeHeldPost } from './staff.queries.ts'
import { getMember } from './staff.reader.ts'

/**
 * Repeats in every row the post held today, where another has begun since it was written. The server calls it at the
 * start and when the day changes.
 */
export async function bringPostsUpToDate(tx: Tx, today: Day): Promise<void> {
  const changing = Map.groupBy(await posts.listChangingPosts(tx), ({ staffId }) => staffId)
  for (const [id, ofMember] of changing) {
    const [member] = ofMember
    const held = member && postOn(ofMember, nearestDayOfEmployment(member, today))
    if (!held) continue
    const isSame =
      held.positionId === member.heldPositionId &&
      held.unitId === member.heldUnitId &&
      held.ownGroup === member.heldGroup
    if (!isSame) await writeHeldPost(tx, id, held)
  }
}

/** What history tells of a post. */
export function recordedPost(post: Post | undefined) {
  if (!post) return {}
  const { fromOn, positionName, unitName, ownGroup } = post
  return { fromOn, position: positionName, unit: unitName, ownGroup }
}

/**
 * Refuses, beside its field, a unit or position that is not there, and a position that is closed.
 *
 * @param before the post that is corrected, whose position may be closed; null for a new one
 */
export async function refuseUnsoundPost(tx: Tx, post: PostFields, before: PostFields | null): Promise<void> {
  const position = await findPosition(tx, post.positionId)
  if (!position) throw fieldRefused('positionId', 'validation.notFound')
  if (!position.isActive && before?.positionId !== post.positionId)
    throw fieldRefused('positionId', 'staff.errors.positionClosed')
  if (post.unitId !== null && !(await findUnit(tx, post.unitId)))
    throw fieldRefused('unitId', 'validation.notFound')
}

/** Refuses, beside its field, a unit that was closed before the day from which somebody is to work there. */
export async function refuseClosedUnit(tx: Tx, { unitId }: PostFields, day: Day): Promise<void> {
  const unit = unitId === null ? undefined : await findUnit(tx, unitId)
  if (unit?.validTo && unit.validTo < day) throw fieldRefused('unitId', 'staff.errors.unitClosed')
}

/** Refuses days of employment outside of which a post after the first would begin. */
export async function refusePostsOutside(tx: Tx, id: number, employment: Employment): Promise<void> {
  const days = (await posts.listPosts(tx, id)).map(({ fromOn }) => fromOn)
  const outside = whyPostsOutside(days, employment)
  if (outside) throw fieldRefused(outside.field, outside.key)
}

/** Repeats the post held today in the row, after employment or posts have changed. */
export async function bringUpToDate(tx: Tx, id: number, today: Day): Promise<void> {
  const member = await getMember(tx, id)
  const held = postOn(await posts.listPosts(tx, id), nearestDayOfEmployment(member, today))
  if (held) await writeHeldPost(tx, id, held)
}

/** Changes posts of a member of staff at a version: all that the three ways of doing it have in common. */
async function changePosts(
  { tx, today }: CommandContext,
  { id, version }: { id: number; version: number },
  change: (all: Post[], member: StaffMember) => Promise<void>,
): Promise<StaffMember> {
  const member = await getMember(tx, id)
  if (!(await touch(tx, id, version))) throw conflict(member)
  await change(await posts.listPosts(tx, id), member)
  await bringUpToDate(tx, id, today)
  return getMember(tx, id)
}

function refusePostFrom(fromOn: Day, member: StaffMember, others: readonly Post[]): void {
  const reason = whyNoPostFrom(
    fromOn,
    member,
    others.map((post) => post.fromOn),
  )
  if (reason) throw fieldRefused('fromOn', reason)
}

function getPost(all: readonly Post[], postId: number): Post {
  const post = all.find(({ id }) => id === postId)
  if (!post) throw notFound('staff')
  return post
}

/** The handlers of the posts of a member of staff. */
export const staffPostsHandlers: Pick<
  Handlers<typeof staffContract>,
  'posts' | 'changePostFrom' | 'correctPost' | 'removePost'
> = {
  posts: async ({ db, user }, { id }) => {
    await getMember(db, id, unitScope(user))
    return posts.listPosts(db, id)
  },

  changePostFrom: (context, { id, version, fromOn, ...post }) =>
    changePosts(context, { id, version }, async (all, member) => {
      refusePostFrom(fromOn, member, all)
      await refuseUnsoundPost(context.tx, post, null)
      await refuseClosedUnit(context.tx, post, fromOn)
      const before = postOn(all, fromOn)
      await posts.insertPost(context.tx, id, fromOn, post)
      const after = (await posts.listPosts(context.tx, id)).find((each) => each.fromOn === fromOn)
      await context.record({
        kind: 'staff',
        recordId: id,
        action: 'postChanged',
        before: { ...recordedPost(before), fromOn: '' },
        after: recordedPost(after),
      })
    }),

  correctPost: (context, { id, version, postId, fromOn, ...post }) =>
    changePosts(context, { id, version }, async (all, member) => {
      const before = getPost(all, postId)
      const others = all.filter((each) => each !== before)
      if (before.fromOn === '' && fromOn !== null) throw fieldRefused('fromOn', 'staff.errors.firstPost')
      if (fromOn !== null) refusePostFrom(fromOn, member, others)
      await refuseUnsoundPost(context.tx, post, before)
      if (fromOn !== null) await refuseClosedUnit(context.tx, post, fromOn)
      await posts.updatePost(context.tx, postId, fromOn ?? before.fromOn, post)
      const after = getPost(await posts.listPosts(context.tx, id), postId)
      await context.record({
        kind: 'staff',
        recordId: id,
        action: 'postCorrected',
        before: recordedPost(before),
        after: recordedPost(after),
      })
    }),

  removePost: (context, { id, version, postId }) =>
    changePosts(context, { id, version }, async (all) => {
      const before = getPost(all, postId)
      if (before.fromOn === '') throw ruleBroken('staff.errors.firstPost')
      await posts.deletePost(context.tx, postId)
      await context.record({
        kind: 'staff',
        recordId: id,
        action: 'postRemoved',
        before: recordedPost(before),
      })
    }),
}
