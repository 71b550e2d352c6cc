import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Page } from '#shared/kit/list.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type {
  Filters,
  orderedQueryOf,
  pageOf,
  queryOf,
  Register,
  RegisterField,
  RowOf,
} from '#shared/kit/register/register.ts'
import { everyRow, type Selection } from '#shared/kit/register/selection.ts'
import type { Db } from '../../database/database.ts'
import { isOneOf, rowsOfIds, tablesOf } from '../../database/ids.ts'
import { type PageSource, readPage } from '../../database/paging.ts'
import { searchConditions } from '../../database/search.ts'
import { filtering, filtersAlong, sortRangeOfFilter } from './filters.queries.ts'
import type { ListColumn, ListView, RegisterList } from './register-list.ts'
import { isUnindexed, sortOf } from './sort.queries.ts'

/** Who asks, and on which day. */
export interface Reader extends ListView {
  /** The fields that the reader may see. */
  fields: ReadonlySet<string>
}

type Query = z.output<ReturnType<typeof queryOf<Register>>>
type OrderedQuery = z.output<ReturnType<typeof orderedQueryOf<Register>>>
type PageQuery = z.output<ReturnType<typeof pageOf<Register>>>

function idOf({ table }: RegisterList<Register>) {
  return sql<number>`${sql.ref(`${table}.id`)}`
}

function columnsOf(
  list: RegisterList<Register>,
  reader: Reader,
  filters: Filters,
): Record<string, ListColumn> {
  return list.columns({ ...reader, filters, asOf: list.dayOf?.(filters, reader.today) })
}

function conditionsOf(
  list: RegisterList<Register>,
  reader: Reader,
  { filters }: Query,
  selection: Selection,
) {
  return [
    ...filtering(list.register, columnsOf(list, reader, filters), filters, reader.today),
    ...bounds(list, reader, selection),
  ]
}

/** What of the register is asked about at all: what the reader may see, and of that what was selected. */
function bounds(list: RegisterList<Register>, reader: Reader, selection: Selection): RawBuilder<boolean>[] {
  const reach = reachOf(list, reader)
  if ('ids' in selection) return [...reach, isOneOf(idOf(list), selection.ids)]
  if (selection.exceptIds.length === 0) return reach
  return [...reach, sql`not ${isOneOf(idOf(list), selection.exceptIds)}`]
}

/** What of a register somebody may see at all. */
export function reachOf(list: RegisterList<Register>, view: ListView): RawBuilder<boolean>[] {
  const ofUnit = view.unitId !== null && list.ofUnit ? [list.ofUnit(view.unitId)] : []
  return [...ofUnit, ...(list.open?.(view.may) ?? []), ...(list.reach?.(view) ?? [])]
}

function searchIn({ search }: RegisterList<Register>, view: ListView) {
  return [...(typeof search === 'function' ? search(view) : search)]
}

function matchesOf(
  list: RegisterList<Register>,
  { filters }: Query,
  selection: Selection,
): PageSource['matches'] {
  if ('ids' in selection) return 'few'
  return list.matches?.(filters) ?? 'unknown'
}

function orderOf(list: RegisterList<Register>, reader: Reader, request: OrderedQuery) {
  const { sort, filters } = request
  const field = list.register.fields[sort] as RegisterField
  const column = columnsOf(list, reader, filters)[sort] as ListColumn
  return {
    from: column.through?.from ?? tablesOf(list),
    ...(column.through && { sortedIn: column.through.sortedIn }),
    sort: sortOf(field, column),
    range:
      sortRangeOfFilter(field, column, filters[sort], reader.today) ??
      list.sortRange?.(sort, filters, reader.today),
    isUnindexed: isUnindexed(field, column),
  }
}

/** One page of a register, each row with the cells that the reader may see. */
export async function listRows<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  reader: Reader,
  request: PageQuery,
  selection: Selection = everyRow,
): Promise<Page<RowOf<R>>> {
  const any = list as unknown as RegisterList<Register>
  const columns = columnsOf(any, reader, request.filters)
  const { along, others } = filtersAlong(columns, request.sort, request.filters)
  const source: PageSource = {
    ...orderOf(any, reader, request),
    id: idOf(any),
    along: filtering(any.register, columns, along, reader.today)[0],
    conditions: [
      ...filtering(any.register, columns, others, reader.today),
      ...bounds(any, reader, selection),
    ],
    search: await searchConditions(db, request.search, searchIn(any, reader), reader.may),
    matches: matchesOf(any, request, selection),
  }
  const page = await readPage(db, request, source, (found, order) =>
    db
      .selectFrom(
        sql<{ id: number; sortValue: string }>`(
          select "found"."sortValue", ${shown(any, reader, request)}
          from ${found.expression} as "found" ${joined(any, 'found')}
        )`.as('found'),
      )
      .selectAll()
      .orderBy(order)
      .execute(),
  )
  return { ...page, rows: page.rows.map((row) => toRow(any, reader, row)) as unknown as RowOf<R>[] }
}

