import type { Db } from '../../database/database.ts'

/** An entry of a record's history as undoing needs it. */
export interface FieldEntry {
  id: number
  at: string
  userId: number | null
  userName: string | null
  action: string
  /** `{ field: [before, after] }` */
  changes: Record<string, [unknown, unknown]>
}

/**
 * The latest entries of a record that changed its fields, oldest first. Notes and attachments (`notes:added`) are not
 * fields.
 */
export async function listFieldEntries(
  db: Db,
  { kind, recordId }: { kind: string; recordId: number },
  limit: number,
): Promise<FieldEntry[]> {
  const rows = await db
    .selectFrom('history')
    .leftJoin('users', 'users.id', 'history.user_id')
    .select([
      'history.id',
      'history.at',
      'history.user_id as userId',
      'users.full_name as userName',
      'history.action',
      'history.changes',
    ])
    .where('history.kind', '=', kind)
    .where('history.record_id', '=', recordId)
    .where((eb) => eb.or([eb('history.fields', '!=', ''), eb('history.action', 'in', ['undone', 'redone'])]))
    .where('history.action', 'not like', '%:%')
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse().map((row) => ({ ...row, changes: JSON.parse(row.changes) }))
}
