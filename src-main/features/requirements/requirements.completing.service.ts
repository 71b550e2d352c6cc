import type { z } from 'zod'
import type {
  CompletionFields,
  completionFields,
  exemptionFields,
} from '#shared/features/requirements/requirements.contract.ts'
import type { Requirement, RuleWithWords } from '#shared/features/requirements/requirements.rules.contract.ts'
import { validUntil } from '#shared/features/requirements/requirements.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import * as queries from './requirements.queries.ts'
import { getRequirement } from './requirements.reader.ts'
import { listRequirements } from './requirements.rules.queries.ts'
import { settleVolunteers, type Writing } from './requirements.status.service.ts'

/** The rule under which something done on a day counts: the one valid then, or the first there was. */
export function ruleOn({ versions }: Pick<Requirement, 'versions'>, day: Day): RuleWithWords | undefined {
  return versions.find(({ validFrom }) => validFrom <= day) ?? versions.at(-1)
}

/** May it be noted by hand? The rest follows from the record, from agreements, or from the verification. */
export function isNotable({ source }: Pick<RuleWithWords, 'source'>): boolean {
  return source === 'manual' || source === 'document'
}

/** Is it the verification for work with minors? Nobody is exempt from it, and it never ends (art. 21 UOM). */
export function isGate({ versions }: Pick<Requirement, 'versions'>): boolean {
  return versions[0]?.source === 'childProtection'
}

/** What is noted, with the last day on which it is good; refuses beside its field what cannot be. */
function completed(
  requirement: Requirement,
  entered: CompletionFields,
  today: Day,
): Required<Omit<CompletionFields, 'validUntil'>> & { validUntil: Day | null } {
  const { doneOn, untilReason } = entered
  if (doneOn > today) throw fieldRefused('doneOn', 'requirements.errors.future')
  const expected = validUntil(doneOn, ruleOn(requirement, doneOn)?.validityMonths ?? null)
  const until = entered.validUntil === undefined ? expected : entered.validUntil
  if (until !== null && until < doneOn) throw fieldRefused('validUntil', 'requirements.errors.untilBefore')
  if (until !== expected && !untilReason)
    throw fieldRefused('untilReason', 'requirements.errors.untilReasonMissing')
  return { ...entered, validUntil: until, untilReason: until === expected ? '' : untilReason }
}

/** What the history tells of something done: no notes, and not where the paper is. */
function told({ name }: Pick<Requirement, 'name'>, row: { doneOn: Day; validUntil: Day | null }) {
  return { requirement: name, doneOn: row.doneOn, validUntil: row.validUntil }
}

/** What is noted of a requirement as done, and was not taken back. */
async function listDone(db: Db, volunteerId: number, requirementId: number) {
  return (await queries.listCompletions(db, volunteerId)).filter(
    (each) => each.requirementId === requirementId && each.withdrawnAt === null,
  )
}

/** Notes a requirement of a volunteer as done by hand; see `requirementsContract.complete`. */
export async function completeByHand(
  context: Writing,
  {
    volunteerId,
    requirementId,
    ...entered
  }: z.output<typeof completionFields> & { volunteerId: number; requirementId: number },
): Promise<void> {
  const { tx, now, today, user, record } = context
  const requirement = await getRequirement(tx, requirementId)
  const rule = ruleOn(requirement, today)
  if (!rule || !isNotable(rule)) throw ruleBroken('requirements.errors.followsFromRecord')
  const row = completed(requirement, entered, today)
  const known = await listDone(tx, volunteerId, requirementId)
  if (known.some(({ doneOn }) => doneOn === row.doneOn))
    throw fieldRefused('doneOn', 'requirements.errors.alreadyDone')
  await queries.insertCompletion(tx, {
    ...row,
    volunteerId,
    requirementId,
    source: 'manual',
    createdBy: user?.id ?? null,
    createdAt: now,
  })
  await record({
    kind: 'volunteers',
    recordId: volunteerId,
    action: 'requirements:completed',
    after: told(requirement, row),
  })
  await settleVolunteers(context, [volunteerId])
}

