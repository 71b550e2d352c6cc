import { setImmediate } from 'node:timers/promises'
import {
  type BinOutcome,
  type BinRow,
  type binContract,
  type Emptied,
  maxBinnedAtOnce,
} from '#shared/features/bin/bin.contract.ts'
import { binKinds, type binRegister } from '#shared/features/bin/bin.register.ts'
import { mayRestore } from '#shared/features/bin/bin.rules.ts'
import type { Filters, Register } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db } from '../../database/database.ts'
import { type AfterContext, type CommandContext, type User, unitScope } from '../../kit/context.ts'
import { AppError, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { findBinEntry, findBinIdOf, listDueIds, wasOfUnit } from '../../kit/register/bin.queries.ts'
import { dueParts, emptyEntry, emptyPart } from '../../kit/register/emptying.ts'
import { listIds, listRows } from '../../kit/register/list.queries.ts'
import { checkReadable, readerOf } from '../../kit/register/reader.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { putBack } from '../../kit/register/removal.ts'
import { isEmptying, markEmptying } from '../settings/settings.service.ts'
import { binList } from './bin.list.queries.ts'

/** The entry, within the user's reach. Refuses `NOT_FOUND`, and `FORBIDDEN` what lies in a register of others. */
async function getEntry(db: Db, user: User, id: number) {
  const entry = await findBinEntry(db, id)
  const unitId = unitScope(user)
  if (!entry || (unitId !== null && !(await wasOfUnit(db, id, unitId)))) throw notFound('bin')
  const register = binKinds[entry.kind as keyof typeof binKinds]
  const may = (permission: Parameters<typeof mayUse>[1]) => mayUse(user.role, permission)
  if (!mayRestore(may, unitId !== null, register))
    throw new AppError('FORBIDDEN', { permission: register.write })
  return entry
}

async function restoreEntry(context: CommandContext, id: number) {
  const { kind, recordId } = await putBack(context, id)
  await context.record({ kind, recordId, action: 'restored' })
  return { kind, recordId }
}

interface Chosen {
  search: string
  filters: Filters<typeof binRegister>
  selection: Selection
  expected: number
}

/** The selected entries, the last removed first. */
async function chosenIds(context: CommandContext, { selection, expected, ...request }: Chosen) {
  const list = binList as unknown as RegisterList<Register>
  const reader = readerOf(list, context)
  checkReadable(list, reader, request)
  const ordered = { ...request, sort: 'removedAt', direction: 'descending' as const }
  const ids = await listIds(context.tx, list, reader, ordered, selection, maxBinnedAtOnce + 1)
  if (ids.length > maxBinnedAtOnce) throw ruleBroken('list.errors.tooManyToChange', { max: maxBinnedAtOnce })
  if (ids.length !== expected) throw ruleBroken('list.errors.selectionChanged')
  return ids
}

const everything = { search: '', filters: {}, cursor: null, offset: 0, limit: 1 }

/** How many records that stay are named. */
const keptShown = 20

/** Records handled between two breaths, in which other calls are served. */
const portion = 50

/** Does something with each selected entry; one that refuses it by a rule stays and is told of. */
async function forEach(
  context: CommandContext,
  ids: number[],
  act: (id: number) => Promise<unknown>,
): Promise<BinOutcome> {
  const outcome: BinOutcome = { done: 0, kept: 0, keptRecords: [] }
  for (const [index, id] of ids.entries()) {
    if (index % portion === portion - 1) await setImmediate()
    try {
      await act(id)
      outcome.done++
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'RULE_BROKEN') throw error
      outcome.kept++
      const title = (await findBinEntry(context.tx, id))?.title ?? ''
      const { reason } = error.data as { reason: string }
      if (outcome.keptRecords.length < keptShown) outcome.keptRecords.push({ title, reason })
    }
  }
  return outcome
}

/**
 * Leaves nothing readable of what was emptied in the file of the database: after every emptying, and when the program
 * starts, where one was cut off (a full disk, a power cut).
 */
export async function finishEmptying({
  db,
  services,
  transaction,
}: Pick<AfterContext, 'db' | 'services' | 'transaction'>): Promise<void> {
  if (!(await isEmptying(db))) return
  await services.storage.shred()
  await transaction((tx) => markEmptying(tx, false))
}

async function recordEmptied({ tx, record }: CommandContext, rows: number): Promise<void> {
  if (rows === 0) return
  await markEmptying(tx, true)
  await record({ kind: 'bin', recordId: null, action: 'emptied', after: { rows } })
}

export const binHandlers: Handlers<typeof binContract> = {
  ...listHandlers(binList),

  ofRecord: async (context, { kind, recordId }) => {
    const id = await findBinIdOf(context.db, kind, recordId)
    if (id === undefined) return null
    const list = binList as unknown as RegisterList<Register>
    const request = { ...everything, sort: 'removedAt', direction: 'descending' as const }
    const { rows } = await listRows(context.db, list, readerOf(list, context), request, { ids: [id] })
    return (rows[0] as BinRow | undefined) ?? null
  },

  restore: async (context, { id }) => {
    await getEntry(context.tx, context.user, id)
    return restoreEntry(context, id)
  },

  restoreMany: async (context, chosen) =>
    forEach(context, await chosenIds(context, chosen), (id) => restoreEntry(context, id)),

  due: async ({ db, today }) => ({
    records: (await listDueIds(db, today)).length,
    parts: (await dueParts(db, today)).length,
  }),

  empty: inSteps({
    run: async (context): Promise<Emptied> => {
      const { tx, today } = context
      const ids = await listDueIds(tx, today)
      for (const [index, id] of ids.entries()) {
        if (index % portion === portion - 1) await setImmediate()
        await emptyEntry(context, id)
      }
      const parts = await dueParts(tx, today)
      for (const part of parts) await emptyPart(tx, part)
      await recordEmptied(context, ids.length + parts.length)
      return { records: ids.length, parts: parts.length }
    },
    after: finishEmptying,
  }),

  emptySelected: inSteps({
    run: async (context, chosen) => {
      const due = new Set(await listDueIds(context.tx, context.today))
      const outcome = await forEach(context, await chosenIds(context, chosen), async (id) => {
        if (!due.has(id)) throw ruleBroken('bin.errors.tooEarly')
        await emptyEntry(context, id)
      })
      await recordEmptied(context, outcome.done)
      return outcome
    },
    after: finishEmptying,
  }),
}
