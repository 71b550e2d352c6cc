import { readyIdentity } from '#shared/kit/likeness/identity.ts'
import { fold } from '#shared/kit/polish.ts'
import type { Permission } from '#shared/kit/procedure.ts'
import type { MergeField, MergePreview, MovedRows } from '#shared/kit/register/merging.ts'
import type { Register } from '#shared/kit/register/register.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import {
  deleteStoredRows,
  insertStoredRows,
  type RowPlace,
  readStoredIds,
  readStoredRows,
  type StoredRow,
  updateStoredRows,
} from '../../database/records.ts'
import type { Tables } from '../../database/tables.ts'
import type { CommandContext, User } from '../context.ts'
import { AppError, conflict, fieldRefused, notFound } from '../errors.ts'
import * as queries from './merging.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

/** A record of a register that can be merged, with its fields. */
export type WholeRecord = { id: number; version: number } & Record<string, unknown>

/** What a register declares so that two of its records can be merged. */
export interface MergedRegister<R extends Register = Register> {
  list: RegisterList<R>
  /** The fields that people edit, in the order of the form, and who may read each. */
  fields: Readonly<Record<string, { restrictedTo?: Permission }>>
  read: (db: Db, id: number) => Promise<WholeRecord | undefined>
  /** Writes all fields over a record of that version, with everything that is derived from them. */
  write: (tx: Tx, id: number, version: number, record: WholeRecord) => Promise<void>
  /** Its number in the register, under which it is found after the merge. */
  number: (record: WholeRecord) => string
  title: (record: WholeRecord) => string
  /** Under which kinds its search words are written. */
  searchKinds: readonly string[]
  /** What refers to it besides notes, attachments and documents, which every record may have. */
  moves: readonly { name: string; table: keyof Tables; column: string }[]
  /** Columns whose values no two rows may share. */
  unique: readonly string[]
}

/** What may refer to a record, as places of rows and the values that make them another record's. */
export function movesOf(merged: MergedRegister, id: number) {
  const kind = merged.list.register.name
  const place = (name: string, table: keyof Tables, where: StoredRow, column: string) => ({
    name,
    place: { table, where } satisfies RowPlace,
    to: (other: number): StoredRow => ({ [column]: other }),
  })
  return [
    ...merged.moves.map(({ name, table, column }) => place(name, table, { [column]: id }, column)),
    place('notes', 'notes', { kind, record_id: id }, 'record_id'),
    place('attachments', 'attachments', { kind, record_id: id }, 'record_id'),
    place('documents', 'documents', { record_kind: kind, record_id: id }, 'record_id'),
  ]
}

/** The kind of the words under which merged records are still found. */
export function mergedWordsKind({ list }: MergedRegister): string {
  return `${list.register.name}.merged`
}

export async function getWhole(db: Db, merged: MergedRegister, user: User, id: number): Promise<WholeRecord> {
  await reachRecord(db, merged.list, user, id)
  const record = await merged.read(db, id)
  if (!record) throw notFound(merged.list.register.name)
  return record
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== 'unknown'
}

/** The fields side by side; the proposal is the filled one, and where both are, that of the record changed last. */
async function compareFields(
  db: Db,
  merged: MergedRegister,
  kept: WholeRecord,
  other: WholeRecord,
): Promise<MergeField[]> {
  const kind = merged.list.register.name
  const isOtherNewer =
    (await queries.lastChangeOf(db, kind, other.id)) > (await queries.lastChangeOf(db, kind, kept.id))
  return Object.keys(merged.fields).map((key) => {
    const [one, two] = [kept[key], other[key]]
    const differs = JSON.stringify(one) !== JSON.stringify(two)
    const isOthers = isFilled(two) && (!isFilled(one) || isOtherNewer)
    return { key, kept: one, merged: two, differs, proposal: differs && isOthers ? 'merged' : 'kept' }
  })
}

function peselsOf(kept: WholeRecord, other: WholeRecord) {
  return [kept, other].map(({ pesel }) => readyIdentity({ pesel: typeof pesel === 'string' ? pesel : '' }))
}

function haveDifferentPesels(kept: WholeRecord, other: WholeRecord): 'sound' | 'doubtful' | undefined {
  const [one, two] = peselsOf(kept, other)
  if (!one?.pesel || !two?.pesel || one.pesel === two.pesel) return undefined
  return one.isPeselSound && two.isPeselSound ? 'sound' : 'doubtful'
}

function checkPesel(merged: MergedRegister, user: User, kept: WholeRecord, other: WholeRecord): void {
  const permission = merged.fields.pesel?.restrictedTo
  if (permission && haveDifferentPesels(kept, other) && !mayUse(user.role, permission)) {
    throw new AppError('FORBIDDEN', { permission })
  }
}

async function readMoves(db: Db, merged: MergedRegister, id: number): Promise<MovedRows[]> {
  const moves: MovedRows[] = []
  for (const { name, place } of movesOf(merged, id)) {
    moves.push({ name, count: (await readStoredIds(db, place)).length })
  }
  return moves.filter(({ count }) => count > 0)
}

