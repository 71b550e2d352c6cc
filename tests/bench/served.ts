import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openSqlite } from '#main/database/database.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import type { Figure } from './figures.ts'
import { fillHours, fillSettlements, listServed } from './fill.ts'
import { benchNow, generate, login } from './generate.ts'
import { fillPlaces } from './places.ts'

/** The register of which lists and reports are measured. */
const volunteers = 20_000
const agreements = 30_000
const entries = 1_000_000
const settlements = 20_000

/** What 95 of 100 answers may take, in milliseconds. */
const slowest = 50
const timesEach = 41

/** One question or act to be measured; acts are told which turn it is. */
export type Case = [name: string, call: (api: Api, turn: number) => Promise<unknown>]

/**
 * Opens the program on a register with a million entries of hours, and on what people do besides: settlements, needs,
 * placements and events. Takes it away afterwards.
 */
export async function withServed<Result>(work: (api: Api) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  try {
    await generate(folder, volunteers, agreements)
    const started = performance.now()
    const sqlite = openSqlite(join(folder, 'osrodek.db'))
    sqlite.pragma('synchronous = OFF')
    sqlite.pragma('cache_size = -262144')
    fillHours(sqlite, entries)
    fillSettlements(sqlite, settlements)
    fillPlaces(sqlite, listServed(sqlite))
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    sqlite.close()
    console.log(`hours, costs and places in ${((performance.now() - started) / 1000).toFixed(0)} s`)
    const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
    try {
      const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
      await api.accounts.signIn({ login, password })
      return await work(api)
    } finally {
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What 95 of 100 answers to each question stay below, one question after the other; with the time of the processor, which
 * tells a busy computer from a slow answer.
 */
export async function* measureCases(api: Api, cases: Case[], turns = timesEach): AsyncGenerator<Figure> {
  for (const [name, call] of cases) {
    const { elapsed, spent } = await timed((turn) => call(api, turn), turns)
    const remark = `p50 ${at(elapsed, 0.5).toFixed(1)} ms, processor p95 ${at(spent, 0.95).toFixed(1)} ms`
    yield { name: `${name}: p95`, value: at(elapsed, 0.95), unit: 'ms', aim: slowest, remark }
  }
}

const at = (sorted: number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN

async function timed(call: (turn: number) => Promise<unknown>, turns: number) {
  await call(0)
  const elapsed: number[] = []
  const spent: number[] = []
  for (let turn = 1; turn <= turns; turn++) {
    const before = process.cpuUsage()
    const started = performance.now()
    await call(turn)
    elapsed.push(performance.now() - started)
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  const rising = (times: number[]) => times.sort((a, b) => a - b)
  return { elapsed: rising(elapsed), spent: rising(spent) }
}