/** The rows of these ids in their order, each with the cells that the reader may see; one that is gone is left out. */
export async function listRowsOf<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  reader: Reader,
  request: Query,
  ids: readonly number[],
): Promise<RowOf<R>[]> {
  const any = list as unknown as RegisterList<Register>
  const rows = await db
    .selectFrom(
      sql<{ id: number; place: number }>`(
        select "picked"."place", ${shown(any, reader, request)}
        from ${rowsOfIds(ids)} as "picked" ${joined(any, 'picked')}
      )`.as('found'),
    )
    .selectAll()
    .orderBy('found.place')
    .execute()
  return rows.map((row) => toRow(any, reader, row)) as unknown as RowOf<R>[]
}

/** The columns of a row as it is shown. */
function shown(list: RegisterList<Register>, reader: Reader, request: Query): RawBuilder<unknown> {
  const version = list.isUnchanging ? sql`1` : sql.ref(`${list.table}.version`)
  return sql.join([
    sql`${idOf(list)} as "id"`,
    sql`${version} as "version"`,
    ...cellsOf(list, reader, request),
  ])
}

/** The register's tables, joined to ids found before. */
function joined(list: RegisterList<Register>, to: string): RawBuilder<unknown> {
  const id = sql.ref(`${to}.id`)
  return sql`inner join ${sql.table(list.table)} on ${idOf(list)} = ${id} ${list.joins ?? sql``}`
}

function cellsOf(list: RegisterList<Register>, reader: Reader, { filters }: Query): RawBuilder<unknown>[] {
  const extras = Object.entries(list.extras ?? {}).map(([key, value]) => sql`${value} as ${sql.id(key)}`)
  const cells = Object.entries(columnsOf(list, reader, filters)).flatMap(([key, { value, text }]) => {
    if (!reader.fields.has(key)) return []
    const cell = sql`${value} as ${sql.id(key)}`
    return text ? [cell, sql`${text} as ${sql.id(`${key}.text`)}`] : [cell]
  })
  return [...cells, ...extras]
}

const nothing = {
  text: '',
  choice: '',
  day: null,
  instant: null,
  number: null,
  money: null,
  flag: false,
  reference: null,
} as const

function toRow({ register, finish }: RegisterList<Register>, reader: Reader, raw: { id: number }) {
  const { fields } = reader
  const cells: Record<string, unknown> = raw as never
  const row: Record<string, unknown> = { id: raw.id, version: cells.version }
  for (const [key, { type }] of Object.entries(register.fields)) {
    const value = cells[key]
    if (!fields.has(key)) row[key] = nothing[type]
    else if (type === 'reference')
      row[key] = value === null ? null : { id: value, text: cells[`${key}.text`] }
    else row[key] = type === 'flag' ? value === 1 : (value ?? nothing[type])
  }
  return finish ? finish(row as never, cells, reader) : row
}

/** How many rows a search and filters leave. */
export async function countRows<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  reader: Reader,
  request: Query,
  selection: Selection = everyRow,
): Promise<number> {
  const any = list as unknown as RegisterList<Register>
  return count(db, any, await allConditions(db, any, reader, request, selection))
}

/** The ids of the rows that a search and filters leave, in their order, at most so many. */
export async function listIds<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  reader: Reader,
  request: OrderedQuery,
  selection: Selection,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const any = list as unknown as RegisterList<Register>
  const { from, sort } = orderOf(any, reader, request)
  const conditions = [sql`true`, ...(await allConditions(db, any, reader, request, selection))]
  const direction = request.direction === 'ascending' ? sql`asc` : sql`desc`
  const found = await db
    .selectFrom(
      sql<{ id: number }>`(
        select ${idOf(any)} as "id" from ${from} where ${sql.join(conditions, sql` and `)}
        order by ${sort} ${direction}, ${idOf(any)} ${direction} limit ${limit}
      )`.as('found'),
    )
    .select('found.id')
    .execute()
  return found.map(({ id }) => id)
}

/** How many of them stand before the first that begins with a text, or comes after it, in the order of the list. */
export async function countBefore<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  reader: Reader,
  request: OrderedQuery & { text: string },
): Promise<number> {
  const any = list as unknown as RegisterList<Register>
  const { sort } = orderOf(any, reader, request)
  const key = sortKey(request.text)
  const isBefore =
    request.direction === 'ascending'
      ? sql<boolean>`${sort} < ${key}`
      : sql<boolean>`${sort} > ${`${key}\u{10ffff}`}`
  return count(db, any, [...(await allConditions(db, any, reader, request, everyRow)), isBefore])
}

async function allConditions(
  db: Db,
  list: RegisterList<Register>,
  reader: Reader,
  request: Query,
  selection: Selection,
): Promise<RawBuilder<boolean>[]> {
  const search = await searchConditions(db, request.search, searchIn(list, reader), reader.may)
  return [...search.counting, ...conditionsOf(list, reader, request, selection)]
}

async function count(
  db: Db,
  list: RegisterList<Register>,
  conditions: RawBuilder<boolean>[],
): Promise<number> {
  // Every row of the table stays, once, whatever is joined to it: where nothing is asked of it, nothing need be joined.
  const counted =
    conditions.length > 0
      ? sql`${tablesOf(list)} where ${sql.join(conditions, sql` and `)}`
      : sql.table(list.table)
  const { count } = await db
    .selectFrom(sql<{ count: number }>`(select count(*) as "count" from ${counted})`.as('counted'))
    .select('counted.count')
    .executeTakeFirstOrThrow()
  return count
}
