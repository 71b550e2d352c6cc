import type { StaffGroup } from '#shared/features/positions/positions.contract.ts'
import type { PostFields, StaffFields } from '#shared/features/staff/staff.contract.ts'
import { nearestDayOfEmployment, postOn, whyNoPostFrom } from '#shared/features/staff/staff.rules.ts'
import type { Tx } from '../../database/database.ts'
import type { ImportContext, ImportedRecord, RecordState } from '../../kit/import.ts'
import { endAccountOn } from '../accounts/accounts.service.ts'
import { createPosition, findPositionByName } from '../positions/positions.service.ts'
import { createUnit, findUnitByName } from '../units/units.service.ts'
import * as posts from './staff.posts.queries.ts'
import { bringUpToDate, refusePostsOutside } from './staff.posts.service.ts'
import * as queries from './staff.queries.ts'
import { refuseSameNumber } from './staff.service.ts'

/** A post as an import keeps it, to bring it back when the import is undone. */
export type KeptPost = PostFields & { fromOn: string }

/**
 * A member of staff as an import finds and leaves it. Nothing known is null, so that an import can fill it. Position and
 * unit are those held today: by name, because a name may be new, and by id, because two units may have one name.
 */
export interface ImportedState extends Omit<StaffFields, 'specialisation' | 'roles'> {
  specialisation: 'first' | 'second' | null
  roles: StaffFields['roles']
  position: string
  positionId: number
  /** The group that a position has which is entered on the way. */
  positionGroup: StaffGroup
  unit: string | null
  unitId: number | null
  ownGroup: StaffGroup | null
  posts: KeptPost[]
}

/**
 * Writes what an import says, or what it found when it is undone, over a member of staff; the import records the history.
 * Another position or unit becomes a post from today on; where none can begin today, or only the unit was missing, the
 * post held is corrected. Refuses what `staff.change` refuses; answers the
 * unit and the position that it entered on the way.
 */
export async function overwriteMember(
  context: ImportContext,
  id: number,
  state: RecordState,
  fields: ImportedState,
): Promise<ImportedRecord[]> {
  const { tx, today } = context
  const entered: ImportedRecord[] = []
  const before = state.fields as unknown as ImportedState
  const { position: _, positionId, positionGroup, unit, unitId, ownGroup, posts: kept, ...person } = fields
  const member: StaffFields = { ...person, specialisation: person.specialisation ?? 'none' }
  await refuseSameNumber(tx, member.personalNumber, id)
  await queries.updateMember(tx, id, state.version, member)
  if (JSON.stringify(kept) !== JSON.stringify(before.posts)) await restorePosts(tx, id, kept)
  else await takePost(context, id, before, fields, entered)
  await refusePostsOutside(tx, id, member)
  await bringUpToDate(tx, id, today)
  const account = before.employedTo === member.employedTo ? undefined : await queries.findAccountOf(tx, id)
  if (account) await endAccountOn(context, account.id, member.employedTo)
  return entered
}

async function restorePosts(tx: Tx, id: number, kept: KeptPost[]): Promise<void> {
  for (const post of await posts.listPosts(tx, id)) await posts.deletePost(tx, post.id)
  for (const { fromOn, ...post } of kept) await posts.insertPost(tx, id, fromOn, post)
}

async function takePost(
  context: ImportContext,
  id: number,
  before: ImportedState,
  after: ImportedState,
  entered: ImportedRecord[],
): Promise<void> {
  const { tx, today } = context
  const hasOtherPosition = after.position !== before.position
  const hasOtherUnit = after.unit !== before.unit || after.unitId !== before.unitId
  const hasOtherGroup = after.ownGroup !== before.ownGroup
  if (!hasOtherPosition && !hasOtherUnit && !hasOtherGroup) return
  const post = {
    positionId: hasOtherPosition ? await positionOf(context, before, after, entered) : before.positionId,
    unitId: hasOtherUnit ? await unitOf(context, before, after, entered) : before.unitId,
    // A group of one's own belongs to the position for which it was entered.
    ownGroup: hasOtherPosition && !hasOtherGroup ? null : after.ownGroup,
  }
  const all = await posts.listPosts(tx, id)
  const held = postOn(all, nearestDayOfEmployment(after, today))
  const days = all.map(({ fromOn }) => fromOn)
  const isMissing = !hasOtherPosition && !hasOtherGroup && before.unitId === null
  if (held && (isMissing || whyNoPostFrom(today, after, days) !== undefined))
    await posts.updatePost(tx, held.id, held.fromOn, post)
  else await posts.insertPost(tx, id, today, post)
}

async function positionOf(
  context: ImportContext,
  before: ImportedState,
  after: ImportedState,
  entered: ImportedRecord[],
) {
  if (after.positionId !== before.positionId) return after.positionId
  const known = await findPositionByName(context.tx, after.position)
  if (known) return known.id
  const position = { name: after.position, staffGroup: after.positionGroup, isActive: true }
  const { id } = await createPosition(context, position)
  entered.push({ kind: 'positions', id })
  return id
}

async function unitOf(
  context: ImportContext,
  before: ImportedState,
  after: ImportedState,
  entered: ImportedRecord[],
) {
  if (after.unitId !== before.unitId || after.unit === null) return after.unitId
  const known = await findUnitByName(context.tx, after.unit)
  if (known) return known.id
  const { id } = await createUnit(context, { name: after.unit })
  entered.push({ kind: 'units', id })
  return id
}
