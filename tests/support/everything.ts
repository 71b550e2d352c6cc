import { join } from 'node:path'
import { tablesOf, withSqlite } from './databases.ts'

/**
 * Every row of every table, but what tells that something was done: history, merges, and how often these rows changed
 * (`table/id`).
 */
export function everythingBut(folder: string, changed: readonly string[]): Record<string, string[]> {
  return withSqlite(join(folder, 'osrodek.db'), (sqlite) =>
    Object.fromEntries(
      tablesOf(sqlite)
        .filter((table) => table !== 'history' && table !== 'merges')
        .map((table) => {
          const rows = sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
          const plain = rows.map((row) =>
            changed.includes(`${table}/${row.id}`) ? { ...row, version: 0 } : row,
          )
          return [table, plain.map((row) => JSON.stringify(row)).sort()]
        }),
    ),
  )
}
