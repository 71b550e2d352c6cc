import { countOfGaps } from '#shared/features/child-protection/child-protection.rules.ts'
import type { ReadinessFacts } from '#shared/features/placements/placements.matching.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { admissionOf, admissionsOf } from '../child-protection/child-protection.service.ts'
import { listReady, whyNotReady } from '../requirements/requirements.service.ts'

/**
 * Is a person admitted to work with minors on a day (UOM art. 21), and what else is missing for a kind of activity? What is
 * missing of the checks is told by its number alone: which one it is would tell what was found.
 */
export async function readinessOn(
  db: Db,
  { volunteerId, activityKindId }: { volunteerId: number; activityKindId: number | null },
  day: Day,
): Promise<ReadinessFacts> {
  const admission = await admissionOf(db, volunteerId, day)
  const notReady = activityKindId === null ? [] : await whyNotReady(db, volunteerId, activityKindId, day)
  return { isAdmitted: admission.isAdmitted, missingChecks: countOfGaps(admission), notReady }
}

/**
 * Who of several people is ready for a need on a day: admitted, where it is one of minors, and with nothing missing for its
 * kind of activity. It takes as few questions as of one.
 */
export async function listReadyFor<
  Person extends { volunteerId: number; birthOn: Day | null; pesel: string },
>(
  db: Db,
  people: readonly Person[],
  { activityKindId, isForMinors }: { activityKindId: number | null; isForMinors: boolean },
  day: Day,
): Promise<Set<number>> {
  const admission = await admissionsOf(
    db,
    people.map(({ volunteerId: id, birthOn, pesel }) => ({ id, birthOn, pesel })),
  )
  const ids = people
    .map(({ volunteerId }) => volunteerId)
    .filter((id) => !isForMinors || admission(id, day).isAdmitted)
  return new Set(activityKindId === null ? ids : await listReady(db, ids, activityKindId, day))
}
