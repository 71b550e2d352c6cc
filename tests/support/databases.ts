import { readFileSync, writeFileSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { type Db, openSqlite, type Sqlite } from '#main/database/database.ts'
import { applicationId } from '#main/database/migrate.ts'
import type { Tables } from '#main/database/tables.ts'

/** Does some work on a database file over a connection of its own, which it closes whatever happens. */
export function withSqlite<Result>(file: string, work: (sqlite: Sqlite) => Result): Result {
  const sqlite = openSqlite(file)
  try {
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

/** Makes a file that looks like ours, written by a program of this schema version. */
export function makeFileOfVersion(file: string, version: number, content = ''): void {
  withSqlite(file, (sqlite) => {
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.exec(content)
    sqlite.pragma(`user_version = ${version}`)
  })
}

/** The names of all tables of a file, sorted, without SQLite's own. */
export function tablesOf(sqlite: Sqlite): string[] {
  return sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`)
    .pluck()
    .all() as string[]
}

/** SQLite's own verdict on a whole file: every page, every index, every reference. */
export function verdictOn(sqlite: Sqlite): { integrity: unknown; orphans: unknown } {
  return {
    integrity: sqlite.pragma('integrity_check', { simple: true }),
    orphans: sqlite.pragma('foreign_key_check'),
  }
}

/** Overwrites the first page of a table or an index, as a failing disk would. */
export function damagePageOf(file: string, name: string): void {
  const page = withSqlite(file, (sqlite) => {
    const root = sqlite.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck()
    return root.get(name) as number
  })
  const bytes = readFileSync(file)
  bytes.fill(0xab, (page - 1) * 4096, page * 4096)
  writeFileSync(file, bytes)
}

/** The reading handle with the methods that its type hides, to show that the connection refuses them as well. */
export function everythingOf(db: Db): Kysely<Tables> {
  return db as Kysely<Tables>
}
