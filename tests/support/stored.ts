import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tablesOf, withSqlite } from './databases.ts'

/**
 * Everything that a data folder keeps, as one text: every cell of every table, and every other file (the log)
 * as it stands. For showing that something is nowhere.
 */
export function everythingStored(folder: string): string {
  const cells = withSqlite(join(folder, 'osrodek.db'), (sqlite) =>
    tablesOf(sqlite).flatMap((table) =>
      sqlite
        .prepare(`SELECT * FROM "${table}"`)
        .raw()
        .all()
        .flatMap((row) => (row as unknown[]).map(asText)),
    ),
  )
  return [...cells, ...readdirSync(folder).map((name) => bytesOf(join(folder, name)))].join('\n')
}

function asText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
}

/** A file byte by byte (side files of the database included), in both encodings that could hold Polish letters. */
function bytesOf(file: string): string {
  if (!statSync(file).isFile()) return ''
  const bytes = readFileSync(file)
  return `${bytes.toString('latin1')}\n${bytes.toString('utf8')}`
}
