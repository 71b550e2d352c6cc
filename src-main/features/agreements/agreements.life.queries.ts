import { sql } from 'kysely'
import type { AgreementLife } from '#shared/features/agreements/agreements.annexes.rules.ts'
import type { Agreement, AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'
import { columns, wordsOf } from './agreements.columns.queries.ts'

/** What has become of an agreement until now. */
export async function lifeOf(db: Db, id: number): Promise<AgreementLife> {
  const row = await db
    .selectFrom('agreements')
    .select(['status', 'ended_by'])
    .select((eb) => [
      eb
        .selectFrom('agreement_annexes')
        .select(({ fn }) => fn.max('valid_from').as('valid_from'))
        .whereRef('agreement_annexes.agreement_id', '=', 'agreements.id')
        .where('agreement_annexes.status', '=', 'concluded')
        .where('in_force_since', 'is', null)
        .as('waitingFrom'),
      eb
        .selectFrom('hour_entries')
        .select(({ fn }) => fn.max('served_on').as('served_on'))
        .whereRef('hour_entries.agreement_id', '=', 'agreements.id')
        .as('lastServedOn'),
      eb
        .selectFrom('hour_entries')
        .select(({ fn }) => fn.max('served_on').as('served_on'))
        .whereRef('hour_entries.agreement_id', '=', 'agreements.id')
        .where('confirmed_at', 'is not', null)
        .as('lastConfirmedOn'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { status, ended_by, waitingFrom, lastServedOn, lastConfirmedOn } = row
  return {
    status: status as AgreementLife['status'],
    isTerminated: ended_by !== '',
    waitingFrom,
    lastServedOn,
    lastConfirmedOn,
  }
}

/** What an annex or a termination does to the agreement besides its fields. */
export interface Outcome {
  annexCount?: number
  endedBy?: string
}

/** Writes the terms of a concluded agreement as they are now. @returns false where it is not signed at that version */
export async function updateTerms(
  tx: Tx,
  {
    id,
    version,
    number,
    waiverSignedOn,
    ...agreement
  }: AgreementFields & Pick<Agreement, 'id' | 'version' | 'number' | 'waiverSignedOn'>,
  { annexCount, endedBy }: Outcome,
): Promise<boolean> {
  const words = wordsOf(agreement, number)
  const result = await tx
    .updateTable('agreements')
    .set({
      ...columns(agreement),
      waiver_signed_on: waiverSignedOn,
      ...(annexCount !== undefined && { annex_count: annexCount }),
      ...(endedBy !== undefined && { ended_by: endedBy }),
      search_key: words.join(' '),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'signed')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'agreements', id, words, false)
  return true
}

/** Notes the day on which a waiver was signed. @returns false where the agreement is not signed at that version */
export function updateWaiverDay(tx: Tx, id: number, version: number, signedOn: Day | null): Promise<boolean> {
  return updateSigned(tx, id, version, { waiver_signed_on: signedOn })
}

/** Writes what kind of activity a concluded agreement is about. @returns false where it is not signed at that version */
export function updateKind(
  tx: Tx,
  id: number,
  version: number,
  activityKindId: number | null,
): Promise<boolean> {
  return updateSigned(tx, id, version, { activity_kind_id: activityKindId })
}

async function updateSigned(
  tx: Tx,
  id: number,
  version: number,
  values: { waiver_signed_on: Day | null } | { activity_kind_id: number | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('agreements')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'signed')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
