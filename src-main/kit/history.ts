import type { Tx } from '../database/database.ts'
import type { HistoryEntry } from './context.ts'

/** Columns that the program derives or that must never be shown; they are left out of the history. */
const unrecorded = new Set(['version', 'sortKey', 'searchKey', 'nameKey', 'passwordHash', 'createdAt'])

/**
 * Notes who did what, in the transaction of the change itself, so that neither exists without the other. Only
 * fields that differ are kept, each with its value before and after.
 */
export async function writeHistory(
  tx: Tx,
  entry: HistoryEntry,
  by: { userId: number | null; at: string },
): Promise<void> {
  await tx
    .insertInto('history')
    .values({
      at: by.at,
      user_id: by.userId,
      kind: entry.kind,
      record_id: entry.recordId,
      action: entry.action,
      changes: JSON.stringify(changedFields(entry.before, entry.after)),
    })
    .execute()
}

/** The fields in which two versions of a row differ: `{ field: [before, after] }`; null stands for "not there". */
export function changedFields(before: object = {}, after: object = {}): Record<string, [unknown, unknown]> {
  const old: Record<string, unknown> = { ...before }
  const fresh: Record<string, unknown> = { ...after }
  const changes: Record<string, [unknown, unknown]> = {}
  for (const field of Object.keys({ ...old, ...fresh })) {
    if (unrecorded.has(field)) continue
    const [from, to] = [old[field] ?? null, fresh[field] ?? null]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = [from, to]
  }
  return changes
}
