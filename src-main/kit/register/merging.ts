import type { Tx } from '../../database/database.ts'
import {
  deleteStoredRows,
  insertStoredRows,
  readStoredIds,
  readStoredRows,
  type StoredRow,
  updateStoredRows,
} from '../../database/records.ts'
import type { User } from '../context.ts'
import { conflict, fieldRefused, refusedBecause } from '../errors.ts'
import {
  checkPesel,
  compareFields,
  compareSets,
  differentPesels,
  getWhole,
  mayReadField,
  takenOver,
} from './merge-preview.ts'
import {
  fieldsOf,
  type MergeContext,
  type MergedRegister,
  mergedWordsKind,
  movesOf,
  rowOf,
  setOf,
  type WholeRecord,
} from './merged-register.ts'
import * as queries from './merging.queries.ts'

interface MergeInput {
  keptId: number
  mergedId: number
  keptVersion: number
  mergedVersion: number
  choices: Record<string, 'kept' | 'merged'>
  reason: string
}

/** Merges two records; see `mergingProcedures`. */
export async function mergeRecords(
  context: MergeContext,
  merged: MergedRegister,
  input: MergeInput,
): Promise<{ id: number }> {
  const { tx, user, now, record } = context
  const { keptId, mergedId, reason, choices } = input
  const { name } = merged.list.register
  const kept = await getWhole(tx, merged, user, keptId)
  const other = await getWhole(tx, merged, user, mergedId)
  await refuseUnsound(tx, merged, user, input, kept, other)
  const chosen = (await compareFields(tx, merged, kept, other)).map(({ key, proposal, ...values }) => {
    const choice = mayReadField(merged, user, key) ? (choices[key] ?? proposal) : proposal
    return [key, values[choice]] as const
  })
  const sets = await compareSets(tx, merged, keptId, mergedId)

  const moved = await moveReferences(tx, merged, keptId, mergedId)
  const chosenSets = await chooseSets(tx, merged, keptId, mergedId, (key) => {
    return choices[key] ?? sets.find((set) => set.key === key)?.proposal ?? 'kept'
  })
  const taken = await takenOver(tx, merged, keptId, mergedId)
  const { row, words } = await takeOut(tx, merged, mergedId)
  for (const { column, value } of taken) {
    await updateStoredRows(tx, rowOf(merged, keptId), [keptId], { [column]: value })
  }
  await merged.write(context, keptId, kept.version, { ...kept, ...Object.fromEntries(chosen) })
  await merged.settle?.(context, keptId)
  const after = (await merged.read(tx, keptId)) as WholeRecord
  const addedWords = await keepFindable(tx, merged, { keptId, kept, other, after, words })

  const changes: queries.MergeChanges = {
    keptTitle: merged.title(kept),
    keptVersion: kept.version,
    before: fieldsOf(merged, kept),
    after: fieldsOf(merged, after),
    afterVersion: after.version,
    row,
    words,
    addedWords,
    moved,
    sets: await setsAfter(tx, merged, keptId, chosenSets),
    takenOver: taken.map(({ column }) => column),
  }
  const merge = { kind: name, keptId, mergedId, title: merged.title(other), changes }
  const id = await queries.insertMerge(tx, merge, { userId: user.id, at: now })
  await record({
    kind: name,
    recordId: keptId,
    action: 'merged',
    before: { ...changes.before, ...toldSets(sets, 'kept') },
    after: {
      ...changes.after,
      ...(await toldAfter(tx, merged, keptId)),
      mergedRecord: merge.title,
      ...(reason && { mergeReason: reason }),
    },
  })
  await record({
    kind: name,
    recordId: mergedId,
    action: 'mergedInto',
    after: { mergedRecord: merged.title(after) },
  })
  return { id }
}

async function refuseUnsound(
  tx: Tx,
  merged: MergedRegister,
  user: User,
  input: MergeInput,
  kept: WholeRecord,
  other: WholeRecord,
): Promise<void> {
  checkPesel(merged, user, kept, other)
  if (kept.version !== input.keptVersion) throw conflict(shownTo(merged, user, kept))
  if (other.version !== input.mergedVersion) throw conflict(shownTo(merged, user, other))
  const obstacles = (await merged.whyNot?.(tx, kept, other)) ?? []
  if (obstacles.length > 0) throw refusedBecause('duplicates.errors.notMergeable', obstacles)
  if (differentPesels(kept, other) === 'sound' && !input.reason) {
    throw fieldRefused('reason', 'validation.required')
  }
}

