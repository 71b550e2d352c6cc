import { type RawBuilder, sql } from 'kysely'
import type {
  Introduction,
  Placement,
  PlacementFields,
} from '#shared/features/placements/placements.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** What `units`, `families` and the kind of activity say of minors, for a row of `placements` or `needs`. */
const isForMinors = sql<number>`
  coalesce(units.serves_minors, 0) = 1 or coalesce(families.has_minors, 0) = 1
  or coalesce(activity_kinds.with_minors, 0) = 1`

/** A placement to a unit, or to a family of it. */
export function isOfUnit(
  table: 'placements' | 'needs',
  unitId: number | RawBuilder<number>,
): RawBuilder<boolean> {
  return sql`(${sql.ref(`${table}.unit_id`)} = ${unitId} or ${sql.ref(`${table}.family_id`)} in (select families.id from families where families.unit_id = ${unitId}))`
}

function placements(db: Db) {
  return db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .innerJoin('volunteers', 'volunteers.id', 'placements.volunteer_id')
    .leftJoin('units', 'units.id', 'placements.unit_id')
    .leftJoin('families', 'families.id', 'placements.family_id')
    .leftJoin('activity_kinds', 'activity_kinds.id', 'placements.activity_kind_id')
    .leftJoin('staff', 'staff.id', 'placements.coordinator_id')
    .select([
      'placements.id',
      'placements.status as state',
      'placements.agreement_id as agreementId',
      'agreements.number as agreementNumber',
      'agreements.ends_on as agreementEndsOn',
      'placements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'placements.unit_id as unitId',
      'units.name as unitName',
      'placements.family_id as familyId',
      'families.code as familyCode',
      'families.unit_id as familyUnitId',
      'placements.activity_kind_id as activityKindId',
      'activity_kinds.name as activityKindName',
      'placements.need_id as needId',
      'placements.coordinator_id as coordinatorId',
      'staff.surname as coordinatorSurname',
      'staff.first_names as coordinatorFirstNames',
      'placements.task',
      'placements.starts_on as startsOn',
      'placements.ends_on as endsOn',
      'placements.hours',
      'placements.note',
      'placements.active_on as activeOn',
      'placements.suspended_on as suspendedOn',
      'placements.suspend_reason as suspendReason',
      'placements.ended_on as endedOn',
      'placements.end_reason as endReason',
      'placements.end_note as endNote',
      'placements.created_at as createdAt',
      'placements.version',
    ])
    .select(isForMinors.as('isForMinors'))
}

