import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openDatabase } from '#main/database/database.ts'
import { createCompiler } from '#main/documents/compiler.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import { bareRead, bareWrite, recordStatements, type Sent } from './bare.ts'
import { type BenchCase, casesFor, firstDraftId } from './cases.ts'
import {
  documentsOf,
  firstScript,
  memoryAfterWork,
  startToFirstAnswer,
  startWithBackup,
  timeOfPage,
  timeOfPdfs,
} from './figures.ts'
import { benchNow, generatedFolder, login } from './generate.ts'
import { compare, inTurn, type Timing } from './measure.ts'

/**
 * Measures the program on a full register. Each kind of call goes through the real pipeline and is compared, in
 * the same run, with its own SQL on a bare connection; then come single figures. Nothing here fails: it prints
 * numbers and whether each aim is met.
 *
 * An argument narrows the table to cases whose name contains it; `table` and `figures` leave the other part out.
 */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? ''
  const seed = await generatedFolder()
  const folder = `${seed}-run-${process.pid}`
  cpSync(seed, folder, { recursive: true })
  try {
    if (wanted !== 'figures') await printTable(folder, wanted === 'table' ? '' : wanted)
    if (wanted === 'figures' || wanted === '') await printFigures(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withServer<Result>(folder: string, work: (api: Api) => Promise<Result>): Promise<Result> {
  const server = await createServer({ dataFolder: folder, resourcesFolder, now: () => new Date(benchNow) })
  try {
    const context = { session: newSession() }
    const api = createRouterClient(server.router, { context }) as unknown as Api
    await api.accounts.signIn({ login, password })
    return await work(api)
  } finally {
    await server.close()
  }
}

async function printTable(folder: string, wanted: string): Promise<void> {
  const bare = openDatabase(join(folder, 'osrodek.db'))
  const isWanted = ({ name }: BenchCase) => name.includes(wanted)
  const recorder = recordStatements()
  const sent = await withServer(folder, async (api) => {
    const all: Sent[][][] = []
    for (const { calls } of casesFor(api, bare, { volunteerId: 1, draftId: firstDraftId }).filter(isWanted)) {
      const ofCase: Sent[][] = []
      for (const call of calls) {
        recorder.take()
        await call()
        ofCase.push(recorder.take())
      }
      all.push(ofCase)
    }
    return all
  })
  recorder.stop()

  printRow('case', ['bare p50', 'service p50', 'ratio', 'allowed', 'service p95', 'aim'])
  await withServer(folder, async (api) => {
    const cases = casesFor(api, bare, { volunteerId: 2, draftId: firstDraftId + 1 }).filter(isWanted)
    for (const [index, { name, calls, isPage, isWrite }] of cases.entries()) {
      const twins = sent[index]?.map((of) => (isWrite ? bareWrite : bareRead)(bare.sqlite, of)) ?? []
      printComparison(name, await compare(inTurn(twins), inTurn(calls)), isPage)
    }
  })
  bare.close()
}

function printComparison(
  name: string,
  { bare, service }: Record<'bare' | 'service', Timing>,
  isPage: boolean,
) {
  const allowed = bare.p50 * 2 + 0.3
  const misses = [service.p50 > allowed && 'too slow', isPage && service.p95 > 20 && 'p95 over 20 ms']
  printRow(name, [
    milliseconds(bare.p50),
    milliseconds(service.p50),
    `${(service.p50 / bare.p50).toFixed(2)}×`,
    milliseconds(allowed),
    milliseconds(service.p95),
    misses.filter(Boolean).join(', ') || 'met',
  ])
}

function printRow(name: string, cells: string[]): void {
  console.log(name.padEnd(40), ...cells.map((cell) => cell.padStart(12)))
}

function milliseconds(value: number): string {
  return `${value.toFixed(3)} ms`
}

async function printFigures(folder: string): Promise<void> {
  const bare = openDatabase(join(folder, 'osrodek.db'))
  const documents = await documentsOf(bare, 1000)
  bare.close()
  const figure = (name: string, value: number, unit: string, aim: number, remark = '') =>
    console.log(
      name.padEnd(40),
      `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.padStart(12),
      `aim ${aim} ${unit}`.padStart(14),
      value <= aim ? ' met' : ' MISSED',
      remark,
    )

  console.log()
  figure('start to first answer, first of a day', await startWithBackup(folder), 'ms', 1500)
  figure('start to first answer', await startToFirstAnswer(folder), 'ms', 1500)
  const compiler = createCompiler(join(resourcesFolder, 'templates'))
  timeOfPage(compiler, documents.slice(0, 20))
  figure('a page, warm', timeOfPage(compiler, documents.slice(0, 200)), 'ms', 10)
  figure('1,000 agreements as PDF', timeOfPdfs(compiler, documents), 'ms', 5000)
  const memory = await memoryAfterWork(folder)
  if (memory) figure('memory of the server', memory.now, 'MB', 200, `(at most ${memory.peak.toFixed(0)} MB)`)
  const { kilobytes, largest } = firstScript()
  figure('first script, compressed', kilobytes, 'kB', 400, `(${largest.join(', ')})`)
}

await main()
