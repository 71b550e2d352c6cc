import { sql } from 'kysely'
import type {
  GroupFields,
  GroupMember,
  VolunteerGroup,
} from '#shared/features/events/events.groups.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** All groups by name, with how many belong to each on a day. */
export async function listGroups(db: Db, today: Day, id: number | null = null): Promise<VolunteerGroup[]> {
  let query = db
    .selectFrom('volunteer_groups')
    .select([
      'id',
      'name',
      'organisation',
      'contact_name as contactName',
      'contact_phone as contactPhone',
      'contact_email as contactEmail',
      'notes',
      'is_active as isActive',
      'version',
    ])
    .select(
      sql<number>`(
        select count(*) from volunteer_group_members
        where group_id = volunteer_groups.id and joined_on <= ${today} and coalesce(left_on, '9999-12-31') >= ${today}
      )`.as('memberCount'),
    )
  if (id !== null) query = query.where('id', '=', id)
  const rows = await query.orderBy('sort_key').orderBy('id').execute()
  return rows.map((row) => ({ ...row, isActive: row.isActive === 1 }))
}

function columns(group: GroupFields) {
  return {
    name: group.name,
    organisation: group.organisation,
    contact_name: group.contactName,
    contact_phone: group.contactPhone,
    contact_email: group.contactEmail,
    notes: group.notes,
    is_active: group.isActive ? 1 : 0,
    sort_key: sortKey(group.name),
  } as const
}

/** Writes a new group and answers its id. */
export async function insertGroup(tx: Tx, group: GroupFields, createdAt: string): Promise<number> {
  const { id } = await tx
    .insertInto('volunteer_groups')
    .values({ ...columns(group), created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateGroup(
  tx: Tx,
  { id, version }: { id: number; version: number },
  group: GroupFields,
): Promise<boolean> {
  return updateVersioned(tx, 'volunteer_groups', id, version, columns(group))
}

/** Who belongs or belonged to a group, by name. @param unitId narrows to volunteers of one unit (a head's view) */
export async function listGroupMembers(
  db: Db,
  groupId: number,
  unitId: number | null,
): Promise<GroupMember[]> {
  let query = db
    .selectFrom('volunteer_group_members')
    .innerJoin('volunteers', 'volunteers.id', 'volunteer_group_members.volunteer_id')
    .select([
      'volunteer_group_members.id',
      'volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'joined_on as joinedOn',
      'left_on as leftOn',
    ])
    .where('group_id', '=', groupId)
  if (unitId !== null)
    query = query.where(
      sql<boolean>`volunteer_id in (select volunteer_id from agreements where unit_id = ${unitId} and status <> 'cancelled')`,
    )
  const rows = await query.orderBy('volunteers.sort_key').orderBy('joined_on').execute()
  return rows.map(({ surname, firstNames, ...row }) => ({ ...row, name: `${surname} ${firstNames}` }))
}

/** Somebody's time in a group. */
export function findMembership(db: Db, id: number) {
  return db
    .selectFrom('volunteer_group_members')
    .innerJoin('volunteers', 'volunteers.id', 'volunteer_group_members.volunteer_id')
    .select([
      'volunteer_group_members.id',
      'group_id as groupId',
      'joined_on as joinedOn',
      'left_on as leftOn',
      'volunteers.register_number as registerNumber',
    ])
    .where('volunteer_group_members.id', '=', id)
    .executeTakeFirst()
}

/** The volunteers who belong to a group on a day. */
export async function listOnDay(db: Db, groupId: number, day: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('volunteer_group_members')
    .select('volunteer_id as id')
    .where('group_id', '=', groupId)
    .where('joined_on', '<=', day)
    .where(sql<boolean>`coalesce(left_on, '9999-12-31') >= ${day}`)
    .execute()
  return [...new Set(rows.map(({ id }) => id))]
}

/** Puts a volunteer into a group. */
export async function insertMembership(
  tx: Tx,
  { groupId, volunteerId, joinedOn }: { groupId: number; volunteerId: number; joinedOn: Day },
): Promise<void> {
  await tx
    .insertInto('volunteer_group_members')
    .values({ group_id: groupId, volunteer_id: volunteerId, joined_on: joinedOn, left_on: null })
    .execute()
}

/** Ends somebody's time in a group. */
export async function endMembership(tx: Tx, id: number, leftOn: Day): Promise<void> {
  await tx.updateTable('volunteer_group_members').set({ left_on: leftOn }).where('id', '=', id).execute()
}
