import { sql } from 'kysely'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

const lastOf = (month: string) => `${month}-31`
const firstOf = (month: string) => `${month}-01`

/** How much of a month of agreements is not yet confirmed, in minutes, by agreement; without those of which nothing is open. */
export async function openMinutesOf(
  db: Db,
  agreementIds: number[],
  month: string,
): Promise<Map<number, number>> {
  const rows = await inPortions(agreementIds, (portion) =>
    db
      .selectFrom('hour_entries')
      .select('agreement_id as agreementId')
      .select(({ fn }) => fn.sum<number>('minutes').as('minutes'))
      .where('agreement_id', 'in', portion)
      .where('served_on', '>=', firstOf(month))
      .where('served_on', '<=', lastOf(month))
      .where('confirmed_at', 'is', null)
      .groupBy('agreement_id')
      .execute(),
  )
  return new Map(rows.map(({ agreementId, minutes }) => [agreementId, minutes]))
}

/** How many entries of an agreement were changed, and how long they are. */
type Changed = { count: number; minutes: number }

function changedOf(rows: { agreementId: number; minutes: number }[]): Map<number, Changed> {
  const changed = new Map<number, Changed>()
  for (const { agreementId, minutes } of rows) {
    const before = changed.get(agreementId) ?? { count: 0, minutes: 0 }
    changed.set(agreementId, { count: before.count + 1, minutes: before.minutes + minutes })
  }
  return changed
}

/** Confirms the entries of agreements in a month that are not; answers what of each was confirmed. */
export async function confirmEntries(
  tx: Tx,
  agreementIds: number[],
  month: string,
  by: { userId: number; at: string },
): Promise<Map<number, Changed>> {
  const rows = await inPortions(agreementIds, (portion) =>
    tx
      .updateTable('hour_entries')
      .set({ confirmed_at: by.at, confirmed_by: by.userId, version: sql`version + 1` })
      .where('agreement_id', 'in', portion)
      .where('served_on', '>=', firstOf(month))
      .where('served_on', '<=', lastOf(month))
      .where('confirmed_at', 'is', null)
      .returning(['agreement_id as agreementId', 'minutes'])
      .execute(),
  )
  return changedOf(rows)
}

/**
 * Takes the confirmation of a month of agreements back; answers what of each was opened.
 *
 * @param confirmedAt narrows to what was confirmed at that instant
 */
export async function reopenEntries(
  tx: Tx,
  agreementIds: number[],
  month: string,
  confirmedAt: string | null,
): Promise<Map<number, Changed>> {
  const rows = await inPortions(agreementIds, (portion) => {
    let query = tx
      .updateTable('hour_entries')
      .set({ confirmed_at: null, confirmed_by: null, version: sql`version + 1` })
      .where('agreement_id', 'in', portion)
      .where('served_on', '>=', firstOf(month))
      .where('served_on', '<=', lastOf(month))
      .where('confirmed_at', 'is not', null)
    if (confirmedAt !== null) query = query.where('confirmed_at', '=', confirmedAt)
    return query.returning(['agreement_id as agreementId', 'minutes']).execute()
  })
  return changedOf(rows)
}
