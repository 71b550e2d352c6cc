import { withoutSecrets } from '#shared/kit/register/changes.ts'
import type { HistoryLine } from '#shared/kit/register/history.ts'
import type { Db } from '../../database/database.ts'

/** The latest entries of one record, newest first, without the values of secret fields. */
export async function listHistory(
  db: Db,
  { kind, recordId }: { kind: string; recordId: number },
  secretFields: ReadonlySet<string>,
  limit: number,
): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('history')
    .leftJoin('users', 'users.id', 'history.user_id')
    .select(['history.id', 'history.at', 'users.full_name as userName', 'history.action', 'history.changes'])
    .where('history.kind', '=', kind)
    .where('history.record_id', '=', recordId)
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, changes: withoutSecrets(JSON.parse(row.changes), secretFields) }))
}

/** Does a record lie in the bin, removed from this unit? */
export async function isInBin(
  db: Db,
  { kind, recordId }: { kind: string; recordId: number },
  unitId: number,
): Promise<boolean> {
  const found = await db
    .selectFrom('bin')
    .innerJoin('bin_units', 'bin_units.bin_id', 'bin.id')
    .select('bin.id')
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return found !== undefined
}
