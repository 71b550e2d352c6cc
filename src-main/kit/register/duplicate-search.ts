import { setImmediate } from 'node:timers/promises'
import { type Likeness, likenessLevel } from '#shared/kit/likeness/likeness.ts'
import type { Db } from '../../database/database.ts'
import type { ComparedRegister } from './compared-register.ts'
import { listIdentitiesAfter } from './identities.queries.ts'
import type { Reader } from './list.queries.ts'

/** Two records that may be one; the first has the lower id. */
export interface FoundPair extends Likeness {
  firstId: number
  secondId: number
}

/** A search for repetitions: what a caller may watch while it runs, and what it found. */
export interface RunningSearch {
  done: number
  total: number
  isStopped: boolean
}

/** Records read in one go. */
const portion = 1000

/** For how long the search may hold up other calls, in milliseconds. */
const breath = 10

/** A group of records with one key that is larger than this is compared among neighbours only. */
const wholeGroup = 300

/** With how many of those that follow it each record of a large group is compared. */
const neighbours = 40

/** The most pairs that are kept, the likeliest; who has so many repetitions merges the first thousand first. */
const mostPairs = 20_000

/** Lets other calls through when its time is up. */
function breather(search: RunningSearch) {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < breath) return
    await setImmediate()
    if (search.isStopped) throw new Error('the search was stopped')
    began = performance.now()
  }
}

/**
 * Compares the records of a register that share a key (`LikenessRules`), not everybody with everybody, and answers the
 * pairs that may be one record, the likeliest first. It works in breaths, so that other calls are served meanwhile.
 */
export async function searchDuplicates(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  search: RunningSearch,
): Promise<FoundPair[]> {
  const breathe = breather(search)
  const { keys, order, of } = compared.likeness
  const ids: number[] = []
  const readied: unknown[] = []
  for (let last = 0; ; ) {
    const rows = await listIdentitiesAfter(db, compared, reader, last, portion)
    for (const { record, ready } of rows) {
      ids.push(record.id)
      readied.push(ready)
    }
    search.done += rows.length
    last = ids.at(-1) ?? 0
    if (rows.length < portion) break
    await breathe()
  }

  const found = new Map<number, FoundPair>()
  const compare = (one: number, other: number) => {
    const [first, second] = one < other ? [one, other] : [other, one]
    const key = first * readied.length + second
    if (found.has(key)) return
    const alike = of(readied[first], readied[second])
    if (!likenessLevel(alike.score)) return
    found.set(key, { firstId: ids[first] as number, secondId: ids[second] as number, ...alike })
  }
  for (const [index, keysOf] of keys.entries()) {
    for (const group of await grouped(readied, keysOf, breathe)) {
      const reach = group.length > wholeGroup ? neighbours : group.length
      if (group.length > wholeGroup) group.sort((a, b) => inOrder(order(readied[a]), order(readied[b])))
      for (const [at, one] of group.entries()) {
        for (let next = at + 1; next <= at + reach && next < group.length; next++) {
          compare(one, group[next] as number)
        }
        await breathe()
      }
    }
    search.done = readied.length + Math.floor((readied.length * (index + 1)) / keys.length)
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || a.firstId - b.firstId || a.secondId - b.secondId)
    .slice(0, mostPairs)
}

function inOrder(first: string, second: string): number {
  if (first === second) return 0
  return first < second ? -1 : 1
}

/** The groups of two and more that share a key. */
async function grouped(
  readied: unknown[],
  keysOf: (ready: unknown) => string[],
  breathe: () => Promise<void>,
): Promise<number[][]> {
  const groups = new Map<string, number[]>()
  for (const [index, ready] of readied.entries()) {
    for (const key of keysOf(ready)) {
      const group = groups.get(key)
      if (group) group.push(index)
      else groups.set(key, [index])
    }
    if (index % 64 === 0) await breathe()
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}
