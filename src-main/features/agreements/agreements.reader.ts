import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import * as queries from './agreements.queries.ts'

/** The agreement; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getAgreement(db: Db, id: number, unitId: number | null = null): Promise<Agreement> {
  const agreement = await queries.findAgreement(db, id, unitId)
  if (!agreement) throw notFound('agreements')
  return agreement
}

/** The concluded agreements of a volunteer that were not cancelled, the first to begin first. */
export async function listInForceOf(db: Db, volunteerId: number): Promise<Agreement[]> {
  const ids = await queries.listSignedIds(db, volunteerId)
  return Promise.all(ids.map((id) => getAgreement(db, id)))
}
