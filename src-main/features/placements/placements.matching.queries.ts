import { sql } from 'kysely'
import type { CandidateFacts } from '#shared/features/placements/placements.matching.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { isOneOf } from '../../database/ids.ts'

/** A person with the facts that tell how well a need is met. */
export interface FoundCandidate extends CandidateFacts {
  name: string
  sortKey: string
  birthOn: Day | null
  pesel: string
  agreements: { id: number; number: string; startsOn: Day; endsOn: Day | null }[]
}

/** Who has an agreement in force on a day. @param unitId narrows to agreements of one unit (a head's view) */
export async function listServingOn(db: Db, day: Day, unitId: number | null): Promise<number[]> {
  let query = db
    .selectFrom('agreements')
    .select('volunteer_id as id')
    .distinct()
    .where('status', '=', 'signed')
    .where('starts_on', '<=', day)
    .where(sql<boolean>`coalesce(ends_on, '9999-12-31') >= ${day}`)
  if (unitId !== null) query = query.where('unit_id', '=', unitId)
  return (await query.execute()).map(({ id }) => id)
}

/**
 * The facts about people, each asked for all of them at once.
 *
 * @param from agreements that end before that day are left out
 */
export async function listFacts(
  db: Db,
  ids: number[],
  { activityKindId, unitId }: { activityKindId: number | null; unitId: number | null },
  from: Day,
): Promise<FoundCandidate[]> {
  const people = await db
    .selectFrom('volunteers')
    .select([
      'id',
      'surname',
      'first_names as firstNames',
      'sort_key as sortKey',
      'status',
      'birth_on as birthOn',
      'pesel',
    ])
    .select([
      sql<number>`conflict_notes <> ''`.as('hasConflictNote'),
      sql<number>`exists (select 1 from volunteer_skills where volunteer_skills.volunteer_id = volunteers.id and volunteer_skills.kind = 'signLanguage')`.as(
        'hasSignLanguage',
      ),
      sql<number>`exists (select 1 from volunteer_activity_kinds where volunteer_activity_kinds.volunteer_id = volunteers.id and volunteer_activity_kinds.activity_kind_id = ${activityKindId})`.as(
        'prefersKind',
      ),
      sql<number>`exists (select 1 from volunteer_preferences where volunteer_preferences.volunteer_id = volunteers.id and volunteer_preferences.unit_id = ${unitId})`.as(
        'prefersUnit',
      ),
    ])
    .where(isOneOf(sql`volunteers.id`, ids))
    .execute()
  const agreements = await db
    .selectFrom('agreements')
    .select(['id', 'number', 'volunteer_id as volunteerId', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where(isOneOf(sql`agreements.volunteer_id`, ids))
    .where('status', '=', 'signed')
    .where(sql<boolean>`coalesce(ends_on, '9999-12-31') >= ${from}`)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  const placements = await db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .leftJoin('units', 'units.id', 'placements.unit_id')
    .select([
      'placements.id',
      'placements.volunteer_id as volunteerId',
      'placements.need_id as needId',
      'placements.unit_id as unitId',
      'placements.family_id as familyId',
      'units.name as unitName',
      'placements.starts_on as startsOn',
      'placements.ends_on as endsOn',
      'agreements.ends_on as agreementEndsOn',
      'placements.hours',
    ])
    .where(isOneOf(sql`placements.volunteer_id`, ids))
    .where('placements.status', '<>', 'ended')
    .execute()
  const availability = await db
    .selectFrom('volunteer_availability')
    .select(['volunteer_id as volunteerId', 'weekday', 'from_minute as from', 'to_minute as to'])
    .where(isOneOf(sql`volunteer_availability.volunteer_id`, ids))
    .execute()

  const agreementsOf = Map.groupBy(agreements, ({ volunteerId }) => volunteerId)
  const placementsOf = Map.groupBy(placements, ({ volunteerId }) => volunteerId)
  const availabilityOf = Map.groupBy(availability, ({ volunteerId }) => volunteerId)
  return people.map((person) => ({
    volunteerId: person.id,
    name: `${person.surname} ${person.firstNames}`,
    sortKey: person.sortKey,
    birthOn: person.birthOn,
    pesel: person.pesel ?? '',
    isActive: person.status === 'active',
    hasSignLanguage: person.hasSignLanguage === 1,
    prefersKind: person.prefersKind === 1,
    prefersUnit: person.prefersUnit === 1,
    hasConflictNote: person.hasConflictNote === 1,
    agreements: (agreementsOf.get(person.id) ?? []).map(({ volunteerId, number, ...each }) => ({
      ...each,
      number: number ?? '',
    })),
    placements: (placementsOf.get(person.id) ?? []).map(
      ({ volunteerId, agreementEndsOn, endsOn, hours, ...each }) => ({
        ...each,
        endsOn: endsOn ?? agreementEndsOn,
        hours: JSON.parse(hours),
      }),
    ),
    availability: (availabilityOf.get(person.id) ?? []).map(({ volunteerId, ...span }) => span),
  }))
}
