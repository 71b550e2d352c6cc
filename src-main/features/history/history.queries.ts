import type { Db } from '../../database/database.ts'

/** The latest entries of one record, newest first. */
export async function listHistory(db: Db, kind: string, recordId: number, limit: number) {
  const rows = await db
    .selectFrom('history')
    .leftJoin('users', 'users.id', 'history.user_id')
    .select(['history.id', 'history.at', 'users.full_name as userName', 'history.action', 'history.changes'])
    .where('history.kind', '=', kind)
    .where('history.record_id', '=', recordId)
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    changes: JSON.parse(row.changes) as Record<string, [unknown, unknown]>,
  }))
}

/** Does a record belong to a unit: an agreement or a member of staff by itself, a volunteer by a draft or concluded agreement there? */
export async function isInUnit(
  db: Db,
  kind: 'volunteers' | 'agreements' | 'staff',
  recordId: number,
  unitId: number,
): Promise<boolean> {
  if (kind === 'staff') {
    const member = db
      .selectFrom('staff')
      .select('id')
      .where('id', '=', recordId)
      .where('unit_id', '=', unitId)
    return (await member.executeTakeFirst()) !== undefined
  }
  const inUnit = db.selectFrom('agreements').select('id').where('unit_id', '=', unitId)
  const ofRecord =
    kind === 'agreements'
      ? inUnit.where('id', '=', recordId)
      : inUnit.where('volunteer_id', '=', recordId).where('status', '<>', 'cancelled')
  return (await ofRecord.executeTakeFirst()) !== undefined
}
