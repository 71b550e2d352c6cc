import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openSqlite, type Sqlite } from '#main/database/database.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { daysBetween } from '#shared/kit/dates.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import { benchNow, generate, login } from './generate.ts'

const volunteers = 20_000
const agreements = 30_000
const entries = 1_000_000

/** What 95 of 100 answers may take, in milliseconds. */
const slowest = 50
const timesEach = 41

/** A month in which all agreements that there are have hours, and one that is not confirmed yet. */
const month = '2026-06'
const openMonth = '2026-11'
const today = benchNow.slice(0, 10)
/** Hours before this day are confirmed. */
const openFrom = `${openMonth}-01`

/** `addDays` for a million days: quick, and right where no clock time is asked for. */
function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

interface Served {
  id: number
  volunteerId: number
  startsOn: string
  endsOn: string | null
}

/** Writes a million entries, spread over the agreements by their length, with the sums of their months. */
function fillHours(sqlite: Sqlite, count: number): void {
  const started = performance.now()
  const concluded = sqlite
    .prepare(
      `SELECT id, volunteer_id AS volunteerId, starts_on AS startsOn, ends_on AS endsOn FROM agreements
       WHERE status = 'signed' AND starts_on <= ? ORDER BY id`,
    )
    .all(today) as Served[]
  const lengths = concluded.map(({ startsOn, endsOn }) => {
    const last = endsOn !== null && endsOn < today ? endsOn : today
    return daysBetween(startsOn, last) + 1
  })
  const whole = lengths.reduce((sum, days) => sum + days, 0)
  const triggers = sqlite
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE tbl_name = 'hour_entries' AND sql IS NOT NULL AND type <> 'table'`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name, sql } of triggers)
    sqlite.exec(`DROP ${sql.startsWith('CREATE TRIGGER') ? 'TRIGGER' : 'INDEX'} ${name}`)
  const insert = sqlite.prepare(
    `INSERT INTO hour_entries (agreement_id, volunteer_id, served_on, minutes, from_minute, to_minute, place, task,
       confirmed_at, confirmed_by, import_id, created_at)
     VALUES (?, ?, ?, ?, NULL, NULL, '', ?, ?, ?, NULL, ?)`,
  )
  let written = 0
  let due = 0
  sqlite.transaction(() => {
    for (const [index, { id, volunteerId, startsOn }] of concluded.entries()) {
      const days = lengths[index] ?? 0
      due += (count * days) / whole
      const here = Math.round(due) - written
      for (let place = 0; place < here; place++) {
        const servedOn = dayAfter(startsOn, Math.floor((place * days) / here))
        const isConfirmed = servedOn < openFrom
        const at = `${servedOn}T18:00:00.000Z`
        insert.run(
          id,
          volunteerId,
          servedOn,
          60 + ((id + place) % 9) * 15,
          place % 10 === 0 ? 'pomoc w świetlicy' : '',
          isConfirmed ? at : null,
          isConfirmed ? 1 : null,
          at,
        )
      }
      written += here
    }
    sqlite.exec(`INSERT INTO hour_months (agreement_id, month, minutes, confirmed_minutes)
      SELECT agreement_id, substr(served_on, 1, 7), sum(minutes), sum(minutes * (confirmed_at IS NOT NULL))
      FROM hour_entries GROUP BY agreement_id, substr(served_on, 1, 7)`)
  })()
  for (const { sql } of triggers) sqlite.exec(sql)
  sqlite.exec('ANALYZE')
  console.log(`${written} entries of hours in ${((performance.now() - started) / 1000).toFixed(0)} s\n`)
}

type Call = (api: Api, turn: number) => Promise<unknown>

/** What the log of hours is asked while somebody works with it. */
async function casesOf(api: Api): Promise<Record<string, Call>> {
  const { lines } = await api.hours.month({ month })
  const { lines: open } = await api.hours.month({ month: openMonth })
  const [line] = lines
  const unitId = (await api.units.list({ limit: 3 })).rows.at(-1)?.id ?? 1
  const volunteer = { oneOf: [line?.volunteerId ?? 1] }
  const seen = open.map(({ agreementId, openMinutes }) => ({ agreementId, minutes: openMinutes }))
  const cells = open
    .slice(0, 20)
    .flatMap(({ agreementId, startsOn, days }) =>
      ['2026-11-20', '2026-11-21']
        .filter((day) => startsOn <= day && !days.some((served) => served.day === day))
        .map((day) => ({ agreementId, day })),
    )
  return {
    'month, first page': (of) => of.hours.month({ month }),
    'month, a page further on': (of) => of.hours.month({ month, offset: 300 }),
    'month of a unit': (of) => of.hours.month({ month, unitId }),
    'month not confirmed': (of) => of.hours.month({ month: openMonth }),
    'save 40 cells': (of, turn) =>
      of.hours.save({ cells: cells.map((cell) => ({ ...cell, minutes: 60 + (turn % 3) * 15 })) }),
    'entries, first page': (of) => of.hours.list({}),
    'entries, one volunteer': (of) => of.hours.list({ filters: { volunteer } }),
    'entries, one month': (of) =>
      of.hours.list({ filters: { servedOn: { from: `${month}-01`, to: `${month}-30` } } }),
    'entries, one unit': (of) => of.hours.list({ filters: { unit: { oneOf: [unitId] } } }),
    'entries not confirmed': (of) => of.hours.list({ filters: { isConfirmed: { is: false } } }),
    'entries, search for a name': (of) => of.hours.list({ search: 'kowal' }),
    'count of all entries': (of) => of.hours.count({}),
    'count, not confirmed': (of) => of.hours.count({ filters: { isConfirmed: { is: false } } }),
    'count, one unit': (of) => of.hours.count({ filters: { unit: { oneOf: [unitId] } } }),
    'months of a volunteer': (of) => of.hours.months({ volunteerId: line?.volunteerId ?? 1 }),
    'totals of a year by unit': (of) => of.hours.totals({ from: '2025-01', to: '2025-12', by: 'unit' }),
    'totals of a year by month': (of) => of.hours.totals({ from: '2025-01', to: '2025-12', by: 'month' }),
    'totals of a year by volunteer': (of) =>
      of.hours.totals({ from: '2025-01', to: '2025-12', by: 'volunteer' }),
    'certificate with its hours': (of) =>
      of.documents.propose({ kind: 'certificate', volunteerId: line?.volunteerId ?? 1, issuedOn: today }),
    'confirm 100 lines, and back': async (of) => {
      const fresh = (await of.hours.month({ month: openMonth })).lines
      const asSeen = fresh.map(({ agreementId, openMinutes }) => ({ agreementId, minutes: openMinutes }))
      const { confirmedAt } = await of.hours.confirm({ month: openMonth, lines: asSeen })
      await of.hours.reopen({
        month: openMonth,
        agreementIds: seen.map(({ agreementId }) => agreementId),
        confirmedAt,
      })
    },
  }
}

/**
 * Measures the log of hours with a million entries through the real pipeline and prints the median and what 95 of 100
 * answers stay below, in milliseconds.
 *
 * @returns what takes longer than it may
 */
export async function printHours(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  const misses: string[] = []
  try {
    await generate(folder, volunteers, agreements)
    const sqlite = openSqlite(join(folder, 'osrodek.db'))
    fillHours(sqlite, entries)
    sqlite.close()
    const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
    try {
      const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
      await api.accounts.signIn({ login, password })
      console.log('hours, in ms'.padEnd(34), ...['p50', 'p95', 'aim'].map((title) => title.padStart(10)))
      for (const [name, call] of Object.entries(await casesOf(api))) {
        const times: number[] = []
        await call(api, 0)
        for (let turn = 1; turn <= timesEach; turn++) {
          const started = performance.now()
          await call(api, turn)
          times.push(performance.now() - started)
        }
        times.sort((a, b) => a - b)
        const below = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN
        const isMet = below(0.95) <= slowest
        if (!isMet) misses.push(name)
        const cells = [below(0.5).toFixed(1), below(0.95).toFixed(1), `≤ ${slowest}`, isMet ? 'ok' : 'MISS']
        console.log(name.padEnd(34), ...cells.map((cell) => cell.padStart(10)))
      }
    } finally {
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return misses
}
