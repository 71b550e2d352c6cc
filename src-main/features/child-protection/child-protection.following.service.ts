import { admissionOn, isClosedOn } from '#shared/features/child-protection/child-protection.rules.ts'
import type { volunteersContract } from '#shared/features/volunteers/volunteers.contract.ts'
import { birthDayOf } from '#shared/features/volunteers/volunteers.rules.ts'
import { pl } from '#shared/texts.ts'
import type { CommandContext } from '../../kit/context.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { wordOf } from '../../kit/register/cells.ts'
import { mergingHandlers } from '../../kit/register/merging-handlers.ts'
import {
  noteCompletion,
  rejectVolunteer,
  settleStatus,
  standingOf,
  withdrawCompletion,
} from '../requirements/requirements.service.ts'
import { volunteersMerged } from '../volunteers/volunteers.merging.service.ts'
import { findVolunteer } from '../volunteers/volunteers.service.ts'
import * as queries from './child-protection.queries.ts'

/** The requirement of volunteers that this gate completes. */
const code = 'childProtection'

/**
 * Lets the requirements follow the gate: it completes theirs, or takes that back. Where it is closed, work with minors stops
 * (UOM art. 21(1)). Who is listed is rejected, for a reason that says nothing of it; to be taken up again, and to go on with
 * that work, is a decision of people, after a new check too.
 */
export async function followGate(
  context: Pick<CommandContext, 'tx' | 'record' | 'now' | 'today' | 'services'> & { user: { id: number } },
  volunteerId: number,
): Promise<void> {
  const { tx, today } = context
  const volunteer = await findVolunteer(tx, volunteerId)
  if (!volunteer) return
  const person = { birthOn: birthDayOf(volunteer) }
  const checks = await queries.listChecksOf(tx, [volunteerId])
  const { isAdmitted, since } = admissionOn(checks, today, person)
  if (isAdmitted && since)
    await noteCompletion(context, { volunteerId, code, doneOn: since, validUntil: null })
  else {
    await withdrawCompletion(context, { volunteerId, code })
    await context.services.stopWithMinors(context, volunteerId)
  }
  if (!isClosedOn(checks, today, person)) return
  if ((await standingOf(tx, volunteerId, today)).status === 'rejected') return
  const reason = wordOf(pl, 'childProtection.neutralReason')
  await rejectVolunteer(context, { volunteerId, onDay: today, reason })
}

/** A merge of two volunteers, after which gate and status follow from what was checked and done of both. */
export const volunteersMergingHandlers: Pick<Handlers<typeof volunteersContract>, 'merging'> = {
  merging: mergingHandlers({
    ...volunteersMerged,
    settle: async (context, id) => {
      await volunteersMerged.settle?.(context, id)
      await followGate(context, id)
      await settleStatus(context, id)
    },
  }),
}
