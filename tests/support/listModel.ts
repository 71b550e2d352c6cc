import fc from 'fast-check'
import type { Filter, Register, RegisterField } from '#shared/kit/register/register.ts'

/** A row of any register, as its list shows it. */
export type AnyRow = { id: number } & Record<string, unknown>

/** Folded as a search compares, in another way than the program does it. */
export function plain(text: string): string {
  return [...text.toLocaleLowerCase('pl').replaceAll('ł', 'l')]
    .map((letter) => letter.normalize('NFD').charAt(0))
    .join('')
}

const textOf = (cell: unknown) =>
  typeof cell === 'object' && cell !== null ? (cell as { text: string }).text : String(cell ?? '')

const later = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)

/** The first and the last day of a span, told by another calendar than the program's. */
function daysOf(span: string, today: string): [string, string] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const iso = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10)
  const monday = later(today, -((new Date(today).getUTCDay() + 6) % 7))
  const spans: Record<string, [string, string]> = {
    today: [today, today],
    thisWeek: [monday, later(monday, 6)],
    thisMonth: [iso(year, month, 1), iso(year, month + 1, 0)],
    nextMonth: [iso(year, month + 1, 1), iso(year, month + 2, 0)],
    lastMonth: [iso(year, month - 1, 1), iso(year, month, 0)],
    thisYear: [iso(year, 1, 1), iso(year, 12, 31)],
    nextYear: [iso(year + 1, 1, 1), iso(year + 1, 12, 31)],
    lastYear: [iso(year - 1, 1, 1), iso(year - 1, 12, 31)],
    past: ['0000-01-01', later(today, -1)],
    future: [later(today, 1), '9999-12-31'],
  }
  return spans[span] ?? ['', '']
}

/** Does a cell pass a filter? The whole model of what filters mean. */
export function passes(field: RegisterField, cell: unknown, filter: Filter, today: string): boolean {
  const isEmpty = cell === null || cell === ''
  if ('empty' in filter) return isEmpty === filter.empty
  if ('contains' in filter) return plain(textOf(cell)).includes(plain(filter.contains))
  if ('is' in filter) return cell === filter.is
  if ('oneOf' in filter) {
    const value = field.type === 'reference' ? (cell as { id: number } | null)?.id : cell
    return (filter.oneOf as unknown[]).includes(value)
  }
  // A range without ends asks nothing.
  if (isEmpty) return Object.keys(filter).length === 0
  if ('within' in filter) return isWithin(cell as string, daysOf(filter.within, today))
  if ('nextDays' in filter) return isWithin(cell as string, [today, later(today, filter.nextDays)])
  if ('lastDays' in filter) return isWithin(cell as string, [later(today, -filter.lastDays), today])
  const { from, to } = filter as { from?: string; to?: string }
  return (from === undefined || (cell as string) >= from) && (to === undefined || (cell as string) <= to)
}

const isWithin = (day: string, [from, to]: [string, string]) => day >= from && day <= to

/** The rows that pass all filters. */
export function filtered<Row extends AnyRow>(
  { fields }: Register,
  rows: readonly Row[],
  filters: Record<string, Filter | undefined>,
  today: string,
): Row[] {
  return rows.filter((row) =>
    Object.entries(filters).every(([key, filter]) => {
      const field = fields[key]
      return !filter || !field || passes(field, row[key], filter, today)
    }),
  )
}

/** Any filter that fits a field, made of what its cells hold. */
function filterOf(field: RegisterField, cells: readonly unknown[]): fc.Arbitrary<Filter> {
  const empty = fc.record({ empty: fc.boolean() })
  const present = cells.filter((cell) => cell !== null && cell !== '')
  const part = fc
    .tuple(fc.constantFrom('', ...present.map(textOf)), fc.nat(), fc.integer({ min: 1, max: 3 }))
    .map(([text, at, length]) => {
      const letters = [...text]
      const from = letters.length > 0 ? at % letters.length : 0
      return (
        letters
          .slice(from, from + length)
          .join('')
          .trim() || 'ą'
      )
    })
  const contains = fc.record({
    contains: fc.oneof(
      part,
      part.map((text) => text.toUpperCase()),
    ),
  })
  const oneOfCells = <Value>(values: Value[]) =>
    fc.record({ oneOf: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }) })
  switch (field.type) {
    case 'text':
      return fc.oneof(contains, empty)
    case 'choice':
      return oneOfCells([...field.values])
    case 'flag':
      return fc.record({ is: fc.boolean() })
    case 'reference': {
      const ids = [...new Set(present.map((cell) => (cell as { id: number }).id)), 4711]
      return fc.oneof(oneOfCells(ids), contains, empty)
    }
    case 'number': {
      const value = fc.constantFrom(0, ...(present as number[]))
      return fc.oneof(fc.record({ from: value, to: value }, { requiredKeys: [] }), empty)
    }
    case 'money': {
      const value = fc.constantFrom(0, ...(present as number[]))
      return fc.record({ from: value, to: value }, { requiredKeys: [] })
    }
    case 'day':
    case 'instant': {
      const day = fc.constantFrom('2000-02-29', ...(present as string[]).map((cell) => cell.slice(0, 10)))
      const count = fc.constantFrom(0, 1, 30, 400)
      const within = fc.constantFrom(
        ...(['today', 'thisWeek', 'thisMonth', 'nextMonth', 'lastMonth', 'thisYear'] as const),
        ...(['nextYear', 'lastYear', 'past', 'future'] as const),
      )
      return fc.oneof(
        fc.record({ from: day, to: day }, { requiredKeys: [] }),
        fc.record({ within }),
        fc.record({ nextDays: count }),
        fc.record({ lastDays: count }),
        empty,
      )
    }
  }
}

/** Up to three filters at once, made of what the rows hold. */
export function anyFilters({ fields }: Register, rows: readonly AnyRow[]) {
  const one = fc.constantFrom(...Object.entries(fields)).chain(([key, field]) =>
    filterOf(
      field,
      rows.map((row) => row[key]),
    ).map((filter) => [key, filter] as const),
  )
  return fc.array(one, { maxLength: 3 }).map((filters): Record<string, Filter> => Object.fromEntries(filters))
}
