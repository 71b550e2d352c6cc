import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openSqlite, type Sqlite } from '#main/database/database.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { rowsBehind } from '#shared/features/volunteering-report/volunteering-report.rows.rules.ts'
import { reportBases, reportWays } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { addDays, daysBetween } from '#shared/kit/dates.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import type { Figure } from './figures.ts'
import { benchNow, generate, login } from './generate.ts'

/** Makes 30,000 agreements. */
const volunteers = 25_000
const entries = 1_000_000
const settlements = 20_000

/** What 95 of 100 answers may take, in milliseconds. */
const slowest = 50
const timesEach = 41
const today = benchNow.slice(0, 10)
/** Hours before this day are confirmed. */
const openFrom = '2026-11-01'

interface Served {
  id: number
  volunteerId: number
  startsOn: string
  endsOn: string | null
  tasks: string
}

function listServed(sqlite: Sqlite): Served[] {
  return sqlite
    .prepare(
      `SELECT id, volunteer_id AS volunteerId, starts_on AS startsOn, ends_on AS endsOn, tasks FROM agreements
       WHERE status = 'signed' AND starts_on <= ? ORDER BY id`,
    )
    .all(today) as Served[]
}

/**
 * Writes entries of hours over all concluded agreements by their length, always the same, with the sums that triggers
 * would keep. Of ten entries one names the first task of its agreement.
 */
export function fillHours(sqlite: Sqlite, count: number): void {
  const concluded = listServed(sqlite)
  const lengths = concluded.map(({ startsOn, endsOn }) => {
    const last = endsOn !== null && endsOn < today ? endsOn : today
    return daysBetween(startsOn, last) + 1
  })
  const whole = lengths.reduce((sum, days) => sum + days, 0)
  // One sum after all of them takes a tenth of the time of a million triggers.
  const made = sqlite
    .prepare(
      `SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'hour_entries' AND sql IS NOT NULL AND type <> 'table'`,
    )
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of made) sqlite.exec(`DROP ${type} ${name}`)
  const insert = sqlite.prepare(
    `INSERT INTO hour_entries (agreement_id, volunteer_id, served_on, minutes, place, task, confirmed_at, confirmed_by,
       created_at) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)`,
  )
  let written = 0
  let due = 0
  sqlite.transaction(() => {
    for (const [index, { id, volunteerId, startsOn, tasks }] of concluded.entries()) {
      const days = lengths[index] ?? 0
      due += (count * days) / whole
      const here = Math.round(due) - written
      const [task = ''] = JSON.parse(tasks) as string[]
      for (let place = 0; place < here; place++) {
        const servedOn = addDays(startsOn, Math.floor((place * days) / here))
        const isConfirmed = servedOn < openFrom
        const at = `${servedOn}T18:00:00.000Z`
        const minutes = 60 + ((id + place) % 9) * 15
        const named = place % 10 === 0 ? task : ''
        insert.run(
          id,
          volunteerId,
          servedOn,
          minutes,
          named,
          isConfirmed ? at : null,
          isConfirmed ? 1 : null,
          at,
        )
      }
      written += here
    }
    sqlite.exec(`INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
      SELECT agreement_id, substr(served_on, 1, 7), sum(minutes), sum(minutes * (confirmed_at IS NOT NULL))
      FROM hour_entries GROUP BY 1, 2`)
    sqlite.exec(`INSERT INTO hour_years (year, agreement_id, minutes, confirmed_minutes)
      SELECT CAST(substr(served_on, 1, 4) AS INTEGER), agreement_id, sum(minutes),
        sum(minutes * (confirmed_at IS NOT NULL)) FROM hour_entries GROUP BY 1, 2`)
    // The generated tasks have no capitals of our alphabet, so no letters have to be made small one by one.
    sqlite.exec(`INSERT INTO hour_tasks (year, agreement_id, task_key, minutes, confirmed_minutes)
      SELECT CAST(substr(served_on, 1, 4) AS INTEGER), agreement_id, lower(trim(task)), sum(minutes),
        sum(minutes * (confirmed_at IS NOT NULL)) FROM hour_entries WHERE task <> '' GROUP BY 1, 2, 3`)
  })()
  for (const { sql } of made) sqlite.exec(sql)
}

/** Writes settlements of one ticket each over the concluded agreements, in all states. */
function fillSettlements(sqlite: Sqlite, count: number): void {
  const concluded = listServed(sqlite)
  const states = ['draft', 'submitted', 'approved', 'paid', 'paid', 'paid']
  const insert = sqlite.prepare(
    `INSERT INTO cost_settlements (agreement_id, volunteer_id, purpose, starts_on, ends_on, state, has_vehicle_consent,
       is_waiver_considered, travel_amount, per_diem_amount, waived_amount, total, reject_reason, created_at)
     VALUES (?, ?, 'dojazdy na dyżury', ?, ?, ?, 0, 0, ?, 0, 0, ?, '', ?)`,
  )
  const line = sqlite.prepare(
    `INSERT INTO cost_lines (settlement_id, position, kind, entered, amount, parts) VALUES (?, 0, 'ticket', ?, ?, '[]')`,
  )
  sqlite.transaction(() => {
    for (let index = 0; index < count; index++) {
      const agreement = concluded[(index * 7) % concluded.length]
      if (!agreement) continue
      const { id, volunteerId, startsOn } = agreement
      const amount = 440 + (index % 50) * 20
      const state = states[index % states.length]
      const at = `${startsOn}T08:00:00.000Z`
      const { lastInsertRowid } = insert.run(id, volunteerId, startsOn, startsOn, state, amount, amount, at)
      const entered = { kind: 'ticket', days: [startsOn], route: 'dojazd', tickets: 1, price: amount }
      line.run(lastInsertRowid, JSON.stringify(entered), amount)
    }
  })()
}

type Call = (api: Api) => Promise<unknown>

/** What is asked of the report, of lists by what the report filters them, of the start page and of costs. */
function casesOf(): [name: string, call: Call][] {
  const cases: [string, Call][] = []
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

/**
 * How long answers take with 30,000 agreements, a million entries of hours and 20,000 cost settlements: the report in all
 * ways, the lists behind its figures, the start page, and costs.
 */
export async function* measureVolunteering(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  try {
    await generate(folder, volunteers)
    const started = performance.now()
    const sqlite = openSqlite(join(folder, 'osrodek.db'))
    fillHours(sqlite, entries)
    fillSettlements(sqlite, settlements)
    sqlite.close()
    console.log(`hours and costs in ${((performance.now() - started) / 1000).toFixed(0)} s`)
    const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
    try {
      const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
      await api.accounts.signIn({ login, password })
      for (const [name, call] of casesOf()) {
        const { p50, p95 } = await timed(() => call(api))
        yield {
          name: `${name}: p95`,
          value: p95,
          unit: 'ms',
          aim: slowest,
          remark: `p50 ${p50.toFixed(1)} ms`,
        }
      }
    } finally {
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(call: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  await call()
  const times: number[] = []
  for (let turn = 0; turn < timesEach; turn++) {
    const started = performance.now()
    await call()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
