import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, optionalDay, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import {
  contactResults,
  contactWays,
  type MonitoringPurpose,
  type MonitoringState,
  monitoringRegister,
} from './placements.monitoring.register.ts'
import { rhythm } from './placements.monitoring.rules.ts'
import { type PlaceKind, placeKinds } from './placements.register.ts'

const contactShape = {
  doneOn: day,
  /** The member of staff who made it. */
  doneBy: z.int().positive(),
  way: z.enum(contactWays),
  result: z.enum(contactResults),
  /** One sentence. */
  sentence: optionalText(400),
  nextStep: optionalText(300),
  nextStepOn: optionalDay,
}
/** A step to take has a day. */
const contactFields = z.object(contactShape).refine(({ nextStep, nextStepOn }) => !nextStep || nextStepOn, {
  path: ['nextStepOn'],
  error: 'validation.required',
})

/** One entry of the monitoring. What was said is empty for who may not read families, where it is one. */
export interface MonitoringEntry {
  id: number
  placementId: number
  purpose: MonitoringPurpose
  dueOn: Day
  state: MonitoringState
  /** What is to be done: the step that an earlier contact left. */
  task: string
  doneOn: Day | null
  doneBy: number | null
  doneByName: string | null
  way: (typeof contactWays)[number] | null
  result: (typeof contactResults)[number] | null
  sentence: string
  nextStep: string
  nextStepOn: Day | null
  skippedOn: Day | null
  skipReason: string
  version: number
}

/** An entry with the placement to which it belongs. */
export interface MonitoringView extends MonitoringEntry {
  volunteerName: string
  placeKind: PlaceKind
  unitName: string | null
  familyCode: string | null
  coordinatorId: number | null
}

/** A version of the rhythm of units or of families, for placements that become active from a day on. */
const ruleShape = { kind: z.enum(placeKinds), validFrom: day, ...rhythm.shape }
const ruleFields = z.object(ruleShape)
export interface MonitoringRule extends z.output<typeof ruleFields> {
  id: number
  /** How many placements follow it. */
  placements: number
  version: number
}

export const monitoringContract = {
  /** What is to be done and was done in all placements. A head sees those of the own unit. */
  ...listProcedures(monitoringRegister),

  /** One entry. The history keeps that it was opened, where it is of a family. */
  get: query('placements.read').input(rowId).output(output<MonitoringView>()),

  /** All entries of a placement, by their day. */
  ofPlacement: query('placements.read')
    .input(z.object({ placementId: z.int().positive() }))
    .output(output<MonitoringEntry[]>()),

  /**
   * How much waits: overdue, today, and within the next seven days; and how many placements are served by people whose
   * status keeps from all work.
   */
  summary: query('placements.read').output(
    output<{ overdue: number; today: number; coming: number; keptBack: number }>(),
  ),

  /**
   * Notes a contact, and what comes of it: a next step is due on its own day. Refuses a day before the placement became
   * active, after it was over or a consent was taken back, and one that has not come yet.
   */
  note: command('placements.monitor')
    .input(contactFields.safeExtend(rowVersion.shape))
    .output(output<MonitoringEntry>()),

  /** Corrects what was noted. */
  amend: command('placements.monitor')
    .input(contactFields.safeExtend(rowVersion.shape))
    .output(output<MonitoringEntry>()),

  /** Notes a contact for which nothing was due. */
  add: command('placements.monitor')
    .input(contactFields.safeExtend({ placementId: z.int().positive() }))
    .output(output<MonitoringEntry>()),

  /** Leaves an entry out, with a reason. With `andEarlier` all that is open before it in this placement goes too. */
  skip: command('placements.monitor')
    .input(rowVersion.extend({ reason: requiredText(300), andEarlier: z.boolean().default(false) }))
    .output(output<MonitoringEntry>()),

  /** Takes back that an entry was left out. */
  unskip: command('placements.monitor').input(rowVersion).output(output<MonitoringEntry>()),

  /** The versions of the rhythm, the latest first. */
  rules: query('placements.read').output(output<MonitoringRule[]>()),

  /** Adds a version from a day on. Refuses a second one of that kind from the same day. */
  addRule: command('placements.configure').input(ruleFields).output(output<MonitoringRule[]>()),

  /** Changes a version that no placement follows yet. */
  changeRule: command('placements.configure')
    .input(ruleFields.extend(rowVersion.shape))
    .output(output<MonitoringRule[]>()),

  /** Removes a version that no placement follows; refuses the last one of its kind. */
  removeRule: command('placements.configure').input(rowVersion).output(output<MonitoringRule[]>()),
}
