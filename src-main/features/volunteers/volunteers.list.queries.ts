import { type RawBuilder, sql } from 'kysely'
import { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { youngestAdultBirthday } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { IdentityFields } from '../../kit/register/compared-register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { agreementColumns } from './volunteers.agreements.queries.ts'
import { profileColumns } from './volunteers.profileList.queries.ts'
import { statusColumns } from './volunteers.status.queries.ts'

/** In force on a day: signed, begun, not over. */
function inForce(today: Day): RawBuilder<boolean> {
  return sql`agreements.status = 'signed' and agreements.starts_on <= ${today} and coalesce(agreements.ends_on, '9999-12-31') >= ${today}`
}

/** The agreements that are told of: all, or those of one unit (a head's view). */
function ofUnit(unitId: number | null): RawBuilder<boolean> {
  return unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
}

/** How the register of volunteers is read. */
export const volunteersList: RegisterList<typeof volunteersRegister> = {
  register: volunteersRegister,
  table: 'volunteers',
  title: sql`volunteers.surname || ' ' || volunteers.first_names`,
  foldedTitle: sql`volunteers.name_key`,
  search: [
    { kind: 'volunteers', column: 'volunteers.id' },
    { kind: 'pesels', column: 'volunteers.id', restrictedTo: 'volunteers.readPesel' },
    { kind: 'volunteers.merged', column: 'volunteers.id' },
  ],
  ofUnit: (unitId) =>
    sql`volunteers.id in (select volunteer_id from agreements where agreements.unit_id = ${unitId} and agreements.status <> 'cancelled')`,
  columns: ({ today, unitId, filters = {} }) => {
    const birthday = youngestAdultBirthday(today)
    const signed = sql`agreements.status = 'signed' and ${ofUnit(unitId)}`
    const hasSigned = sql<boolean>`exists (select 1 from agreements where agreements.volunteer_id = volunteers.id and ${signed})`
    const hasActive = sql<boolean>`exists (select 1 from agreements where agreements.volunteer_id = volunteers.id and ${inForce(today)} and ${ofUnit(unitId)})`
    // Found by one walk over the agreements, and not by one for each volunteer.
    const isActive = sql<boolean>`volunteers.id in (select volunteer_id from agreements where ${inForce(today)} and ${ofUnit(unitId)})`
    return {
      name: {
        value: sql`volunteers.surname || ' ' || volunteers.first_names`,
        sort: sql`volunteers.sort_key`,
        folded: sql`volunteers.name_key`,
      },
      birthOn: { value: sql`volunteers.birth_on` },
      isMinor: {
        value: sql`coalesce(volunteers.birth_on, '') > ${birthday}`,
        // Minors are few: they are found by the index of births, which is made of this expression.
        conditions: {
          true: sql`coalesce(volunteers.birth_on, '') > ${birthday}`,
          false: sql`volunteers.birth_on <= ${birthday}`,
        },
      },
      town: { value: sql`volunteers.town`, sort: sql`volunteers.town_key` },
      phone: { value: sql`volunteers.phone` },
      category: { value: sql`volunteers.category`, thenBy: 'name' },
      state: {
        value: sql`case when ${hasActive} then 'active' when ${hasSigned} then 'ended' else 'none' end`,
        conditions: {
          active: isActive,
          ended: sql`${hasSigned} and not ${isActive}`,
          none: sql`not ${hasSigned}`,
        },
      },
      agreements: {
        value: sql`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and ${signed})`,
      },
      registerNumber: {
        value: sql`volunteers.register_number`,
        sort: sql`volunteers.register_key`,
        folded: sql`lower(volunteers.register_number)`,
      },
      surname: {
        value: sql`volunteers.surname`,
        sort: sql`volunteers.sort_key`,
        folded: sql`replace(${sortKeyOf('volunteers.surname')}, '~', '')`,
      },
      firstNames: {
        value: sql`volunteers.first_names`,
        sort: sortKeyOf('volunteers.first_names'),
        isUnindexed: true,
      },
      formOfAddress: { value: sql`volunteers.form_of_address` },
      pesel: { value: sql`volunteers.pesel`, sort: sql`coalesce(volunteers.pesel, '')`, isUnindexed: true },
      street: { value: sql`volunteers.street`, sort: sql`volunteers.street_key` },
      postCode: { value: sql`volunteers.post_code` },
      email: { value: sql`volunteers.email`, sort: sql`lower(volunteers.email)` },
      ...profileColumns,
      ...statusColumns(),
      ...agreementColumns(filters, today, ofUnit(unitId)),
      createdOn: { value: sql`substr(volunteers.created_at, 1, 10)`, sort: sql`volunteers.created_at` },
    }
  },
}

/** By which fields one volunteer is told from another. */
export const volunteerIdentity: IdentityFields<typeof volunteersRegister> = {
  number: 'registerNumber',
  surname: 'surname',
  firstNames: 'firstNames',
  birthOn: 'birthOn',
  pesel: 'pesel',
  phone: 'phone',
  email: 'email',
  street: 'street',
  town: 'town',
}
