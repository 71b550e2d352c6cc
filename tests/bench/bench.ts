import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openDatabase } from '#main/database/database.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { password } from '#tests/support/people.ts'
import { type Api, resourcesFolder } from '#tests/support/testApp.ts'
import { bareRead, bareWrite, recordStatements, type Sent } from './bare.ts'
import { type BenchCase, casesFor } from './cases.ts'
import { type Figure, measureFigures } from './figures.ts'
import { benchNow, draftId, generate, login } from './generate.ts'
import { printGrowth } from './growth.ts'
import { hoursCases } from './hours.ts'
import { measureImport } from './imports.ts'
import { compare, type Timing } from './measure.ts'
import { measureOffice } from './office.ts'
import { measureReports } from './reports.ts'
import { type Case, measureCases, withServed } from './served.ts'
import { placesCases, volunteeringCases } from './volunteering.ts'

/** What a service call may take: twice its bare statements, and this. */
const allowance = 0.3

/** What 95 of 100 lists and searches may take. */
const slowestPage = 20

/**
 * Measures the program on a full register. Each kind of call goes through the real pipeline and is compared, in the
 * same run, with its own SQL on a bare connection; then come single figures. Nothing here fails: it prints numbers and
 * whether each aim is met. All times are in milliseconds.
 *
 * An argument narrows the table to cases whose name contains it and leaves the rest out; `figures` alone leaves the
 * table out, `office` measures only the issue of documents, `import` only an import, `reports` only reports, `hours` only the
 * log of hours with a million entries, `volunteering` reports and lists with as many, `places` needs, placements, events and
 * requirements, `served` all three, each narrowed by a second argument, and `growth` only how lists bear registers of
 * several sizes (`--rows 10000,100000`).
 */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? ''
  if (wanted === 'growth') return conclude(await printGrowth(sizesAsked()))
  if (wanted === 'import') return conclude(await printFigures(measureImport()))
  if (wanted === 'served') return conclude(await printServed(all, process.argv[3]))
  if (wanted in parts) return conclude(await printServed([wanted as keyof typeof parts], process.argv[3]))
  if (wanted === 'reports') return conclude(await printFigures(measureReports()))
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-'))
  const misses: string[] = []
  try {
    await generate(folder)
    if (wanted === 'office') return conclude(await printFigures(measureOffice(folder)))
    if (wanted !== 'figures') misses.push(...(await printTable(folder, wanted)))
    if (wanted === 'figures' || wanted === '') {
      misses.push(...(await printFigures(measureFigures(folder))))
      misses.push(...(await printFigures(measureOffice(folder))))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (wanted === '')
    misses.push(
      ...(await printFigures(measureImport())),
      ...(await printFigures(measureReports())),
      ...(await printServed(all)),
      ...(await printGrowth(sizesAsked())),
    )
  conclude(misses)
}

/** What is measured on the register with a million entries of hours; what writes comes last. */
const parts = {
  volunteering: async () => volunteeringCases(),
  places: placesCases,
  hours: hoursCases,
} satisfies Record<string, (api: Api) => Promise<Case[]>>

const all = Object.keys(parts) as (keyof typeof parts)[]

function printServed(wanted: (keyof typeof parts)[], part = ''): Promise<string[]> {
  return withServed(async (api) => {
    const misses: string[] = []
    for (const name of wanted) {
      const cases = (await parts[name](api)).filter(([title]) => title.includes(part))
      misses.push(...(await printFigures(measureCases(api, cases))))
    }
    return misses
  })
}

function conclude(misses: string[]): void {
  console.log(misses.length === 0 ? '\nEvery aim is met.' : `\n${misses.length} missed: ${misses.join('; ')}`)
}

/** The sizes of registers after `--rows`, e.g. `--rows 10000,100000`; multiples of 10,000. */
function sizesAsked(): number[] {
  const at = process.argv.indexOf('--rows')
  return at < 0 ? [10_000, 100_000, 1_000_000] : (process.argv[at + 1] ?? '').split(',').map(Number)
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

async function printTable(folder: string, wanted: string): Promise<string[]> {
  const bare = openDatabase(join(folder, 'osrodek.db'))
  const isWanted = ({ name }: BenchCase) => name.includes(wanted)
  const recorder = recordStatements()
  const sent = await withServer(folder, async (api) => {
    const all: Sent[][][] = []
    for (const { calls } of casesFor(api, bare, { volunteerId: 1, draftId: draftId(0) }).filter(isWanted)) {
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

  const misses: string[] = []
  printRow('milliseconds', ['bare p50', 'service p50', 'ratio', 'aim', 'service p95', 'aim', ''])
  await withServer(folder, async (api) => {
    const cases = casesFor(api, bare, { volunteerId: 2, draftId: draftId(1) }).filter(isWanted)
    for (const [index, { name, calls, isPage, isWrite }] of cases.entries()) {
      const twins = sent[index]?.map((of) => (isWrite ? bareWrite : bareRead)(bare.sqlite, of)) ?? []
      if (!printComparison(name, await compare(twins, calls), isPage)) misses.push(name)
    }
  })
  bare.close()
  return misses
}

/** @returns whether the aims are met */
function printComparison(
  name: string,
  { bare, service }: Record<'bare' | 'service', Timing>,
  isPage: boolean,
): boolean {
  const allowed = bare.p50 * 2 + allowance
  const isMet = service.p50 <= allowed && (!isPage || service.p95 <= slowestPage)
  printRow(name, [
    bare.p50.toFixed(3),
    service.p50.toFixed(3),
    `${(service.p50 / bare.p50).toFixed(2)}×`,
    `≤ ${allowed.toFixed(3)}`,
    service.p95.toFixed(3),
    isPage ? `≤ ${slowestPage}` : '',
    isMet ? 'ok' : 'MISS',
  ])
  return isMet
}

async function printFigures(figures: AsyncIterable<Figure>): Promise<string[]> {
  const misses: string[] = []
  console.log()
  for await (const { name, value, unit, aim, isLeast, remark = '' } of figures) {
    const isMet = isLeast ? value >= aim : value <= aim
    if (!isMet) misses.push(name)
    const shown = value.toFixed(value < 100 ? 1 : 0)
    printRow(name, [
      `${shown} ${unit}`,
      `${isLeast ? '≥' : '≤'} ${aim} ${unit}`,
      isMet ? 'ok' : 'MISS',
      remark,
    ])
  }
  return misses
}

function printRow(name: string, cells: string[]): void {
  console.log(name.padEnd(40), ...cells.map((cell) => cell.padStart(12)))
}

await main()
