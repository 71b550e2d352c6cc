import { countOfGaps } from '#shared/features/child-protection/child-protection.rules.ts'
import type { ReadinessFacts } from '#shared/features/placements/placements.matching.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { admissionOf, admissionsOf } from '../child-protection/child-protection.service.ts'
import { whyNotReady, whyNotReadyAll } from '../requirements/requirements.service.ts'

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

/** The same of several people, each with what the birth date follows from, in as few questions as of one. */
export async function readinessOfAll(
  db: Db,
  people: readonly { volunteerId: number; birthOn: Day | null; pesel: string }[],
  activityKindId: number | null,
  day: Day,
): Promise<Map<number, ReadinessFacts>> {
  const ids = people.map(({ volunteerId }) => volunteerId)
  const admission = await admissionsOf(
    db,
    people.map(({ volunteerId: id, birthOn, pesel }) => ({ id, birthOn, pesel })),
  )
  const notReady =
    activityKindId === null
      ? new Map<number, ReadinessFacts['notReady']>()
      : await whyNotReadyAll(db, ids, activityKindId, day)
  return new Map(
    ids.map((id) => {
      const { isAdmitted, missing } = admission(id, day)
      return [id, { isAdmitted, missingChecks: missing, notReady: notReady.get(id) ?? [] }]
    }),
  )
}
