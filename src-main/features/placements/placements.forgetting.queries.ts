import { sql } from 'kysely'
import type { Db, Tx } from '../../database/database.ts'

/** The placements of a volunteer, whatever became of them. */
export async function listIdsOf(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('placements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Clears what was written of a placement, its meetings and its monitoring; days, places, results and reasons by code stay. */
export async function clearWordsOf(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('placements')
    .set({ task: '', note: '', suspend_reason: '', end_note: '', version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await tx.updateTable('introductions').set({ participants: '' }).where('placement_id', '=', id).execute()
  await tx
    .updateTable('monitoring_entries')
    .set({ task: '', sentence: '', next_step: '', skip_reason: '', version: sql`version + 1` })
    .where('placement_id', '=', id)
    .execute()
}
