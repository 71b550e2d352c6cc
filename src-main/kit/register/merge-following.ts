import type { Db } from '../../database/database.ts'
import type { StoredRow } from '../../database/records.ts'
import { followMerges } from './merging.queries.ts'
import type { ServedRegisters } from './served.ts'

/**
 * Rows that were taken out of a table some time ago, referring to where the records are now that were merged with others
 * since.
 */
export async function followingMerges(
  db: Db,
  served: ServedRegisters,
  table: string,
  rows: readonly StoredRow[],
): Promise<StoredRow[]> {
  const columns = [...served].flatMap(([kind, { merged }]) =>
    (merged?.moves ?? []).filter((move) => move.table === table).map(({ column }) => ({ kind, column })),
  )
  const followed: StoredRow[] = []
  for (const row of rows) {
    const changed: StoredRow = {}
    for (const { kind, column } of columns) {
      const end = typeof row[column] === 'number' ? await followMerges(db, kind, row[column]) : undefined
      if (end) changed[column] = end.id
    }
    followed.push({ ...row, ...changed })
  }
  return followed
}
