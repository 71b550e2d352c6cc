import type { MergeLine, MovedRows, UndoPreview } from '#shared/kit/register/merging.ts'
import type { Db } from '../../database/database.ts'
import {
  deleteStoredRows,
  insertStoredRows,
  readStoredIds,
  updateStoredRows,
} from '../../database/records.ts'
import type { Tables } from '../../database/tables.ts'
import type { CommandContext, User } from '../context.ts'
import { notFound, ruleBroken } from '../errors.ts'
import * as queries from './merging.queries.ts'
import { fieldsOf, getWhole, type MergedRegister, mergedWordsKind, movesOf } from './merging.ts'
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

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Why a merge cannot be undone, as a text key. */
async function obstacleTo(
  db: Db,
  merged: MergedRegister,
  { keptId }: MergeLine,
  changes: queries.MergeChanges,
): Promise<string | null> {
  if (!(await isRecordThere(db, merged.list, null, keptId))) return 'duplicates.errors.keptGone'
  return (await isTaken(db, merged, changes, keptId)) ? 'duplicates.errors.taken' : null
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
  const editedFields = Object.keys(merged.fields).filter((key) => !isSame(kept[key], changes.after[key]))
  const count = (rows: { name: string; ids: number[] }[]): MovedRows[] =>
    rows.flatMap(({ name, ids }) => (ids.length > 0 ? [{ name, count: ids.length }] : []))
  return { ...preview, editedFields, movedBack: count(movedBack), gone: count(gone), added: count(added) }
}

/** What became of the rows that moved, and which were added since. */
async function lookAtMoves(db: Db, merged: MergedRegister, keptId: number, { moved }: queries.MergeChanges) {
  const places = movesOf(merged, keptId).map(async ({ name, place, to }) => {
    const { ids, lastId } = moved.find((each) => each.name === name) ?? { ids: [], lastId: 0 }
    return { name, place, to, ids, lastId, present: await readStoredIds(db, place) }
  })
  const rows = await Promise.all(places)
  return {
    movedBack: rows.map((row) => ({ ...row, ids: row.ids.filter((id) => row.present.includes(id)) })),
    gone: rows.map((row) => ({ ...row, ids: row.ids.filter((id) => !row.present.includes(id)) })),
    added: rows.map((row) => ({ ...row, ids: row.present.filter((id) => id > row.lastId) })),
  }
}

/** Undoes a merge; see `mergingProcedures`. */
export async function undoMerge(
  { tx, user, now, record }: Pick<CommandContext, 'tx' | 'user' | 'now' | 'record'>,
  merged: MergedRegister,
  id: number,
): Promise<MergeLine> {
  const { merge, changes } = await getMerge(tx, merged, id)
  const { keptId, mergedId } = merge
  const obstacle = await obstacleTo(tx, merged, toLine(merge), changes)
  if (obstacle) throw ruleBroken(obstacle)
  const kept = await getWhole(tx, merged, user, keptId)
  const fields = Object.keys(merged.fields).map((key) => {
    const isUnedited = isSame(kept[key], changes.after[key])
    return [key, isUnedited ? changes.before[key] : kept[key]]
  })
  await merged.write(tx, keptId, kept.version, { ...kept, ...Object.fromEntries(fields) })
  const kind = mergedWordsKind(merged)
  for (const word of changes.addedWords) {
    await deleteStoredRows(tx, { table: 'search_words', where: { kind, word, record_id: keptId } })
  }
  // What was edited since may have given the kept record a value that is the other's again.
  if (await isTaken(tx, merged, changes)) throw ruleBroken('duplicates.errors.taken')
  await insertStoredRows(tx, merged.list.table as keyof Tables, [changes.row])
  await insertStoredRows(tx, 'search_words', changes.words)
  const { movedBack } = await lookAtMoves(tx, merged, keptId, changes)
  for (const { place, ids, to } of movedBack) await updateStoredRows(tx, place, ids, to(mergedId))
  await queries.markMergeUndone(tx, id, { userId: user.id, at: now })

  const after = await merged.read(tx, keptId)
  await record({
    kind: merged.list.register.name,
    recordId: keptId,
    action: 'mergeUndone',
    before: { ...fieldsOf(merged, kept), mergedRecord: merge.mergedTitle },
    after: after && fieldsOf(merged, after),
  })
  await record({ kind: merged.list.register.name, recordId: mergedId, action: 'mergeUndone' })
  return { ...toLine(merge), undoneAt: now }
}
