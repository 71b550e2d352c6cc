import { heldBy } from '../../kit/register/holders.queries.ts'
import type { FindHolders } from '../../kit/ties.ts'
import { costSettlementsList } from './cost-settlements.list.queries.ts'
import * as queries from './cost-settlements.queries.ts'

/** The settlements under an agreement: money was asked for on its ground. */
export const costSettlementsHoldingAgreement: FindHolders = (db, id) =>
  heldBy(db, costSettlementsList, 'costSettlements.held.agreement', queries.isOfAgreement(id))

/** The settlements of a volunteer. */
export const costSettlementsHoldingVolunteer: FindHolders = (db, id) =>
  heldBy(db, costSettlementsList, 'costSettlements.held.volunteer', queries.isOfVolunteer(id))
