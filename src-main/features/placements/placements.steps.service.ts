import type { Placement, placementsContract } from '#shared/features/placements/placements.contract.ts'
import {
  lastDayOf,
  mayStep,
  obstaclesToStart,
  type PlacementObstacle,
  type PlacementStep,
} from '#shared/features/placements/placements.rules.ts'
import { type Day, formatDay } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, refusedBecause, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import type { StopWithMinors } from '../../kit/ties.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import { isInStaff } from '../staff/staff.reader.ts'
import { readinessOn } from './placements.gate.service.ts'
import * as monitoring from './placements.monitoring.queries.ts'
import { getPlacement } from './placements.reader.ts'
import { listRules } from './placements.rhythm.queries.ts'
import { layOut, layOutMore, ruleFor } from './placements.rhythm.service.ts'
import * as queries from './placements.steps.queries.ts'

/** Everything that forbids a placement to begin on a day. */
export async function obstaclesOn(
  db: Db,
  placement: Pick<
    Placement,
    | 'agreementId'
    | 'volunteerId'
    | 'activityKindId'
    | 'placeKind'
    | 'isForMinors'
    | 'startsOn'
    | 'endsOn'
    | 'introductions'
  >,
  day: Day,
): Promise<PlacementObstacle[]> {
  const agreement = await getAgreement(db, placement.agreementId)
  const { isAdmitted, missingChecks, notReady } = await readinessOn(db, placement, day)
  return obstaclesToStart({
    ...placement,
    // Without an end of its own it goes to that of the agreement.
    endsOn: placement.endsOn ?? agreement.endsOn,
    introduction: placement.introductions[0] ?? null,
    agreement,
    admission: { isAdmitted, missing: missingChecks },
    hasActivityKind: placement.activityKindId !== null,
    notReady,
  })
}

async function refuseObstacles(tx: Tx, placement: Placement, day: Day): Promise<void> {
  const obstacles = await obstaclesOn(tx, placement, day)
  if (obstacles.length > 0) {
    const because = obstacles.map(({ key, params }) => (params ? { key, params } : { key }))
    throw refusedBecause('placements.errors.notReady', because)
  }
}

/** The placement, if this may be done with it now; refuses what somebody changed meanwhile. */
async function forStep(
  { tx, user }: Pick<CommandContext, 'tx' | 'user'>,
  { id, version }: { id: number; version: number },
  step: PlacementStep,
): Promise<Placement> {
  const placement = await getPlacement(tx, id, unitScope(user))
  if (!mayStep(placement.state, step)) throw ruleBroken(`placements.errors.noStep.${placement.state}`)
  if (placement.version !== version) throw conflict(placement)
  return placement
}

async function take(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  placement: Placement,
  step: queries.StepTaken,
  told: { action: string; after: object },
): Promise<Placement> {
  if (!(await queries.markStep(tx, placement.id, placement.version, step))) throw conflict(placement)
  await record({ kind: 'placements', recordId: placement.id, ...told })
  return getPlacement(tx, placement.id)
}

/** Refuses a day to come, and one before another, beside its field. */
function refuseDay(field: string, day: Day, { today, from }: { today: Day; from: Day | null }): void {
  if (day > today) throw fieldRefused(field, 'placements.errors.future')
  if (from !== null && day < from)
    throw fieldRefused(field, 'placements.errors.before', { day: formatDay(from) })
}

/** What is open after the last day falls away. */
async function close(tx: Tx, id: number, lastDay: Day): Promise<void> {
  await monitoring.deleteOpenAfter(tx, id, lastDay, 'everything')
}

/**
 * Ends what is over by its own last day or with its agreement, and lays out more of the monitoring, when a day begins. A
 * contact that was due before the end stays open, so that it can be noted or left out with a reason.
 */
export async function settlePlacements(tx: Tx, today: Day, now: string): Promise<void> {
  for (const { id, version, agreementStatus, ...period } of await queries.listOver(tx, today)) {
    const lastDay = lastDayOf(period, { endsOn: period.agreementEndsOn }) ?? today
    const isOwnEnd = period.endsOn !== null && period.endsOn === lastDay && agreementStatus === 'signed'
    await queries.markStep(tx, id, version, {
      state: 'ended',
      endedOn: lastDay < today ? lastDay : today,
      endReason: isOwnEnd ? 'periodOver' : 'agreementEnded',
    })
    await close(tx, id, lastDay < today ? lastDay : today)
  }
  await layOutMore(tx, today, now)
}

/** Begins a placement on a day, inside the caller's transaction; refuses as `placements.start` does. */
export async function startPlacement(
  context: Pick<CommandContext, 'tx' | 'today' | 'now' | 'record' | 'user'>,
  { id, version, on }: { id: number; version: number; on: Day },
): Promise<Placement> {
  const { tx, today, now } = context
  const placement = await forStep(context, { id, version }, 'start')
  refuseDay('on', on, { today, from: placement.startsOn })
  const lastDay = lastDayOf(placement, { endsOn: placement.agreementEndsOn })
  if (lastDay !== null && on > lastDay)
    throw fieldRefused('on', 'placements.errors.after', { day: formatDay(lastDay) })
  const [met] = placement.introductions
  if (met && placement.placeKind === 'family') refuseDay('on', on, { today, from: met.introducedOn })
  await refuseObstacles(tx, placement, on)
  const rules = await listRules(tx)
  const ruleId = ruleFor(rules, placement.placeKind, on)?.id ?? null
  const started = await take(
    context,
    placement,
    { state: 'active', activeOn: on, ruleId },
    { action: 'placementStarted', after: { activeOn: on } },
  )
  await layOut(tx, { ...started, ruleId, dueUntil: null }, { rules, today, now })
  return started
}