/** What a merge would do; see `mergingProcedures`. */
export async function previewMerge(
  db: Db,
  merged: MergedRegister,
  user: User,
  { keptId, mergedId }: { keptId: number; mergedId: number },
): Promise<MergePreview> {
  const kept = await getWhole(db, merged, user, keptId)
  const other = await getWhole(db, merged, user, mergedId)
  checkPesel(merged, user, kept, other)
  const named = (record: WholeRecord) => ({
    id: record.id,
    version: record.version,
    title: merged.title(record),
  })
  const fields = await compareFields(db, merged, kept, other)
  return {
    kept: named(kept),
    merged: named(other),
    fields: fields.filter(({ key }) => mayRead(merged, user, key)),
    moves: await readMoves(db, merged, mergedId),
    needsReason: haveDifferentPesels(kept, other) === 'sound',
  }
}

function mayRead({ fields }: MergedRegister, { role }: User, key: string): boolean {
  const permission = fields[key]?.restrictedTo
  return !permission || mayUse(role, permission)
}

export function fieldsOf({ fields }: MergedRegister, record: WholeRecord): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, record[key]]))
}

/** Merges two records; see `mergingProcedures`. */
export async function mergeRecords(
  { tx, user, now, record }: Pick<CommandContext, 'tx' | 'user' | 'now' | 'record'>,
  merged: MergedRegister,
  input: Parameters<typeof previewMerge>[3] & {
    keptVersion: number
    mergedVersion: number
    choices: Record<string, 'kept' | 'merged'>
    reason: string
  },
): Promise<{ id: number }> {
  const { keptId, mergedId, reason } = input
  const { register, table } = merged.list
  const kept = await getWhole(tx, merged, user, keptId)
  const other = await getWhole(tx, merged, user, mergedId)
  checkPesel(merged, user, kept, other)
  if (kept.version !== input.keptVersion) throw conflict(shownTo(merged, user, kept))
  if (other.version !== input.mergedVersion) throw conflict(shownTo(merged, user, other))
  if (haveDifferentPesels(kept, other) === 'sound' && !reason) {
    throw fieldRefused('reason', 'validation.required')
  }
  const chosen = (await compareFields(tx, merged, kept, other)).map(({ key, proposal, ...values }) => {
    const choice = mayRead(merged, user, key) ? (input.choices[key] ?? proposal) : proposal
    return [key, values[choice]] as const
  })

  const moved: queries.MergeChanges['moved'] = []
  const ofKept = movesOf(merged, keptId)
  for (const [index, { name, place, to }] of movesOf(merged, mergedId).entries()) {
    const ids = await readStoredIds(tx, place)
    const own = await readStoredIds(tx, ofKept[index]?.place ?? place)
    await updateStoredRows(tx, place, ids, to(keptId))
    moved.push({ name, ids, lastId: Math.max(0, ...ids, ...own) })
  }
  const place = { table: table as keyof Tables, where: { id: mergedId } }
  const [row] = await readStoredRows(tx, place)
  const words: StoredRow[] = []
  for (const kind of [...merged.searchKinds, mergedWordsKind(merged)]) {
    const found = { table: 'search_words', where: { kind, record_id: mergedId } } as const
    words.push(...(await readStoredRows(tx, found)))
    await deleteStoredRows(tx, found)
  }
  await deleteStoredRows(tx, place)
  await merged.write(tx, keptId, kept.version, { ...kept, ...Object.fromEntries(chosen) })
  const kind = mergedWordsKind(merged)
  const addedWords = [
    fold(merged.number(other)),
    ...words.flatMap((each) => (each.kind === kind ? [String(each.word)] : [])),
  ]
  await insertStoredRows(
    tx,
    'search_words',
    addedWords.map((word) => ({ kind, word, record_id: keptId })),
  )

  const after = (await merged.read(tx, keptId)) as WholeRecord
  const changes: queries.MergeChanges = {
    keptTitle: merged.title(kept),
    before: fieldsOf(merged, kept),
    after: fieldsOf(merged, after),
    row: row as StoredRow,
    words,
    addedWords,
    moved,
  }
  const merge = { kind: register.name, keptId, mergedId, title: merged.title(other), changes }
  const id = await queries.insertMerge(tx, merge, { userId: user.id, at: now })
  await record({
    kind: register.name,
    recordId: keptId,
    action: 'merged',
    before: changes.before,
    after: { ...changes.after, mergedRecord: merge.title, ...(reason && { mergeReason: reason }) },
  })
  await record({
    kind: register.name,
    recordId: mergedId,
    action: 'mergedInto',
    after: { mergedRecord: merged.title(after) },
  })
  return { id }
}

function shownTo(merged: MergedRegister, user: User, record: WholeRecord): object {
  const { id, version } = record
  const fields = Object.entries(fieldsOf(merged, record)).filter(([key]) => mayRead(merged, user, key))
  return { id, version, ...Object.fromEntries(fields) }
}
