import { whyNotMarked } from '#shared/features/requirements/requirements.marks.rules.ts'
import type { Mark } from '#shared/features/requirements/requirements.model.rules.ts'
import { statusCourse } from '#shared/features/requirements/requirements.status.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { PublicCommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import { type ChangedStatus, knownOf, settleAll } from './requirements.settling.service.ts'
import * as statusQueries from './requirements.status.queries.ts'

/** What a command writes with; without a user the program does it by itself. */
export type Writing = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'> & {
  user?: { id: number } | null
}

/** Works out the statuses of volunteers inside the caller's transaction, with the history of those that changed. */
export async function settleVolunteers(context: Writing, volunteerIds: number[]): Promise<void> {
  const { tx, now, today, user } = context
  const changed = await settleAll({ tx, now, today, userId: user?.id ?? null }, volunteerIds)
  for (const each of changed) await recordChange(context, each)
}

async function recordChange({ record }: Writing, { volunteerId, before, after }: ChangedStatus) {
  await record({
    kind: 'volunteers',
    recordId: volunteerId,
    action: 'requirements:statusChanged',
    before: { status: before },
    after: { status: after.status, statusSince: after.since },
  })
}

/** What is decided about a status. */
export interface Decision {
  volunteerId: number
  mark: Mark
  onDay: Day
  untilOn: Day | null
  reason: string
}

/** Enters a decision about a status; refuses what `whyNotMarked` says, beside its field. */
export async function enterMark(context: Writing, decision: Decision): Promise<void> {
  const { tx, today } = context
  const known = await knownOf(tx, decision.volunteerId)
  if (!known) throw notFound('volunteers')
  const { book, facts } = known
  const { current } = statusCourse(book, facts, today)
  const problem = whyNotMarked(decision, { current, facts, today })
  if (problem)
    throw problem.field === 'mark' ? ruleBroken(problem.key) : fieldRefused(problem.field, problem.key)
  await writeMark(context, decision)
}

/** Enters a decision that nothing may stand in the way of. */
export async function writeMark(context: Writing, decision: Decision): Promise<void> {
  const { tx, now, user, record } = context
  await statusQueries.insertMark(tx, { ...decision, createdBy: user?.id ?? null, createdAt: now })
  await record({
    kind: 'volunteers',
    recordId: decision.volunteerId,
    action: `requirements:${decision.mark}`,
    after: { onDay: decision.onDay, untilOn: decision.untilOn },
  })
  await settleVolunteers(context, [decision.volunteerId])
}

/** Takes back the last decision about a status; refuses an earlier one. */
export async function takeBackMark(
  context: Writing,
  { id, version }: { id: number; version: number },
): Promise<void> {
  const { tx, now, record } = context
  const mark = await statusQueries.findMark(tx, id)
  if (!mark) throw notFound('requirements')
  const { volunteerId } = mark
  const last = (await statusQueries.listMarks(tx, volunteerId)).at(-1)
  if (last?.id !== id) throw ruleBroken('requirements.errors.notLastMark')
  if (!(await statusQueries.withdrawMark(tx, id, version, now))) throw conflict(mark)
  await record({
    kind: 'volunteers',
    recordId: volunteerId,
    action: 'requirements:markWithdrawn',
    before: { onDay: mark.onDay },
  })
  await settleVolunteers(context, [volunteerId])
}
