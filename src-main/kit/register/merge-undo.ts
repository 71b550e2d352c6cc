import type { MergeLine, MovedRows, UndoPreview } from '#shared/kit/register/merging.ts'
import type { Db, Tx } from '../../database/database.ts'
import {
  deleteStoredRows,
  insertStoredRows,
  readStoredIds,
  readStoredRows,
  type StoredRow,
  updateStoredPlace,
  updateStoredRows,
} from '../../database/records.ts'
import { referenceFailure } from '../../database/refusals.ts'
import type { Tables } from '../../database/tables.ts'
import type { User } from '../context.ts'
import { notFound, ruleBroken } from '../errors.ts'
import { getWhole } from './merge-preview.ts'
import {
  fieldsOf,
  isSame,
  type MergeContext,
  type MergedRegister,
  mergedWordsKind,
  movesOf,
  rowOf,
  setOf,
} from './merged-register.ts'
import * as queries from './merging.queries.ts'
import { toldAfter } from './merging.ts'
import { isRecordThere } from './reach.queries.ts'

/** A merge as it is listed. */
export function toLine({ changes, ...merge }: queries.StoredMerge): MergeLine {
  return { ...merge, keptTitle: (JSON.parse(changes) as queries.MergeChanges).keptTitle }
}

async function getMerge(db: Db, merged: MergedRegister, id: number) {
  const merge = await queries.findMerge(db, merged.list.register.name, id)
  if (!merge || merge.undoneAt !== null) throw notFound('merges')
  return { merge, changes: JSON.parse(merge.changes) as queries.MergeChanges }
}

/** Why a merge cannot be undone, as a text key. */
async function obstacleTo(
  db: Db,
  merged: MergedRegister,
  { id, keptId }: MergeLine,
  changes: queries.MergeChanges,
): Promise<string | null> {
  if (!(await isRecordThere(db, merged.list, null, keptId))) return 'duplicates.errors.keptGone'
  const later = (await queries.listMergesInto(db, merged.list.register.name, keptId)).filter(
    (merge) => merge.id > id,
  )
  if (later.some((merge) => doOverlap(changes, JSON.parse(merge.changes))))
    return 'duplicates.errors.laterMerge'
  const kept = await merged.read(db, keptId)
  const refusal = kept && merged.whyNotUndone?.(kept)
  if (refusal) return refusal
  return (await isTaken(db, merged, changes, keptId)) ? 'duplicates.errors.taken' : null
}

/** Did two merges change the same field of the kept record, or the same set of its rows? */
function doOverlap(one: queries.MergeChanges, other: queries.MergeChanges): boolean {
  const changed = ({ before, after, sets }: queries.MergeChanges) => [
    ...Object.keys(before).filter((key) => !isSame(before[key], after[key])),
    ...sets.filter((set) => !isSame(set.kept, set.after)).map(({ name }) => name),
  ]
  const others = changed(other)
  return changed(one).some((key) => others.includes(key))
}

/** Does another record have a value that no two may share? */
async function isTaken(
  db: Db,
  merged: MergedRegister,
  { row }: queries.MergeChanges,
  exceptId?: number,
): Promise<boolean> {
  const table = merged.list.table as keyof Tables
  for (const column of merged.unique) {
    const value = row[column]
    if (value === null || value === undefined) continue
    const holders = await readStoredIds(db, { table, where: { [column]: value } })
    if (holders.some((id) => id !== exceptId)) return true
  }
  return false
}

/** What undoing a merge would do; see `mergingProcedures`. */
export async function previewUndo(
  db: Db,
  merged: MergedRegister,
  user: User,
  id: number,
): Promise<UndoPreview> {
  const { merge, changes } = await getMerge(db, merged, id)
  const obstacle = await obstacleTo(db, merged, toLine(merge), changes)
  const preview = { ...toLine(merge), editedFields: [], movedBack: [], gone: [], added: [], obstacle }
  if (obstacle === 'duplicates.errors.keptGone') return preview
  const kept = await getWhole(db, merged, user, merge.keptId)
  const { movedBack, gone, added } = await lookAtMoves(db, merged, merge.keptId, changes)
  const sets = await lookAtSets(db, merged, merge.keptId, changes)
  const editedFields = [
    ...Object.keys(merged.fields).filter((key) => !isSame(kept[key], changes.after[key])),
    // What a field says may stand in a row of the set too, which tells of nothing more.
    ...sets.flatMap(({ set, isEdited }) => (isEdited ? [set.name] : [])),
  ]
  const count = (rows: { name: string; ids: number[]; isTold: boolean }[]): MovedRows[] =>
    rows.flatMap(({ name, ids, isTold }) => (isTold && ids.length > 0 ? [{ name, count: ids.length }] : []))
  return { ...preview, editedFields, movedBack: count(movedBack), gone: count(gone), added: count(added) }
}

/** What became of the rows that moved, and which were added since. */
async function lookAtMoves(db: Db, merged: MergedRegister, keptId: number, { moved }: queries.MergeChanges) {
  const places = movesOf(merged, keptId).map(async (move) => {
    const { ids, lastId } = moved.find(({ key }) => key === move.key) ?? { ids: [], lastId: 0 }
    return { ...move, ids, lastId, present: await readStoredIds(db, move.place) }
  })
  const rows = await Promise.all(places)
  return {
    movedBack: rows.map((row) => ({ ...row, ids: row.ids.filter((id) => row.present.includes(id)) })),
    gone: rows.map((row) => ({ ...row, ids: row.ids.filter((id) => !row.present.includes(id)) })),
    added: rows.map((row) => ({ ...row, ids: row.present.filter((id) => id > row.lastId) })),
  }
}