async function getCompletion(db: Db, id: number) {
  const completion = await queries.findCompletion(db, id)
  if (!completion) throw notFound('requirements')
  if (completion.withdrawnAt !== null) throw ruleBroken('requirements.errors.withdrawn')
  return completion
}

/** Whose completion it is; refuses `NOT_FOUND`. */
export async function volunteerOfCompletion(db: Db, id: number): Promise<number> {
  return (await getCompletion(db, id)).volunteerId
}

/** Corrects what was noted by hand. */
export async function correctCompletion(
  context: Writing,
  { id, version, ...entered }: CompletionFields & { id: number; version: number },
): Promise<void> {
  const { tx, today, record } = context
  const before = await getCompletion(tx, id)
  if (before.source !== 'manual') throw ruleBroken('requirements.errors.followsFromRecord')
  const requirement = await getRequirement(tx, before.requirementId)
  const row = completed(requirement, entered, today)
  if (!(await queries.updateCompletion(tx, id, version, row))) throw conflict(before)
  await record({
    kind: 'volunteers',
    recordId: before.volunteerId,
    action: 'requirements:completionChanged',
    before: told(requirement, before),
    after: told(requirement, row),
  })
  await settleVolunteers(context, [before.volunteerId])
}

/** Takes back what was noted by hand. */
export async function withdrawByHand(
  context: Writing,
  { id, version, reason }: { id: number; version: number; reason: string },
): Promise<void> {
  const before = await getCompletion(context.tx, id)
  if (before.source !== 'manual') throw ruleBroken('requirements.errors.followsFromRecord')
  if (!(await withdraw(context, { ...before, version }, reason))) throw conflict(before)
  await settleVolunteers(context, [before.volunteerId])
}

type Withdrawn = { id: number; version: number; volunteerId: number; requirementId: number; doneOn: Day }

async function withdraw(context: Writing, completion: Withdrawn, reason: string): Promise<boolean> {
  const { tx, now, user, record } = context
  const by = { userId: user?.id ?? null, at: now, reason }
  if (!(await queries.markWithdrawn(tx, completion.id, completion.version, by))) return false
  const { name } = await getRequirement(tx, completion.requirementId)
  await record({
    kind: 'volunteers',
    recordId: completion.volunteerId,
    action: 'requirements:withdrawn',
    before: { requirement: name, doneOn: completion.doneOn },
  })
  return true
}

/** What a feature notes as done that knows of it. */
export interface NotedCompletion {
  volunteerId: number
  /** The code of the requirement. */
  code: string
  doneOn: Day
  /** The last day on which it is good; null: for good. */
  validUntil: Day | null
  paperPlace?: string
}

/**
 * Notes for another feature that a requirement was done; what it noted of that day before is replaced. A requirement that
 * the centre does not have is passed over.
 */
export async function noteFor(
  context: Writing,
  source: 'childProtection' | 'document' | 'agreement',
  { volunteerId, code, doneOn, validUntil, paperPlace = '' }: NotedCompletion,
): Promise<void> {
  const { tx, now, user, record } = context
  const requirement = (await listRequirements(tx)).find((each) => each.code === code)
  if (!requirement) return
  const known = await listDone(tx, volunteerId, requirement.id)
  const same = known.find((each) => each.source === source && each.doneOn === doneOn)
  const row = { doneOn, validUntil, untilReason: '', paperPlace, note: '' }
  if (same && same.validUntil === validUntil && same.paperPlace === paperPlace) return
  if (same) await queries.updateCompletion(tx, same.id, same.version, row)
  else
    await queries.insertCompletion(tx, {
      ...row,
      volunteerId,
      requirementId: requirement.id,
      source,
      createdBy: user?.id ?? null,
      createdAt: now,
    })
  await record({
    kind: 'volunteers',
    recordId: volunteerId,
    action: 'requirements:completed',
    after: told(requirement, row),
  })
  await settleVolunteers(context, [volunteerId])
}

