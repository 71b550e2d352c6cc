import { z } from 'zod'

/** The most rows one page of a list may have. */
export const maxPageSize = 200

/**
 * The one shape of every register list: a search, the register's own filters, one of its sort columns, and a
 * cursor. Pages follow each other by key, not by offset, so a deep page costs as much as the first.
 *
 * @param sorts the columns one may sort by; the first is the default
 * @param filters the register's own filters, all optional
 */
export function listInput<
  const Sorts extends readonly [string, ...string[]],
  Filters extends z.ZodRawShape = Record<never, never>,
>(sorts: Sorts, filters?: Filters) {
  return z.object({
    search: z.string().max(100).default(''),
    filters: z.object((filters ?? {}) as Filters).default({} as never),
    sort: z.enum(sorts).default(sorts[0] as never),
    direction: z.enum(['ascending', 'descending']).default('ascending'),
    cursor: z.string().max(500).nullable().default(null),
    limit: z.int().min(1).max(maxPageSize).default(100),
  })
}

/** One page of a list; `nextCursor` is null on the last page. */
export interface Page<Row> {
  rows: Row[]
  nextCursor: string | null
}

/** Where a page ended: the value of the sort column and the id of the last row. */
export interface Cursor {
  value: string
  id: number
}

/** Writes a cursor as opaque text for the page to hand back. */
export function writeCursor(cursor: Cursor): string {
  return JSON.stringify([cursor.value, cursor.id])
}

/** Reads a cursor; anything that this program did not write is taken as "from the beginning". */
export function readCursor(text: string | null): Cursor | undefined {
  if (!text) return undefined
  try {
    const parsed = z.tuple([z.string(), z.int()]).safeParse(JSON.parse(text))
    return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : undefined
  } catch {
    return undefined
  }
}
