import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { rowsBehind } from '#shared/features/volunteering-report/volunteering-report.rows.rules.ts'
import { reportBases, reportWays } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Api } from '#tests/support/testApp.ts'
import { today } from './fill.ts'
import type { Case } from './served.ts'

/** What is asked of the report, of lists by what the report filters them, of the start page and of costs. */
export function volunteeringCases(): Case[] {
  const cases: Case[] = []
  for (const basis of reportBases)
    for (const compared of [0, mostCompared])
      for (const by of reportWays)
        cases.push([
          `report ${basis} by ${by}, ${compared + 1} ${compared === 0 ? 'year' : 'years'}`,
          (api) => api.volunteeringReport.table({ year: 2025, by, basis, compared }),
        ])
  cases.push([
    'report of a unit by activity',
    (api) => api.volunteeringReport.table({ year: 2025, by: 'activity', unitId: 3 }),
  ])
  for (const basis of reportBases)
    for (const [by, id] of [
      ['unit', 3],
      ['activity', 2],
      ['ageBand', 'from60'],
      ['category', 'senior'],
      ['month', 6],
    ] as const) {
      const {
        volunteers: people,
        agreements,
        hours,
      } = rowsBehind({ year: 2025, basis, unitId: null }, by, { id })
      const what = `${basis} by ${by}`
      cases.push([`volunteers behind ${what}`, (api) => api.volunteers.list({ filters: people })])
      cases.push([`agreements behind ${what}`, (api) => api.agreements.list({ filters: agreements })])
      cases.push([`hours behind ${what}`, (api) => api.hours.list({ filters: hours.minutes })])
    }
  const { hours } = rowsBehind({ year: 2025, basis: 'inForce', unitId: null }, 'month', null)
  cases.push(['hours behind a year: count', (api) => api.hours.count({ filters: hours.minutes })])
  // The start page shows what ends soon, and counts.
  const ending = { state: { oneOf: ['ending'] } } as const
  cases.push(
    [
      'start page: ending soon',
      (api) =>
        api.agreements.list({
          filters: { state: { oneOf: ['ending'] } },
          sort: 'endsOn',
          direction: 'ascending',
        }),
    ],
    [
      'start page: how many end soon',
      (api) => api.agreements.count({ filters: { state: { oneOf: [...ending.state.oneOf] } } }),
    ],
    ['start page: drafts', (api) => api.agreements.count({ filters: { state: { oneOf: ['draft'] } } })],
    ['costs: first page', (api) => api.costSettlements.list({})],
    [
      'costs: to be approved',
      (api) => api.costSettlements.list({ filters: { state: { oneOf: ['submitted'] } } }),
    ],
    ['costs: of a unit', (api) => api.costSettlements.list({ filters: { unit: { oneOf: [3] } } })],
    ['costs: by amount', (api) => api.costSettlements.list({ sort: 'total', direction: 'descending' })],
    ['costs: count', (api) => api.costSettlements.count({})],
    ['costs: one', (api) => api.costSettlements.get({ id: 17 })],
  )
  for (const by of ['volunteer', 'unit', 'project', 'month'] as const)
    cases.push([`costs of a year by ${by}`, (api) => api.costSettlements.totals({ year: 2025, by })])
  return cases
}

/** What is asked of needs, placements, contacts, events and requirements, and of volunteers by where they stand. */
export async function placesCases(api: Api): Promise<Case[]> {
  const [need] = (await api.needs.list({ filters: { state: { oneOf: ['open'] } } })).rows
  const [event] = (await api.events.list({})).rows
  const requirements = await api.requirements.rules.list()
  const requirement = { oneOf: [requirements.at(-1)?.id ?? 1] }
  return [
    ['needs: first page', (of) => of.needs.list({})],
    ['needs: open', (of) => of.needs.list({ filters: { state: { oneOf: ['open'] } } })],
    ['needs: by state', (of) => of.needs.list({ sort: 'state' })],
    ['needs: count of open', (of) => of.needs.count({ filters: { state: { oneOf: ['open'] } } })],
    ['needs: candidates', (of) => of.needs.candidates({ id: need?.id ?? 1 })],
    ['placements: first page', (of) => of.placements.list({})],
    ['placements: active', (of) => of.placements.list({ filters: { state: { oneOf: ['active'] } } })],
    ['placements: of a unit', (of) => of.placements.list({ filters: { unit: { oneOf: [3] } } })],
    ['placements: overdue', (of) => of.placements.list({ filters: { isOverdue: { is: true } } })],
    ['placements: count', (of) => of.placements.count({})],
    ['contacts: first page', (of) => of.monitoring.list({})],
    ['contacts: summary', (of) => of.monitoring.summary()],
    ['week of a unit', (of) => of.placements.week({ unitId: 3, volunteerId: null, day: today })],
    ['events: first page', (of) => of.events.list({})],
    ['events: of a unit', (of) => of.events.list({ filters: { unit: { oneOf: [3] } } })],
    ['events: search', (of) => of.events.list({ search: 'zbiórka' })],
    ['events: count', (of) => of.events.count({})],
    ['events: members', (of) => of.events.members({ id: event?.id ?? 1 })],
    ['requirements: first page', (of) => of.requirements.list({})],
    ['requirements: waiting', (of) => of.requirements.list({ filters: { waits: { is: true } } })],
    ['requirements: of one kind', (of) => of.requirements.list({ filters: { requirement } })],
    ['requirements: missing', (of) => of.requirements.list({ filters: { state: { oneOf: ['missing'] } } })],
    ['requirements: search for a name', (of) => of.requirements.list({ search: 'kowal' })],
    ['requirements: count', (of) => of.requirements.count({})],
    ['volunteers: first page', (of) => of.volunteers.list({})],
    ['volunteers: active', (of) => of.volunteers.list({ filters: { status: { oneOf: ['active'] } } })],
    ['volunteers: who lack something', (of) => of.volunteers.list({ filters: { missing: requirement } })],
    ['volunteers: who lack it, count', (of) => of.volunteers.count({ filters: { missing: requirement } })],
    [
      'volunteers: something lapses soon',
      (of) => of.volunteers.list({ filters: { requirementDue: { from: today, to: '2026-12-31' } } }),
    ],
    ['volunteers: since when', (of) => of.volunteers.list({ sort: 'statusSince' })],
    [
      'volunteers: of a kind of activity',
      (of) => of.volunteers.list({ filters: { activityKind: { oneOf: [2] } } }),
    ],
  ]
}
