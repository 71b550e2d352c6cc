import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, longText, optionalDay, rowId, rowVersion } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { weekHours } from './placements.hours.rules.ts'
import type { Fit } from './placements.matching.rules.ts'
import { type NeedState, needsRegister } from './placements.needs.register.ts'
import type { PlaceKind } from './placements.register.ts'

const reference = z.int().positive().nullable().default(null)

export const needFields = z
  .object({
    /** The unit, or else the family. */
    unitId: reference,
    familyId: reference,
    activityKindId: reference,
    /** How many people are looked for. */
    people: z.int().min(1).max(99).default(1),
    startsOn: day,
    endsOn: optionalDay,
    hours: weekHours,
    needsSignLanguage: z.boolean().default(false),
    note: longText(1000),
  })
  .refine(({ unitId, familyId }) => (unitId === null) !== (familyId === null), {
    path: ['unitId'],
    error: 'placements.errors.onePlace',
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'validation.endBeforeStart',
  })
export type NeedFields = z.output<typeof needFields>

export interface Need extends NeedFields {
  id: number
  state: NeedState
  isClosed: boolean
  placeKind: PlaceKind
  unitName: string | null
  /** Null also for who may not read families. */
  familyCode: string | null
  activityKindName: string | null
  /** How many people are placed for it and not over. */
  placed: number
  isForMinors: boolean
  version: number
}

/** Somebody who could be placed. */
export interface Candidate extends Fit {
  volunteerId: number
  volunteerName: string
  agreementId: number
  agreementNumber: string
  agreementEndsOn: Day | null
}

export const needsContract = {
  /** The procedures of every register. A head sees the needs of the own unit and of its families. */
  ...registerProcedures(needsRegister),

  /** Removes a need for which nobody was ever placed. */
  removal: removalProcedures(needsRegister),

  /** Takes back the last changes of a need, and brings them again. */
  undo: undoProcedures(needsRegister),

  /** One need. Of a family the code is told to who may read families alone. */
  get: query('placements.read').input(rowId).output(output<Need>()),

  /** Enters what a unit or a family needs. For a deaf family sign language is needed. */
  create: command('placements.write').input(needFields).output(output<Need>()),

  /** Changes a need. */
  change: command('placements.write').input(needFields.safeExtend(rowVersion.shape)).output(output<Need>()),

  /** Calls a need off; nobody is looked for any more. */
  close: command('placements.write').input(rowVersion).output(output<Need>()),

  /** Looks for people again. */
  reopen: command('placements.write').input(rowVersion).output(output<Need>()),

  /**
   * At most 30 people who fit a need, the best first (`byFit`): with an agreement in force on its first day (today, where
   * that is past), free at the hours, admitted and ready. A head sees volunteers of the own unit.
   */
  candidates: query('placements.write').input(rowId).output(output<Candidate[]>()),

  /** Why a person is not among the candidates: every reason; none for who is. Tells that a conflict is noted, and not which. */
  whyNot: query('placements.write')
    .input(z.object({ needId: z.int().positive(), volunteerId: z.int().positive() }))
    .output(output<FieldProblem[]>()),
}
