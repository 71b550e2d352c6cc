import type { Db, Tx } from '../../database/database.ts'
import type { StoredRow } from '../../database/records.ts'

/** What a merge keeps, so that it can be undone. */
export interface MergeChanges {
  keptTitle: string
  /** The kept record's version before and after. */
  keptVersion: number
  afterVersion: number
  /** The kept record's fields before and after. */
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** The merged record's row, and the words under which it was found. */
  row: StoredRow
  words: StoredRow[]
  /** The words that the kept record got of it. */
  addedWords: string[]
  moved: { key: string; ids: number[]; lastId: number }[]
  /** Both sets of rows that records have of their own, and the one that the kept record was left with. */
  sets: { name: string; kept: StoredRow[]; merged: StoredRow[]; after: StoredRow[] }[]
  /** Columns that the kept record took over. */
  takenOver: string[]
}

/** Notes a merge and answers its id. */
export async function insertMerge(
  tx: Tx,
  merge: { kind: string; keptId: number; mergedId: number; title: string; changes: MergeChanges },
  by: { userId: number; at: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('merges')
    .values({
      kind: merge.kind,
      kept_id: merge.keptId,
      merged_id: merge.mergedId,
      title: merge.title,
      changes: JSON.stringify(merge.changes),
      merged_at: by.at,
      merged_by: by.userId,
      undone_at: null,
      undone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes that a merge was undone, and keeps no more of the records than their names. */
export async function markMergeUndone(
  tx: Tx,
  id: number,
  keptTitle: string,
  by: { userId: number; at: string },
): Promise<void> {
  await tx
    .updateTable('merges')
    .set({ undone_at: by.at, undone_by: by.userId, changes: JSON.stringify({ keptTitle }) })
    .where('id', '=', id)
    .execute()
}

function merges(db: Db, kind: string) {
  return db
    .selectFrom('merges')
    .innerJoin('users', 'users.id', 'merges.merged_by')
    .select([
      'merges.id',
      'kept_id as keptId',
      'merged_id as mergedId',
      'title as mergedTitle',
      'changes',
      'merged_at as mergedAt',
      'users.full_name as userName',
      'undone_at as undoneAt',
    ])
    .where('kind', '=', kind)
    .orderBy('merges.id', 'desc')
}

/** A merge as it is stored. */
export type StoredMerge = Awaited<ReturnType<typeof listMerges>>[number]

/** All merges of a register, latest first. */
export function listMerges(db: Db, kind: string) {
  return merges(db, kind).execute()
}

/** A merge. */
export function findMerge(db: Db, kind: string, id: number) {
  return merges(db, kind).where('merges.id', '=', id).executeTakeFirst()
}

/** What was merged into a record and not undone. */
export function listMergesInto(db: Db, kind: string, keptId: number) {
  return merges(db, kind).where('kept_id', '=', keptId).where('undone_at', 'is', null).execute()
}

/** How many merges may follow each other until a record is found; each ends in one that is newer. */
const longestChain = 100

/** Into which record one was merged at last, and how that one was called; undefined where it was not merged. */
export async function followMerges(db: Db, kind: string, id: number) {
  const first = await findMergeOf(db, kind, id)
  let last = first
  for (let step = 0; last && step < longestChain; step++) {
    const next = await findMergeOf(db, kind, last.keptId)
    if (!next) break
    last = next
  }
  return first && last && { id: last.keptId, title: first.mergedTitle }
}

/** Into which record another was merged. */
function findMergeOf(db: Db, kind: string, mergedId: number) {
  return merges(db, kind).where('merged_id', '=', mergedId).where('undone_at', 'is', null).executeTakeFirst()
}

/** The number of the latest entry in a record's history: the higher, the later it changed. */
export async function lastChangeOf(db: Db, kind: string, recordId: number): Promise<number> {
  const row = await db
    .selectFrom('history')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return row?.id ?? 0
}
