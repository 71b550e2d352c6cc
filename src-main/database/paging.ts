import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'
import { type Cursor, type Page, readCursor, writeCursor } from '#shared/kit/list.ts'
import type { Db } from './database.ts'
import type { SearchConditions } from './search.ts'

/** What a list was asked for, apart from its filters. */
export interface PageRequest {
  direction: 'ascending' | 'descending'
  /** Where the page before ended; without one the page begins after `offset` rows. */
  cursor: string | null
  offset?: number
  limit: number
}

/** Which rows belong to a list, and in which order. */
export interface PageSource {
  /** The tables that sort and conditions name, e.g. `agreements` */
  from: RawBuilder<unknown>
  /** The table of the sort column, where it is not the only one */
  sortedIn?: RawBuilder<unknown>
  /** Never null; with the id, the columns of an index, so that a deep page costs as much as the first. */
  sort: RawBuilder<string>
  /**
   * Between which values of `sort` the conditions leave rows, both included; null is open. A walk begins there: whoever asks for
   * the hours of a year would otherwise first be led through all that were served since.
   */
  range?: { from: string | null; to: string | null } | undefined
  /** A condition on the column that leads an index which goes on in this order: only rows that match it are walked along. */
  along?: RawBuilder<boolean> | undefined
  /** Is there no such index? Then all rows that match are read and ordered for every page. */
  isUnindexed?: boolean
  id: RawBuilder<number>
  conditions: RawBuilder<boolean>[]
  search: SearchConditions
  /** How many rows the conditions leave, where that is known beforehand: few that an index finds, or most of all. */
  matches: 'few' | 'most' | 'unknown'
}

/** The rows of one page, by id and value of the sort column, to be joined with whatever the page shows. */
export type Found = AliasedRawBuilder<{ id: number; sortValue: string }, 'found'>

/** How far is walked before collecting, where nobody knows how many rows match. */
const walkLimit = 8000

/**
 * One page by key: everything after the row where the last page ended.
 *
 * Two ways lead to it. To walk is to follow the order of the list, row by row, until the page is full: right where
 * many rows match. To collect is to find all that match by an index of what was asked for, and to sort them: right
 * where few do. Without statistics SQLite cannot know, and the wrong way costs a hundred times the right one. So where
 * it is not known beforehand, a stretch is walked, and where that did not fill the page, the rows are collected:
 * whoever looks for names in `Zi` would otherwise walk to the end of the alphabet.
 *
 * @param read reads what the page shows of the rows found, in the order of the list
 */
export async function readPage<Row extends { id: number; sortValue: string }>(
  db: Db,
  request: PageRequest,
  source: PageSource,
  read: (found: Found, order: RawBuilder<unknown>) => Promise<Row[]>,
): Promise<Page<Omit<Row, 'sortValue'>>> {
  const { from, sort, range, id, along, conditions, search, matches, isUnindexed } = source
  const isAscending = request.direction === 'ascending'
  const cursor = readCursor(request.cursor)
  const direction = isAscending ? sql`asc` : sql`desc`
  const order = sql`"found"."sortValue" ${direction}, "found"."id" ${direction}`
  const isSearched = search.byWalking.length > 0
  const isNarrowed = isSearched || (conditions.length > 0 && matches !== 'most')

  const after = (value: RawBuilder<string>, row: Cursor) =>
    sql<boolean>`(${value}, ${id}) ${isAscending ? sql`>` : sql`<`} (${row.value}, ${row.id})`
  const offset = cursor ? 0 : (request.offset ?? 0)
  const found = (value: RawBuilder<string>, all: RawBuilder<boolean>[]): Found =>
    sql<{ id: number; sortValue: string }>`(
      select ${id} as "id", ${sort} as "sortValue" from ${from} where ${sql.join(all, sql` and `)}
      order by ${value} ${direction}, ${id} ${direction} limit ${request.limit + 1} offset ${offset}
    )`.as('found')

  const alongIt = along ? [along] : []
  // Rows that were not counted on the way cannot be walked over.
  const isWalkable = !isUnindexed && (offset === 0 || !isNarrowed)
  if (isWalkable && matches !== 'few' && !search.isRare) {
    // A first page, too, begins somewhere: a range makes the engine take the index of the order.
    const first = isAscending ? (range?.from ?? '') : (range?.to ?? '\u{10ffff}')
    const start = cursor ?? { value: first, id: isAscending ? 0 : Number.MAX_SAFE_INTEGER }
    const end = isNarrowed ? await endOfWalk(db, source, start.value, isAscending) : undefined
    const walked = await read(
      found(sort, [
        after(sort, start),
        ...alongIt,
        ...(end === undefined ? [] : [sql<boolean>`${sort} ${isAscending ? sql`<=` : sql`>=`} ${end}`]),
        // An index serves a bare comparison only, so nothing is collected by these.
        ...[...search.byWalking, ...conditions].map((condition) => sql<boolean>`(${condition}) is true`),
      ]),
      order,
    )
    if (end === undefined || walked.length > request.limit) return pageOf(walked, request.limit)
  }
  // Nor is the order of an expression walked along.
  const value = sql<string>`${sort} || ''`
  const collected = await read(
    found(value, [
      ...(cursor ? [after(value, cursor)] : [sql<boolean>`true`]),
      ...alongIt,
      ...search.byCollecting,
      ...conditions,
    ]),
    order,
  )
  return pageOf(collected, request.limit)
}

/** The sort value where a walk stops; undefined where the list ends before. */
async function endOfWalk(
  db: Db,
  { from, sortedIn, sort, along = sql`true` }: PageSource,
  start: string,
  isAscending: boolean,
): Promise<string | undefined> {
  const { value } = await db
    .selectNoFrom(
      sql<string | null>`(
        select ${sort} from ${sortedIn ?? from} where ${along} and ${sort} ${isAscending ? sql`>=` : sql`<=`} ${start}
        order by ${sort} ${isAscending ? sql`asc` : sql`desc`} limit 1 offset ${walkLimit}
      )`.as('value'),
    )
    .executeTakeFirstOrThrow()
  return value ?? undefined
}

/** Makes a page of rows that were limited to one more than it has, which tells whether another page follows. */
function pageOf<Row extends { id: number; sortValue: string }>(
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
