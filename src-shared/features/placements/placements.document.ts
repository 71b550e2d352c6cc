import type { Day } from '../../kit/dates.ts'
import type { Placement } from './placements.contract.ts'
import type { PlacementObstacle } from './placements.rules.ts'

/** A placement as documents tell it: of a family the code alone. */
export interface PlacementSource extends Placement {
  coordinatorPhone: string
  /** The first days on which it is to be looked after; counted from its first day where it has not begun. */
  dueDays: Day[]
  /** What forbids it to begin. */
  obstacles: PlacementObstacle[]
}
