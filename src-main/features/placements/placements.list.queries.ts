import { type RawBuilder, sql } from 'kysely'
import { placementsRegister } from '#shared/features/placements/placements.register.ts'
import { statusesKeepingBack } from '#shared/features/requirements/requirements.model.rules.ts'
import { isOneOf } from '../../database/ids.ts'
import type { ListColumn, RegisterList } from '../../kit/register/register-list.ts'
import { isOfUnit } from './placements.queries.ts'

/** Something of what a row refers to by an id. */
export function named(
  { table, of }: { table: string; of: RawBuilder<unknown> },
  text: RawBuilder<unknown>,
  folded: RawBuilder<string>,
): Pick<ListColumn, 'value' | 'text' | 'folded'> {
  const from = (what: RawBuilder<unknown>) =>
    sql<string>`(select ${what} from ${sql.table(table)} where ${sql.ref(`${table}.id`)} = ${of})`
  return { value: of, text: from(text), folded: sql`coalesce(${from(folded)}, '')` }
}

const personName = (table: string) =>
  sql`${sql.ref(`${table}.surname`)} || ' ' || ${sql.ref(`${table}.first_names`)}`

/** The columns that tell who is placed where, for a row that has the columns of `placements` (or `needs`) under a name. */
export function placeColumns(of: string) {
  const column = (name: string) => sql.ref<number>(`${of}.${name}`)
  return {
    placeKind: {
      value: sql`case when ${column('family_id')} is null then 'unit' else 'family' end`,
      conditions: {
        unit: sql<boolean>`${column('family_id')} is null`,
        family: sql<boolean>`${column('family_id')} is not null`,
      },
    },
    unit: named({ table: 'units', of: column('unit_id') }, sql`units.name`, sql`units.name_key`),
    family: named(
      { table: 'families', of: column('family_id') },
      sql`families.code`,
      sql`lower(families.code)`,
    ),
  }
}

/** A column that names a volunteer, a member of staff, a kind of activity. */
export const volunteerColumn = (of: RawBuilder<unknown>) =>
  named({ table: 'volunteers', of }, personName('volunteers'), sql`volunteers.name_key`)
export const staffColumn = (of: RawBuilder<unknown>) =>
  named({ table: 'staff', of }, personName('staff'), sql`staff.name_key`)
export const kindColumn = (of: RawBuilder<unknown>) =>
  named({ table: 'activity_kinds', of }, sql`activity_kinds.name`, sql`activity_kinds.name_key`)

const end = sql<string>`coalesce(placements.ends_on, '9999-12-31')`
const waiting = sql`monitoring_entries.done_on is null and monitoring_entries.skipped_on is null`
const isStatus = (status: string) => sql<boolean>`placements.status = ${sql.lit(status)}`

/** Is a placement served by somebody whose status keeps from all work? */
export const isKeptBack = sql<boolean>`(placements.status = 'active' and placements.volunteer_id in (select volunteers.id from volunteers where volunteers.status in (${sql.join(statusesKeepingBack.map((status) => sql.lit(status)))})))`

/** How the placements are read: by day, found by their volunteers, agreements, units and (for who may) families. */
export const placementsList: RegisterList<typeof placementsRegister> = {
  register: placementsRegister,
  table: 'placements',
  title: sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = placements.volunteer_id) || coalesce(', ' || (select units.name from units where units.id = placements.unit_id), '')`,
  foldedTitle: sql`(select volunteers.name_key from volunteers where volunteers.id = placements.volunteer_id)`,
  search: [
    { kind: 'volunteers', column: 'placements.volunteer_id' },
    { kind: 'agreements', column: 'placements.agreement_id' },
    { kind: 'units', column: 'placements.unit_id', isShared: true },
    { kind: 'families', column: 'placements.family_id', restrictedTo: 'families.read' },
  ],
  ofUnit: (unitId) => isOfUnit('placements', unitId),
  columns: ({ today }) => {
    const overdue = sql<boolean>`placements.id in (select monitoring_entries.placement_id from monitoring_entries where ${waiting} and monitoring_entries.due_on < ${today})`
    return {
      volunteer: volunteerColumn(sql.ref('placements.volunteer_id')),
      ...placeColumns('placements'),
      activityKind: kindColumn(sql.ref('placements.activity_kind_id')),
      startsOn: { value: sql`placements.starts_on`, sort: sql`placements.starts_on` },
      endsOn: { value: sql`placements.ends_on`, sort: end },
      state: {
        value: sql`placements.status`,
        conditions: Object.fromEntries(
          ['planned', 'introduced', 'active', 'suspended', 'ended'].map((status) => [
            status,
            isStatus(status),
          ]),
        ),
      },
      coordinator: staffColumn(sql.ref('placements.coordinator_id')),
      nextDueOn: {
        value: sql`(select min(monitoring_entries.due_on) from monitoring_entries where monitoring_entries.placement_id = placements.id and ${waiting})`,
      },
      isOverdue: {
        value: sql`coalesce((select min(monitoring_entries.due_on) from monitoring_entries where monitoring_entries.placement_id = placements.id and ${waiting}) < ${today}, false)`,
        conditions: { true: overdue, false: sql`not (${overdue})` },
      },
      isKeptBack: {
        value: isKeptBack,
        conditions: { true: isKeptBack, false: sql`not (${isKeptBack})` },
      },
      isWithdrawn: {
        value: sql`placements.withdrawn_on is not null`,
        conditions: {
          true: sql`placements.withdrawn_on is not null`,
          false: sql`placements.withdrawn_on is null`,
        },
      },
      endReason: { value: sql`placements.end_reason` },
      agreement: {
        ...named(
          { table: 'agreements', of: sql.ref('placements.agreement_id') },
          sql`agreements.number`,
          sql`coalesce(agreements.number, '')`,
        ),
        among: (ids) => isOneOf(sql`placements.agreement_id`, ids),
      },
      createdOn: { value: sql`substr(placements.created_at, 1, 10)`, isUnindexed: true },
    }
  },
  matches: ({ volunteer, agreement, unit, family, isOverdue, isKeptBack: keptBack }) =>
    [volunteer, agreement, unit, family].some((filter) => filter && 'oneOf' in filter) ||
    isOverdue?.is ||
    keptBack?.is
      ? 'few'
      : 'unknown',
}
