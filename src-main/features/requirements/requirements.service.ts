import type { requirementsContract } from '#shared/features/requirements/requirements.contract.ts'
import type { ActivityKind } from '#shared/features/requirements/requirements.kinds.contract.ts'
import {
  type Facts,
  type KindTraits,
  type RuleBook,
  type Standing,
  type Status,
  statusesKeepingBack,
} from '#shared/features/requirements/requirements.model.rules.ts'
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
import type { Db, Tx } from '../../database/database.ts'
import { unitScope } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import { checklistOf } from './requirements.checklist.service.ts'
import { commandHandlers, seesNotes } from './requirements.commands.service.ts'
import * as completing from './requirements.completing.service.ts'
import * as kindQueries from './requirements.kinds.queries.ts'
import { requirementsList } from './requirements.list.queries.ts'
import { isRequirementDoneBy, listRequirements } from './requirements.rules.queries.ts'
import { kindsHandlers, rulesHandlers } from './requirements.rules.service.ts'
import { knownOf, knownOfAll, settleDue } from './requirements.settling.service.ts'
import { installRequirements } from './requirements.shipped.service.ts'
import { settleVolunteers, type Writing, writeMark } from './requirements.status.service.ts'

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

/** Missing things in one sentence; no problem where nothing is missing. */
function missingProblem(key: string, missing: readonly MissingRequirement[]): FieldProblem[] {
  return missing.length === 0
    ? []
    : [{ key, params: { names: missing.map(({ name }) => name).join(', '), count: missing.length } }]
}

function kindOf({ kinds }: RuleBook, activityKindId: number): KindTraits {
  const kind = kinds.find(({ id }) => id === activityKindId)
  if (!kind) throw notFound('requirements')
  return kind
}

/** What is asked for a kind of activity, as if it were chosen that day where it was not chosen. */
function optionFor(book: RuleBook, facts: Facts, kind: KindTraits, day: Day): Option {
  const chosen = optionsOf(book, facts, day).find((option) => option.kind?.id === kind.id)
  if (chosen) return chosen
  const began = workBeganOn(facts, day) === null ? null : day
  return { kind, items: rulesFor(book, kind, facts, began, day).map((rule) => itemOf(rule, facts, day)) }
}

/** The status that keeps somebody from all work on a day; undefined where none does. */
function keptBackBy(book: RuleBook, facts: Facts, day: Day): Status | undefined {
  const { status } = statusCourse(book, facts, day).current
  return statusesKeepingBack.find((each) => each === status)
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
  const option = optionFor(book, facts, kindOf(book, activityKindId), day)
  const status = keptBackBy(book, facts, day)
  return [
    ...(status ? [{ key: `requirements.notReady.${status}` }] : []),
    ...missingProblem('requirements.notReady.missing', missingOf(option, await namesOf(db), 'placement')),
  ]
}

/** Who of these volunteers may be sent to work of a kind of activity on a day: those of whom `whyNotReady` tells nothing. */
export async function listReady(
  db: Db,
  volunteerIds: number[],
  activityKindId: number,
  day: Day,
): Promise<number[]> {
  const { book, known } = await knownOfAll(db, volunteerIds)
  const kind = kindOf(book, activityKindId)
  // The course of a status takes longest, and is asked of those alone who lack nothing.
  return [...known].flatMap(([volunteerId, { facts }]) => {
    const isComplete = unmetBefore('placement', optionFor(book, facts, kind, day).items).length === 0
    return isComplete && !keptBackBy(book, facts, day) ? [volunteerId] : []
  })
}

/**
 * Why agreements may not be concluded with volunteers on a day, as text keys by volunteer: who was rejected has to be taken
 * up again, and what has to be done before the agreement has to be done for its kind of activity, or without one for at
 * least one of the kinds that were chosen. What a placement or the status waits for besides is no affair of the agreement:
 * the agreement itself is among it.
 */
export async function whyNoAgreements(
  db: Db,
  volunteerIds: number[],
  activityKindId: number | null,
  day: Day,
): Promise<Map<number, FieldProblem[]>> {
  const { book, known } = await knownOfAll(db, volunteerIds)
  const names = await namesOf(db)
  const kind = activityKindId === null ? null : kindOf(book, activityKindId)
  const problemsOf = (facts: Facts): FieldProblem[] => {
    if (statusCourse(book, facts, day).current.status === 'rejected')
      return [{ key: 'requirements.notReady.rejected' }]
    const asked = kind
      ? optionFor(book, facts, kind, day)
      : nearestOption(optionsOf(book, facts, day), 'agreement')
    const missing = asked ? missingOf(asked, names, 'agreement') : []
    return missingProblem('requirements.notReady.missingForAgreement', missing)
  }
  return new Map([...known].map(([volunteerId, { facts }]) => [volunteerId, problemsOf(facts)]))
}

/** The same of one volunteer. */
export async function whyNoAgreement(
  db: Db,
  { volunteerId, activityKindId }: { volunteerId: number; activityKindId: number | null },
  day: Day,
): Promise<FieldProblem[]> {
  return (await whyNoAgreements(db, [volunteerId], activityKindId, day)).get(volunteerId) ?? []
}

/**
 * What a volunteer lacks before work of a kind of activity besides what an agreement waits for: the agreement may be
 * concluded, and the work has to wait. The agreement itself, which is asked for too, is not named.
 */
export async function whatWorkWaitsFor(
  db: Db,
  { volunteerId, activityKindId }: { volunteerId: number; activityKindId: number | null },
  day: Day,
): Promise<FieldProblem[]> {
  const known = await knownOf(db, volunteerId)
  if (activityKindId === null || !known) return []
  const { kind, items } = optionFor(known.book, known.facts, kindOf(known.book, activityKindId), day)
  const later = items.filter(({ rule }) => rule.blocks !== 'agreement' && rule.source !== 'agreement')
  const missing = missingOf({ kind, items: later }, await namesOf(db), 'placement')
  return missingProblem('requirements.notReady.missingBeforeWork', missing)
}

/** All kinds of activity in Polish order, closed ones included. */
export function listKinds(db: Db): Promise<ActivityKind[]> {
  return kindQueries.listKinds(db)
}

/** What others ask of a kind of activity: does it bring contact with minors, may it be chosen? Undefined where there is none. */
export const { findKind } = kindQueries

/** Works out the status of a volunteer anew, inside the caller's transaction, after something it follows from changed. */
export function settleStatus(context: Writing, volunteerId: number): Promise<void> {
  return settleVolunteers(context, [volunteerId])
}

/**
 * Works out the status of a volunteer anew after a document of a kind was issued or cancelled, inside its transaction, where
 * a rule says that its issue does a requirement. Any other document changes no status, and costs no time.
 */
export async function settleAfterDocument(
  context: Writing,
  { kind, volunteerId }: { kind: string; volunteerId: number | null },
): Promise<void> {
  if (volunteerId === null || !(await isRequirementDoneBy(context.tx, kind))) return
  await settleVolunteers(context, [volunteerId])
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

export const requirementsHandlers: Handlers<typeof requirementsContract> = {
  ...listHandlers(requirementsList),

  kinds: kindsHandlers,
  rules: rulesHandlers,

  of: async ({ db, today, user }, { volunteerId }) => {
    await getVolunteer(db, volunteerId, unitScope(user))
    return checklistOf(db, volunteerId, { today, seesNotes: seesNotes(user) })
  },

  ...commandHandlers,
}
