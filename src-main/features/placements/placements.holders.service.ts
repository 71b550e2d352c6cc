import { heldBy, heldByRows } from '../../kit/register/holders.queries.ts'
import type { FindHolders, FindTies } from '../../kit/ties.ts'
import * as families from './placements.families.queries.ts'
import { familiesList } from './placements.familiesList.queries.ts'
import * as queries from './placements.holders.queries.ts'
import { placementsList } from './placements.list.queries.ts'
import { needsList } from './placements.needsList.queries.ts'

/** The placements that refer to a record by a column. */
const placementsHolding =
  (
    what: 'agreement' | 'volunteer' | 'unit' | 'staff' | 'family' | 'need' | 'activityKind',
    column: Parameters<typeof queries.refersTo>[1],
  ): FindHolders =>
  (db, id) =>
    heldBy(db, placementsList, `placements.held.${what}`, queries.refersTo('placements', column, id))

export const placementsHoldingAgreement = placementsHolding('agreement', 'agreement_id')
export const placementsHoldingVolunteer = placementsHolding('volunteer', 'volunteer_id')
export const placementsHoldingUnit = placementsHolding('unit', 'unit_id')
export const placementsHoldingFamily = placementsHolding('family', 'family_id')
export const placementsHoldingNeed = placementsHolding('need', 'need_id')
export const placementsHoldingKind = placementsHolding('activityKind', 'activity_kind_id')
export const placementsHoldingStaff = placementsHolding('staff', 'coordinator_id')

/** The families of a unit, and those that a member of staff leads. */
export const familiesHoldingUnit: FindHolders = (db, id) =>
  heldBy(db, familiesList, 'families.held.unit', families.isOfUnit(id))
export const familiesHoldingStaff: FindHolders = (db, id) =>
  heldBy(db, familiesList, 'families.held.staff', families.isLedBy(id))

/** The needs of a unit, of a family, of a kind of activity. */
export const needsHoldingUnit: FindHolders = (db, id) =>
  heldBy(db, needsList, 'needs.held.unit', queries.refersTo('needs', 'unit_id', id))
export const needsHoldingFamily: FindHolders = (db, id) =>
  heldBy(db, needsList, 'needs.held.family', queries.refersTo('needs', 'family_id', id))
export const needsHoldingKind: FindHolders = (db, id) =>
  heldBy(db, needsList, 'needs.held.activityKind', queries.refersTo('needs', 'activity_kind_id', id))

/** The meetings that a member of staff led, and the contacts that were made. */
export const monitoringHoldingStaff: FindHolders = async (db, id) => [
  ...(await heldByRows(db, 'monitoring.held.introductions', queries.introductionsOf(id))),
  ...(await heldByRows(db, 'monitoring.held.contacts', queries.contactsOf(id))),
]

/** What needs a unit after a day: placements there, and families that it works with. */
export const placementsOfUnit: FindTies = async (db, unitId, after) => {
  const count = await queries.countOfUnitAfter(db, unitId, after)
  const active = await families.countActiveOfUnit(db, unitId)
  return [
    ...(count > 0 ? [{ key: 'placements.count', params: { count } }] : []),
    ...(active > 0 ? [{ key: 'families.count', params: { count: active } }] : []),
  ]
}
