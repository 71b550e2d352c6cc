import { sql } from 'kysely'
import { monitoringRegister } from '#shared/features/placements/placements.monitoring.register.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { placeColumns, staffColumn, volunteerColumn } from './placements.list.queries.ts'
import { isWaiting } from './placements.monitoring.queries.ts'
import { isOfUnit } from './placements.queries.ts'

/** How the monitoring is read: by the day on which something is due. */
export const monitoringList: RegisterList<typeof monitoringRegister> = {
  register: monitoringRegister,
  table: 'monitoring_entries',
  joins: sql`inner join placements on placements.id = monitoring_entries.placement_id`,
  search: [
    { kind: 'volunteers', column: 'placements.volunteer_id', isShared: true },
    { kind: 'units', column: 'placements.unit_id', isShared: true },
    { kind: 'families', column: 'placements.family_id', isShared: true, restrictedTo: 'families.read' },
  ],
  ofUnit: (unitId) => isOfUnit('placements', unitId),
  columns: ({ today }) => ({
    dueOn: { value: sql`monitoring_entries.due_on`, sort: sql`monitoring_entries.due_on` },
    state: {
      value: sql`case when monitoring_entries.done_on is not null then 'done' when monitoring_entries.skipped_on is not null then 'skipped' when monitoring_entries.due_on < ${today} then 'overdue' when monitoring_entries.due_on = ${today} then 'today' else 'coming' end`,
      conditions: {
        overdue: sql`${isWaiting} and monitoring_entries.due_on < ${today}`,
        today: sql`${isWaiting} and monitoring_entries.due_on = ${today}`,
        coming: sql`${isWaiting} and monitoring_entries.due_on > ${today}`,
        done: sql`monitoring_entries.done_on is not null`,
        skipped: sql`monitoring_entries.done_on is null and monitoring_entries.skipped_on is not null`,
      },
    },
    purpose: { value: sql`monitoring_entries.purpose` },
    volunteer: volunteerColumn(sql.ref('placements.volunteer_id')),
    ...placeColumns('placements'),
    coordinator: staffColumn(sql.ref('placements.coordinator_id')),
    doneOn: { value: sql`monitoring_entries.done_on` },
    doneBy: staffColumn(sql.ref('monitoring_entries.done_by')),
    way: { value: sql`coalesce(monitoring_entries.way, 'none')` },
    result: { value: sql`coalesce(monitoring_entries.result, 'none')` },
  }),
  extras: { placementId: sql`monitoring_entries.placement_id` },
  matches: ({ state, volunteer }) =>
    (volunteer && 'oneOf' in volunteer) ||
    state?.oneOf.every((each) => ['overdue', 'today', 'coming'].includes(each))
      ? 'few'
      : 'unknown',
}
