import { sql } from 'kysely'
import { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { isOneOf } from '../../database/ids.ts'
import { sortKeyOf } from '../../database/polish.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

/** How the settlements are read: found by their volunteer, agreement and unit. */
export const costSettlementsList: RegisterList<typeof costSettlementsRegister> = {
  register: costSettlementsRegister,
  table: 'cost_settlements',
  title: sql`volunteers.surname || ' ' || volunteers.first_names || ', ' || cost_settlements.purpose`,
  foldedTitle: sql`volunteers.name_key`,
  joins: sql`left join volunteers on volunteers.id = cost_settlements.volunteer_id left join agreements on agreements.id = cost_settlements.agreement_id left join units on units.id = agreements.unit_id left join projects on projects.id = agreements.project_id`,
  search: [
    { kind: 'volunteers', column: 'cost_settlements.volunteer_id', isShared: true },
    { kind: 'agreements', column: 'cost_settlements.agreement_id', isShared: true },
    { kind: 'units', column: 'agreements.unit_id', isShared: true },
  ],
  ofUnit: (unitId) =>
    sql`cost_settlements.agreement_id in (select own.id from agreements as own where own.unit_id = ${unitId})`,
  columns: () => ({
    startsOn: { value: sql`cost_settlements.starts_on`, sort: sql`cost_settlements.starts_on` },
    endsOn: { value: sql`cost_settlements.ends_on` },
    volunteer: {
      value: sql`cost_settlements.volunteer_id`,
      text: sql`volunteers.surname || ' ' || volunteers.first_names`,
      folded: sql`volunteers.name_key`,
    },
    agreement: {
      value: sql`cost_settlements.agreement_id`,
      text: sql`coalesce(agreements.number, '')`,
      folded: sql`coalesce(agreements.number, '')`,
    },
    purpose: {
      value: sql`cost_settlements.purpose`,
      folded: sql`replace(${sortKeyOf('cost_settlements.purpose')}, '~', '')`,
    },
    unit: {
      value: sql`agreements.unit_id`,
      text: sql`units.name`,
      folded: sql`replace(coalesce(units.sort_key, ''), '~', '')`,
      among: (ids) =>
        sql`cost_settlements.agreement_id in (select own.id from agreements as own where ${isOneOf(sql`own.unit_id`, ids)})`,
    },
    project: {
      value: sql`agreements.project_id`,
      text: sql`projects.name`,
      folded: sql`replace(${sortKeyOf('projects.name')}, '~', '')`,
    },
    state: { value: sql`cost_settlements.state` },
    total: { value: sql`cost_settlements.total`, isUnindexed: true },
    travelAmount: { value: sql`cost_settlements.travel_amount` },
    perDiemAmount: { value: sql`cost_settlements.per_diem_amount` },
    waivedAmount: { value: sql`cost_settlements.waived_amount` },
    paidOn: { value: sql`cost_settlements.paid_on` },
  }),
  matches: ({ volunteer, agreement }) =>
    (volunteer && 'oneOf' in volunteer) || (agreement && 'oneOf' in agreement) ? 'few' : 'unknown',
}
