import type {
  Position,
  PositionFields,
  positionsContract,
} from '#shared/features/positions/positions.contract.ts'
import { regrouped } from '#shared/features/positions/positions.rules.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { PublicCommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './positions.queries.ts'

type Context = Pick<PublicCommandContext, 'tx' | 'record' | 'today'>

/** A position for features that refer to one; undefined where there is none. */
export function findPosition(db: Db, id: number) {
  return queries.findPosition(db, id)
}

/** All positions, for matching names in an import. */
export function listPositions(db: Db) {
  return queries.listPositions(db)
}

/** The position of that name, whatever its case and marks; undefined where there is none. */
export function findPositionByName(db: Db, name: string) {
  return queries.findPositionByName(db, name)
}

/** Enters a position. Refuses a name that differs from an existing one only in case or marks. */
export async function createPosition(
  { tx, record, today }: Context,
  position: PositionFields,
): Promise<Position> {
  await refuseSameName(tx, position.name, null)
  const created = await getPosition(tx, await queries.insertPosition(tx, position), today)
  await record({ kind: 'positions', recordId: created.id, action: 'created', after: recorded(created) })
  return created
}

/** What history tells of a position. */
function recorded({ name, staffGroup, isActive }: PositionFields): PositionFields {
  return { name, staffGroup, isActive }
}

async function refuseSameName(tx: Tx, name: string, exceptId: number | null): Promise<void> {
  const same = await queries.findPositionByName(tx, name)
  if (same && same.id !== exceptId) throw fieldRefused('name', 'positions.errors.nameTaken')
}

async function getPosition(db: Db, id: number, today: string): Promise<Position> {
  const position = await queries.findPosition(db, id)
  if (!position) throw notFound('positions')
  const [holders, groups] = [await queries.countHolders(db, today), await queries.listGroups(db)]
  return { ...position, groups: groups.get(id) ?? [], holders: holders.get(id) ?? 0 }
}

export const positionsHandlers: Handlers<typeof positionsContract> = {
  list: async ({ db, today }) => {
    const [holders, groups] = [await queries.countHolders(db, today), await queries.listGroups(db)]
    return (await queries.listPositions(db)).map((position) => ({
      ...position,
      groups: groups.get(position.id) ?? [],
      holders: holders.get(position.id) ?? 0,
    }))
  },

  create: (context, input) => createPosition(context, input),

  change: async ({ tx, record, today }, { id, version, groupFromOn, ...position }) => {
    const before = await getPosition(tx, id, today)
    await refuseSameName(tx, position.name, id)
    if (!(await queries.updatePosition(tx, id, version, position))) throw conflict(before)
    const isRegrouped = position.staffGroup !== before.staffGroup
    if (isRegrouped) {
      if (groupFromOn && groupFromOn > today)
        throw fieldRefused('groupFromOn', 'positions.errors.groupToCome')
      await queries.writeGroups(tx, id, regrouped(before.groups, position.staffGroup, groupFromOn))
    }
    const after = await getPosition(tx, id, today)
    await record({
      kind: 'positions',
      recordId: id,
      action: 'changed',
      before: recorded(before),
      after: { ...recorded(after), ...(isRegrouped && groupFromOn && { groupFromOn }) },
    })
    return after
  },

  remove: async ({ tx, record, today }, { id, version }) => {
    const before = await getPosition(tx, id, today)
    if (before.isUsed) throw ruleBroken('positions.errors.inUse')
    if (!(await queries.deletePosition(tx, id, version))) throw conflict(before)
    await record({ kind: 'positions', recordId: id, action: 'removed', before: recorded(before) })
    return null
  },
}
