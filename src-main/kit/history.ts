import { type Day, startOfDayInPoland } from '#shared/kit/dates.ts'
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
  const changes = changedFields(entry.before, entry.after)
  const names = Object.keys(changes)
  await tx
    .insertInto('history')
    .values({
      at: by.at,
      user_id: by.userId,
      kind: entry.kind,
      record_id: entry.recordId,
      action: entry.action,
      changes: JSON.stringify(changes),
      fields: names.length > 0 ? ` ${names.join(' ')} ` : '',
      undoes: entry.undoes ?? null,
    })
    .execute()
}

/** A record with restricted data that somebody opened. */
export interface ReadRecord {
  kind: string
  recordId: number
}

/** Notes that somebody opened a record, unless that is noted already for the day in Poland. */
export async function noteReadOf(
  tx: Tx,
  { kind, recordId }: ReadRecord,
  by: { userId: number | null; at: string; today: Day },
): Promise<void> {
  const noted = await tx
    .selectFrom('history')
    .select('id')
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('action', '=', 'read')
    .where('user_id', '=', by.userId ?? 0)
    .where('at', '>=', startOfDayInPoland(by.today))
    .executeTakeFirst()
  if (!noted) await writeHistory(tx, { kind, recordId, action: 'read' }, by)
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
