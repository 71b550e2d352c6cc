import { sql } from 'kysely'
import { annexClauses } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Tx } from '../../database/database.ts'

/** Clears who acted for the volunteer, and what was written of the agreement, its annexes and its end in words of one's own. */
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
  await clearWordsOfAnnexes(tx, id)
}

/** The fields of an annex that are words of one's own, or name who acted for the volunteer. */
const wordsOfAnnex: readonly string[] = [...annexClauses.guardian, 'schedule', 'waiverScope']

/** Leaves of the annexes to an agreement which clauses they changed, and what of them is no word of one's own. */
async function clearWordsOfAnnexes(tx: Tx, agreementId: number): Promise<void> {
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