/** Makes the kept record the one that is referred to, and tells which rows that were. */
async function moveReferences(
  tx: Tx,
  merged: MergedRegister,
  keptId: number,
  mergedId: number,
): Promise<queries.MergeChanges['moved']> {
  const moved: queries.MergeChanges['moved'] = []
  const ofKept = movesOf(merged, keptId)
  for (const [index, { key, place, to }] of movesOf(merged, mergedId).entries()) {
    const ids = await readStoredIds(tx, place)
    const own = await readStoredIds(tx, ofKept[index]?.place ?? place)
    await updateStoredRows(tx, place, ids, to(keptId))
    moved.push({ key, ids, lastId: Math.max(0, ...ids, ...own) })
  }
  return moved
}

/** Leaves the kept record the chosen one of two sets, and tells what both were. */
async function chooseSets(
  tx: Tx,
  merged: MergedRegister,
  keptId: number,
  mergedId: number,
  choiceOf: (name: string) => 'kept' | 'merged',
): Promise<{ name: string; kept: StoredRow[]; merged: StoredRow[] }[]> {
  const chosen = []
  for (const set of merged.sets ?? []) {
    const [ofKept, ofMerged] = [setOf(set, keptId), setOf(set, mergedId)]
    const both = { kept: await readStoredRows(tx, ofKept), merged: await readStoredRows(tx, ofMerged) }
    const isMerged = choiceOf(set.name) === 'merged'
    await deleteStoredRows(tx, isMerged ? ofKept : ofMerged)
    if (isMerged) {
      const ids = both.merged.map(({ id }) => Number(id))
      await updateStoredRows(tx, ofMerged, ids, { [set.column]: keptId })
    }
    chosen.push({ name: set.name, ...both })
  }
  return chosen
}

async function setsAfter(
  tx: Tx,
  merged: MergedRegister,
  keptId: number,
  chosen: Awaited<ReturnType<typeof chooseSets>>,
): Promise<queries.MergeChanges['sets']> {
  const sets: queries.MergeChanges['sets'] = []
  for (const set of merged.sets ?? []) {
    const both = chosen.find(({ name }) => name === set.name)
    if (both) sets.push({ ...both, after: await readStoredRows(tx, setOf(set, keptId)) })
  }
  return sets
}

/** Takes the row of the merged record and its search words out of their tables. */
async function takeOut(tx: Tx, merged: MergedRegister, mergedId: number) {
  const place = rowOf(merged, mergedId)
  const [row] = await readStoredRows(tx, place)
  const words: StoredRow[] = []
  for (const kind of [...merged.searchKinds, mergedWordsKind(merged)]) {
    const found = { table: 'search_words', where: { kind, record_id: mergedId } } as const
    words.push(...(await readStoredRows(tx, found)))
    await deleteStoredRows(tx, found)
  }
  await deleteStoredRows(tx, place)
  return { row: row as StoredRow, words }
}

/** Lets the numbers of both records lead to the kept one, and those that had led to the other. @returns the words */
async function keepFindable(
  tx: Tx,
  merged: MergedRegister,
  of: { keptId: number; kept: WholeRecord; other: WholeRecord; after: WholeRecord; words: StoredRow[] },
): Promise<string[]> {
  const kind = mergedWordsKind(merged)
  const there = await readStoredRows(tx, { table: 'search_words', where: { kind, record_id: of.keptId } })
  const known = new Set([...there.map(({ word }) => String(word)), ...merged.words(of.after)])
  const words = new Set([
    ...merged.words(of.other),
    ...merged.words(of.kept),
    ...of.words.flatMap((each) => (each.kind === kind ? [String(each.word)] : [])),
  ])
  const added = [...words].filter((word) => word !== '' && !known.has(word))
  await insertStoredRows(
    tx,
    'search_words',
    added.map((word) => ({ kind, word, record_id: of.keptId })),
  )
  return added
}

function toldSets(sets: Awaited<ReturnType<typeof compareSets>>, side: 'kept' | 'merged') {
  return Object.fromEntries(sets.map((set) => [set.key, set[side]]))
}

/** The sets of a record as history tells them. */
export async function toldAfter(tx: Tx, { sets = [] }: MergedRegister, id: number) {
  const told: Record<string, unknown[]> = {}
  for (const set of sets) told[set.name] = await set.told(tx, id)
  return told
}

function shownTo(merged: MergedRegister, user: User, record: WholeRecord): object {
  const { id, version } = record
  const fields = Object.entries(fieldsOf(merged, record)).filter(([key]) => mayReadField(merged, user, key))
  return { id, version, ...Object.fromEntries(fields) }
}
