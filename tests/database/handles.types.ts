import { type Kysely, sql } from 'kysely'
import type { Db, Tx } from '#main/database/database.ts'
import type { Tables } from '#main/database/tables.ts'
import { updateVersioned } from '#main/database/versions.ts'
import { takeNumber } from '#main/documents/numbering.ts'
import { createUnit } from '#main/features/units/units.service.ts'
import type { QueryContext } from '#main/kit/context.ts'

const unit = { name: 'Świetlica' }
const [today, now] = ['2026-11-22', '2026-11-22T10:00:00Z']

/**
 * What must not compile. Read by the compiler (`npm run check`), never run: where a line that is marked as an
 * error stops being one, the check fails.
 */
export function whatDoesNotCompile(db: Db, tx: Tx, writer: Kysely<Tables>, context: QueryContext): void {
  const record = async () => {}
  // @ts-expect-error a reading handle has no insertInto
  db.insertInto('units')
  // @ts-expect-error nor updateTable
  db.updateTable('units')
  // @ts-expect-error nor deleteFrom
  db.deleteFrom('units')
  // @ts-expect-error nor replaceInto
  db.replaceInto('units')
  // @ts-expect-error nor a transaction of its own
  db.transaction()
  // @ts-expect-error nor one in steps
  db.startTransaction()
  // @ts-expect-error nor statements past the builder
  db.executeQuery
  // @ts-expect-error nor the schema
  db.schema
  // @ts-expect-error nor does a raw statement take it
  sql`delete from units`.execute(db)
  // @ts-expect-error a function that writes asks for a transaction
  takeNumber(db, 'agreements', 2026)
  // @ts-expect-error and so does a service
  createUnit({ record, tx: db, today, now }, unit)
  // @ts-expect-error which a query does not have
  context.tx
  // @ts-expect-error and the writing connection outside a transaction will not do either
  takeNumber(writer, 'agreements', 2026)
  // @ts-expect-error a version is counted, not written
  updateVersioned(tx, 'units', 1, 1, { version: 3 })
  // @ts-expect-error a table has the columns of no other
  updateVersioned(tx, 'units', 1, 1, { surname: 'Nowak' })
  // @ts-expect-error rows that nobody edits have no version
  updateVersioned(tx, 'unit_versions', 1, 1, {})

  takeNumber(tx, 'agreements', 2026)
  createUnit({ record, tx, today, now }, unit)
}
