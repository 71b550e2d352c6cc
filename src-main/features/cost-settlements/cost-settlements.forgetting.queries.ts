import { sql } from 'kysely'
import type { LineFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** How many settlements of a volunteer were handed in and are not paid yet. */
export async function countUnpaidOf(db: Db, volunteerId: number): Promise<number> {
  const { count } = await db
    .selectFrom('cost_settlements')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('volunteer_id', '=', volunteerId)
    .where('state', 'in', ['submitted', 'approved'])
    .executeTakeFirstOrThrow()
  return count
}

/** What stands where a word was that a settlement has to have. */
const nothing = '–'

/** Clears what a settlement was for, its routes and why it was sent back; days, kilometres, rates and amounts stay. */
export async function clearWordsOf(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('cost_settlements')
    .set({ purpose: nothing, reject_reason: '', version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  const lines = await tx
    .selectFrom('cost_lines')
    .select(['id', 'entered'])
    .where('settlement_id', '=', id)
    .execute()
  for (const line of lines) {
    const entered: LineFields = { ...(JSON.parse(line.entered) as LineFields), route: nothing }
    await tx
      .updateTable('cost_lines')
      .set({ entered: JSON.stringify(entered) })
      .where('id', '=', line.id)
      .execute()
  }
}
