import { addDays } from '#shared/kit/dates.ts'
import type { ErrorData, FieldProblem } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { NamedRecord, RemovalPreview, RemovalReason } from '#shared/kit/register/removal.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteStoredRows, insertStoredRows, type RowPlace, readStoredRows } from '../../database/records.ts'
import { referenceFailure } from '../../database/refusals.ts'
import { releaseSavepoint, returnToSavepoint, setSavepoint } from '../../database/savepoint.ts'
import type { Tables } from '../../database/tables.ts'
import type { CommandContext } from '../context.ts'
import { AppError, conflict, notFound, refusedBecause, ruleBroken } from '../errors.ts'
import {
  type BinnedRows,
  binContent,
  binDays,
  deleteBinEntry,
  findBinEntry,
  insertBinEntry,
  readBelongings,
  unbinContents,
} from './bin.queries.ts'
import { followingMerges } from './merge-following.ts'
import { mergedWordsKind } from './merged-register.ts'
import { listUnitsOf } from './reach.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

/** What a register declares so that its records can be removed and put back. */
export interface RemovableRegister<R extends Register> {
  list: RegisterList<R>
  /** The kinds under which its words are searched. */
  searchKinds: readonly string[]
  /** The record as it is, for who would remove an older version of it. */
  get: (db: Db, id: number) => Promise<object>
  /** How the record is called in the bin. */
  title: (db: Db, id: number) => Promise<string>
  /** What of the record itself forbids the removal, besides what refers to it (`src-main/ties.ts`). */
  reasons?: (db: Db, id: number) => Promise<RemovalReason[]>
  /** The rows that go with the record, in the order in which they are put back; what refers to others stands last. */
  rows?: (db: Db, id: number) => Promise<RowPlace[]>
  /** Records of other registers that go with it (the drafts of a volunteer), with their kind and search words. */
  dependents?: (db: Db, id: number) => Promise<{ kind: string; id: number; searchKinds: string[] }[]>
  /** The text keys that count the rows of these tables, where a user is told of what goes with the record. */
  counted?: Partial<Record<keyof Tables, string>>
}

type RemovalContext = Pick<CommandContext, 'user' | 'services'>

/** What forbids the removal of a record, each with the records that the user may read; none where it may go. */
export async function whyNotRemovable<R extends Register>(
  db: Db,
  { user, services }: RemovalContext,
  removable: RemovableRegister<R>,
  id: number,
): Promise<RemovalReason[]> {
  const own = (await removable.reasons?.(db, id)) ?? []
  const others = await services.holdersOf(removable.list.register.name, db, id)
  const isReadable = ({ kind }: NamedRecord) => {
    const permission = services.served.get(kind)?.list.register.read
    return permission !== undefined && mayUse(user.role, permission)
  }
  return [...own, ...others].map((reason) => ({ ...reason, records: reason.records.filter(isReadable) }))
}

/** What removing a record would do; see `removalProcedures`. */
export async function previewRemoval<R extends Register>(
  db: Db,
  context: RemovalContext,
  removable: RemovableRegister<R>,
  id: number,
): Promise<RemovalPreview> {
  await reachRecord(db, removable.list, context.user, id)
  const reasons = await whyNotRemovable(db, context, removable, id)
  return {
    title: await removable.title(db, id),
    goes: countGoing(removable, await readWhole(db, removable, id)),
    reasons,
    days: await binDays(db),
  }
}

/** What goes with a record, each kind as a text key with its count; notes and attachments that were removed before are not told. */
function countGoing<R extends Register>(
  removable: RemovableRegister<R>,
  rows: readonly BinnedRows[],
): FieldProblem[] {
  const counted: Partial<Record<string, string>> = { ...countedEverywhere, ...removable.counted }
  const counts = new Map<string, number>()
  for (const { table, rows: going } of rows) {
    const key = counted[table]
    const present = going.filter((row) => (row.removed_at ?? null) === null).length
    if (key && present > 0) counts.set(key, (counts.get(key) ?? 0) + present)
  }
  return [...counts].map(([key, count]) => ({ key, params: { count } }))
}

const countedEverywhere: Partial<Record<keyof Tables, string>> = {
  notes: 'duplicates.rows.notes',
  attachments: 'duplicates.rows.attachments',
}

/**
 * Puts one record into the bin inside the caller's transaction, with its history. Refuses what `removalProcedures` says.
 */
