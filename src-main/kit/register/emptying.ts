import { addDays, type Day, startOfDayInPoland } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { readStoredIds } from '../../database/records.ts'
import type { Tables } from '../../database/tables.ts'
import type { CommandContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { binDays, deleteBinEntry, findBinEntry, listBinIdsOfKind } from './bin.queries.ts'
import * as queries from './emptying.queries.ts'
import type { ServedRegisters } from './served.ts'

/**
 * Removes an entry of the bin for good, and whatever other tables and the history keep of what was in it. Of its record
 * and of those that went with it the history keeps who did what and when.
 */
export async function emptyEntry(
  { tx, services, record }: Pick<CommandContext, 'tx' | 'services' | 'record'>,
  binId: number,
): Promise<void> {
  const entry = await findBinEntry(tx, binId)
  if (!entry) throw notFound('bin')
  const records = new Map<string, queries.PurgedRecord>()
  const add = (purged: queries.PurgedRecord) => records.set(`${purged.kind}/${purged.id}`, purged)
  add({ kind: entry.kind, id: entry.recordId })
  for (const { table, rows } of entry.rows) {
    const kind = kindOfTable(services.served, table)
    if (kind) for (const { id } of rows) add({ kind, id: Number(id) })
  }
  // What was merged into a record lies whole in its merges, and may have had others merged into it before.
  for (const { kind, id } of records.values())
    for (const mergedId of await queries.listMergedIds(tx, { kind, id })) add({ kind, id: mergedId })
  for (const purged of records.values()) {
    await queries.forgetChanges(tx, purged)
    await queries.deleteTraces(tx, purged)
  }
  await deleteBinEntry(tx, binId)
  await record({ kind: entry.kind, recordId: entry.recordId, action: 'emptied' })
}

/**
 * Takes from the history, merges, imports and the bin what they keep of a record that stays: who did what and when is left.
 */
export async function forgetRecord(
  { tx }: Pick<CommandContext, 'tx'>,
  { kind, id }: queries.PurgedRecord,
): Promise<void> {
  for (const each of [id, ...(await queries.listMergedIds(tx, { kind, id }))]) {
    await queries.forgetChanges(tx, { kind, id: each })
    await queries.deleteTraces(tx, { kind, id: each })
  }
}

/**
 * Removes the notes of records that stay. Their attachments go with them, or stay without their names and what was written
 * of them, where they are scans of signed papers or proofs of money that was paid.
 */
export async function forgetParts(
  { tx }: Pick<CommandContext, 'tx'>,
  kind: string,
  ids: number[],
  attachments: 'go' | 'stay',
): Promise<void> {
  await queries.deleteNotesOf(tx, kind, ids)
  await queries.deleteAttachmentsOf(tx, kind, ids, { onlyRemoved: attachments === 'stay' })
  if (attachments === 'stay') await queries.clearAttachmentNames(tx, kind, ids)
}

/** The records of a register that are about somebody whose data are removed, and what becomes of them. */
interface ForgottenRecords {
  kind: string
  /** The column that refers to whom they are about. */
  column: string
  attachments: 'go' | 'stay'
  /** Clears what was written of one of them. */
  clear: (tx: Tx, id: number) => Promise<void>
}

/**
 * Clears the records of a register that are about somebody, their notes and attachments (`forgetParts`) and what history,
 * merges and imports keep of them; those that lie in the bin go for good.
 */
export async function forgetRecordsOf(
  context: Pick<CommandContext, 'tx' | 'services' | 'record'>,
  { kind, column, attachments, clear }: ForgottenRecords,
  ownerId: number,
): Promise<void> {
  const { tx, services } = context
  const served = services.served.get(kind)
  if (!served) throw new Error(`no register ${kind}`)
  const table = served.list.table as keyof Tables
  const ids = await readStoredIds(tx, { table, where: { [column]: ownerId } })
  for (const id of ids) {
    await clear(tx, id)
    await forgetRecord(context, { kind, id })
  }
  await forgetParts(context, kind, ids, attachments)
  for (const binId of await listBinIdsOfKind(tx, kind)) {
    const entry = await findBinEntry(tx, binId)
    if (entry?.rows.some(({ rows }) => rows.some((row) => row[column] === ownerId)))
      await emptyEntry(context, binId)
  }
}

function kindOfTable(served: ServedRegisters, table: string): string | undefined {
  return [...served.values()].find(({ list }) => list.table === table)?.list.register.name
}

/** The notes and attachments that were removed so long ago that they may go for good. */
export async function dueParts(db: Db, today: Day): Promise<queries.RemovedPart[]> {
  const first = addDays(today, 1 - (await binDays(db)))
  return queries.listRemovedParts(db, startOfDayInPoland(first))
}

/** Removes a note or an attachment for good, with what the history has of its words. */
export async function emptyPart(tx: Tx, part: queries.RemovedPart): Promise<void> {
  await queries.deletePart(tx, part)
  const words = new Set<unknown>(part.words.filter(Boolean))
  const left = await queries.listPartEntries(tx, part)
  // From what it said last back to what it said first: each entry has the words before and after.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const [at, entry] of [...left.entries()].reverse()) {
      const values = Object.values(entry.changes).flat().filter(Boolean)
      if (!values.some((value) => words.has(value))) continue
      for (const value of values) words.add(value)
      await queries.forgetEntry(tx, entry.id)
      left.splice(at, 1)
      isSettled = false
    }
  }
}
