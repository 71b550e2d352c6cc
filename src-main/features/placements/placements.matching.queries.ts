import { sql } from 'kysely'
import type { CandidateFacts } from '#shared/features/placements/placements.matching.rules.ts'
import type { Period } from '#shared/features/placements/placements.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { isOneOf } from '../../database/ids.ts'

/** A person with the facts that tell how well a need is met. */
export interface FoundCandidate extends CandidateFacts {
  name: string
  sortKey: string
  birthOn: Day | null
  pesel: string
}

/** An agreement that is in force on a day. */
export interface ServingAgreement extends Period {
  id: number
  volunteerId: number
}

/**
 * The agreements that are in force on a day, in the order in which they began: of one volunteer, of all who have one in a unit
 * (a head's view), or of everybody. All of it lies in the index `agreements_in_force`.
 */
export async function listServingOn(
  db: Db,
  day: Day,
  { volunteerId, unitId }: { volunteerId?: number; unitId: number | null },
): Promise<ServingAgreement[]> {
  const inForce = sql<boolean>`status = 'signed' and starts_on <= ${day} and coalesce(ends_on, '9999-12-31') >= ${day}`
  let query = db
    .selectFrom('agreements')
    .select(['id', 'volunteer_id as volunteerId', 'starts_on as startsOn'])
    // In the words of the index, so that no row of the table has to be fetched.
    .select(sql<Day | null>`nullif(coalesce(ends_on, '9999-12-31'), '9999-12-31')`.as('endsOn'))
    .where(inForce)
  if (volunteerId !== undefined) query = query.where('volunteer_id', '=', volunteerId)
  else if (unitId !== null)
    query = query.where('volunteer_id', 'in', (eb) =>
      eb.selectFrom('agreements').select('volunteer_id').where(inForce).where('unit_id', '=', unitId),
    )
  const found = await query.execute()
  // Put in order here: asked for in an order, SQLite walks along all that have ever begun.
  return found.sort((a, b) => (a.startsOn === b.startsOn ? a.id - b.id : a.startsOn < b.startsOn ? -1 : 1))
}

/** The numbers of agreements by their ids. */
export async function listNumbers(db: Db, ids: number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('agreements')
    .select(['id', 'number'])
    .where(isOneOf(sql`agreements.id`, ids))
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number ?? '']))
}

/**
 * The facts about people, each asked for all of them at once.
 *
 * @param agreements theirs that are in force on the day that is asked about; no other bears on a need that begins then
 */
export async function listFacts(
  db: Db,
  ids: number[],
  { activityKindId, unitId }: { activityKindId: number | null; unitId: number | null },
  agreements: readonly ServingAgreement[],
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
    agreements: agreementsOf.get(person.id) ?? [],
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