/** Takes back for another feature all that it noted of a requirement as done. */
export async function withdrawFor(
  context: Writing,
  source: 'childProtection' | 'document' | 'agreement',
  { volunteerId, code }: { volunteerId: number; code: string },
): Promise<void> {
  const requirement = (await listRequirements(context.tx)).find((each) => each.code === code)
  if (!requirement) return
  const known = (await listDone(context.tx, volunteerId, requirement.id)).filter(
    (each) => each.source === source,
  )
  for (const each of known) await withdraw(context, each, '')
  if (known.length > 0) await settleVolunteers(context, [volunteerId])
}

type ExemptionFields = z.output<typeof exemptionFields>

function checkExemption({ fromOn, untilOn }: ExemptionFields): void {
  if (untilOn !== null && untilOn < fromOn) throw fieldRefused('untilOn', 'requirements.errors.untilBefore')
}

/** Exempts a volunteer from a requirement; see `requirementsContract.exempt`. */
export async function grantExemption(
  context: Writing,
  { volunteerId, requirementId, ...fields }: ExemptionFields & { volunteerId: number; requirementId: number },
): Promise<void> {
  const { tx, now, user, record } = context
  const requirement = await getRequirement(tx, requirementId)
  if (isGate(requirement)) throw ruleBroken('requirements.errors.neverExempt')
  checkExemption(fields)
  await queries.insertExemption(tx, {
    ...fields,
    volunteerId,
    requirementId,
    createdBy: user?.id ?? null,
    createdAt: now,
  })
  await record({
    kind: 'volunteers',
    recordId: volunteerId,
    action: 'requirements:exempted',
    after: { requirement: requirement.name, fromOn: fields.fromOn, untilOn: fields.untilOn },
  })
  await settleVolunteers(context, [volunteerId])
}

async function getExemption(db: Db, id: number) {
  const exemption = await queries.findExemption(db, id)
  if (!exemption) throw notFound('requirements')
  return exemption
}

/** Whose exemption it is; refuses `NOT_FOUND`. */
export async function volunteerOfExemption(db: Db, id: number): Promise<number> {
  return (await getExemption(db, id)).volunteerId
}

/** Changes the days and the reason of an exemption. */
export async function changeExemption(
  context: Writing,
  { id, version, ...fields }: ExemptionFields & { id: number; version: number },
): Promise<void> {
  const { tx, record } = context
  const before = await getExemption(tx, id)
  checkExemption(fields)
  if (!(await queries.updateExemption(tx, id, version, fields))) throw conflict(before)
  const { name } = await getRequirement(tx, before.requirementId)
  await record({
    kind: 'volunteers',
    recordId: before.volunteerId,
    action: 'requirements:exemptionChanged',
    before: { requirement: name, fromOn: before.fromOn, untilOn: before.untilOn },
    after: { requirement: name, fromOn: fields.fromOn, untilOn: fields.untilOn },
  })
  await settleVolunteers(context, [before.volunteerId])
}

/** Takes an exemption out that was granted by mistake. */
export async function removeExemption(
  context: Writing,
  { id, version }: { id: number; version: number },
): Promise<void> {
  const { tx, record } = context
  const before = await getExemption(tx, id)
  if (!(await queries.deleteExemption(tx, id, version))) throw conflict(before)
  const { name } = await getRequirement(tx, before.requirementId)
  await record({
    kind: 'volunteers',
    recordId: before.volunteerId,
    action: 'requirements:exemptionRemoved',
    before: { requirement: name, fromOn: before.fromOn, untilOn: before.untilOn },
  })
  await settleVolunteers(context, [before.volunteerId])
}
