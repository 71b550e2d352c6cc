import { heldBy, heldByRows } from '../../kit/register/holders.queries.ts'
import type { FindHolders, FindTies } from '../../kit/ties.ts'
import { eventsList } from './events.list.queries.ts'
import * as queries from './events.queries.ts'

/** Which planned events need a unit after a day. */
export const eventsOfUnit: FindTies = async (db, unitId, after) => {
  const count = await queries.countOfUnitAfter(db, unitId, after)
  return count > 0 ? [{ key: 'events.count', params: { count } }] : []
}

/** The events that name a unit. */
export const eventsHoldingUnit: FindHolders = (db, id) =>
  heldBy(db, eventsList, 'events.held.unit', queries.isOfUnit(id))

/** The events of which a member of staff is in charge. */
export const eventsHoldingStaff: FindHolders = (db, id) =>
  heldBy(db, eventsList, 'events.held.staff', queries.isLedBy(id))

/** The events on whose list a volunteer is. */
export const eventsHoldingVolunteer: FindHolders = (db, id) =>
  heldBy(db, eventsList, 'events.held.volunteer', queries.listsVolunteer(id))

/** The groups to which a volunteer belongs or belonged. */
export const groupsHoldingVolunteer: FindHolders = (db, id) =>
  heldByRows(db, 'events.held.member', queries.membershipsOf(id))
