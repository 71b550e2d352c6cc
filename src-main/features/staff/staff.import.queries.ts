import type { StaffMember } from '#shared/features/staff/staff.contract.ts'
import { staffRoles } from '#shared/features/staff/staff.register.ts'
import { naturalKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteSearchWords } from '../../database/search.ts'
import type { RecordState } from '../../kit/import.ts'
import type { ImportedState, KeptPost } from './staff.overwriting.service.ts'
import { staff, toMember } from './staff.queries.ts'

/** Members of staff with one of these personal numbers, by the key of the number. */
export async function listByNumbers(db: Db, numbers: string[]) {
  const rows = await inPortions(numbers.map(naturalKey), (portion) =>
    db
      .selectFrom('staff')
      .select([
        'id',
        'personal_number as personalNumber',
        'number_key as numberKey',
        'surname',
        'first_names as firstNames',
      ])
      .where('number_key', 'in', portion)
      .execute(),
  )
  return new Map(rows.map((row) => [row.numberKey, row]))
}

/** Everybody of the staff with what is compared of them. */
export async function listStaffIdentities(db: Db) {
  const rows = await db
    .selectFrom('staff')
    .select([
      'id',
      'personal_number as personalNumber',
      'surname',
      'first_names as firstNames',
      'phone',
      'email',
    ])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, line: null }))
}

/** Members of staff with these ids as an import finds them, with all their posts. */
export async function listStaffStates(db: Db, ids: number[]): Promise<Map<number, RecordState>> {
  const members = await inPortions(ids, (portion) => staff(db).where('staff.id', 'in', portion).execute())
  const held = await inPortions(ids, (portion) =>
    db
      .selectFrom('staff_posts')
      .select([
        'staff_id as staffId',
        'from_on as fromOn',
        'position_id as positionId',
        'unit_id as unitId',
        'staff_group as ownGroup',
      ])
      .where('staff_id', 'in', portion)
      .orderBy('staff_id')
      .orderBy('from_on')
      .execute(),
  )
  const postsOf = Map.groupBy(held as (KeptPost & { staffId: number })[], ({ staffId }) => staffId)
  return new Map(
    members.map((row) => {
      const { id, version, surname, firstNames } = row
      const posts = (postsOf.get(id) ?? []).map(({ staffId: _, ...post }) => post)
      return [
        id,
        { version, label: `${surname} ${firstNames}`, fields: { ...stateOf(toMember(row)), posts } },
      ]
    }),
  )
}

function stateOf(member: StaffMember): Omit<ImportedState, 'posts'> {
  const { personalNumber, surname, firstNames, formOfAddress, specialisation, isFieldWorker } = member
  const { employedFrom, employedTo, phone, email, roles, position, unit, staffGroup, hasOwnGroup } = member
  return {
    ...{ personalNumber, surname, firstNames, formOfAddress },
    specialisation: specialisation === 'none' ? null : specialisation,
    ...{ isFieldWorker, employedFrom, employedTo, phone, email },
    roles: staffRoles.filter((role) => roles.includes(role)),
    position: position.text,
    positionId: position.id,
    positionGroup: staffGroup,
    unit: unit?.text ?? null,
    unitId: unit?.id ?? null,
    ownGroup: hasOwnGroup ? staffGroup : null,
  }
}

/** Who refers to these members of staff: the units that they head, have headed or will head. */
export function listReferrersOfStaff(db: Db, ids: number[]) {
  return inPortions(ids, async (portion) => {
    const heads = await db
      .selectFrom('units')
      .select(['head_id as id', 'id as by'])
      .where('head_id', 'in', portion)
      .execute()
    const versions = await db
      .selectFrom('unit_versions')
      .select(['head_id as id', 'unit_id as by'])
      .where('head_id', 'in', portion)
      .execute()
    return [...heads, ...versions].map(({ id, by }) => ({ kind: 'units', id: id as number, by }))
  })
}

/** Removes a member of staff with posts and search words. Whoever refers to it must be gone before. */
export async function deleteMember(tx: Tx, id: number): Promise<void> {
  await deleteSearchWords(tx, 'staff', id)
  await tx.deleteFrom('staff_posts').where('staff_id', '=', id).execute()
  await tx.deleteFrom('staff').where('id', '=', id).execute()
}
