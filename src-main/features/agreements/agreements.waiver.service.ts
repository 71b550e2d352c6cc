import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { isWaiverAgreed } from '#shared/features/agreements/agreements.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import * as life from './agreements.life.queries.ts'
import { getAgreement } from './agreements.reader.ts'

/** Notes the day on which a waiver of travel costs was signed, or with null that it was not after all. */
export async function noteWaiver(
  { tx, record, today }: Pick<CommandContext, 'tx' | 'record' | 'today'>,
  { id, version, signedOn }: { id: number; version: number; signedOn: Day | null },
): Promise<Agreement> {
  const before = await getAgreement(tx, id)
  if (before.status !== 'signed') throw ruleBroken('agreements.errors.notConcluded')
  if (!isWaiverAgreed(before)) throw ruleBroken('agreements.errors.noWaiver')
  if (signedOn && signedOn > today) throw fieldRefused('signedOn', 'agreements.errors.signedInFuture')
  if (!(await life.updateWaiverDay(tx, id, version, signedOn))) throw conflict(before)
  const after = await getAgreement(tx, id)
  const told = ({ waiverSignedOn }: Agreement) => ({ waiverSignedOn })
  await record({
    kind: 'agreements',
    recordId: id,
    action: 'waiverNoted',
    before: told(before),
    after: told(after),
  })
  return after
}
