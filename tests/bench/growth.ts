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

/** What 95 of 100 pages may take, in milliseconds, however long the register is. */
const slowestPage = 20

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

/** What is measured: pages, which must not grow with the register, and what has to look at all that it counts. */
const pages: Record<string, Call> = {
  'first page': (api) => api.volunteers.list({}),
  'first page, newest': (api) => api.volunteers.list({ sort: 'createdOn', direction: 'descending' }),
  'filter: text': (api) => api.volunteers.list({ filters: { town: { contains: 'wa' } } }),
  'filter: choice': (api) => api.volunteers.list({ filters: { category: { oneOf: ['senior'] } } }),
  'filter: days': (api) => api.volunteers.list({ filters: { birthOn: { from: '1970-01-01' } } }),
  'filter: yes or no': (api) => api.volunteers.list({ filters: { isMinor: { is: false } } }),
  'filter: reference': (api) => api.agreements.list({ filters: { unit: { oneOf: [3] } } }),
  'filter: state': (api) => api.agreements.list({ filters: { state: { oneOf: ['active'] } } }),
  'search: a rare word': (api) => api.volunteers.list({ search: 'zyzn' }),
  'search: a common beginning': (api) => api.volunteers.list({ search: 'ko' }),
  'search: two words': (api) => api.volunteers.list({ search: 'anna ko' }),
}
const others: Record<string, Call> = {
  'jump to the middle': (api, rows) => api.volunteers.list({ offset: rows / 2 }),
  'count: all': (api) => api.volunteers.count({}),
  'count: filter': (api) => api.volunteers.count({ filters: { category: { oneOf: ['senior'] } } }),
  'count: search': (api) => api.volunteers.count({ search: 'ko' }),
}

async function timesOf(rows: number): Promise<Map<string, Times>> {
  const dataFolder = await folderOf(rows)
  const server = await createServer({ dataFolder, resourcesFolder, now: () => new Date(benchNow) })
  await server.settled()
  const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
  await api.accounts.signIn({ login, password })
  const deep = (await api.volunteers.list({ offset: Math.floor(rows * 0.9), limit: 1 })).nextCursor
  const calls: Record<string, Call> = {
    ...pages,
    ...others,
    'deep page': (client: Api) => client.volunteers.list({ cursor: deep }),
  }
  const times = new Map<string, Times>()
  for (const [name, call] of Object.entries(calls)) {
    const taken: number[] = []
    for (let turn = 0; turn < timesEach; turn++) {
      const started = performance.now()
      await call(api, rows)
      if (turn > 0) taken.push(performance.now() - started)
    }
    taken.sort((a, b) => a - b)
    const below = (share: number) => taken[Math.floor(taken.length * share)] ?? 0
    times.set(name, { p50: below(0.5), p95: below(0.95) })
  }
  await server.close()
  return times
}

/**
 * Measures lists of registers of several sizes through the real pipeline and prints what 95 of 100 calls stay below, in
 * milliseconds. Pages have an aim: at most 20 ms, and no more than 1.5 times as long in a register ten times as large.
 *
 * @returns the pages that miss it
 */
export async function printGrowth(sizes: readonly number[]): Promise<string[]> {
  const measured: Map<string, Times>[] = []
  for (const rows of sizes) measured.push(await timesOf(rows))
  console.log(
    `\n${'list, p50 / p95 in ms'.padEnd(32)}`,
    ...sizes.map((rows) => rows.toLocaleString('en').padStart(18)),
  )
  const misses: string[] = []
  for (const name of measured[0]?.keys() ?? []) {
    const times = measured.flatMap((each) => each.get(name) ?? [])
    const isPage = !(name in others)
    // What takes less than a millisecond grows by chance alone.
    const grows = times.some(
      ({ p50 }, index) => index > 0 && p50 > Math.max(1, times[index - 1]?.p50 ?? 0) * mostGrowth,
    )
    const isMet = !isPage || (!grows && times.every(({ p95 }) => p95 <= slowestPage))
    if (!isMet) misses.push(name)
    const cells = times.map(({ p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)}`.padStart(18))
    console.log(name.padEnd(32), ...cells, (isPage ? (isMet ? 'ok' : 'MISS') : '').padStart(8))
  }
  return misses
}
