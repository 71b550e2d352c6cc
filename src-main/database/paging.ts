import { type RawBuilder, sql } from 'kysely'
import { type Page, readCursor, writeCursor } from '#shared/kit/list.ts'

/** What a list was asked for, apart from its filters. */
export interface PageRequest {
  direction: 'ascending' | 'descending'
  cursor: string | null
  limit: number
}

/**
 * The condition and order of one page by key: everything after the row where the last page ended. `sort` must
 * never be null and, with the id, must have an index; then a deep page costs as much as the first.
 */
export function keyset(request: PageRequest, sort: RawBuilder<string>, id: RawBuilder<number>) {
  const isAscending = request.direction === 'ascending'
  const cursor = readCursor(request.cursor)
  const comparison = isAscending ? sql`>` : sql`<`
  return {
    /** Undefined on the first page. */
    after: cursor && sql<boolean>`(${sort}, ${id}) ${comparison} (${cursor.value}, ${cursor.id})`,
    order: isAscending ? sql`${sort} asc, ${id} asc` : sql`${sort} desc, ${id} desc`,
    /** One row more than the page, which tells whether another page follows. */
    limit: request.limit + 1,
  }
}

/** Makes a page of the rows of a query that was limited by `keyset`. */
export function pageOf<Row extends { id: number; sortValue: string }>(
  rows: Row[],
  limit: number,
): Page<Omit<Row, 'sortValue'>> {
  const hasMore = rows.length > limit
  const kept = hasMore ? rows.slice(0, limit) : rows
  const last = kept.at(-1)
  return {
    rows: kept.map(({ sortValue: _, ...row }) => row),
    nextCursor: hasMore && last ? writeCursor({ value: last.sortValue, id: last.id }) : null,
  }
}
