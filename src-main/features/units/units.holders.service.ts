import { heldBy } from '../../kit/register/holders.queries.ts'
import type { FindHolders } from '../../kit/ties.ts'
import { unitsList } from './units.list.queries.ts'
import * as queries from './units.queries.ts'

/** The units that stand or stood below a unit, or are to. */
export const unitsHoldingParent: FindHolders = (db, id) =>
  heldBy(db, unitsList, 'units.held.parent', queries.isEverBelow(id))

/** The units that somebody heads or headed, or is to. */
export const unitsHoldingHead: FindHolders = (db, staffId) =>
  heldBy(db, unitsList, 'units.held.head', queries.isEverHeadedBy(staffId))
