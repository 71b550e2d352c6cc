import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openSqlite } from '#main/database/database.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import { benchNow, generate, login } from './generate.ts'
import { copyRecords } from './multiply.ts'

/** A page may grow so much when a register grows tenfold. */
const mostGrowth = 1.5

/** What 95 of 100 pages may take, in milliseconds, and what filters, searches and counts may. */
const slowestPage = 20
const slowestOther = 100

/** The largest register for which that holds. */
const quickUpTo = 100_000

const timesEach = 41
/** Records of the register that the larger ones are copied from. */
const base = 10_000

/** A folder with a register of that size, made once for each schema and generator and kept with temporary files. */
async function folderOf(rows: number): Promise<string> {
  const sources = ['generate.ts', 'people.ts', 'multiply.ts'].map((name) =>
    readFileSync(join(import.meta.dirname, name)),
  )
  const hash = createHash('sha256').update(migrations.join()).update(Buffer.concat(sources)).digest('hex')
  const folder = join(tmpdir(), `osrodek-bench-${hash.slice(0, 12)}-${rows}`)
  if (existsSync(folder)) return folder
  const made = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  if (rows === base) await generate(made, base)
  else {
    cpSync(await folderOf(base), made, { recursive: true })
    rmSync(join(made, 'backups'), { recursive: true, force: true })
    const sqlite = openSqlite(join(made, 'osrodek.db'))
    copyRecords(sqlite, rows / base)
    sqlite.close()
  }
  renameSync(made, folder)
  return folder
}

interface Times {
  p50: number
  p95: number
}

type Call = (api: Api, rows: number) => Promise<unknown>

/** What must not take longer in a longer register, and what depends on how many rows match. */
interface GrowthCase {
  call: Call
  isPage?: true
}

const cases: Record<string, GrowthCase> = {
  'first page': { isPage: true, call: (api) => api.volunteers.list({}) },
  'first page, newest': {
    isPage: true,
    call: (api) => api.volunteers.list({ sort: 'createdOn', direction: 'descending' }),
  },
  'first page, by town': { isPage: true, call: (api) => api.volunteers.list({ sort: 'town' }) },
  'first page of agreements': { isPage: true, call: (api) => api.agreements.list({}) },
  'first page of the history': { isPage: true, call: (api) => api.history.list({}) },
  'history of one record': { isPage: true, call: (api) => api.volunteers.history({ recordId: 4000 }) },
  'jump to the middle': { call: (api, rows) => api.volunteers.list({ offset: rows / 2 }) },
  'filter: text': { call: (api) => api.volunteers.list({ filters: { town: { contains: 'wa' } } }) },
  'filter: choice': { call: (api) => api.volunteers.list({ filters: { category: { oneOf: ['senior'] } } }) },
  'filter: days': { call: (api) => api.volunteers.list({ filters: { birthOn: { from: '1970-01-01' } } }) },
  'filter: yes or no': { call: (api) => api.volunteers.list({ filters: { isMinor: { is: false } } }) },
  'filter: reference': { call: (api) => api.agreements.list({ filters: { unit: { oneOf: [3] } } }) },
  'filter: state': { call: (api) => api.agreements.list({ filters: { state: { oneOf: ['active'] } } }) },
  'filter: kind, in the history': {
    call: (api) => api.history.list({ filters: { kind: { oneOf: ['volunteers'] } } }),
  },
  'search: a rare word': { call: (api) => api.volunteers.list({ search: 'zyzn' }) },
  'search: a common beginning': { call: (api) => api.volunteers.list({ search: 'ko' }) },
  'search: two words': { call: (api) => api.volunteers.list({ search: 'anna ko' }) },
  'search: in the history': { call: (api) => api.history.list({ search: 'zyzn' }) },
  'count: all': { call: (api) => api.volunteers.count({}) },
  'count: filter': { call: (api) => api.volunteers.count({ filters: { category: { oneOf: ['senior'] } } }) },
  'count: search': { call: (api) => api.volunteers.count({ search: 'ko' }) },
}

/** The program on a register of a size. */
interface Opened {
  rows: number
  api: Api
  close: () => Promise<void>
}

async function open(rows: number): Promise<Opened> {
  const dataFolder = await folderOf(rows)
  const server = await createServer({ dataFolder, resourcesFolder, now: () => new Date(benchNow) })
  await server.settled()
  const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
  await api.accounts.signIn({ login, password })
  return { rows, api, close: () => server.close() }
}

/** Times a call in all registers in turns, so that a busy moment of the machine hits each of them. */
async function timesOf(call: Call, registers: readonly Opened[]): Promise<Times[]> {
  const taken = registers.map((): number[] => [])
  for (let turn = 0; turn < timesEach; turn++) {
    for (const [index, { api, rows }] of registers.entries()) {
      const started = performance.now()
      await call(api, rows)
      if (turn > 0) taken[index]?.push(performance.now() - started)
    }
  }
  return taken.map((times) => {
    times.sort((a, b) => a - b)
    const below = (share: number) => times[Math.floor(times.length * share)] ?? 0
    return { p50: below(0.5), p95: below(0.95) }
  })
}

/** Pages deep in the register go on after a row that another page ended with. */
async function deepPages(registers: readonly Opened[]): Promise<GrowthCase> {
  const cursors = new Map<Api, string | null>()
  for (const { api, rows } of registers)
    cursors.set(api, (await api.volunteers.list({ offset: Math.floor(rows * 0.9), limit: 1 })).nextCursor)
  return { isPage: true, call: (api) => api.volunteers.list({ cursor: cursors.get(api) ?? null }) }
}

/**
 * Measures lists of registers of several sizes through the real pipeline and prints the median and what 95 of 100 calls
 * stay below, in milliseconds. A page may take 1.5 times as long in a register ten times as large; up to 100,000
 * records it may take 20 ms, and a filter, a search or a count 100 ms.
 *
 * @returns what misses that
 */
export async function printGrowth(sizes: readonly number[]): Promise<string[]> {
  const registers: Opened[] = []
  for (const rows of sizes) registers.push(await open(rows))
  console.log(
    `\n${'list, p50 / p95 in ms'.padEnd(32)}`,
    ...sizes.map((rows) => rows.toLocaleString('en').padStart(18)),
    'growth'.padStart(10),
  )
  const misses: string[] = []
  const all = { ...cases, 'page deep in the list': await deepPages(registers) }
  for (const [name, { call, isPage = false }] of Object.entries<GrowthCase>(all)) {
    const times = await timesOf(call, registers)
    const growth = Math.max(
      ...times.map(({ p50 }, index) => p50 / (times[index - 1]?.p50 ?? Number.POSITIVE_INFINITY)),
    )
    const slowest = isPage ? slowestPage : slowestOther
    const isQuick = times.every(({ p95 }, index) => (sizes[index] ?? 0) > quickUpTo || p95 <= slowest)
    const isMet = isQuick && (!isPage || growth <= mostGrowth)
    if (!isMet) misses.push(name)
    const cells = times.map(({ p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)}`.padStart(18))
    const grown = isPage ? `${growth.toFixed(2)}×` : ''
    console.log(name.padEnd(32), ...cells, grown.padStart(10), (isMet ? 'ok' : 'MISS').padStart(6))
  }
  for (const { close } of registers) await close()
  return misses
}
