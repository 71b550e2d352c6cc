import { sql } from 'kysely'
import type { Db, Tx } from '../../database/database.ts'

/** The entries of a volunteer, with the tasks of their agreements as JSON. */
export function listOf(db: Db, volunteerId: number) {
  return db
    .selectFrom('hour_entries')
    .innerJoin('agreements', 'agreements.id', 'hour_entries.agreement_id')
    .select(['hour_entries.id', 'hour_entries.place', 'hour_entries.task', 'agreements.tasks'])
    .where('hour_entries.volunteer_id', '=', volunteerId)
    .execute()
}

/** Clears the place of an entry, and its task unless that one stays. */
export async function clearWordsOf(tx: Tx, id: number, task: string): Promise<void> {
  await tx
    .updateTable('hour_entries')
    .set({ place: '', task, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
