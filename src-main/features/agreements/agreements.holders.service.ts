import { heldBy } from '../../kit/register/holders.queries.ts'
import type { FindHolders, FindTies } from '../../kit/ties.ts'
import { agreementsList } from './agreements.list.queries.ts'
import * as queries from './agreements.queries.ts'

/** Which agreements need a unit after a day: those in force later. */
export const agreementsOfUnit: FindTies = async (db, unitId, after) => {
  const count = await queries.countOfUnitAfter(db, unitId, after)
  return count > 0 ? [{ key: 'agreements.count', params: { count } }] : []
}

/** Which agreements of a volunteer go on after a day, or wait to be concluded. */
export const agreementsOfVolunteer: FindTies = async (db, volunteerId, after) => {
  const { concluded, drafts } = await queries.countOfVolunteerAfter(db, volunteerId, after)
  return [
    ...(concluded > 0 ? [{ key: 'agreements.count', params: { count: concluded } }] : []),
    ...(drafts > 0 ? [{ key: 'agreements.draftCount', params: { count: drafts } }] : []),
  ]
}

/** The agreements of a volunteer that were concluded: they have numbers, and the law keeps them. */
export const agreementsHoldingVolunteer: FindHolders = (db, id) =>
  heldBy(db, agreementsList, 'agreements.held.volunteer', queries.isConcludedWith(id))

/** The agreements that name a unit, whatever became of them. */
export const agreementsHoldingUnit: FindHolders = (db, id) =>
  heldBy(db, agreementsList, 'agreements.held.unit', queries.isOfUnit(id))