/** What became of the sets of rows of the kept record. */
async function lookAtSets(db: Db, merged: MergedRegister, keptId: number, { sets }: queries.MergeChanges) {
  const looked = []
  for (const set of merged.sets ?? []) {
    const both = sets.find(({ name }) => name === set.name)
    const isEdited = !isSame(await readStoredRows(db, setOf(set, keptId)), both?.after)
    if (both) looked.push({ set, ...both, isEdited })
  }
  return looked
}

/** Puts the sets of rows back: both as they were, or the merged record's beside one that was edited since. */
async function undoSets(
  tx: Tx,
  merged: MergedRegister,
  { keptId, mergedId }: MergeLine,
  changes: queries.MergeChanges,
): Promise<{ putBack: () => Promise<void> }> {
  const looked = await lookAtSets(tx, merged, keptId, changes)
  const waiting: { table: keyof Tables; rows: StoredRow[] }[] = []
  for (const { set, kept, merged: ofMerged, isEdited } of looked) {
    const place = setOf(set, keptId)
    if (!isEdited) {
      await deleteStoredRows(tx, place)
      await insertStoredRows(tx, set.table, kept)
    }
    const used = new Set(await readStoredIds(tx, place))
    // A row that stays with the kept record keeps its id; the other gets the same under a new one.
    const rows = ofMerged.map(({ id, ...row }) => (used.has(Number(id)) ? row : { id: id ?? null, ...row }))
    waiting.push({ table: set.table, rows: rows.map((row) => ({ ...row, [set.column]: mergedId })) })
  }
  return {
    putBack: async () => {
      for (const { table, rows } of waiting) await insertStoredRows(tx, table, rows)
    },
  }
}

/** Takes back what the kept record took over, where it still has it. */
async function giveBack(
  tx: Tx,
  merged: MergedRegister,
  keptId: number,
  { takenOver, row }: queries.MergeChanges,
): Promise<void> {
  const [present] = await readStoredRows(tx, rowOf(merged, keptId))
  for (const column of takenOver) {
    if (present?.[column] === row[column])
      await updateStoredRows(tx, rowOf(merged, keptId), [keptId], { [column]: null })
  }
}

/** Undoes a merge; see `mergingProcedures`. Refuses where rows that come back refer to what is no longer there. */
export async function undoMerge(
  context: MergeContext,
  merged: MergedRegister,
  id: number,
): Promise<MergeLine> {
  try {
    return await takeApart(context, merged, id)
  } catch (error) {
    const failure = referenceFailure(error)
    if (!failure) throw error
    throw ruleBroken(failure === 'unique' ? 'duplicates.errors.taken' : 'duplicates.errors.followed')
  }
}

async function takeApart(context: MergeContext, merged: MergedRegister, id: number): Promise<MergeLine> {
  const { tx, user, now, record } = context
  const { merge, changes } = await getMerge(tx, merged, id)
  const { keptId, mergedId } = merge
  const obstacle = await obstacleTo(tx, merged, toLine(merge), changes)
  if (obstacle) throw ruleBroken(obstacle)
  const kept = await getWhole(tx, merged, user, keptId)
  const setsBefore = await toldAfter(tx, merged, keptId)
  const fields = Object.keys(merged.fields).map((key) => {
    const isUnedited = isSame(kept[key], changes.after[key])
    return [key, isUnedited ? changes.before[key] : kept[key]]
  })
  const sets = await undoSets(tx, merged, toLine(merge), changes)
  await giveBack(tx, merged, keptId, changes)
  await merged.write(context, keptId, kept.version, { ...kept, ...Object.fromEntries(fields) })
  const kind = mergedWordsKind(merged)
  for (const word of changes.addedWords) {
    await deleteStoredRows(tx, { table: 'search_words', where: { kind, word, record_id: keptId } })
  }
  // What was edited since may have given the kept record a value that is the other's again.
  if (await isTaken(tx, merged, changes)) throw ruleBroken('duplicates.errors.taken')
  await insertStoredRows(tx, merged.list.table as keyof Tables, [changes.row])
  await insertStoredRows(tx, 'search_words', changes.words)
  await sets.putBack()
  const { movedBack } = await lookAtMoves(tx, merged, keptId, changes)
  for (const { place, ids, to } of movedBack) await updateStoredRows(tx, place, ids, to(mergedId))
  for (const each of [keptId, mergedId]) await merged.settle?.(context, each)
  await queries.markMergeUndone(tx, id, changes.keptTitle, { userId: user.id, at: now })

  const after = await getWhole(tx, merged, user, keptId)
  const { name } = merged.list.register
  if (kept.version === changes.afterVersion) {
    // It is again what an import left: the import's row follows it, and undoing the import takes it for unedited.
    const where = { kind: name, record_id: keptId, version: changes.keptVersion }
    await updateStoredPlace(tx, { table: 'import_rows', where }, { version: after.version })
  }
  await record({
    kind: name,
    recordId: keptId,
    action: 'mergeUndone',
    before: { ...fieldsOf(merged, kept), ...setsBefore, mergedRecord: merge.mergedTitle },
    after: { ...fieldsOf(merged, after), ...(await toldAfter(tx, merged, keptId)) },
  })
  await record({ kind: name, recordId: mergedId, action: 'mergeUndone' })
  return { ...toLine(merge), undoneAt: now }
}
