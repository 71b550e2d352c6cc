import { type RawBuilder, sql } from 'kysely'
import { type StaffRole, staffRegister } from '#shared/features/staff/staff.register.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { ReadyIdentity } from '#shared/kit/likeness/identity.ts'
import { peopleLikeness } from '#shared/kit/likeness/rules.ts'
import { dayRangeOf } from '#shared/kit/register/filters.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { ComparedRegister } from '../../kit/register/compared-register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** Employed on a day: begun, not over; an unknown first day counts as long ago. */
export function employedOn(day: Day): RawBuilder<boolean> {
  return sql`coalesce(staff.employed_from, '') <= ${day} and coalesce(staff.employed_to, '9999-12-31') >= ${day}`
}

/** A column of the post held on a day. */
export function ofPostOn(
  day: Day,
  column: 'position_id' | 'unit_id' | 'staff_group',
): RawBuilder<number | null> {
  return sql`(
    select ${sql.ref(`staff_posts.${column}`)} from staff_posts
    where staff_posts.staff_id = staff.id and staff_posts.from_on <= ${day}
    order by staff_posts.from_on desc limit 1
  )`
}

/** The group of a position on a day. */
export function groupOfPositionOn(position: RawBuilder<unknown>, day: Day): RawBuilder<string> {
  return sql`(
    select position_groups.staff_group from position_groups
    where position_groups.position_id = ${position} and position_groups.from_on <= ${day}
    order by position_groups.from_on desc limit 1
  )`
}

const hasRole = (role: StaffRole) => ({ value: sql`staff.roles like ${`%"${role}"%`}` })

/** How the register of staff is read. */
export const staffList: RegisterList<typeof staffRegister> = {
  register: staffRegister,
  table: 'staff',
  title: sql`staff.surname || ' ' || staff.first_names`,
  foldedTitle: sql`staff.name_key`,
  search: [
    { kind: 'staff', column: 'staff.id' },
    { kind: 'staff.merged', column: 'staff.id' },
    { kind: 'units', column: 'staff.unit_id', isShared: true },
    { kind: 'positions', column: 'staff.position_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`staff.unit_id = ${unitId}`,
  dayOf: ({ employedOn: asked }, today) => {
    const range = asked && dayRangeOf(asked, today)
    return range?.to ?? range?.from ?? undefined
  },
  columns: ({ today, asOf }) => {
    const day = asOf ?? today
    const isOfToday = day === today
    // The row repeats the post held today, and has indexes for it.
    const ofPost = (column: Parameters<typeof ofPostOn>[1]) =>
      isOfToday ? sql.ref<number | null>(`staff.${column}`) : ofPostOn(day, column)
    const [position, unit, ownGroup] = [ofPost('position_id'), ofPost('unit_id'), ofPost('staff_group')]
    const ofPosition = (column: string) =>
      sql<string>`(select ${sql.ref(`positions.${column}`)} from positions where positions.id = ${position})`
    const ofUnit = (column: string) =>
      sql<string>`(select ${sql.ref(`units.${column}`)} from units where units.id = ${unit})`
    return {
      name: {
        value: sql`staff.surname || ' ' || staff.first_names`,
        sort: sql`staff.sort_key`,
        folded: sql`staff.name_key`,
      },
      personalNumber: {
        value: sql`staff.personal_number`,
        sort: sql`staff.number_key`,
        folded: sql`lower(staff.personal_number)`,
      },
      position: {
        value: position,
        text: ofPosition('name'),
        sort: ofPosition('sort_key'),
        folded: ofPosition('name_key'),
        isUnindexed: true,
      },
      unit: {
        value: unit,
        text: ofUnit('name'),
        sort: sql`coalesce(${ofUnit('sort_key')}, '')`,
        folded: sql`coalesce(${ofUnit('name_key')}, '')`,
        isUnindexed: true,
      },
      staffGroup: {
        value: sql`coalesce(${ownGroup}, ${isOfToday ? ofPosition('staff_group') : groupOfPositionOn(position, day)})`,
      },
      state: {
        value: sql`case when ${employedOn(day)} then 'employed' when coalesce(staff.employed_from, '') > ${day} then 'coming' else 'left' end`,
        conditions: {
          employed: employedOn(day),
          coming: sql`coalesce(staff.employed_from, '') > ${day}`,
          left: sql`coalesce(staff.employed_to, '9999-12-31') < ${day}`,
        },
      },
      phone: { value: sql`staff.phone`, isUnindexed: true },
      email: { value: sql`staff.email`, sort: sql`lower(staff.email)`, isUnindexed: true },
      employedFrom: { value: sql`staff.employed_from`, isUnindexed: true },
      employedTo: { value: sql`staff.employed_to`, isUnindexed: true },
      employedOn: { value: sql`case when ${employedOn(day)} then ${day} end`, isUnindexed: true },
      specialisation: { value: sql`staff.specialisation` },
      isFieldWorker: { value: sql`staff.is_field_worker` },
      isSupervisor: hasRole('supervisor'),
      isCommunityOrganiser: hasRole('communityOrganiser'),
      isEducator: hasRole('educator'),
      isExpert: hasRole('expert'),
      isVolunteerCoordinator: hasRole('volunteerCoordinator'),
      surname: {
        value: sql`staff.surname`,
        sort: sql`staff.sort_key`,
        folded: sql`replace(${sortKeyOf('staff.surname')}, '~', '')`,
      },
      firstNames: {
        value: sql`staff.first_names`,
        sort: sortKeyOf('staff.first_names'),
        isUnindexed: true,
      },
      formOfAddress: { value: sql`staff.form_of_address` },
      hasOwnGroup: { value: sql`${ownGroup} is not null` },
      hasAccount: { value: sql`staff.user_id is not null` },
      createdOn: {
        value: sql`substr(staff.created_at, 1, 10)`,
        sort: sql`staff.created_at`,
        isUnindexed: true,
      },
    }
  },
}

/** What tells members of staff apart. */
export const staffCompared: ComparedRegister<typeof staffRegister, ReadyIdentity> = {
  list: staffList,
  identity: {
    number: 'personalNumber',
    surname: 'surname',
    firstNames: 'firstNames',
    phone: 'phone',
    email: 'email',
  },
  own: {
    account: {
      value: sql`(select users.full_name from users where users.id = staff.user_id)`,
      restrictedTo: 'accounts.manage',
    },
    unit: { value: sql`(select units.name from units where units.id = staff.unit_id)` },
  },
  likeness: peopleLikeness,
  findBy: 'all',
}
