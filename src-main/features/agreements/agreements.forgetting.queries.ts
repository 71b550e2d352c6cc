import { sql } from 'kysely'
import { annexClauses } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** The agreements of a volunteer, whatever became of them. */
export async function listIdsOf(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('agreements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Clears who acted for the volunteer, and what was written of the agreement in words of one's own. */
export async function clearWordsOf(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('agreements')
    .set({
      guardian_name: '',
      guardian_relation: '',
      guardian_phone: '',
      schedule: '',
      waiver_scope: '',
      form_reason: '',
      cancel_reason: '',
      notes: '',
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('agreement_terminations')
    .set({ reason: '', returns: '[]', cancel_reason: '', version: sql`version + 1` })
    .where('agreement_id', '=', id)
    .execute()
}

/** The fields of an annex that are words of one's own, or name who acted for the volunteer. */
const wordsOfAnnex: readonly string[] = [...annexClauses.guardian, 'schedule', 'waiverScope']

/** Leaves of the annexes to an agreement which clauses they changed, and what of them is no word of one's own. */
export async function clearWordsOfAnnexes(tx: Tx, agreementId: number): Promise<void> {
  const annexes = await tx
    .selectFrom('agreement_annexes')
    .select(['id', 'changes', 'before'])
    .where('agreement_id', '=', agreementId)
    .execute()
  for (const { id, changes, before } of annexes)
    await tx
      .updateTable('agreement_annexes')
      .set({
        changes: withoutWords(changes),
        before: withoutWords(before),
        free_text: '',
        cancel_reason: '',
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .execute()
}

function withoutWords(fields: string): string {
  const left = Object.entries(JSON.parse(fields) as object).map(([field, value]) => [
    field,
    wordsOfAnnex.includes(field) ? '' : value,
  ])
  return JSON.stringify(Object.fromEntries(left))
}
