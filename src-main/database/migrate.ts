import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { openSqlite, type Sqlite } from './database.ts'
import { migrations as shipped } from './migrations/migrations.ts'

/** Marks a file as ours (`OSRD`), so that somebody else's SQLite database is recognised and left alone. */
export const applicationId = 0x4f535244

/** Why a database file is not opened. The file is left as it is in every case. */
export type RefusalReason = 'inUse' | 'newer' | 'foreign' | 'broken' | 'unwritable' | 'migrationFailed'

/** Thrown where a database file cannot or must not be opened. */
export class DatabaseRefused extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, cause?: unknown) {
    super(`database refused: ${reason}`, { cause })
    this.name = 'DatabaseRefused'
    this.reason = reason
  }
}

/** Does SQLite say that the file itself is damaged? */
export function isDamage(cause: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(cause))
}

function codeOf(cause: unknown): string {
  return String((cause as { code?: unknown } | null)?.code)
}

/** What SQLite said, as the reason that a clerk is told; `otherwise` where it says nothing about file or disk. */
export function asRefusal(cause: unknown, otherwise: RefusalReason): DatabaseRefused {
  if (cause instanceof DatabaseRefused) return cause
  if (isDamage(cause)) return new DatabaseRefused('broken', cause)
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)|E(ACCES|PERM|ROFS|NOSPC|NOTDIR|IO)$)/.test(codeOf(cause)))
    return new DatabaseRefused('unwritable', cause)
  return new DatabaseRefused(otherwise, cause)
}

/**
 * The schema version of a file (`undefined` where there is none yet), read from its first bytes without opening
 * it: SQLite would create side files next to a database that is not ours to touch.
 *
 * @throws DatabaseRefused `broken` where it is no SQLite database, `foreign` where it is another program's or
 * a folder
 */
export function versionOfFile(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return undefined
  if (!found.isFile()) throw new DatabaseRefused('foreign')
  if (found.size === 0) return undefined
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  let length: number
  try {
    length = readSync(handle, header, 0, 100, 0)
  } finally {
    closeSync(handle)
  }
  if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new DatabaseRefused('broken')
  }
  if (header.readUInt32BE(68) !== applicationId) throw new DatabaseRefused('foreign')
  return header.readUInt32BE(60)
}

/**
 * Brings a file to the newest schema, creating it where there is none. All migrations that are due run in one
 * transaction, with foreign keys off outside it and checked inside (tables may be rebuilt), so that a file is
 * either at the newest version or as it was; `user_version` counts them.
 *
 * @param beforeMigrating called once, before an existing file is changed: the place for a backup
 * @throws DatabaseRefused `newer` where a later version of the program wrote the file; `migrationFailed` where a
 * migration or `beforeMigrating` does not go through
 */
export async function migrate(
  file: string,
  beforeMigrating: () => Promise<void> = async () => {},
  migrations: readonly string[] = shipped,
): Promise<void> {
  let sqlite: Sqlite | undefined
  try {
    if ((versionOfFile(file) ?? 0) > migrations.length) throw new DatabaseRefused('newer')
    sqlite = openSqlite(file)
    // Asked again: what a killed process had committed may still lie in the side file, which the header knows nothing of.
    const version = sqlite.pragma('user_version', { simple: true }) as number
    if (version > migrations.length) throw new DatabaseRefused('newer')
    if (version === migrations.length) return
    if (version > 0) await beforeMigrating()
    runMigrations(sqlite, version, migrations)
    sqlite.pragma('optimize')
    // Without this the header on disk may still show the old version, which `versionOfFile` reads.
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } catch (cause) {
    throw asRefusal(cause, 'migrationFailed')
  } finally {
    sqlite?.close()
  }
}

function runMigrations(sqlite: Sqlite, version: number, migrations: readonly string[]): void {
  sqlite.pragma('foreign_keys = OFF')
  sqlite.transaction(() => {
    if (version === 0) sqlite.pragma(`application_id = ${applicationId}`)
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue
      sqlite.exec(migration)
      const orphans = sqlite.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) throw new Error(`migration ${index + 1} leaves ${orphans.length} orphaned rows`)
    }
    sqlite.pragma(`user_version = ${migrations.length}`)
  })()
}