/** @param unitId narrows to one unit and its families (a head's view); null for all */
export async function findPlacement(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<Placement | undefined> {
  let query = placements(db).where('placements.id', '=', id)
  if (unitId !== null) query = query.where(isOfUnit('placements', unitId))
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const { surname, firstNames, coordinatorSurname, coordinatorFirstNames, ...rest } = row
  return {
    ...rest,
    state: row.state as Placement['state'],
    placeKind: row.unitId === null ? 'family' : 'unit',
    volunteerName: `${surname} ${firstNames}`,
    coordinatorName: coordinatorSurname === null ? null : `${coordinatorSurname} ${coordinatorFirstNames}`,
    agreementNumber: row.agreementNumber ?? '',
    hours: JSON.parse(row.hours),
    isForMinors: row.isForMinors === 1,
    endReason: row.endReason as Placement['endReason'],
    introductions: await listIntroductions(db, id),
  }
}

async function listIntroductions(db: Db, placementId: number): Promise<Introduction[]> {
  const rows = await db
    .selectFrom('introductions')
    .leftJoin('staff', 'staff.id', 'introductions.worker_id')
    .select([
      'introductions.id',
      'introductions.introduced_on as introducedOn',
      'introductions.worker_id as workerId',
      'staff.surname',
      'staff.first_names as firstNames',
      'introductions.participants',
      'introductions.place_consent_on as placeConsentOn',
      'introductions.place_consent_form as placeConsentForm',
      'introductions.volunteer_consent_on as volunteerConsentOn',
      'introductions.withdrawn_on as withdrawnOn',
      'introductions.withdrawn_by as withdrawnBy',
    ])
    .where('introductions.placement_id', '=', placementId)
    .orderBy('introductions.id', 'desc')
    .execute()
  return rows.map(({ surname, firstNames, ...row }) => ({
    ...(row as Omit<Introduction, 'workerName'>),
    workerName: surname === null ? null : `${surname} ${firstNames}`,
  }))
}

/** The other placements of a person that are not over, to tell which take the same time. */
export async function listOfVolunteer(db: Db, volunteerId: number, exceptId: number | null) {
  const rows = await db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .leftJoin('units', 'units.id', 'placements.unit_id')
    .select([
      'placements.id',
      'placements.need_id as needId',
      'placements.unit_id as unitId',
      'placements.family_id as familyId',
      'units.name as unitName',
      'placements.starts_on as startsOn',
      'placements.ends_on as endsOn',
      'agreements.ends_on as agreementEndsOn',
      'placements.hours',
    ])
    .where('placements.volunteer_id', '=', volunteerId)
    .where('placements.status', '<>', 'ended')
    .where('placements.id', '<>', exceptId ?? 0)
    .execute()
  return rows.map((row) => ({ ...row, hours: JSON.parse(row.hours) }))
}

/** What a unit, a family and a kind of activity say of minors, and whether the place may be chosen. */
export async function findPlace(
  db: Db,
  { unitId, familyId, activityKindId }: Pick<PlacementFields, 'unitId' | 'familyId' | 'activityKindId'>,
) {
  const unit =
    unitId === null
      ? undefined
      : await db
          .selectFrom('units')
          .select(['name', 'serves_minors as isForMinors', 'valid_to as closedAfter'])
          .where('id', '=', unitId)
          .executeTakeFirst()
  const family =
    familyId === null
      ? undefined
      : await db
          .selectFrom('families')
          .select(['has_minors as isForMinors', 'is_deaf as isDeaf', 'unit_id as unitId', 'status'])
          .where('id', '=', familyId)
          .executeTakeFirst()
  const kind =
    activityKindId === null
      ? undefined
      : await db
          .selectFrom('activity_kinds')
          .select(['with_minors as isForMinors'])
          .where('id', '=', activityKindId)
          .executeTakeFirst()
  return {
    unit,
    family,
    hasKind: activityKindId === null || kind !== undefined,
    isForMinors: [unit, family, kind].some((each) => each?.isForMinors === 1),
  }
}

/** How far the monitoring of a placement is laid out, and by which version of the rhythm. */
export function getLayout(db: Db, id: number): Promise<{ ruleId: number | null; dueUntil: Day | null }> {
  return db
    .selectFrom('placements')
    .select(['rule_id as ruleId', 'due_until as dueUntil'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

function columns(placement: PlacementFields) {
  return {
    agreement_id: placement.agreementId,
    unit_id: placement.unitId,
    family_id: placement.familyId,
    activity_kind_id: placement.activityKindId,
    need_id: placement.needId,
    coordinator_id: placement.coordinatorId,
    task: placement.task,
    starts_on: placement.startsOn,
    ends_on: placement.endsOn,
    hours: JSON.stringify(placement.hours),
    note: placement.note,
  }
}

/** Writes a planned placement and answers its id. */
export async function insertPlacement(
  tx: Tx,
  placement: PlacementFields,
  { volunteerId, createdAt }: { volunteerId: number; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('placements')
    .values({
      ...columns(placement),
      volunteer_id: volunteerId,
      status: 'planned',
      suspend_reason: '',
      end_note: '',
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updatePlacement(
  tx: Tx,
  id: number,
  version: number,
  placement: PlacementFields & { volunteerId: number },
): Promise<boolean> {
  return updateVersioned(tx, 'placements', id, version, {
    ...columns(placement),
    volunteer_id: placement.volunteerId,
  })
}
