import { type RawBuilder, sql } from 'kysely'

/** Is an id one of many? They travel as one bound value, because a statement takes no hundred thousand of them. */
export function isOneOf(id: RawBuilder<number>, ids: readonly number[]): RawBuilder<boolean> {
  return sql<boolean>`${id} in (select value from json_each(${JSON.stringify(ids)}))`
}

/** The table of a register with what its columns need besides. */
export function tablesOf({
  table,
  joins,
}: {
  table: string
  joins?: RawBuilder<unknown>
}): RawBuilder<unknown> {
  return joins ? sql`${sql.table(table)} ${joins}` : sql`${sql.table(table)}`
}