/** Suspends the placements of a volunteer where there are minors, from today; what was due after it falls away. */
export const suspendWithMinors: StopWithMinors = async (context, volunteerId) => {
  const { tx, today } = context
  for (const id of await queries.listActiveIdsOf(tx, volunteerId)) {
    const placement = await getPlacement(tx, id)
    if (!placement.isForMinors) continue
    await close(tx, id, today)
    await take(
      context,
      placement,
      { state: 'suspended', suspendedOn: today },
      { action: 'placementStoppedByGate', after: { suspendedOn: today } },
    )
  }
}

export const placementsStepsHandlers: Pick<
  Handlers<typeof placementsContract>,
  'introduce' | 'start' | 'suspend' | 'resume' | 'withdraw' | 'end'
> = {
  introduce: async (context, { id, version, ...introduction }) => {
    const { tx, today } = context
    const placement = await forStep(context, { id, version }, 'introduce')
    const { introducedOn, placeConsentOn, volunteerConsentOn, workerId } = introduction
    refuseDay('introducedOn', introducedOn, { today, from: null })
    for (const [field, day] of Object.entries({ placeConsentOn, volunteerConsentOn }))
      if (day !== null) refuseDay(field, day, { today, from: null })
    // A consent that was taken back is not given again by the paper of before.
    const withdrawnOn = placement.introductions[0]?.withdrawnOn ?? null
    if (withdrawnOn !== null) refuseDay('introducedOn', introducedOn, { today, from: withdrawnOn })
    if (placement.placeKind === 'family' && workerId === null)
      throw fieldRefused('workerId', 'validation.required')
    if (workerId !== null && !(await isInStaff(tx, workerId)))
      throw fieldRefused('workerId', 'validation.notFound')
    await queries.insertIntroduction(tx, id, introduction)
    return take(
      context,
      placement,
      { state: placement.state === 'planned' ? 'introduced' : placement.state, withdrawnOn: null },
      { action: 'placementIntroduced', after: { introducedOn, placeConsentOn, volunteerConsentOn } },
    )
  },

  start: startPlacement,

  suspend: async (context, { id, version, on, reason }) => {
    const placement = await forStep(context, { id, version }, 'suspend')
    refuseDay('on', on, { today: context.today, from: placement.activeOn })
    await close(context.tx, id, on)
    return take(
      context,
      placement,
      { state: 'suspended', suspendedOn: on, suspendReason: reason },
      { action: 'placementSuspended', after: { suspendedOn: on } },
    )
  },

  resume: async (context, { id, version, on }) => {
    const { tx, today, now } = context
    const placement = await forStep(context, { id, version }, 'resume')
    refuseDay('on', on, { today, from: placement.suspendedOn })
    await refuseObstacles(tx, placement, on)
    const rules = await listRules(tx)
    const ruleId = ruleFor(rules, placement.placeKind, placement.activeOn ?? on)?.id ?? null
    const resumed = await take(
      context,
      placement,
      { state: 'active', activeOn: on, ruleId, suspendedOn: null, suspendReason: '' },
      { action: 'placementResumed', after: { activeOn: on } },
    )
    await layOut(tx, { ...resumed, ruleId, dueUntil: null }, { rules, today, now })
    return resumed
  },

  withdraw: async (context, { id, version, on, by, effect }) => {
    const { tx, today } = context
    const placement = await forStep(context, { id, version }, 'withdraw')
    const [last] = placement.introductions
    if (!last) throw ruleBroken('placements.errors.noConsent')
    refuseDay('on', on, { today, from: last.introducedOn })
    await queries.markWithdrawn(tx, last.id, { on, by })
    await close(tx, id, on)
    await monitoring.skipOpen(tx, id, { on, reason: '' })
    const isOver = effect === 'ends'
    return take(
      context,
      placement,
      {
        withdrawnOn: on,
        ...(isOver
          ? { state: 'ended', endedOn: on, endReason: 'consentWithdrawn' }
          : { state: 'suspended', suspendedOn: on }),
      },
      { action: 'consentWithdrawn', after: { withdrawnOn: on } },
    )
  },

  end: async (context, { id, version, on, reason, note }) => {
    const { tx, today } = context
    const placement = await forStep(context, { id, version }, 'end')
    const from = placement.activeOn
    refuseDay('on', on, { today, from })
    await close(tx, id, on)
    return take(
      context,
      placement,
      { state: 'ended', endedOn: on, endReason: reason, endNote: note },
      { action: 'placementEnded', after: { endedOn: on, endReason: reason } },
    )
  },
}
