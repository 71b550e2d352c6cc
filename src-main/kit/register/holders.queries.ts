import { type RawBuilder, sql } from 'kysely'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { RemovalReason } from '#shared/kit/register/removal.ts'
import type { Db } from '../../database/database.ts'
import { tablesOf } from '../../database/ids.ts'
import type { RegisterList } from './register-list.ts'

/** How many of the records that forbid a removal are named. */
const named = 5

/** The records of a register that hold another, as a reason with their count (`<key>_one` …); none where there are none. */
export async function heldBy<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  key: FieldProblem['key'],
  where: RawBuilder<boolean>,
): Promise<RemovalReason[]> {
  const id = sql.ref(`${list.table}.id`)
  const found = await db
    .selectFrom(
      sql<{ id: number; title: string; count: number }>`(
        select ${id} as "id", ${list.title ?? sql`''`} as "title", count(*) over () as "count"
        from ${tablesOf(list)} where ${where} order by ${id} limit ${named}
      )`.as('found'),
    )
    .selectAll()
    .execute()
  const count = found[0]?.count ?? 0
  const kind = list.register.name
  const records = found.map((each) => ({ kind, id: each.id, title: each.title }))
  return count > 0 ? [{ key, params: { count }, records }] : []
}

/** Rows of a table that hold a record and have no page of their own, as a reason with their count. */
export async function heldByRows(
  db: Db,
  key: FieldProblem['key'],
  from: RawBuilder<unknown>,
): Promise<RemovalReason[]> {
  const { count } = await db
    .selectFrom(sql<{ count: number }>`(select count(*) as "count" from ${from})`.as('counted'))
    .select('counted.count')
    .executeTakeFirstOrThrow()
  return count > 0 ? [{ key, params: { count }, records: [] }] : []
}
