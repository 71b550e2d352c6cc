import { sql } from 'kysely'
import { familiesRegister } from '#shared/features/placements/placements.families.register.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** How the families are read: by code, with what tells nobody who they are. */
export const familiesList: RegisterList<typeof familiesRegister> = {
  register: familiesRegister,
  table: 'families',
  title: sql`families.code`,
  foldedTitle: sql`lower(families.code)`,
  joins: sql`left join units on units.id = families.unit_id left join staff on staff.id = families.worker_id`,
  search: [
    { kind: 'families', column: 'families.id' },
    { kind: 'units', column: 'families.unit_id', isShared: true },
    { kind: 'staff', column: 'families.worker_id', isShared: true },
  ],
  ofUnit: (unitId) => sql`families.unit_id = ${unitId}`,
  columns: () => ({
    code: { value: sql`families.code`, sort: sql`families.sort_key`, folded: sql`lower(families.code)` },
    state: { value: sql`families.status` },
    district: { value: sql`families.district`, sort: sortKeyOf('families.district'), isUnindexed: true },
    unit: {
      value: sql`families.unit_id`,
      text: sql`units.name`,
      sort: sql`coalesce(units.sort_key, '')`,
      isUnindexed: true,
    },
    worker: {
      value: sql`families.worker_id`,
      text: sql`staff.surname || ' ' || staff.first_names`,
      sort: sql`coalesce(staff.sort_key, '')`,
      folded: sql`coalesce(staff.name_key, '')`,
      isUnindexed: true,
    },
    isDeaf: { value: sql`families.is_deaf` },
    hasMinors: { value: sql`families.has_minors` },
    children: { value: sql`families.children` },
    volunteers: {
      value: sql`(select count(distinct placements.volunteer_id) from placements where placements.family_id = families.id and placements.status <> 'ended')`,
    },
    createdOn: {
      value: sql`substr(families.created_at, 1, 10)`,
      sort: sql`families.created_at`,
      isUnindexed: true,
    },
  }),
}
