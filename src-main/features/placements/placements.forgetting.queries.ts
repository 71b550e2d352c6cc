import { sql } from 'kysely'
import type { Tx } from '../../database/database.ts'

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
