import { sql } from 'kysely'
import type { StaffAccount, StaffFields, StaffMember } from '#shared/features/staff/staff.contract.ts'
import { fold, naturalKey, personSortKey, searchWords } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'

/** The post that a row repeats. */
export interface HeldPost {
  positionId: number
  unitId: number | null
  ownGroup: string | null
}

/** Members of staff with the post that the row repeats. */
export function staff(db: Db) {
  return db
    .selectFrom('staff')
    .innerJoin('positions', 'positions.id', 'staff.position_id')
    .leftJoin('units', 'units.id', 'staff.unit_id')
    .select([
      'staff.id',
      'staff.personal_number as personalNumber',
      'staff.surname',
      'staff.first_names as firstNames',
      'staff.form_of_address as formOfAddress',
      'staff.specialisation',
      'staff.is_field_worker as isFieldWorker',
      'staff.employed_from as employedFrom',
      'staff.employed_to as employedTo',
      'staff.phone',
      'staff.email',
      'staff.roles',
      'staff.position_id as positionId',
      'positions.name as positionName',
      'positions.staff_group as positionGroup',
      'staff.unit_id as unitId',
      'units.name as unitName',
      'staff.staff_group as ownGroup',
      'staff.user_id as userId',
      'staff.created_at as createdAt',
      'staff.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof staff>['executeTakeFirstOrThrow']>>

/** A row of `staff` as a member of staff. */
export function toMember({
  positionId,
  positionName,
  positionGroup,
  unitId,
  unitName,
  ownGroup,
  ...row
}: Row): StaffMember {
  return {
    ...(row as Row & Pick<StaffMember, 'formOfAddress' | 'specialisation'>),
    isFieldWorker: row.isFieldWorker === 1,
    roles: JSON.parse(row.roles),
    position: { id: positionId, text: positionName },
    unit: unitId === null ? null : { id: unitId, text: unitName ?? '' },
    staffGroup: (ownGroup ?? positionGroup) as StaffMember['staffGroup'],
    hasOwnGroup: ownGroup !== null,
  }
}

/** @param unitId narrows to those whose unit today is that one; null for all */
export async function findMember(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<StaffMember | undefined> {
  let query = staff(db).where('staff.id', '=', id)
  if (unitId !== null) query = query.where('staff.unit_id', '=', unitId)
  const row = await query.executeTakeFirst()
  return row && toMember(row)
}

/** Who has this personal number, whatever blanks, case and leading zeros; undefined where nobody has. */
export function findByNumber(db: Db, personalNumber: string, exceptId: number | null) {
  return db
    .selectFrom('staff')
    .select('id')
    .where('number_key', '=', naturalKey(personalNumber))
    .where('id', '<>', exceptId ?? 0)
    .executeTakeFirst()
}

/** The highest personal number that is all digits; undefined where there is none. */
export async function findHighestNumber(db: Db): Promise<string | undefined> {
  // Keys of numbers that are all digits have twelve of them and stand before all that have letters.
  const row = await db
    .selectFrom('staff')
    .select('personal_number as personalNumber')
    .where('number_key', '>=', '0')
    .where('number_key', '<', ':')
    .where(sql`length(number_key)`, '=', 12)
    .orderBy('number_key', 'desc')
    .executeTakeFirst()
  return row?.personalNumber
}

/** The folded name by which duplicates are found. */
function nameKeyOf(member: { surname: string; firstNames: string }): string {
  return fold(`${member.surname} ${member.firstNames}`)
}

function columns(member: StaffFields, words: string[]) {
  return {
    personal_number: member.personalNumber,
    number_key: naturalKey(member.personalNumber),
    surname: member.surname,
    first_names: member.firstNames,
    form_of_address: member.formOfAddress,
    specialisation: member.specialisation,
    is_field_worker: member.isFieldWorker ? 1 : 0,
    employed_from: member.employedFrom,
    employed_to: member.employedTo,
    phone: member.phone,
    email: member.email,
    roles: JSON.stringify(member.roles),
    name_key: nameKeyOf(member),
    sort_key: personSortKey(member.surname, member.firstNames),
    search_key: words.join(' '),
  }
}

function wordsOf(member: StaffFields): string[] {
  const digits = member.phone.replace(/\D/g, '')
  return searchWords(member.surname, member.firstNames, member.personalNumber, member.email, digits)
}

function held(post: HeldPost) {
  return { position_id: post.positionId, unit_id: post.unitId, staff_group: post.ownGroup }
}

/** Writes a new member of staff with the post held and the search words, and answers the id. */
export async function insertMember(
  tx: Tx,
  member: StaffFields,
  row: { post: HeldPost; importId: number | null; createdAt: string },
): Promise<number> {
  const words = wordsOf(member)
  const { id } = await tx
    .insertInto('staff')
    .values({
      ...columns(member, words),
      ...held(row.post),
      import_id: row.importId,
      created_at: row.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'staff', id, words, true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateMember(
  tx: Tx,
  id: number,
  version: number,
  member: StaffFields,
): Promise<boolean> {
  const words = wordsOf(member)
  const isAtVersion = await touch(tx, id, version)
  if (!isAtVersion) return false
  await tx.updateTable('staff').set(columns(member, words)).where('id', '=', id).execute()
  await writeSearchWords(tx, 'staff', id, words, false)
  return true
}

/** Counts the version of a row up. @returns false where the row is no longer at that version */
export function touch(tx: Tx, id: number, version: number): Promise<boolean> {
  return updateVersioned(tx, 'staff', id, version, {})
}

/** Repeats the post held today in the row. */
export async function writeHeldPost(tx: Tx, id: number, post: HeldPost): Promise<void> {
  await tx.updateTable('staff').set(held(post)).where('id', '=', id).execute()
}

/** Says whose account it is; null: nobody's. */
export async function writeAccountOf(tx: Tx, id: number, userId: number | null): Promise<void> {
  await tx.updateTable('staff').set({ user_id: userId }).where('id', '=', id).execute()
}

function accounts(db: Db) {
  return db
    .selectFrom('users')
    .select([
      'users.id',
      'users.login',
      'users.full_name as fullName',
      'users.role',
      'users.is_active as isActive',
      'users.ends_on as endsOn',
    ])
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

function toAccount(row: AccountRow): StaffAccount {
  return { ...row, isActive: row.isActive === 1 }
}

/** The account of a member of staff; undefined where there is none. */
export async function findAccountOf(db: Db, id: number) {
  const row = await accounts(db)
    .innerJoin('staff', 'staff.user_id', 'users.id')
    .where('staff.id', '=', id)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** Accounts that are no member's, in Polish order. */
export async function listFreeAccounts(db: Db) {
  const rows = await accounts(db)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('staff').select('staff.id').whereRef('staff.user_id', '=', 'users.id'))),
    )
    .orderBy('users.sort_key')
    .orderBy('users.id')
    .execute()
  return rows.map(toAccount)
}
