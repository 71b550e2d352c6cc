import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { whyNotSignable } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import type { Tx } from '../../database/database.ts'
import { numberKey, takeNumber } from '../../documents/numbering.ts'
import type { PublicCommandContext } from '../../kit/context.ts'
import { conflict, ruleBroken } from '../../kit/errors.ts'
import { surroundingsOf } from './agreements.document.service.ts'
import * as queries from './agreements.queries.ts'
import { getAgreement } from './agreements.reader.ts'
import { agreementSeries } from './agreements.service.ts'

/**
 * Concludes an agreement by a list that several people sign, inside the caller's transaction: it gets the next number of
 * the year, and the list is its document (`noteListDocument`). Refuses what would stop an agreement of its own.
 */
export async function concludeListed(
  { tx, record, now, today }: Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>,
  agreement: AgreementFields,
): Promise<{ id: number; number: string }> {
  const obstacle = whyNotSignable(agreement, await surroundingsOf(tx, agreement, null, today))
  if (obstacle) throw ruleBroken(obstacle.key, obstacle.params)
  const year = yearOf(agreement.concludedOn)
  const sequence = await takeNumber(tx, agreementSeries, year)
  const number = `${sequence}/${year}`
  const row = { number, numberKey: numberKey(year, sequence), importId: null, createdAt: now }
  const id = await queries.insertAgreement(tx, agreement, row)
  await record({ kind: 'agreements', recordId: id, action: 'signedByList', after: { ...agreement, number } })
  return { id, number }
}

/** Notes the list that was signed as the document of agreements. */
export async function noteListDocument(tx: Tx, ids: readonly number[], documentId: number): Promise<void> {
  for (const id of ids) await queries.updateDocumentOf(tx, id, documentId)
}

/** Cancels an agreement that was concluded by a list; the list is its owner's affair. Its number is never used again. */
export async function cancelListed(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  id: number,
  reason: string,
): Promise<void> {
  const before = await getAgreement(tx, id)
  if (!(await queries.markAgreementCancelled(tx, id, before.version, reason))) throw conflict(before)
  await record({
    kind: 'agreements',
    recordId: id,
    action: 'cancelled',
    before,
    after: await getAgreement(tx, id),
  })
}
