import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { openSqlite } from './database.ts'
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

/**
 * The schema version of a file (`undefined` where there is none yet), read from its first bytes without opening
 * it: SQLite would create side files next to a database that is not ours to touch.
 *
 * @throws DatabaseRefused `broken` where it is no SQLite database, `foreign` where it is another program's
 */
export function versionOfFile(file: string): number | undefined {
  if (!existsSync(file) || statSync(file).size === 0) return undefined
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, 100, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new DatabaseRefused('broken')
  if (header.readUInt32BE(68) !== applicationId) throw new DatabaseRefused('foreign')
  return header.readUInt32BE(60)
}

/**
 * Brings a file to the newest schema, creating it where there is none. Each migration runs in one transaction,
 * with foreign keys off outside it and checked inside (tables may be rebuilt), and counts up `user_version`.
 *
 * @param beforeMigrating called once, before an existing file is changed: the place for a backup
 * @throws DatabaseRefused `newer` where a later version of the program wrote the file; `migrationFailed` where a
 * migration does not go through, in which case the file keeps its old version
 */
export async function migrate(
  file: string,
  beforeMigrating: () => Promise<void> = async () => {},
  migrations: readonly string[] = shipped,
): Promise<void> {
  const version = versionOfFile(file)
  if (version !== undefined && version > migrations.length) throw new DatabaseRefused('newer')
  if (version === migrations.length) return
  if (version) await beforeMigrating()

  const sqlite = openSqlite(file)
  try {
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.pragma('foreign_keys = OFF')
    migrations.forEach((migration, index) => {
      if (index < (version ?? 0)) return
      sqlite.transaction(() => {
        sqlite.exec(migration)
        const orphans = sqlite.pragma('foreign_key_check') as unknown[]
        if (orphans.length > 0)
          throw new Error(`migration ${index + 1} leaves ${orphans.length} orphaned rows`)
        sqlite.pragma(`user_version = ${index + 1}`)
      })()
    })
    sqlite.pragma('optimize')
    // Without this the header on disk may still show the old version, which `versionOfFile` reads.
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } catch (cause) {
    throw new DatabaseRefused('migrationFailed', cause)
  } finally {
    sqlite.close()
  }
}
