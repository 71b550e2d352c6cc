import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import { reportWays } from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import type { Figure } from './figures.ts'
import { benchNow, generate, login } from './generate.ts'

/** Makes 30,000 agreements. */
const volunteers = 25_000

/** What 95 of 100 reports may take, in milliseconds. */
const slowestReport = 50
const timesEach = 61

/** How long the year in volunteering takes, each way of telling it, alone and beside the years before. */
export async function* measureReports(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  try {
    await generate(folder, volunteers)
    const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
    try {
      const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
      await api.accounts.signIn({ login, password })
      for (const compared of [0, mostCompared]) {
        for (const by of reportWays) {
          const { p50, p95 } = await timed(() => api.volunteeringReport.table({ year: 2025, by, compared }))
          yield {
            name: `report by ${by}, ${compared + 1} ${compared === 0 ? 'year' : 'years'}: p95`,
            value: p95,
            unit: 'ms',
            aim: slowestReport,
            remark: `p50 ${p50.toFixed(1)} ms`,
          }
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
