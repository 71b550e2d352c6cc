import type { FindHolders } from '../../kit/ties.ts'
import * as queries from './hours.queries.ts'

/** The hours that were served under an agreement: it is no longer one that was never meant. */
export const hoursHoldingAgreement: FindHolders = async (db, id) => {
  const count = await queries.countOf(db, id)
  return count > 0 ? [{ key: 'hours.held.agreement', params: { count }, records: [] }] : []
}