export async function removeRecord<R extends Register>(
  context: Pick<CommandContext, 'tx' | 'user' | 'services' | 'now' | 'today' | 'record'>,
  removable: RemovableRegister<R>,
  { id, version }: { id: number; version: number },
): Promise<{ binId: number; title: string }> {
  const { tx, user, now, today, record } = context
  const { list } = removable
  const kind = list.register.name
  await reachRecord(tx, list, user, id)
  const [row] = await readStoredRows(tx, ownPlace(list, id))
  if (!row) throw notFound(kind)
  const reasons = await whyNotRemovable(tx, context, removable, id)
  if (reasons.length > 0) {
    const because = reasons.map(({ key, params }) => (params ? { key, params } : { key }))
    throw refusedBecause('bin.errors.held', because)
  }
  if (row.version !== version) throw conflict(await removable.get(tx, id))
  const title = await removable.title(tx, id)
  const rows = await readWhole(tx, removable, id)
  const dueOn = addDays(today, await binDays(tx))
  const unitIds = await listUnitsOf(tx, list, id)
  const goes = countGoing(removable, rows)
  const entry = { kind, recordId: id, title, rows, at: now, userId: user.id, dueOn, unitIds, goes }
  const binId = await insertBinEntry(tx, entry)
  await takeOut(tx, rows, binId)
  await record({ kind, recordId: id, action: 'removed' })
  return { binId, title }
}

/** Where the record of a register itself stands. */
export function ownPlace<R extends Register>({ table }: RegisterList<R>, id: number): RowPlace {
  return { table: table as RowPlace['table'], where: { id } }
}

/** The rows of a record and of everything that goes with it, in the order in which they are put back. */
async function readWhole<R extends Register>(
  db: Db,
  removable: RemovableRegister<R>,
  id: number,
): Promise<BinnedRows[]> {
  const places = [ownPlace(removable.list, id), ...((await removable.rows?.(db, id)) ?? [])]
  const rows: BinnedRows[] = []
  for (const place of places) rows.push({ table: place.table, rows: await readStoredRows(db, place) })
  const searchKinds = [...removable.searchKinds, mergedWordsKind(removable)]
  rows.push(...(await readBelongings(db, removable.list.register.name, id, searchKinds)))
  for (const each of (await removable.dependents?.(db, id)) ?? []) {
    const place: RowPlace = { table: each.kind as RowPlace['table'], where: { id: each.id } }
    rows.push({ table: place.table, rows: await readStoredRows(db, place) })
    rows.push(...(await readBelongings(db, each.kind, each.id, each.searchKinds)))
  }
  return rows.filter((each) => each.rows.length > 0)
}

/** Takes the rows out of their tables, those that refer to others first. */
async function takeOut(tx: Tx, rows: BinnedRows[], binId: number): Promise<void> {
  try {
    for (const { table, rows: taken } of rows.toReversed()) {
      for (const row of taken) {
        if (table === 'attachments') await binContent(tx, binId, Number(row.id))
        const where = 'id' in row ? { id: row.id ?? null } : row
        await deleteStoredRows(tx, { table, where })
      }
    }
  } catch (error) {
    throw referenceFailure(error) ? ruleBroken('bin.errors.inUse') : error
  }
}

/**
 * Puts back what lies in the bin, under its old ids; where it refuses, nothing of it was written. Refuses `NOT_FOUND` an
 * entry that is not there, `bin.errors.taken` and `bin.errors.parentGone` where the registers no longer have room for it,
 * and what the rules of its register forbid by now, with their reason.
 */
export async function putBack(
  context: Pick<CommandContext, 'tx' | 'today' | 'now' | 'user' | 'record' | 'services'>,
  binId: number,
): Promise<{ kind: string; recordId: number; title: string }> {
  const { tx, services } = context
  const entry = await findBinEntry(tx, binId)
  if (!entry) throw notFound('bin')
  const { kind, recordId, title } = entry
  await setSavepoint(tx)
  try {
    for (const { table, rows } of entry.rows)
      await insertStoredRows(tx, table, await followingMerges(tx, services.served, table, rows))
    await services.served.get(kind)?.settle?.(context, recordId)
  } catch (error) {
    await returnToSavepoint(tx)
    throw whyNotPutBack(error) ?? error
  }
  await releaseSavepoint(tx)
  await unbinContents(tx, binId)
  await deleteBinEntry(tx, binId)
  return { kind, recordId, title }
}

function whyNotPutBack(error: unknown): AppError | undefined {
  const failure = referenceFailure(error)
  if (failure) return ruleBroken(failure === 'unique' ? 'bin.errors.taken' : 'bin.errors.parentGone')
  // There is no form beside whose field it could stand.
  const [problem] =
    error instanceof AppError && error.code === 'VALIDATION'
      ? Object.values((error.data as ErrorData<'VALIDATION'>).fields)
      : []
  return problem && ruleBroken(problem.key, problem.params)
}
