import type { Introduction, Placement } from '#shared/features/placements/placements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** What a step makes of a placement; what is not named stays. */
export interface StepTaken {
  state: Placement['state']
  ruleId?: number | null
  activeOn?: Day | null
  dueUntil?: Day | null
  suspendedOn?: Day | null
  suspendReason?: string
  withdrawnOn?: Day | null
  endedOn?: Day | null
  endReason?: Placement['endReason']
  endNote?: string
}

/** @returns false where the row is no longer at that version */
export function markStep(tx: Tx, id: number, version: number, step: StepTaken): Promise<boolean> {
  return updateVersioned(tx, 'placements', id, version, {
    status: step.state,
    rule_id: step.ruleId,
    active_on: step.activeOn,
    due_until: step.dueUntil,
    suspended_on: step.suspendedOn,
    suspend_reason: step.suspendReason,
    withdrawn_on: step.withdrawnOn,
    ended_on: step.endedOn,
    end_reason: step.endReason,
    end_note: step.endNote,
  })
}

/** Writes a meeting. */
export async function insertIntroduction(
  tx: Tx,
  placementId: number,
  introduction: Omit<Introduction, 'id' | 'workerName' | 'withdrawnOn' | 'withdrawnBy'>,
): Promise<void> {
  await tx
    .insertInto('introductions')
    .values({
      placement_id: placementId,
      introduced_on: introduction.introducedOn,
      worker_id: introduction.workerId,
      participants: introduction.participants,
      place_consent_on: introduction.placeConsentOn,
      place_consent_form: introduction.placeConsentForm,
      volunteer_consent_on: introduction.volunteerConsentOn,
    })
    .execute()
}

/** Notes on a meeting that a consent given at it was taken back. */
export async function markWithdrawn(
  tx: Tx,
  introductionId: number,
  { on, by }: { on: Day; by: string },
): Promise<void> {
  await tx
    .updateTable('introductions')
    .set({ withdrawn_on: on, withdrawn_by: by })
    .where('id', '=', introductionId)
    .execute()
}

/** The placements of a volunteer that are served. */
export async function listActiveIdsOf(db: Db, volunteerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('placements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The placements that began and are over by their own last day or by their agreement's, and do not say so yet. */
export function listOver(db: Db, today: Day) {
  return db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .select([
      'placements.id',
      'placements.version',
      'placements.ends_on as endsOn',
      'agreements.ends_on as agreementEndsOn',
      'agreements.status as agreementStatus',
    ])
    .where('placements.status', 'in', ['planned', 'introduced', 'active', 'suspended'])
    .where((eb) =>
      eb.or([
        eb('placements.ends_on', '<', today),
        eb('agreements.ends_on', '<', today),
        eb('agreements.status', '<>', 'signed'),
      ]),
    )
    .execute()
}
