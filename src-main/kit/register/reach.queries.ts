import { sql } from 'kysely'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import type { RegisterList } from './register-list.ts'

/** Is there such a record, and does it belong to the unit (null: any)? */
export async function isRecordThere<R extends Register>(
  db: Db,
  { table, joins, ofUnit }: RegisterList<R>,
  unitId: number | null,
  id: number,
): Promise<boolean> {
  const inReach = unitId !== null && ofUnit ? sql`and ${ofUnit(unitId)}` : sql``
  const found = await db
    .selectFrom(
      sql<{ id: number }>`(
        select ${sql.ref(`${table}.id`)} as "id" from ${sql.table(table)} ${joins ?? sql``}
        where ${sql.ref(`${table}.id`)} = ${id} ${inReach}
      )`.as('found'),
    )
    .select('found.id')
    .executeTakeFirst()
  return found !== undefined
}
