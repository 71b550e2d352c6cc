import { type RawBuilder, sql } from 'kysely'
import type { Register, RegisterField } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { isOneOf, tablesOf } from '../../database/ids.ts'
import { conditionsOfFilter } from './filters.queries.ts'
import { type Reader, reachOf } from './list.queries.ts'
import type { ListColumn, RegisterList } from './register-list.ts'
import { sortOf } from './sort.queries.ts'

/** The most options that are offered at once. */
export const mostOptions = 50

/** The records that a reference of the register names: whose name contains a text, or of some ids; in Polish order. */
export async function listOptions(
  db: Db,
  list: RegisterList<Register>,
  reader: Reader,
  { field: key, contains, ids }: { field: string; contains: string; ids: number[] | null },
): Promise<{ id: number; text: string }[]> {
  const field = list.register.fields[key] as RegisterField
  const declared = list.columns(reader)[key] as ListColumn
  const named = declared.options?.named
  const column: ListColumn = named ? { ...named, value: named.sort, options: declared.options } : declared
  if (field.type !== 'reference') return []
  const id = column.options?.id ?? (column.value as RawBuilder<number>)
  const conditions: RawBuilder<boolean>[] = [sql`${id} is not null`]
  if (!column.options) conditions.push(...reachOf(list, reader))
  if (ids) conditions.push(isOneOf(id, ids))
  else if (contains) conditions.push(...conditionsOfFilter(field, column, { contains }, reader.today))
  const rows = await db
    .selectFrom(
      sql<{ id: number; text: string; sort: string }>`(
        select distinct ${id} as "id", ${column.text ?? sql`''`} as "text", ${sortOf(field, column)} as "sort"
        from ${column.options?.from ?? tablesOf(list)} where ${sql.join(conditions, sql` and `)}
      )`.as('named'),
    )
    .select(['named.id', 'named.text'])
    .orderBy('named.sort')
    .orderBy('named.id')
    .limit(mostOptions)
    .execute()
  return rows
}
