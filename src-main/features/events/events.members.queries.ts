import { sql } from 'kysely'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteVersioned, updateVersioned } from '../../database/versions.ts'

/** Everybody on the list of an event, by name. An agreement that was cancelled does not count. */
export function listMembers(db: Db, eventId: number) {
  return (
    db
      .selectFrom('event_members')
      .innerJoin('volunteers', 'volunteers.id', 'event_members.volunteer_id')
      // Of several representatives the first stands on the list.
      .leftJoin('volunteer_guardians', (join) =>
        join
          .onRef('volunteer_guardians.volunteer_id', '=', 'volunteers.id')
          .on('volunteer_guardians.place', '=', 0),
      )
      .leftJoin('volunteer_groups', 'volunteer_groups.id', 'event_members.group_id')
      .leftJoin('agreements', (join) =>
        join.onRef('agreements.id', '=', 'event_members.agreement_id').on('agreements.status', '=', 'signed'),
      )
      .select([
        'event_members.id',
        'event_members.event_id as eventId',
        'event_members.volunteer_id as volunteerId',
        'event_members.group_id as groupId',
        'event_members.consent_on as consentOn',
        'event_members.version',
        'volunteers.register_number as registerNumber',
        'volunteers.surname',
        'volunteers.first_names as firstNames',
        'volunteers.birth_on as birthOn',
        'volunteers.phone',
        'volunteers.legal_status as legalStatus',
        'volunteer_guardians.name as guardianName',
        'volunteer_guardians.relation as guardianRelation',
        'volunteer_groups.name as groupName',
        'agreements.id as agreementId',
        'agreements.number as agreementNumber',
        'agreements.document_id as documentId',
      ])
      .where('event_members.event_id', '=', eventId)
      .orderBy('volunteers.sort_key')
      .orderBy('event_members.id')
      .execute()
  )
}

/** The event to which somebody on a list belongs. */
export function findMember(db: Db, id: number) {
  return db
    .selectFrom('event_members')
    .select(['id', 'event_id as eventId', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The concluded agreements of some volunteers that are in force on one of these days at least, with their work. */
export function listOthers(
  db: Db,
  volunteerIds: number[],
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
) {
  return inPortions(volunteerIds, (portion) =>
    db
      .selectFrom('agreements')
      .select(['id', 'volunteer_id as volunteerId', 'number', 'tasks'])
      .where('volunteer_id', 'in', portion)
      .where('status', '=', 'signed')
      .where('starts_on', '<=', endsOn)
      .where(sql<boolean>`coalesce(ends_on, '9999-12-31') >= ${startsOn}`)
      .execute(),
  )
}

/** Who came to an event on which day. */
export function listPresences(db: Db, eventId: number) {
  return db
    .selectFrom('event_presences')
    .innerJoin('event_members', 'event_members.id', 'event_presences.member_id')
    .select(['member_id as memberId', 'served_on as day', 'minutes'])
    .where('event_members.event_id', '=', eventId)
    .orderBy('served_on')
    .execute()
}

/** What stands in the log of hours under the agreements of an event, by agreement and day. */
export async function listServed(db: Db, eventId: number) {
  const rows = await db
    .selectFrom('hour_entries')
    .innerJoin('event_members', 'event_members.agreement_id', 'hour_entries.agreement_id')
    .select(['event_members.id as memberId', 'hour_entries.served_on as day'])
    .select(({ fn }) => [
      fn.sum<number>('hour_entries.minutes').as('minutes'),
      fn.count<number>('hour_entries.confirmed_at').as('confirmed'),
    ])
    .where('event_members.event_id', '=', eventId)
    .groupBy(['event_members.id', 'hour_entries.served_on'])
    .orderBy('hour_entries.served_on')
    .execute()
  return rows.map(({ confirmed, ...row }) => ({ ...row, isConfirmed: confirmed > 0 }))
}

/** The ids of the volunteers on a list. */
export async function listVolunteerIds(db: Db, eventId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('event_members')
    .select('volunteer_id as id')
    .where('event_id', '=', eventId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Puts somebody on a list. */
export async function insertMember(
  tx: Tx,
  member: { eventId: number; volunteerId: number; groupId: number | null; createdAt: string },
): Promise<void> {
  await tx
    .insertInto('event_members')
    .values({
      event_id: member.eventId,
      volunteer_id: member.volunteerId,
      group_id: member.groupId,
      consent_on: null,
      agreement_id: null,
      created_at: member.createdAt,
    })
    .execute()
}

/** Takes somebody off a list. @returns false where the row is no longer at that version */
export function deleteMember(tx: Tx, id: number, version: number): Promise<boolean> {
  return deleteVersioned(tx, 'event_members', id, version)
}

/** Notes a guardian's consent. @returns false where the row is no longer at that version */
export function updateConsent(
  tx: Tx,
  { memberId, version }: { memberId: number; version: number },
  consentOn: Day | null,
): Promise<boolean> {
  return updateVersioned(tx, 'event_members', memberId, version, { consent_on: consentOn })
}

/** Notes the agreement of somebody on a list. */
export async function updateAgreement(tx: Tx, id: number, agreementId: number): Promise<void> {
  await tx
    .updateTable('event_members')
    .set({ agreement_id: agreementId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Notes who came on a day; null takes the note back. */
export async function writePresence(
  tx: Tx,
  memberId: number,
  day: Day,
  minutes: number | null,
): Promise<void> {
  await tx
    .deleteFrom('event_presences')
    .where('member_id', '=', memberId)
    .where('served_on', '=', day)
    .execute()
  if (minutes === null) return
  await tx.insertInto('event_presences').values({ member_id: memberId, served_on: day, minutes }).execute()
}

/** The days outside an event for which presence is noted. */
export async function countPresencesOutside(
  db: Db,
  eventId: number,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
): Promise<number> {
  const { count } = await db
    .selectFrom('event_presences')
    .innerJoin('event_members', 'event_members.id', 'event_presences.member_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('event_members.event_id', '=', eventId)
    .where((eb) => eb.or([eb('served_on', '<', startsOn), eb('served_on', '>', endsOn)]))
    .executeTakeFirstOrThrow()
  return count
}

/** The rows that go with an event into the bin: its list, and who came. */
export async function listMemberIds(db: Db, eventId: number): Promise<number[]> {
  const rows = await db.selectFrom('event_members').select('id').where('event_id', '=', eventId).execute()
  return rows.map(({ id }) => id)
}
