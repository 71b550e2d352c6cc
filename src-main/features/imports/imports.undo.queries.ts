import { setImmediate } from 'node:timers/promises'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import type { ImportRow, UndoneRow } from '../../kit/import-undo.ts'

/** How many rows one statement writes. */
const portionSize = 500

/** Notes what an import did to each record. */
export async function insertImportRows(tx: Tx, importId: number, rows: ImportRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += portionSize) {
    // Other calls are served in between.
    await setImmediate()
    await tx
      .insertInto('import_rows')
      .values(
        rows.slice(start, start + portionSize).map(({ recordId, ...row }) => ({
          ...row,
          import_id: importId,
          record_id: recordId,
        })),
      )
      .execute()
  }
}

/** What an import did to records, as far as it was not undone. */
export function listImportRows(db: Db, importId: number): Promise<ImportRow[]> {
  return db
    .selectFrom('import_rows')
    .select(['kind', 'record_id as recordId', 'line', 'version', 'before'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .execute()
}

/** Notes and attachments of these records, and documents that were issued of them. */
export function listBelongings(db: Db, kind: string, ids: number[]) {
  return inPortions(ids, async (portion) => {
    const notes = await db
      .selectFrom('notes')
      .select('record_id as id')
      .where('kind', '=', kind)
      .where('record_id', 'in', portion)
      .execute()
    const attachments = await db
      .selectFrom('attachments')
      .select('record_id as id')
      .where('kind', '=', kind)
      .where('record_id', 'in', portion)
      .execute()
    const documents = await db
      .selectFrom('documents')
      .select('record_id as id')
      .where('record_kind', '=', kind)
      .where('record_id', 'in', portion)
      .execute()
    return [
      ...notes.map(({ id }) => ({ id, kind: 'notes' })),
      ...attachments.map(({ id }) => ({ id, kind: 'attachments' })),
      ...documents.map(({ id }) => ({ id, kind: 'documents' })),
    ]
  })
}

/** Forgets rows that were undone; those that were kept stay listed. */
export async function deleteImportRows(tx: Tx, importId: number, rows: UndoneRow[]): Promise<void> {
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map(({ recordId }) => recordId)
    await inPortions(ids, async (portion) => {
      await tx
        .deleteFrom('import_rows')
        .where('import_id', '=', importId)
        .where('kind', '=', kind)
        .where('record_id', 'in', portion)
        .execute()
      return []
    })
  }
}

/**
 * A record that was brought back is again what an earlier import left: that import's row follows it to its new version.
 */
export async function followRestored(tx: Tx, importId: number, row: UndoneRow): Promise<void> {
  await tx
    .updateTable('import_rows')
    .set({ version: row.version + 1 })
    .where('import_id', '<', importId)
    .where('kind', '=', row.kind)
    .where('record_id', '=', row.recordId)
    .where('version', '=', row.version - 1)
    .execute()
}

/** Notes that an import was undone, and how many of its records stayed. */
export async function markImportUndone(
  tx: Tx,
  id: number,
  undone: { by: number; at: string; kept: number },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ status: 'undone', undone_at: undone.at, undone_by: undone.by, kept_rows: undone.kept })
    .where('id', '=', id)
    .execute()
}

/** The columns that were last assigned under one of these headers. */
export async function findMapping(db: Db, register: string, headerKeys: string[]) {
  const row = await db
    .selectFrom('import_mappings')
    .select(['header_key as headerKey', 'mapping'])
    .where('register', '=', register)
    .where('header_key', 'in', headerKeys)
    .orderBy('used_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { headerKey: row.headerKey, mapping: JSON.parse(row.mapping) as string[][] }
}

/** Keeps the columns that were assigned under a header for the next file with the same one. */
export async function writeMapping(
  tx: Tx,
  kept: { register: string; headerKey: string; mapping: string[][]; at: string },
): Promise<void> {
  const mapping = JSON.stringify(kept.mapping)
  await tx
    .insertInto('import_mappings')
    .values({ register: kept.register, header_key: kept.headerKey, mapping, used_at: kept.at })
    .onConflict((conflict) =>
      conflict.columns(['register', 'header_key']).doUpdateSet({ mapping, used_at: kept.at }),
    )
    .execute()
}
