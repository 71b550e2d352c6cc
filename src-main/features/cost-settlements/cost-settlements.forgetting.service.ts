import { forgetRecordsOf } from '../../kit/register/emptying.ts'
import type { FindTies, Forget } from '../../kit/ties.ts'
import { clearWordsOf, countUnpaidOf } from './cost-settlements.forgetting.queries.ts'

/** The settlements of a volunteer that wait to be approved or paid: the centre owes money. */
export const unpaidCostsOfVolunteer: FindTies = async (db, volunteerId) => {
  const count = await countUnpaidOf(db, volunteerId)
  return count > 0 ? [{ key: 'costSettlements.unpaidCount', params: { count } }] : []
}

/**
 * Removes from the settlements of a volunteer what they were for, routes, reasons, notes, what their history held, and drafts
 * that lie in the bin. Days, kilometres, rates, amounts and steps stay for the books, and so do the proofs that were attached,
 * under names that tell nothing.
 */
export const forgetVolunteerInCosts: Forget = (context, volunteerId) =>
  forgetRecordsOf(
    context,
    { kind: 'costSettlements', column: 'volunteer_id', attachments: 'stay', clear: clearWordsOf },
    volunteerId,
  )
