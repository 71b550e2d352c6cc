import { sql } from 'kysely'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteStoredRows, readStoredIds } from '../../database/records.ts'

/** A record of which nothing may be left. */
export interface PurgedRecord {
  kind: string
  id: number
}

/** Takes from the history what the fields of a record held; who did what and when stays. */
export async function forgetChanges(tx: Tx, { kind, id }: PurgedRecord): Promise<void> {
  await tx
    .updateTable('history')
    .set({ changes: '{}', fields: '' })
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .execute()
}

/** The records that are merged into a record: its merges keep them whole. */
export async function listMergedIds(db: Db, { kind, id }: PurgedRecord): Promise<number[]> {
  const rows = await db
    .selectFrom('merges')
    .select('merged_id')
    .where('kind', '=', kind)
    .where('kept_id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
  return rows.map((row) => row.merged_id)
}

/** Removes what other tables keep of a record: its merges, what imports wrote of it, with whom it was compared. */
export async function deleteTraces(tx: Tx, { kind, id }: PurgedRecord): Promise<void> {
  await tx
    .deleteFrom('merges')
    .where('kind', '=', kind)
    .where((eb) => eb.or([eb('kept_id', '=', id), eb('merged_id', '=', id)]))
    .execute()
  // Import by import, because that is how the rows are found by a key.
  for (const importId of await readStoredIds(tx, { table: 'imports', where: {} }))
    await deleteStoredRows(tx, { table: 'import_rows', where: { import_id: importId, kind, record_id: id } })
  await tx
    .deleteFrom('distinct_pairs')
    .where('kind', '=', kind)
    .where((eb) => eb.or([eb('first_id', '=', id), eb('second_id', '=', id)]))
    .execute()
}

/** A removed note or attachment of a record that is still there, with the words that the history may have of it. */
export interface RemovedPart extends PurgedRecord {
  table: 'notes' | 'attachments'
  partId: number
  words: string[]
}

/** The notes and attachments that were removed before an instant. */
export async function listRemovedParts(db: Db, before: string): Promise<RemovedPart[]> {
  const notes = await db
    .selectFrom('notes')
    .select(['id', 'kind', 'record_id', 'text'])
    .where('removed_at', '<', before)
    .execute()
  const attachments = await db
    .selectFrom('attachments')
    .select(['id', 'kind', 'record_id', 'file_name', 'description'])
    .where('removed_at', '<', before)
    .execute()
  return [
    ...notes.map((row) => ({
      table: 'notes' as const,
      partId: row.id,
      kind: row.kind,
      id: row.record_id,
      words: [row.text],
    })),
    ...attachments.map((row) => ({
      table: 'attachments' as const,
      partId: row.id,
      kind: row.kind,
      id: row.record_id,
      words: [row.file_name, row.description],
    })),
  ]
}

/** Removes a note, or an attachment with its bytes. */
export async function deletePart(tx: Tx, { table, partId }: RemovedPart): Promise<void> {
  if (table === 'attachments')
    await tx.deleteFrom('attachment_contents').where('attachment_id', '=', partId).execute()
  await tx.deleteFrom(table).where('id', '=', partId).execute()
}

/** The entries of a record's history that tell of its notes, or of its attachments. */
export async function listPartEntries(db: Db, { kind, id, table }: RemovedPart) {
  const rows = await db
    .selectFrom('history')
    .select(['id', 'changes'])
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('action', 'like', `${table}:%`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    changes: JSON.parse(row.changes) as Record<string, [unknown, unknown]>,
  }))
}

/** The attachments of records of a kind, those too that were removed. */
async function attachmentsOf(db: Db, kind: string, ids: number[]) {
  return inPortions(ids, (portion) =>
    db
      .selectFrom('attachments')
      .select(['id', 'file_name as fileName', 'removed_at as removedAt'])
      .where('kind', '=', kind)
      .where('record_id', 'in', portion)
      .execute(),
  )
}

/** Removes the notes of records, those too that were removed before. */
export async function deleteNotesOf(tx: Tx, kind: string, ids: number[]): Promise<void> {
  await inPortions(ids, async (portion) => {
    await tx.deleteFrom('notes').where('kind', '=', kind).where('record_id', 'in', portion).execute()
    return []
  })
}

/** Removes the attachments of records with their bytes; with `onlyRemoved` only those that had been removed before. */
export async function deleteAttachmentsOf(
  tx: Tx,
  kind: string,
  ids: number[],
  { onlyRemoved = false } = {},
): Promise<void> {
  for (const { id, removedAt } of await attachmentsOf(tx, kind, ids)) {
    if (onlyRemoved && removedAt === null) continue
    await tx.deleteFrom('attachment_contents').where('attachment_id', '=', id).execute()
    await tx.deleteFrom('attachments').where('id', '=', id).execute()
  }
}

/** Gives the attachments of records names that tell nothing of what is in them, and takes what was written of them. */
export async function clearAttachmentNames(tx: Tx, kind: string, ids: number[]): Promise<void> {
  for (const { id, fileName } of await attachmentsOf(tx, kind, ids)) {
    const ending = /\.[a-z]{3,4}$/i.exec(fileName)?.[0].toLowerCase() ?? ''
    await tx
      .updateTable('attachments')
      .set({ file_name: `${id}${ending}`, description: '', version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
  }
}

/** Takes from an entry of the history what it held. */
export async function forgetEntry(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('history').set({ changes: '{}', fields: '' }).where('id', '=', id).execute()
}
