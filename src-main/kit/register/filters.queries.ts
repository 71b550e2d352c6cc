import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, startOfDayInPoland } from '#shared/kit/dates.ts'
import { type DayRange, dayRangeOf } from '#shared/kit/register/filters.ts'
import type { Filter, FilterOf, Filters, Register, RegisterField } from '#shared/kit/register/register.ts'
import { isOneOf } from '../../database/ids.ts'
import { containingPattern } from '../../database/search.ts'
import type { ListColumn } from './register-list.ts'
import { sortOf } from './sort.queries.ts'

type Condition = RawBuilder<boolean>

/** What filters ask of a row, as conditions that must all hold. */
export function filtering(
  { fields }: Register,
  columns: Record<string, ListColumn>,
  filters: Filters,
  today: Day,
): Condition[] {
  return Object.entries(filters).flatMap(([key, filter]) => {
    const [field, column] = [fields[key], columns[key]]
    return filter && field && column ? conditionsOfFilter(field, column, filter, today) : []
  })
}

/** Parts the filter whose index goes on in the order that is asked for, if there is one, from the others. */
export function filtersAlong(
  columns: Record<string, ListColumn>,
  sort: string,
  filters: Filters,
): { along: Filters; others: Filters } {
  const key = Object.entries(filters).find(
    ([name, filter]) =>
      columns[name]?.thenBy === sort && filter && 'oneOf' in filter && filter.oneOf.length === 1,
  )?.[0]
  if (key === undefined) return { along: {}, others: filters }
  const { [key]: along, ...others } = filters
  return { along: { [key]: along }, others }
}

/** What a filter asks of a row, as conditions that must all hold. The filter was checked to fit the field. */
export function conditionsOfFilter(
  field: RegisterField,
  column: ListColumn,
  filter: Filter,
  today: Day,
): Condition[] {
  if ('empty' in filter) return [emptiness(field, column, filter.empty)]
  if ('contains' in filter) return [containing(field, column, filter.contains)]
  switch (field.type) {
    case 'choice':
    case 'reference':
      return [among(field, column, filter as { oneOf: (string | number)[] })]
    case 'flag':
      return [flagged(column, filter as FilterOf<'flag'>)]
    case 'day': {
      const range = dayRangeOf(filter as FilterOf<'day'>, today)
      if (!range || (range.from ?? range.to) === null) return []
      return column.within ? [column.within(range)] : inRange(field, column, range)
    }
    case 'instant': {
      const range = dayRangeOf(filter as FilterOf<'day'>, today)
      return range ? ofDays(column, range) : []
    }
    case 'number':
    case 'money': {
      const { from, to } = filter as { from?: number; to?: number }
      return between(column.value, from ?? null, to ?? null)
    }
    default:
      return []
  }
}

function emptiness(field: RegisterField, column: ListColumn, isEmpty: boolean): Condition {
  const isVoid =
    column.emptiness ??
    (field.type === 'text' ? sql`coalesce(${column.value}, '') = ''` : sql`${column.value} is null`)
  return isEmpty ? sql`(${isVoid})` : sql`not (${isVoid})`
}

function containing(field: RegisterField, column: ListColumn, text: string): Condition {
  if (column.containing) return column.containing(text)
  // The sort key without the marks of Polish letters is the folded text.
  const folded = column.folded ?? sql`replace(${sortOf(field, column)}, '~', '')`
  return sql`${folded} like ${containingPattern(text)} escape '\\'`
}

function among(
  { type }: RegisterField,
  { value, conditions, among: names }: ListColumn,
  { oneOf }: { oneOf: (string | number)[] },
): Condition {
  if (names) return names(oneOf as number[])
  if (type === 'reference') return isOneOf(value as RawBuilder<number>, oneOf as number[])
  if (!conditions) return sql`${value} in (${sql.join(oneOf)})`
  const applying = oneOf.flatMap((code) => conditions[code] ?? [])
  return applying.length > 0
    ? sql`(${sql.join(
        applying.map((each) => sql`(${each})`),
        sql` or `,
      )})`
    : sql`false`
}

function flagged({ value, conditions }: ListColumn, filter: FilterOf<'flag'>): Condition {
  const condition = conditions?.[String(filter.is)]
  return condition ?? (filter.is ? sql`(${value})` : sql`not (${value})`)
}

/** Asked of the sort value too, because that is what the index is made of. */
function inRange(field: RegisterField, column: ListColumn, range: DayRange): Condition[] {
  const { from, to } = sortRangeOf(range)
  const byIndex = between(sortOf(field, column), from, to)
  return column.sort
    ? [...byIndex, sql`${column.value} is not null`, ...between(column.value, null, range.to)]
    : byIndex
}

/** The sort values of a range of days; they may be instants, or a last day for none. */
function sortRangeOf({ from, to }: DayRange): DayRange {
  return { from: from ?? '0', to: to && `${to}~` }
}

/** Between which sort values a filter of days leaves rows; undefined where it does not tell. */
export function sortRangeOfFilter(
  field: RegisterField,
  column: ListColumn,
  filter: Filter | undefined,
  today: Day,
): DayRange | undefined {
  if (field.type !== 'day' || column.within || !filter || 'empty' in filter) return undefined
  const range = dayRangeOf(filter as FilterOf<'day'>, today)
  return range && (range.from ?? range.to) !== null ? sortRangeOf(range) : undefined
}

/** A day begins and ends in Poland, whatever the instants are written in. */
function ofDays({ value }: ListColumn, { from, to }: DayRange): Condition[] {
  return [
    ...(from === null ? [] : [sql<boolean>`${value} >= ${startOfDayInPoland(from)}`]),
    ...(to === null ? [] : [sql<boolean>`${value} < ${startOfDayInPoland(addDays(to, 1))}`]),
  ]
}

function between(
  value: RawBuilder<unknown>,
  from: string | number | null,
  to: string | number | null,
): Condition[] {
  return [
    ...(from === null ? [] : [sql<boolean>`${value} >= ${from}`]),
    ...(to === null ? [] : [sql<boolean>`${value} <= ${to}`]),
  ]
}
