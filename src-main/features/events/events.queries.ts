import { type RawBuilder, sql } from 'kysely'
import type { CentreEvent, EventFields } from '#shared/features/events/events.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'

/** @param unitId narrows to one unit (a head's view); null for all */
export async function findEvent(db: Db, id: number, unitId: number | null): Promise<CentreEvent | undefined> {
  let query = db
    .selectFrom('events')
    .leftJoin('units', 'units.id', 'events.unit_id')
    .leftJoin('activity_kinds', 'activity_kinds.id', 'events.activity_kind_id')
    .leftJoin('staff', 'staff.id', 'events.coordinator_id')
    .select([
      'events.id',
      'events.name',
      'events.status',
      'events.starts_on as startsOn',
      'events.ends_on as endsOn',
      'events.from_minute as fromMinute',
      'events.to_minute as toMinute',
      'events.place',
      'events.unit_id as unitId',
      'units.name as unitName',
      'events.activity_kind_id as activityKindId',
      'activity_kinds.name as activityKindName',
      'events.tasks',
      'events.coordinator_id as coordinatorId',
      'staff.surname',
      'staff.first_names as firstNames',
      'events.expected_count as expectedCount',
      'events.works_with_minors as worksWithMinors',
      'events.nnw_provider as nnwProvider',
      'events.nnw_insurer as nnwInsurer',
      'events.nnw_policy as nnwPolicy',
      'events.nnw_from as nnwFrom',
      'events.nnw_to as nnwTo',
      'events.organisation',
      'events.organisation_contact as organisationContact',
      'events.notes',
      'events.cancel_reason as cancelReason',
      'events.created_at as createdAt',
      'events.version',
    ])
    .where('events.id', '=', id)
  if (unitId !== null) query = query.where('events.unit_id', '=', unitId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const { surname, firstNames, ...rest } = row
  return {
    ...rest,
    tasks: JSON.parse(row.tasks),
    worksWithMinors: row.worksWithMinors === 1,
    coordinatorName: surname === null ? null : `${firstNames} ${surname}`,
  } as CentreEvent
}

function columns(event: EventFields) {
  return {
    name: event.name,
    starts_on: event.startsOn,
    ends_on: event.endsOn,
    from_minute: event.fromMinute,
    to_minute: event.toMinute,
    place: event.place,
    unit_id: event.unitId,
    activity_kind_id: event.activityKindId,
    tasks: JSON.stringify(event.tasks),
    coordinator_id: event.coordinatorId,
    expected_count: event.expectedCount,
    works_with_minors: event.worksWithMinors ? 1 : 0,
    nnw_provider: event.nnwProvider,
    nnw_insurer: event.nnwInsurer,
    nnw_policy: event.nnwPolicy,
    nnw_from: event.nnwFrom,
    nnw_to: event.nnwTo,
    organisation: event.organisation,
    organisation_contact: event.organisationContact,
    notes: event.notes,
    sort_key: sortKey(event.name),
  } as const
}

function wordsOf(event: EventFields): string[] {
  return searchWords(event.name, event.place, event.organisation)
}

/** Writes a new event with its search words and answers its id. */
export async function insertEvent(tx: Tx, event: EventFields, createdAt: string): Promise<number> {
  const words = wordsOf(event)
  const { id } = await tx
    .insertInto('events')
    .values({
      ...columns(event),
      status: 'planned',
      cancel_reason: '',
      search_key: words.join(' '),
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'events', id, words, true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateEvent(
  tx: Tx,
  { id, version }: { id: number; version: number },
  event: EventFields,
): Promise<boolean> {
  const words = wordsOf(event)
  const isAtVersion = await updateVersioned(tx, 'events', id, version, {
    ...columns(event),
    search_key: words.join(' '),
  })
  if (!isAtVersion) return false
  await writeSearchWords(tx, 'events', id, words, false)
  return true
}

/** What becomes of an event. @returns false where the row is no longer at that version */
export function updateStatus(
  tx: Tx,
  { id, version }: { id: number; version: number },
  status: CentreEvent['status'],
  cancelReason = '',
): Promise<boolean> {
  return updateVersioned(tx, 'events', id, version, { status, cancel_reason: cancelReason })
}

/** Events that are planned, or were held since a day and are not settled, the next first. */
export function listOpen(db: Db, since: Day, unitId: number | null) {
  let query = db
    .selectFrom('events')
    .select(['id', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('status', 'in', ['planned', 'held'])
    .where('ends_on', '>=', since)
  if (unitId !== null) query = query.where('unit_id', '=', unitId)
  return query.orderBy('starts_on').orderBy('id').limit(200).execute()
}

/** How many events of a unit that are planned have days after the given one. */
export async function countOfUnitAfter(db: Db, unitId: number, day: Day): Promise<number> {
  const { count } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('status', '=', 'planned')
    .where('ends_on', '>', day)
    .executeTakeFirstOrThrow()
  return count
}

/** The event by whose list an agreement was concluded. */
export async function findOfAgreement(
  db: Db,
  agreementId: number,
  unitId: number | null,
): Promise<{ id: number; name: string } | undefined> {
  let query = db
    .selectFrom('event_members')
    .innerJoin('events', 'events.id', 'event_members.event_id')
    .select(['events.id', 'events.name'])
    .where('event_members.agreement_id', '=', agreementId)
  if (unitId !== null) query = query.where('events.unit_id', '=', unitId)
  return query.executeTakeFirst()
}

/** Does an event name a unit? */
export function isOfUnit(unitId: number): RawBuilder<boolean> {
  return sql`events.unit_id = ${unitId}`
}

/** Is a member of staff in charge of an event? */
export function isLedBy(staffId: number): RawBuilder<boolean> {
  return sql`events.coordinator_id = ${staffId}`
}

/** Is a volunteer on the list of an event? */
export function listsVolunteer(volunteerId: number): RawBuilder<boolean> {
  return sql`events.id in (select event_id from event_members where volunteer_id = ${volunteerId})`
}

/** The memberships of a volunteer in groups. */
export function membershipsOf(volunteerId: number): RawBuilder<unknown> {
  return sql`volunteer_group_members where volunteer_id = ${volunteerId}`
}
