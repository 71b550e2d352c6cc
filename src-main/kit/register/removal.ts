import { addDays } from '#shared/kit/dates.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { removalProcedures } from '#shared/kit/register/removal.ts'
import type { Db, Tx } from '../../database/database.ts'
import { deleteStoredRows, insertStoredRows, type RowPlace, readStoredRows } from '../../database/records.ts'
import { referenceFailure } from '../../database/refusals.ts'
import { conflict, notFound, ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import {
  type BinnedRows,
  binContent,
  binDays,
  deleteBinEntry,
  findBinEntry,
  insertBinEntry,
  readBelongings,
  unbinContents,
} from './bin.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

/** What a register declares so that its records can be removed and put back. */
export interface RemovableRegister<R extends Register> {
  list: RegisterList<R>
  /** The kinds under which its words are searched. */
  searchKinds: readonly string[]
  /** The record as it is, for who would remove an older version of it. */
  get: (db: Db, id: number) => Promise<object>
  /** How the record is called in the bin. */
  title: (db: Db, id: number) => Promise<string>
  /** Throws the reason for which the law or links forbid the removal. */
  refuseRemoval?: (db: Db, id: number) => Promise<void>
  /** The rows that go with the record, in the order in which they are put back; what refers to others stands last. */
  rows?: (db: Db, id: number) => Promise<RowPlace[]>
  /** Records of other registers that go with it (the drafts of a volunteer), with their kind and search words. */
  dependents?: (db: Db, id: number) => Promise<{ kind: string; id: number; searchKinds: string[] }[]>
}

/** The handlers of the removal of a register's records. */
export function removalHandlers<R extends Register>(
  removable: RemovableRegister<R>,
): Handlers<ReturnType<typeof removalProcedures<Register>>> {
  const { list } = removable
  const kind = list.register.name
  return {
    remove: async ({ tx, user, now, today, record }, { id, version }) => {
      await reachRecord(tx, list, user, id)
      const own: RowPlace = { table: list.table as RowPlace['table'], where: { id } }
      const [row] = await readStoredRows(tx, own)
      if (!row) throw notFound(kind)
      await removable.refuseRemoval?.(tx, id)
      if (row.version !== version) throw conflict(await removable.get(tx, id))
      const title = await removable.title(tx, id)
      const rows = await readWhole(tx, removable, id, own)
      const dueOn = addDays(today, await binDays(tx))
      const entry = { kind, recordId: id, title, rows, at: now, userId: user.id, dueOn }
      const binId = await insertBinEntry(tx, entry)
      await takeOut(tx, rows, binId)
      await record({ kind, recordId: id, action: 'removed' })
      return { binId, title }
    },
  }
}

async function readWhole<R extends Register>(
  tx: Tx,
  removable: RemovableRegister<R>,
  id: number,
  own: RowPlace,
): Promise<BinnedRows[]> {
  const places = [own, ...((await removable.rows?.(tx, id)) ?? [])]
  const rows: BinnedRows[] = []
  for (const place of places) rows.push({ table: place.table, rows: await readStoredRows(tx, place) })
  rows.push(...(await readBelongings(tx, removable.list.register.name, id, removable.searchKinds)))
  for (const each of (await removable.dependents?.(tx, id)) ?? []) {
    const place: RowPlace = { table: each.kind as RowPlace['table'], where: { id: each.id } }
    rows.push({ table: place.table, rows: await readStoredRows(tx, place) })
    rows.push(...(await readBelongings(tx, each.kind, each.id, each.searchKinds)))
  }
  return rows.filter((each) => each.rows.length > 0)
}

/** Takes the rows out of their tables, those that refer to others first. */
async function takeOut(tx: Tx, rows: BinnedRows[], binId: number): Promise<void> {
  try {
    for (const { table, rows: taken } of rows.toReversed()) {
      for (const row of taken) {
        if (table === 'attachments') await binContent(tx, binId, Number(row.id))
        const where = 'id' in row ? { id: row.id ?? null } : row
        await deleteStoredRows(tx, { table, where })
      }
    }
  } catch (error) {
    throw referenceFailure(error) ? ruleBroken('bin.errors.inUse') : error
  }
}

/**
 * Puts back what lies in the bin, under its old ids. Refuses `NOT_FOUND` an entry that is not there,
 * `bin.errors.taken` and `bin.errors.parentGone` where the registers no longer have room for it.
 */
export async function putBack(
  tx: Tx,
  binId: number,
): Promise<{ kind: string; recordId: number; title: string }> {
  const entry = await findBinEntry(tx, binId)
  if (!entry) throw notFound('bin')
  try {
    for (const { table, rows } of entry.rows) await insertStoredRows(tx, table, rows)
  } catch (error) {
    const failure = referenceFailure(error)
    if (failure) throw ruleBroken(failure === 'unique' ? 'bin.errors.taken' : 'bin.errors.parentGone')
    throw error
  }
  await unbinContents(tx, binId)
  await deleteBinEntry(tx, binId)
  return { kind: entry.kind, recordId: entry.recordId, title: entry.title }
}
