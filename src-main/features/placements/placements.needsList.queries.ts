import { sql } from 'kysely'
import { needsRegister } from '#shared/features/placements/placements.needs.register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { kindColumn, placeColumns } from './placements.list.queries.ts'
import { needConditions, needState, placedFor } from './placements.needs.queries.ts'
import { isOfUnit } from './placements.queries.ts'

/** How the needs are read. */
export const needsList: RegisterList<typeof needsRegister> = {
  register: needsRegister,
  table: 'needs',
  title: sql`coalesce((select units.name from units where units.id = needs.unit_id), (select activity_kinds.name from activity_kinds where activity_kinds.id = needs.activity_kind_id), '')`,
  search: [
    { kind: 'units', column: 'needs.unit_id', isShared: true },
    { kind: 'families', column: 'needs.family_id', restrictedTo: 'families.read' },
  ],
  ofUnit: (unitId) => isOfUnit('needs', unitId),
  columns: ({ today }) => ({
    ...placeColumns('needs'),
    activityKind: kindColumn(sql.ref('needs.activity_kind_id')),
    startsOn: { value: sql`needs.starts_on`, sort: sql`needs.starts_on` },
    endsOn: {
      value: sql`needs.ends_on`,
      sort: sql`coalesce(needs.ends_on, '9999-12-31')`,
      isUnindexed: true,
    },
    people: { value: sql`needs.people` },
    placed: { value: placedFor },
    state: { value: needState(today), conditions: needConditions(today) },
    needsSignLanguage: { value: sql`needs.needs_sign_language` },
    createdOn: { value: sql`substr(needs.created_at, 1, 10)`, isUnindexed: true },
  }),
}
