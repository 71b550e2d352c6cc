import { addDays, dayInPoland } from '#shared/kit/dates.ts'
import { searchWords, sortKey } from '#shared/kit/polish.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { Db, Tx } from '../../database/database.ts'
import { readStoredRows, type StoredRow } from '../../database/records.ts'
import { deleteSearchWords, writeSearchWords } from '../../database/search.ts'
import type { Tables } from '../../database/tables.ts'

/** The kind of the words under which the bin is searched. */
export const binWordsKind = 'bin'

/** The rows of one table that lie in the bin. */
export interface BinnedRows {
  table: keyof Tables
  rows: StoredRow[]
}

/** A record on its way into the bin. */
export interface BinEntry {
  kind: string
  recordId: number
  title: string
  rows: BinnedRows[]
  at: string
  userId: number
  /** The day from which it may be removed for good. */
  dueOn: string
  /** The units to which the record belongs. */
  unitIds: number[]
  /** What goes with it, each kind as a text key with its count. */
  goes: FieldProblem[]
}

/** Writes an entry of the bin and answers its id. */
export async function insertBinEntry(tx: Tx, entry: BinEntry): Promise<number> {
  const { id } = await tx
    .insertInto('bin')
    .values({
      kind: entry.kind,
      record_id: entry.recordId,
      title: entry.title,
      rows: JSON.stringify(entry.rows),
      removed_at: entry.at,
      removed_by: entry.userId,
      contents: entry.goes.reduce((sum, { params }) => sum + Number(params?.count ?? 0), 0),
      goes: JSON.stringify(entry.goes),
      due_on: entry.dueOn,
      sort_key: sortKey(entry.title),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const units = entry.unitIds.map((unitId) => ({ bin_id: id, unit_id: unitId }))
  if (units.length > 0) await tx.insertInto('bin_units').values(units).execute()
  await writeSearchWords(tx, binWordsKind, id, searchWords(entry.title), true)
  return id
}

/** Moves the bytes of an attachment into the bin; JSON could not hold them. */
export async function binContent(tx: Tx, binId: number, attachmentId: number): Promise<void> {
  const found = await tx
    .selectFrom('attachment_contents')
    .select('content')
    .where('attachment_id', '=', attachmentId)
    .executeTakeFirst()
  if (!found) return
  await tx
    .insertInto('bin_contents')
    .values({ bin_id: binId, attachment_id: attachmentId, content: found.content })
    .execute()
  await tx.deleteFrom('attachment_contents').where('attachment_id', '=', attachmentId).execute()
}

/** Moves the bytes of an entry's attachments back. */
export async function unbinContents(tx: Tx, binId: number): Promise<void> {
  const found = await tx
    .selectFrom('bin_contents')
    .select(['attachment_id', 'content'])
    .where('bin_id', '=', binId)
    .execute()
  for (const each of found) await tx.insertInto('attachment_contents').values(each).execute()
  await tx.deleteFrom('bin_contents').where('bin_id', '=', binId).execute()
}

/** Whatever hangs on a record of any register: its notes, attachments and search words. */
export async function readBelongings(
  db: Db,
  kind: string,
  recordId: number,
  searchKinds: readonly string[],
): Promise<BinnedRows[]> {
  const places = [
    { table: 'notes' as const, where: { kind, record_id: recordId } },
    { table: 'attachments' as const, where: { kind, record_id: recordId } },
    ...searchKinds.map((each) => ({
      table: 'search_words' as const,
      where: { kind: each, record_id: recordId },
    })),
  ]
  return Promise.all(
    places.map(async (place) => ({ table: place.table, rows: await readStoredRows(db, place) })),
  )
}

/** An entry with its rows; undefined where there is none. */
export async function findBinEntry(db: Db, id: number) {
  const found = await db
    .selectFrom('bin')
    .select(['id', 'kind', 'record_id as recordId', 'title', 'rows'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found && { ...found, rows: JSON.parse(found.rows) as BinnedRows[] }
}

/** The id of the entry of a record; undefined where it does not lie in the bin. */
export async function findBinIdOf(db: Db, kind: string, recordId: number): Promise<number | undefined> {
  const found = await db
    .selectFrom('bin')
    .select('id')
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return found?.id
}

/** The ids of the entries of a kind. */
export async function listBinIdsOfKind(db: Db, kind: string): Promise<number[]> {
  const rows = await db.selectFrom('bin').select('id').where('kind', '=', kind).execute()
  return rows.map(({ id }) => id)
}

/** The ids of entries that may be removed for good on a day. */
export async function listDueIds(db: Db, today: string): Promise<number[]> {
  const rows = await db.selectFrom('bin').select('id').where('due_on', '<=', today).execute()
  return rows.map(({ id }) => id)
}

/** Did the record of an entry belong to a unit? */
export async function wasOfUnit(db: Db, id: number, unitId: number): Promise<boolean> {
  const found = await db
    .selectFrom('bin_units')
    .select('bin_id')
    .where('bin_id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return found !== undefined
}

/** Removes an entry and its bytes. */
export async function deleteBinEntry(tx: Tx, id: number): Promise<void> {
  await deleteSearchWords(tx, binWordsKind, id)
  await tx.deleteFrom('bin_units').where('bin_id', '=', id).execute()
  await tx.deleteFrom('bin_contents').where('bin_id', '=', id).execute()
  await tx.deleteFrom('bin').where('id', '=', id).execute()
}

/** After how many days an entry may be removed for good. */
export async function binDays(db: Db): Promise<number> {
  return (await db.selectFrom('settings').select('bin_days as days').executeTakeFirstOrThrow()).days
}

/** Counts the days of everything that lies in the bin anew, from the day of its removal. */
export async function countDaysAnew(tx: Tx, days: number): Promise<void> {
  const entries = await tx.selectFrom('bin').select(['id', 'removed_at as removedAt']).execute()
  for (const { id, removedAt } of entries) {
    const dueOn = addDays(dayInPoland(removedAt), days)
    await tx.updateTable('bin').set({ due_on: dueOn }).where('id', '=', id).execute()
  }
}
