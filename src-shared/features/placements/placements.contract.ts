import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, longText, optionalDay, optionalText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { type WeekHours, weekHours } from './placements.hours.rules.ts'
import {
  consentForms,
  consentSides,
  endReasons,
  type PlaceKind,
  type PlacementState,
  placementsRegister,
} from './placements.register.ts'
import type { PlacementObstacle } from './placements.rules.ts'

const reference = z.int().positive().nullable().default(null)

const placementShape = {
  agreementId: z.int().positive(),
  /** The unit, or else the family. */
  unitId: reference,
  familyId: reference,
  activityKindId: reference,
  /** The need that it answers. */
  needId: reference,
  /** The member of staff who is responsible for it. */
  coordinatorId: reference,
  task: optionalText(400),
  startsOn: day,
  /** Null: to the end of the agreement. */
  endsOn: optionalDay,
  hours: weekHours,
  note: longText(1000),
}

/** A unit or a family, and not both. */
function isOnePlace({ unitId, familyId }: { unitId: number | null; familyId: number | null }): boolean {
  return (unitId === null) !== (familyId === null)
}
const inOrder = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }) =>
  endsOn === null || endsOn >= startsOn

export const placementFields = z
  .object(placementShape)
  .refine(isOnePlace, { path: ['unitId'], error: 'placements.errors.onePlace' })
  .refine(inOrder, { path: ['endsOn'], error: 'validation.endBeforeStart' })
export type PlacementFields = z.output<typeof placementFields>

const introductionShape = {
  introducedOn: day,
  /** The member of staff who led it; for a family the social worker. */
  workerId: reference,
  /** Who else took part, by their functions and never by the names of the family. */
  participants: optionalText(300),
  placeConsentOn: optionalDay,
  placeConsentForm: z.enum(consentForms).default('written'),
  volunteerConsentOn: optionalDay,
}
const introductionFields = z.object(introductionShape)

export interface Introduction extends z.output<typeof introductionFields> {
  id: number
  workerName: string | null
  withdrawnOn: Day | null
  withdrawnBy: (typeof consentSides)[number] | null
}

export interface Placement extends PlacementFields {
  id: number
  state: PlacementState
  placeKind: PlaceKind
  volunteerId: number
  volunteerName: string
  agreementNumber: string
  agreementEndsOn: Day | null
  unitName: string | null
  /** Null also for who may not read families. */
  familyCode: string | null
  familyUnitId: number | null
  activityKindName: string | null
  coordinatorName: string | null
  /** Does the unit, the family or the kind of activity mean work with minors? */
  isForMinors: boolean
  activeOn: Day | null
  suspendedOn: Day | null
  suspendReason: string
  endedOn: Day | null
  endReason: (typeof endReasons)[number] | null
  endNote: string
  /** All meetings, the last one first. */
  introductions: Introduction[]
  createdAt: string
  version: number
}

/** When somebody comes to a place in a week. */
export interface WeekVisit extends WeekHours {
  placementId: number
  volunteerId: number
  volunteerName: string
  placeKind: PlaceKind
  unitName: string | null
  familyCode: string | null
  state: PlacementState
  startsOn: Day
  endsOn: Day | null
}

const onDay = rowVersion.extend({ on: day })

export const placementsContract = {
  /** The procedures of every register. A head sees those to the own unit and to its families. */
  ...registerProcedures(placementsRegister),

  /** Removes a placement that never began into the bin. */
  removal: removalProcedures(placementsRegister),

  /** Takes back the last changes of a placement, and brings them again. */
  undo: undoProcedures(placementsRegister),

  /** One placement. Of a family the code is told to who may read families alone; the history keeps that it was opened. */
  get: query('placements.read').input(rowId).output(output<Placement>()),

  /**
   * Everything that forbids the placement to begin on its first day, or to go on. Of one that is served: what the volunteer
   * no longer meets, today; none where nothing is missing, or it is over.
   */
  obstacles: query('placements.read').input(rowId).output(output<PlacementObstacle[]>()),

  /** The same for a placement that is being filled in. */
  check: query('placements.write').input(placementFields).output(output<PlacementObstacle[]>()),

  /**
   * Plans a placement. Refuses beside its field an agreement that is not concluded, days outside of it, a place that is
   * not there or closed, and (`placements.errors.clash`) hours at which the person is placed elsewhere.
   */
  create: command('placements.write').input(placementFields).output(output<Placement>()),

  /**
   * Changes a placement that is not over; refuses as `create` does. Once the place was introduced it stays, and so does the
   * agreement: another place is another placement.
   */
  change: command('placements.write')
    .input(placementFields.safeExtend(rowVersion.shape))
    .output(output<Placement>()),

  /**
   * Notes the meeting of volunteer, family and social worker (of a unit: the first visit), with the consents given at it.
   * After a consent was taken back a new meeting gives a new one.
   */
  introduce: command('placements.write')
    .input(introductionFields.extend(rowVersion.shape))
    .output(output<Placement>()),

  /** Begins a placement, if nothing stands in the way (`placements.errors.notReady`), and lays out its monitoring. */
  start: command('placements.write').input(onDay).output(output<Placement>()),

  /** Pauses a placement. What was due after that day falls away. */
  suspend: command('placements.write')
    .input(onDay.extend({ reason: optionalText(300) }))
    .output(output<Placement>()),

  /** Goes on after a pause, if nothing stands in the way; the monitoring begins anew. */
  resume: command('placements.write').input(onDay).output(output<Placement>()),

  /**
   * Notes that a consent was taken back: from that day nobody is sent and nothing is entered any more. The placement is
   * over, or suspended until a new consent.
   */
  withdraw: command('placements.write')
    .input(onDay.extend({ by: z.enum(consentSides), effect: z.enum(['ends', 'suspends']) }))
    .output(output<Placement>()),

  /** Ends a placement with a reason. */
  end: command('placements.write')
    .input(onDay.extend({ reason: z.enum(endReasons), note: optionalText(300) }))
    .output(output<Placement>()),

  /** Who comes to a unit (with its families) in a week, or where a volunteer goes, in the order of the week. */
  week: query('placements.read')
    .input(
      z.object({
        unitId: reference,
        volunteerId: reference,
        /** Any day of the week. */
        day,
      }),
    )
    .output(output<WeekVisit[]>()),
}
