import type { Db, Tx } from '../../database/database.ts'

/** Stored PDFs with the SHA-256 kept at issue, some after an id; where the bytes are missing, null. */
export function listStoredPdfs(db: Db, after: number, limit: number) {
  return db
    .selectFrom('documents')
    .innerJoin('document_contents', 'document_contents.document_id', 'documents.id')
    .select(['documents.id', 'documents.sha256', 'document_contents.pdf'])
    .where('documents.sha256', 'is not', null)
    .where('documents.id', '>', after)
    .orderBy('documents.id')
    .limit(limit)
    .execute()
}

/** What the last comparison found; undefined before the first. */
export async function findLastCheck(
  db: Db,
): Promise<{ checkedAt: string; checked: number; damaged: number[] } | undefined> {
  const row = await db
    .selectFrom('document_checks')
    .select(['checked_at as checkedAt', 'checked', 'damaged'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, damaged: JSON.parse(row.damaged) }
}

/** Keeps what a comparison found. */
export async function insertCheck(
  tx: Tx,
  check: { checkedAt: string; checked: number; damaged: readonly number[] },
): Promise<void> {
  await tx
    .insertInto('document_checks')
    .values({
      checked_at: check.checkedAt,
      checked: check.checked,
      damaged: JSON.stringify(check.damaged),
    })
    .execute()
}
