import type { Db, Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A row as its table has it: JSON can hold it, because bytes lie in tables of their own. */
export type StoredRow = Record<string, string | number | null>

/** The rows of a table in which columns have these values. */
export interface RowPlace {
  table: keyof Tables
  where: StoredRow
}

// The builder's types know one table at a time; which one it is changes nothing in what is built here.
type Any = 'notes'

/** The rows of a place, whole, in the order of the table. */
export async function readStoredRows(db: Db, { table, where }: RowPlace): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom(table as Any)
    .selectAll()
    .where((eb) => eb.and(where as never))
    .execute()
  return rows as unknown as StoredRow[]
}

/** The ids of the rows of a place, in ascending order. */
export async function readStoredIds(db: Db, { table, where }: RowPlace): Promise<number[]> {
  const rows = await db
    .selectFrom(table as Any)
    .select('id')
    .where((eb) => eb.and(where as never))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Removes the rows of a place. What refers to them must be gone or moved before. */
export async function deleteStoredRows(tx: Tx, { table, where }: RowPlace): Promise<void> {
  await tx
    .deleteFrom(table as Any)
    .where((eb) => eb.and(where as never))
    .execute()
}

/** Puts rows back as they were read, with their ids. */
export async function insertStoredRows(
  tx: Tx,
  table: keyof Tables,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const row of rows) {
    await tx
      .insertInto(table as Any)
      .values(row as never)
      .execute()
  }
}

/** Writes new values into rows of a place, as far as their ids are among these. */
export async function updateStoredRows(
  tx: Tx,
  { table, where }: RowPlace,
  ids: readonly number[],
  values: StoredRow,
): Promise<void> {
  for (const id of ids) {
    await tx
      .updateTable(table as Any)
      .set(values as never)
      .where('id', '=', id)
      .where((eb) => eb.and(where as never))
      .execute()
  }
}

/** Writes new values into all rows of a place. */
export async function updateStoredPlace(
  tx: Tx,
  { table, where }: RowPlace,
  values: StoredRow,
): Promise<void> {
  await tx
    .updateTable(table as Any)
    .set(values as never)
    .where((eb) => eb.and(where as never))
    .execute()
}
