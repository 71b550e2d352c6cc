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

/** A prepared import of this user; nobody else's file is handed out. */
export function findPrepared(db: Db, id: number, userId: number) {
  return db
    .selectFrom('imports')
    .select(['id', 'register', 'file_name as fileName', 'sha256', 'content'])
    .where('id', '=', id)
    .where('created_by', '=', userId)
    .where('status', '=', 'prepared')
    .executeTakeFirst()
}

/** When a file with this content was last imported into this register. */
export function findImportedAt(db: Db, register: string, sha256: string) {
  return db
    .selectFrom('imports')
    .select('finished_at as finishedAt')
    .where('register', '=', register)
    .where('sha256', '=', sha256)
    .where('status', '=', 'done')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Notes how many rows an import wrote, and forgets its file. */
export async function markImportDone(
  tx: Tx,
  id: number,
  rows: { imported: number; skipped: number; at: string },
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({
      status: 'done',
      content: null,
      finished_at: rows.at,
      imported_rows: rows.imported,
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

/** The latest finished imports, newest first. */
export async function listImports(db: Db, limit: number): Promise<ImportLine[]> {
  const rows = await finishedImports(db).orderBy('imports.id', 'desc').limit(limit).execute()
  return rows as ImportLine[]
}

/** A finished import. */
export async function getImport(db: Db, id: number): Promise<ImportLine> {
  return (await finishedImports(db).where('imports.id', '=', id).executeTakeFirstOrThrow()) as ImportLine
}

function finishedImports(db: Db) {
  return db
    .selectFrom('imports')
    .innerJoin('users', 'users.id', 'imports.created_by')
    .select([
      'imports.id',
      'imports.register',
      'imports.file_name as fileName',
      'imports.finished_at as finishedAt',
      'imports.imported_rows as importedRows',
      'imports.skipped_rows as skippedRows',
      'users.full_name as userName',
    ])
    .where('imports.status', '=', 'done')
}
