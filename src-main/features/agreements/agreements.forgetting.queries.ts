import { sql } from 'kysely'
import type { Db, Tx } from '../../database/database.ts'
import { deleteStoredRows } from '../../database/records.ts'

/** The agreements of a volunteer, whatever became of them. */
export async function listIdsOf(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('agreements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Clears who acted for the volunteer, and what was noted of the agreement. */
export async function clearPeopleOf(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('agreements')
    .set({
      guardian_name: '',
      guardian_relation: '',
      guardian_phone: '',
      notes: '',
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await deleteStoredRows(tx, { table: 'notes', where: { kind: 'agreements', record_id: id } })
}
