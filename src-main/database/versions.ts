import { type Generated, sql, type Updateable } from 'kysely'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** The tables whose rows people edit: each row has an id, and a version that counts its changes. */
type Versioned = {
  [T in keyof Tables]: Tables[T] extends { id: Generated<number>; version: Generated<number> } ? T : never
}[keyof Tables]

// The builder's types know one table at a time; which one it is changes nothing in what is built here.
type Any = 'notes'

/**
 * Writes values into a row and counts its version up.
 * @returns false where the row is no longer at that version, or is gone; nothing is written then
 */
export async function updateVersioned<T extends Versioned>(
  tx: Tx,
  table: T,
  id: number,
  version: number,
  values: Omit<Updateable<Tables[T]>, 'id' | 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table as Any)
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Deletes a row. What refers to it must be gone before.
 * @returns false where the row is no longer at that version, or is gone; nothing is deleted then
 */
export async function deleteVersioned(
  tx: Tx,
  table: Versioned,
  id: number,
  version: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(table as Any)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
