import type { requirementsContract } from '#shared/features/requirements/requirements.contract.ts'
import type { Standing, Status } from '#shared/features/requirements/requirements.model.ts'
import { waitingReminder, waitsFrom } from '#shared/features/requirements/requirements.reminders.rules.ts'
import {
  itemOf,
  nearestOption,
  type Option,
  optionsOf,
  rulesFor,
  unmetBefore,
  workBeganOn,
} from '#shared/features/requirements/requirements.rules.ts'
import { statusCourse } from '#shared/features/requirements/requirements.status.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { mayUse } from '#shared/permissions.ts'
import type { Db, Tx } from '../../database/database.ts'
import { type CommandContext, type User, unitScope } from '../../kit/context.ts'
import { fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import { checklistOf } from './requirements.checklist.service.ts'
import * as completing from './requirements.completing.service.ts'
import * as kindQueries from './requirements.kinds.queries.ts'
import { requirementsList } from './requirements.list.queries.ts'
import * as queries from './requirements.queries.ts'
import { listRequirements } from './requirements.rules.queries.ts'
import { kindsHandlers, rulesHandlers } from './requirements.rules.service.ts'
import { knownOf, settleDue } from './requirements.settling.service.ts'
import { installRequirements } from './requirements.shipped.service.ts'
import * as standings from './requirements.standings.queries.ts'
import {
  enterMark,
  settleVolunteers,
  takeBackMark,
  type Writing,
  writeMark,
} from './requirements.status.service.ts'

/** Something that is asked of a volunteer and is not done. */
export interface MissingRequirement {
  code: string
  name: string
  standing: Standing
  blocks: 'agreement' | 'status' | 'placement'
}

/** Where a volunteer stands, and what is missing for each kind of activity that was chosen. */
export interface VolunteerStanding {
  status: Status
  since: Day
  kinds: { activityKindId: number; name: string; missing: MissingRequirement[] }[]
}

async function namesOf(db: Db) {
  return new Map((await listRequirements(db)).map(({ id, code, name }) => [id, { code, name }]))
}

function missingOf(
  { items }: Option,
  names: Awaited<ReturnType<typeof namesOf>>,
  step: 'agreement' | 'status' | 'placement',
): MissingRequirement[] {
  return unmetBefore(step, items).map(({ rule, standing }) => ({
    code: names.get(rule.requirementId)?.code ?? '',
    name: names.get(rule.requirementId)?.name ?? '',
    standing,
    blocks: rule.blocks,
  }))
}

/** Where a volunteer stands on a day. Refuses `NOT_FOUND`. */
export async function standingOf(db: Db, volunteerId: number, day: Day): Promise<VolunteerStanding> {
  const known = await knownOf(db, volunteerId)
  if (!known) throw notFound('volunteers')
  const { book, facts } = known
  const { status, since } = statusCourse(book, facts, day).current
  const names = await namesOf(db)
  const kinds = await kindQueries.listKinds(db)
  return {
    status,
    since,
    kinds: optionsOf(book, facts, day).flatMap((option) => {
      if (!option.kind) return []
      const { id } = option.kind
      const name = kinds.find((kind) => kind.id === id)?.name ?? ''
      return [{ activityKindId: id, name, missing: missingOf(option, names, 'placement') }]
    }),
  }
}

/** Missing things in one sentence; undefined where there are none. */
function missingProblem(key: string, missing: readonly MissingRequirement[]): FieldProblem[] {
  return missing.length === 0
    ? []
    : [{ key, params: { names: missing.map(({ name }) => name).join(', '), count: missing.length } }]
}

/**
 * Why a volunteer may not be sent to work of a kind of activity on a day, as text keys; nothing where nothing is in the way.
 * The kind need not be among those that the volunteer chose: it is then looked at as if it were chosen that day.
 */
export async function whyNotReady(
  db: Db,
  volunteerId: number,
  activityKindId: number,
  day: Day,
): Promise<FieldProblem[]> {
  const known = await knownOf(db, volunteerId)
  if (!known) throw notFound('volunteers')
  const { book, facts } = known
  const kind = book.kinds.find(({ id }) => id === activityKindId)
  if (!kind) throw notFound('requirements')
  const chosen = optionsOf(book, facts, day).find((option) => option.kind?.id === activityKindId)
  const began = workBeganOn(facts, day) === null ? null : day
  const option = chosen ?? {
    kind,
    items: rulesFor(book, kind, facts, began, day).map((rule) => itemOf(rule, facts, day)),
  }
  const { status } = statusCourse(book, facts, day).current
  return [
    ...(status === 'suspended' || status === 'ended' || status === 'rejected'
      ? [{ key: `requirements.notReady.${status}` }]
      : []),
    ...missingProblem('requirements.notReady.missing', missingOf(option, await namesOf(db), 'placement')),
  ]
}

/**
 * Why an agreement may not be concluded with a volunteer on a day, as text keys: who was rejected has to be taken up again,
 * and what has to be done before the agreement has to be done for at least one of the chosen kinds of activity.
 */
export async function whyNoAgreement(db: Db, volunteerId: number, day: Day): Promise<FieldProblem[]> {
  const known = await knownOf(db, volunteerId)
  if (!known) return []
  const { book, facts } = known
  if (statusCourse(book, facts, day).current.status === 'rejected')
    return [{ key: 'requirements.notReady.rejected' }]
  const nearest = nearestOption(optionsOf(book, facts, day), 'agreement')
  const missing = nearest ? missingOf(nearest, await namesOf(db), 'agreement') : []
  return missingProblem('requirements.notReady.missingForAgreement', missing)
}

/** Works out the status of a volunteer anew, inside the caller's transaction, after something it follows from changed. */
export function settleStatus(context: Writing, volunteerId: number): Promise<void> {
  return settleVolunteers(context, [volunteerId])
}

/**
 * Works out the statuses of all volunteers of whom something was noted as changed (`markStatusDoubtful`), at once, as an
 * import needs it. Each change stands in the course of the status; the history has the import.
 */
export async function settleDueStatuses({ tx, today, now, user }: Omit<Writing, 'record'>): Promise<void> {
  await settleDue({ tx, today, now, userId: user?.id ?? null })
}

/**
 * Notes that a requirement was done which another feature knows of (the verification for work with minors), inside its
 * transaction, and works out the status. A requirement that the centre does not have is passed over.
 */
export function noteCompletion(context: Writing, completion: completing.NotedCompletion): Promise<void> {
  return completing.noteFor(context, sourceOf(completion.code), completion)
}

/** Takes back what `noteCompletion` noted of a requirement, and works out the status. */
export function withdrawCompletion(
  context: Writing,
  completion: { volunteerId: number; code: string },
): Promise<void> {
  return completing.withdrawFor(context, sourceOf(completion.code), completion)
}

function sourceOf(code: string) {
  return code === 'childProtection' ? 'childProtection' : code === 'agreement' ? 'agreement' : 'document'
}

/** Rejects a volunteer whatever the status is. The reason is shown to all who complete requirements: it tells no details. */
export function rejectVolunteer(
  context: Writing,
  { volunteerId, onDay, reason }: { volunteerId: number; onDay: Day; reason: string },
): Promise<void> {
  return writeMark(context, { volunteerId, mark: 'rejected', onDay, untilOn: null, reason })
}

/** Installs the shipped requirements where there are none, and brings the statuses up to date with the day. */
export async function beginRequirements(tx: Tx, today: Day, at: string): Promise<void> {
  await installRequirements(tx, today, at)
  await settleDue({ tx, today, now: at, userId: null })
}

type Acting = Pick<CommandContext, 'tx' | 'today' | 'user'>

/** The checklist as it is after a command. */
function answer({ tx, today, user }: Acting, volunteerId: number) {
  return checklistOf(tx, volunteerId, { today, seesNotes: seesNotes(user) })
}

function seesNotes(user: User): boolean {
  return mayUse(user.role, 'requirements.complete')
}

/** Refuses who may not see that volunteer. */
async function reach({ tx, user }: Acting, volunteerId: number): Promise<void> {
  await getVolunteer(tx, volunteerId, unitScope(user))
}

export const requirementsHandlers: Handlers<typeof requirementsContract> = {
  ...listHandlers(requirementsList),

  kinds: kindsHandlers,
  rules: rulesHandlers,

  of: async ({ db, today, user }, { volunteerId }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    return checklistOf(db, volunteerId, { today, seesNotes: seesNotes(user) })
  },

  chooseKinds: async (context, { volunteerId, kindIds }) => {
    const { tx, today, record } = context
    await reach(context, volunteerId)
    const before = await queries.listChosenKinds(tx, volunteerId)
    const all = new Map((await kindQueries.listKinds(tx)).map((kind) => [kind.id, kind]))
    const wanted = [...new Set(kindIds)]
    for (const id of wanted) {
      const kind = all.get(id)
      if (!kind) throw fieldRefused('kindIds', 'validation.notFound')
      const isKept = before.some((each) => each.id === id)
      if (!isKept && !kind.isActive) throw ruleBroken('requirements.errors.kindClosed')
    }
    for (const { id } of before) if (!wanted.includes(id)) await queries.deleteChosenKind(tx, volunteerId, id)
    for (const kindId of wanted)
      if (!before.some(({ id }) => id === kindId))
        await queries.insertChosenKind(tx, { volunteerId, kindId, chosenOn: today })
    await record({
      kind: 'volunteers',
      recordId: volunteerId,
      action: 'requirements:kindsChosen',
      before: { activityKinds: before.map(({ name }) => name) },
      after: { activityKinds: wanted.map((id) => all.get(id)?.name ?? '') },
    })
    await settleVolunteers(context, [volunteerId])
    return answer(context, volunteerId)
  },

  complete: async (context, input) => {
    await reach(context, input.volunteerId)
    await completing.completeByHand(context, input)
    return answer(context, input.volunteerId)
  },

  changeCompletion: async (context, input) => {
    const volunteerId = await completing.volunteerOfCompletion(context.tx, input.id)
    await reach(context, volunteerId)
    await completing.correctCompletion(context, input)
    return answer(context, volunteerId)
  },

  withdraw: async (context, input) => {
    const volunteerId = await completing.volunteerOfCompletion(context.tx, input.id)
    await reach(context, volunteerId)
    await completing.withdrawByHand(context, input)
    return answer(context, volunteerId)
  },

  exempt: async (context, input) => {
    await reach(context, input.volunteerId)
    await completing.grantExemption(context, input)
    return answer(context, input.volunteerId)
  },

  changeExemption: async (context, input) => {
    const volunteerId = await completing.volunteerOfExemption(context.tx, input.id)
    await reach(context, volunteerId)
    await completing.changeExemption(context, input)
    return answer(context, volunteerId)
  },

  removeExemption: async (context, input) => {
    const volunteerId = await completing.volunteerOfExemption(context.tx, input.id)
    await reach(context, volunteerId)
    await completing.removeExemption(context, input)
    return answer(context, volunteerId)
  },

  mark: async (context, input) => {
    await reach(context, input.volunteerId)
    await enterMark(context, { ...input, untilOn: input.mark === 'suspended' ? input.untilOn : null })
    return answer(context, input.volunteerId)
  },

  withdrawMark: async (context, input) => {
    const mark = await queries.findMark(context.tx, input.id)
    if (!mark) throw notFound('requirements')
    await reach(context, mark.volunteerId)
    await takeBackMark(context, input)
    return answer(context, mark.volunteerId)
  },

  noteReminder: async (context, { id }) => {
    const { tx, today, now, user, record } = context
    const line = await standings.findStanding(tx, id)
    if (!line) throw notFound('requirements')
    const { volunteerId, requirementId, dueOn } = line
    await reach(context, volunteerId)
    if (dueOn === null) return false
    const requirement = (await listRequirements(tx)).find((each) => each.id === requirementId)
    const days = requirement ? (completing.ruleOn(requirement, today)?.reminderDays ?? []) : []
    const noted = (await standings.listReminders(tx, [volunteerId]))
      .filter((each) => each.requirementId === requirementId && each.dueOn === dueOn)
      .map(({ daysBefore }) => daysBefore)
    const daysBefore = waitingReminder(dueOn, days, noted, today)
    if (daysBefore === undefined) return false
    await standings.insertReminder(tx, {
      volunteerId,
      requirementId,
      dueOn,
      daysBefore,
      createdBy: user.id,
      createdAt: now,
    })
    const remindOn = waitsFrom(dueOn, days, [...noted, daysBefore])
    await standings.updateStanding(tx, id, { ...line, remindOn })
    await record({
      kind: 'volunteers',
      recordId: volunteerId,
      action: 'requirements:reminded',
      after: { requirement: requirement?.name, dueOn },
    })
    return true
  },
}
