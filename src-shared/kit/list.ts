import { z } from 'zod'

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
