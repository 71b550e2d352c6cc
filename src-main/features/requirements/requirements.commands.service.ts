import type { requirementsContract } from '#shared/features/requirements/requirements.contract.ts'
import { waitingReminder, waitsFrom } from '#shared/features/requirements/requirements.reminders.rules.ts'
import { mayUse } from '#shared/permissions.ts'
import { type CommandContext, type User, unitScope } from '../../kit/context.ts'
import { fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import { checklistOf } from './requirements.checklist.service.ts'
import * as completing from './requirements.completing.service.ts'
import * as kindQueries from './requirements.kinds.queries.ts'
import * as queries from './requirements.queries.ts'
import { listRequirements } from './requirements.rules.queries.ts'
import * as standings from './requirements.standings.queries.ts'
import * as statusQueries from './requirements.status.queries.ts'
import { enterMark, settleVolunteers, takeBackMark } from './requirements.status.service.ts'

type Acting = Pick<CommandContext, 'tx' | 'today' | 'user'>

/** The checklist as it is after a command. */
function answer({ tx, today, user }: Acting, volunteerId: number) {
  return checklistOf(tx, volunteerId, { today, seesNotes: seesNotes(user) })
}

/** Is somebody shown notes, reasons and places of papers? */
export function seesNotes(user: User): boolean {
  return mayUse(user.role, 'requirements.complete')
}

/** Refuses who may not see that volunteer. */
async function reach({ tx, user }: Acting, volunteerId: number): Promise<void> {
  await getVolunteer(tx, volunteerId, unitScope(user))
}

/** Does something about a volunteer whom one may see, and answers with the checklist as it is then. */
async function actOn(acting: Acting, volunteerId: number, act: () => Promise<unknown>) {
  await reach(acting, volunteerId)
  await act()
  return answer(acting, volunteerId)
}

type Commands =
  | 'chooseKinds'
  | 'complete'
  | 'changeCompletion'
  | 'withdraw'
  | 'exempt'
  | 'changeExemption'
  | 'removeExemption'
  | 'mark'
  | 'withdrawMark'
  | 'noteReminder'

/** What people do about the requirements and the status of a volunteer. */
export const commandHandlers: Pick<Handlers<typeof requirementsContract>, Commands> = {
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

  complete: (context, input) =>
    actOn(context, input.volunteerId, () => completing.completeByHand(context, input)),

  changeCompletion: async (context, input) => {
    const volunteerId = await completing.volunteerOfCompletion(context.tx, input.id)
    return actOn(context, volunteerId, () => completing.correctCompletion(context, input))
  },

  withdraw: async (context, input) => {
    const volunteerId = await completing.volunteerOfCompletion(context.tx, input.id)
    return actOn(context, volunteerId, () => completing.withdrawByHand(context, input))
  },

  exempt: (context, input) =>
    actOn(context, input.volunteerId, () => completing.grantExemption(context, input)),

  changeExemption: async (context, input) => {
    const volunteerId = await completing.volunteerOfExemption(context.tx, input.id)
    return actOn(context, volunteerId, () => completing.changeExemption(context, input))
  },

  removeExemption: async (context, input) => {
    const volunteerId = await completing.volunteerOfExemption(context.tx, input.id)
    return actOn(context, volunteerId, () => completing.removeExemption(context, input))
  },

  mark: (context, input) => {
    const untilOn = input.mark === 'suspended' ? input.untilOn : null
    return actOn(context, input.volunteerId, () => enterMark(context, { ...input, untilOn }))
  },

  withdrawMark: async (context, input) => {
    const mark = await statusQueries.findMark(context.tx, input.id)
    if (!mark) throw notFound('requirements')
    return actOn(context, mark.volunteerId, () => takeBackMark(context, input))
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
