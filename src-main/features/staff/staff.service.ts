import {
  type PostFields,
  type StaffChoice,
  type StaffFields,
  type StaffMember,
  type staffContract,
  staffFields,
} from '#shared/features/staff/staff.contract.ts'
import type { staffRegister } from '#shared/features/staff/staff.register.ts'
import { nearestDayOfEmployment } from '#shared/features/staff/staff.rules.ts'
import type { Tx } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { bulkHandlers } from '../../kit/register/bulk.ts'
import { heldBy } from '../../kit/register/holders.queries.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import type { FindHolders, FindTies } from '../../kit/ties.ts'
import { endAccountOn } from '../accounts/accounts.service.ts'
import type { staffAccountsHandlers } from './staff.accounts.service.ts'
import type { staffHeadcountHandlers } from './staff.headcount.service.ts'
import { staffList } from './staff.list.queries.ts'
import type { staffMergingHandlers } from './staff.merging.service.ts'
import * as posts from './staff.posts.queries.ts'
import {
  bringUpToDate,
  recordedPost,
  refuseClosedUnit,
  refusePostsOutside,
  refuseUnsoundPost,
  type staffPostsHandlers,
} from './staff.posts.service.ts'
import * as queries from './staff.queries.ts'
import { getMember } from './staff.reader.ts'

type WriteContext = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/**
 * Enters a member of staff with the first post, inside the caller's transaction. Refuses a personal number that is
 * taken, a unit or position that is not there, a position that is closed; by hand also a unit that was closed before.
 */
export async function createMember(
  { tx, record, now, today }: WriteContext,
  { positionId, unitId, ownGroup, ...member }: StaffFields & PostFields,
  importId: number | null = null,
): Promise<number> {
  const post = { positionId, unitId, ownGroup }
  await refuseSameNumber(tx, member.personalNumber, null)
  await refuseUnsoundPost(tx, post, null)
  if (!importId) await refuseClosedUnit(tx, post, nearestDayOfEmployment(member, today))
  const id = await queries.insertMember(tx, member, { post, importId, createdAt: now })
  await posts.insertPost(tx, id, '', post)
  if (importId) await record({ kind: 'staff', recordId: id, action: 'imported' })
  else {
    const [first] = await posts.listPosts(tx, id)
    await record({
      kind: 'staff',
      recordId: id,
      action: 'created',
      after: { ...member, ...recordedPost(first) },
    })
  }
  return id
}

/** Who of the staff needs a unit after a day: those who hold a post there later. */
export const staffOfUnit: FindTies = async (db, unitId, after) => {
  const count = await posts.countInUnitAfter(db, unitId, after)
  return count > 0 ? [{ key: 'staff.employees', params: { count } }] : []
}

/** Who of the staff holds, held or is to hold a post in a unit. */
export const staffHoldingUnit: FindHolders = (db, unitId) =>
  heldBy(db, staffList, 'staff.held.unit', posts.wasEverIn(unitId))

/** What history tells of a member of staff. */
function recorded(member: StaffMember): StaffFields {
  const { id, position, unit, staffGroup, hasOwnGroup, userId, createdAt, version, ...fields } = member
  return fields
}

/** Refuses, beside its field, a personal number that somebody else has. */
export async function refuseSameNumber(
  tx: Tx,
  personalNumber: string,
  exceptId: number | null,
): Promise<void> {
  if (await queries.findByNumber(tx, personalNumber, exceptId))
    throw fieldRefused('personalNumber', 'staff.errors.numberTaken')
}

/** What a member of staff holds, by name. */
interface Held {
  position: { text: string } | null
  unit: { text: string } | null
}

function choiceOf(member: Pick<StaffMember, 'id' | 'surname' | 'firstNames' | 'phone'> & Held): StaffChoice {
  const { id, surname, firstNames, phone, position, unit } = member
  return {
    id,
    name: `${surname} ${firstNames}`,
    fullName: `${firstNames} ${surname}`,
    phone,
    positionName: position?.text ?? '',
    unitName: unit?.text ?? null,
  }
}

/** What the tools of every register need to know of this one. */
export const staffServed: ServedRegister<typeof staffRegister> = {
  list: staffList,
  settle: ({ tx, today }, id) => bringUpToDate(tx, id, today),
}

const registered = registerHandlers(staffServed)

async function changeMember(
  context: CommandContext,
  { id, version, ...member }: StaffFields & Pick<StaffMember, 'id' | 'version'>,
): Promise<StaffMember> {
  const { tx, today, record } = context
  const before = await getMember(tx, id)
  await refuseSameNumber(tx, member.personalNumber, id)
  await refusePostsOutside(tx, id, member)
  if (!(await queries.updateMember(tx, id, version, member))) throw conflict(before)
  await bringUpToDate(tx, id, today)
  if (before.userId !== null && before.employedTo !== member.employedTo)
    await endAccountOn(context, before.userId, member.employedTo)
  const after = await getMember(tx, id)
  await record({
    kind: 'staff',
    recordId: id,
    action: 'changed',
    before: recorded(before),
    after: recorded(after),
  })
  return after
}

/** The handlers of the register of staff, without those of posts, accounts and merging. */
export const staffHandlers: Omit<
  Handlers<typeof staffContract>,
  | keyof typeof staffPostsHandlers
  | keyof typeof staffAccountsHandlers
  | keyof typeof staffHeadcountHandlers
  | keyof typeof staffMergingHandlers
> = {
  ...registered,

  removal: removalHandlers({
    list: staffList,
    searchKinds: ['staff'],
    get: getMember,
    title: async (db, id) => {
      const { surname, firstNames, personalNumber } = await getMember(db, id)
      return `${surname} ${firstNames} (${personalNumber})`
    },
    reasons: async (db, id) =>
      (await getMember(db, id)).userId === null ? [] : [{ key: 'staff.held.account', records: [] }],
    rows: async (_db, id) => [
      { table: 'staff_posts', where: { staff_id: id } },
      { table: 'name_forms', where: { staff_id: id } },
    ],
    counted: { staff_posts: 'staff.posts.count' },
  }),

  get: ({ db, user }, { id }) => getMember(db, id, unitScope(user)),

  find: async (context, { search, id }) => {
    const { db, user } = context
    const { rows } = await registered.list(context, {
      search,
      filters: { state: { oneOf: ['employed'] } },
      sort: 'name',
      direction: 'ascending',
      cursor: null,
      offset: 0,
      limit: 20,
    })
    const found = rows.map(choiceOf)
    const chosen =
      id === null || rows.some((row) => row.id === id)
        ? undefined
        : await queries.findMember(db, id, unitScope(user))
    return chosen ? [...found, choiceOf(chosen)] : found
  },

  nextNumber: async ({ db }) => {
    const highest = await queries.findHighestNumber(db)
    return highest === undefined ? '' : String(Number(highest) + 1).padStart(highest.length, '0')
  },

  create: async (context, input) => getMember(context.tx, await createMember(context, input)),

  change: changeMember,

  bulk: bulkHandlers(staffList, { get: getMember, change: changeMember }),

  undo: undoHandlers(staffList, { fields: staffFields, get: getMember, change: changeMember }),
}
