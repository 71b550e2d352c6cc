import type { Identity } from '#shared/kit/likeness/identity.ts'
import { type LikenessReason, likenessLevel } from '#shared/kit/likeness/likeness.ts'
import type {
  DuplicateSearch,
  duplicateProcedures,
  LikelyDuplicate,
  LikelyPair,
} from '#shared/kit/register/duplicates.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import type { Storage } from '../../database/storage.ts'
import type { QueryContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import { describe } from '../pipeline.ts'
import type { ComparedRegister } from './compared-register.ts'
import { type FoundPair, type RunningSearch, searchDuplicates } from './duplicate-search.ts'
import * as queries from './duplicates.queries.ts'
import { listCandidates, listIdentities, readableOf, readableParts } from './identities.queries.ts'
import { countRows, type Reader } from './list.queries.ts'
import { readerOf } from './reader.ts'

/** How many likely duplicates are told while somebody types. */
const mostLikely = 10

/** The last search of a register, as seen by those who may see the same; in memory, because it is soon made again. */
interface SearchState {
  running: RunningSearch | null
  pairs: FoundPair[]
  finishedAt: string | null
}

const searches = new WeakMap<Storage, Map<string, SearchState>>()

function stateOf(compared: ComparedRegister, reader: Reader, storage: Storage): SearchState {
  const ofStorage = searches.get(storage) ?? new Map<string, SearchState>()
  searches.set(storage, ofStorage)
  const key = [
    storage.generation(),
    compared.list.register.name,
    reader.unitId,
    ...readableNames(compared, reader),
  ].join('/')
  const state = ofStorage.get(key) ?? { running: null, pairs: [], finishedAt: null }
  ofStorage.set(key, state)
  return state
}

function readableNames(compared: ComparedRegister, reader: Reader): string[] {
  return readableParts(compared, reader).map(({ part }) => part)
}

function shown({ running, finishedAt }: SearchState): DuplicateSearch {
  return { running: running && { done: running.done, total: running.total }, finishedAt }
}

const pairKey = ({ firstId, secondId }: queries.IdPair) => `${firstId}/${secondId}`

/** The records of these pairs, as far as they are there and within reach. */
async function pairsOf(db: Db, compared: ComparedRegister, reader: Reader, pairs: readonly queries.IdPair[]) {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const records = await listIdentities(db, compared, reader, ids)
  return pairs.map((pair) => ({
    pair,
    first: records.get(pair.firstId),
    second: records.get(pair.secondId),
  }))
}

/** Reads pairs of a list from a place on; those whose records are gone or no longer alike leave the list. */
async function readPairs(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  pairs: FoundPair[],
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: LikelyPair[]; stale: Set<FoundPair> }> {
  const rows: LikelyPair[] = []
  const stale = new Set<FoundPair>()
  for (let at = offset; at < pairs.length && rows.length < limit; at += limit) {
    for (const each of await pairsOf(db, compared, reader, pairs.slice(at, at + limit))) {
      const { first, second } = each
      const alike = first && second && compared.likeness.of(first.ready, second.ready)
      if (!alike || !likenessLevel(alike.score)) stale.add(each.pair as FoundPair)
      else if (rows.length < limit) rows.push({ first: first.record, second: second.record, ...alike })
    }
  }
  return { rows, stale }
}

/** The records that may be the one with this identity, the likeliest first. */
async function listLikely(
  db: Db,
  compared: ComparedRegister,
  reader: Reader,
  identity: Identity,
  exceptId: number | null,
): Promise<LikelyDuplicate[]> {
  const ready = compared.likeness.ready(identity)
  const candidates = await listCandidates(db, compared, reader, identity, exceptId)
  return candidates
    .map(({ record, ready: other }) => ({ ...record, ...compared.likeness.of(ready, other) }))
    .filter(({ score }) => likenessLevel(score) !== undefined)
    .sort((a, b) => b.score - a.score || a.id - b.id)
}

function countsOf(pairs: FoundPair[]): Partial<Record<LikenessReason, number>> {
  const counts: Partial<Record<LikenessReason, number>> = {}
  for (const { reasons } of pairs) {
    for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}

/** The handlers of `duplicateProcedures`; nest them as `duplicates` in the handlers of its feature. */
export function duplicateHandlers<R extends Register, Ready>(
  declared: ComparedRegister<R, Ready>,
): Handlers<ReturnType<typeof duplicateProcedures<R>>> {
  const compared = declared as unknown as ComparedRegister
  const { register } = compared.list
  const readerFor = (context: Pick<QueryContext, 'user' | 'today' | 'services'>) =>
    readerOf(compared.list, context)
  const stateFor = (context: QueryContext) => stateOf(compared, readerFor(context), context.services.storage)

  async function run(db: Db, reader: Reader, state: SearchState, { now, services }: QueryContext) {
    const running: RunningSearch = { done: 0, total: 0, isStopped: false }
    state.running = running
    const generation = services.storage.generation()
    try {
      running.total = 2 * (await countRows(db, compared.list, reader, { search: '', filters: {} }))
      state.pairs = await searchDuplicates(db, compared, reader, running)
      state.finishedAt = now
    } catch (error) {
      // A database that was closed meanwhile ends the search and nothing else.
      if (services.storage.generation() === generation) {
        services.log.warn({ err: describe(error) }, 'a search for repetitions failed')
      }
    } finally {
      state.running = null
    }
  }

  const handlers: Handlers<ReturnType<typeof duplicateProcedures<Register>>> = {
    likely: async (context, { exceptId, ...typed }) => {
      const reader = readerFor(context)
      const identity = readableOf(compared, reader, typed)
      return (await listLikely(context.db, compared, reader, identity, exceptId)).slice(0, mostLikely)
    },

    ofRecord: async (context, { id }) => {
      const reader = readerFor(context)
      const found = (await listIdentities(context.db, compared, reader, [id])).get(id)
      if (!found) throw notFound(register.name)
      const apart = new Set((await queries.listDistinctPairs(context.db, register.name)).map(pairKey))
      const likely = await listLikely(context.db, compared, reader, found.identity, id)
      return likely
        .filter((each) => !apart.has(pairKey(queries.ordered({ firstId: id, secondId: each.id }))))
        .slice(0, mostLikely)
    },

    search: (context) => {
      const reader = readerFor(context)
      const state = stateFor(context)
      if (!state.running) void run(context.db, reader, state, context)
      return shown(state)
    },

    progress: (context) => shown(stateFor(context)),

    pairs: async (context, { reason, ...place }) => {
      const reader = readerFor(context)
      const state = stateFor(context)
      const apart = await queries.listDistinctPairs(context.db, register.name)
      const known = new Set(apart.map(pairKey))
      const open = state.pairs.filter((pair) => !known.has(pairKey(pair)))
      const chosen = reason ? open.filter(({ reasons }) => reasons.includes(reason)) : open
      const { rows, stale } = await readPairs(context.db, compared, reader, chosen, place)
      if (stale.size > 0) state.pairs = state.pairs.filter((pair) => !stale.has(pair))
      return {
        rows,
        total: chosen.filter((pair) => !stale.has(pair)).length,
        counts: countsOf(open.filter((pair) => !stale.has(pair))),
      }
    },

    keepApart: async ({ tx, user, today, now, record, services }, input) => {
      const pair = queries.ordered(input)
      const [found] = await pairsOf(tx, compared, readerFor({ user, today, services }), [pair])
      if (!found?.first || !found.second) throw notFound(register.name)
      const isNew = await queries.insertDistinctPair(tx, register.name, pair, { userId: user.id, at: now })
      if (!isNew) return
      for (const recordId of [pair.firstId, pair.secondId]) {
        await record({ kind: register.name, recordId, action: 'keptApart' })
      }
    },

    unkeepApart: async ({ tx, user, today, record, services }, input) => {
      const pair = queries.ordered(input)
      const [found] = await pairsOf(tx, compared, readerFor({ user, today, services }), [pair])
      if (!found?.first || !found.second || !(await queries.deleteDistinctPair(tx, register.name, pair))) {
        throw notFound(register.name)
      }
      for (const recordId of [pair.firstId, pair.secondId]) {
        await record({ kind: register.name, recordId, action: 'unkeptApart' })
      }
    },

    apart: async (context, { offset, limit }) => {
      const apart = await queries.listDistinctPairs(context.db, register.name)
      const known = await pairsOf(context.db, compared, readerFor(context), apart)
      const rows = known.flatMap(({ pair, first, second }) => {
        const decided = pair as (typeof apart)[number]
        return first && second
          ? [
              {
                first: first.record,
                second: second.record,
                decidedAt: decided.decidedAt,
                userName: decided.userName,
              },
            ]
          : []
      })
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
  }
  return handlers as unknown as Handlers<ReturnType<typeof duplicateProcedures<R>>>
}
