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

/** Ids as rows `id` and `place`, which is where each stands among them. */
export function rowsOfIds(ids: readonly number[]): RawBuilder<unknown> {
  return sql`(select value as "id", key as "place" from json_each(${JSON.stringify(ids)}))`
}
