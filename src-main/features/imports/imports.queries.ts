import type { ImportLine } from '#shared/features/imports/imports.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

export interface PreparedImport {
  register: string
  fileName: string
  sha256: string
  content: Buffer
  userId: number
  at: string
}

/** Keeps an opened file until it is imported or given up; answers its id. */
export async function insertImport(tx: Tx, prepared: PreparedImport): Promise<number> {
  const { id } = await tx
    .insertInto('imports')
    .values({
      register: prepared.register,
      file_name: prepared.fileName,
      sha256: prepared.sha256,
      content: prepared.content,
      status: 'prepared',
      created_by: prepared.userId,
      created_at: prepared.at,
      finished_at: null,
      imported_rows: 0,
      changed_rows: 0,
      kept_rows: 0,
      skipped_rows: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A prepared import of this user, without its file; nobody else's is handed out. */
export function findPrepared(db: Db, id: number, userId: number) {
  return db
    .selectFrom('imports')
    .select(['id', 'register', 'file_name as fileName', 'sha256'])
    .where('id', '=', id)
    .where('created_by', '=', userId)
    .where('status', '=', 'prepared')
    .executeTakeFirst()
}

/** The file of a prepared import. */
export async function getContent(db: Db, id: number): Promise<Buffer> {
  const { content } = await db
    .selectFrom('imports')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return content ?? Buffer.alloc(0)
}

/** Tells two states of the registers apart: every command that changes something there is in the history. */
export async function lastHistoryId(db: Db): Promise<number> {
  const last = await db
    .selectFrom('history')
    .select('id')
    .where('kind', '<>', 'imports')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? 0
}

/** When a file with this content was last imported into this register, and when that was undone. */
export function findImportedAt(db: Db, register: string, sha256: string) {
  return db
    .selectFrom('imports')
    .select(['finished_at as finishedAt', 'undone_at as undoneAt'])
    .where('register', '=', register)
    .where('sha256', '=', sha256)
    .where('status', 'in', ['done', 'undone'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Notes how many rows an import wrote, and forgets its file. */
export async function markImportDone(
  tx: Tx,
  id: number,
  rows: { imported: number; changed: number; skipped: number; at: string },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({
      status: 'done',
      content: null,
      finished_at: rows.at,
      imported_rows: rows.imported,
      changed_rows: rows.changed,
      skipped_rows: rows.skipped,
    })
    .where('id', '=', id)
    .execute()
}

/** Forgets the file of an import that was given up. */
export async function markImportDiscarded(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('imports').set({ status: 'discarded', content: null }).where('id', '=', id).execute()
}

/** Forgets the files of imports that were prepared before an instant and never carried out. */
export async function discardPreparedBefore(tx: Tx, instant: string): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ status: 'discarded', content: null })
    .where('status', '=', 'prepared')
    .where('created_at', '<', instant)
    .execute()
}

/** The imports that were carried out into these registers, newest first. */
export async function listImports(db: Db, registers: string[], limit: number): Promise<ImportLine[]> {
  const rows = await finishedImports(db)
    .where('imports.register', 'in', registers)
    .orderBy('imports.id', 'desc')
    .limit(limit)
    .execute()
  return rows as ImportLine[]
}

/** An import that was carried out; undefined where there is none. */
export async function findImport(db: Db, id: number): Promise<ImportLine | undefined> {
  return (await finishedImports(db).where('imports.id', '=', id).executeTakeFirst()) as ImportLine | undefined
}

function finishedImports(db: Db) {
  return db
    .selectFrom('imports')
    .innerJoin('users', 'users.id', 'imports.created_by')
    .leftJoin('users as undoers', 'undoers.id', 'imports.undone_by')
    .select([
      'imports.id',
      'imports.register',
      'imports.file_name as fileName',
      'imports.finished_at as finishedAt',
      'imports.imported_rows as importedRows',
      'imports.changed_rows as changedRows',
      'imports.skipped_rows as skippedRows',
      'users.full_name as userName',
      'imports.undone_at as undoneAt',
      'undoers.full_name as undoneBy',
      'imports.kept_rows as keptRows',
    ])
    .where('imports.status', 'in', ['done', 'undone'])
}
