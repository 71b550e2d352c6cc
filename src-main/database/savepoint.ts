import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Marks where a part of a command begins that may be taken back while the rest goes on. */
export async function setSavepoint(tx: Tx): Promise<void> {
  await sql`savepoint part`.execute(tx)
}

/** Ends the part and keeps what it wrote. */
export async function releaseSavepoint(tx: Tx): Promise<void> {
  await sql`release savepoint part`.execute(tx)
}

/** Ends the part and takes back what it wrote. */
export async function returnToSavepoint(tx: Tx): Promise<void> {
  await sql`rollback to savepoint part`.execute(tx)
  await releaseSavepoint(tx)
}
