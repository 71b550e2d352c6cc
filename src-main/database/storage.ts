import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../kit/errors.ts'
import { type Backup, isBackupDue, listBackups, makeBackup } from './backup.ts'
import { type OpenDatabase, openDatabase, openSqlite } from './database.ts'
import { DatabaseRefused, migrate } from './migrate.ts'

/** The centre's own data, or the example data, which live in a file of their own and never mix with it. */
export type DatabaseName = 'main' | 'demo'

/** The data folder: its lock, the open database, its backups. */
export interface Storage {
  readonly folder: string
  /** The database in use. */
  current(): OpenDatabase
  name(): DatabaseName
  /**
   * Counts the openings. A session that began in the example must not go on in the centre's own data, where the
   * same user id is somebody else.
   */
  generation(): number
  /** Closes the database in use and opens the other one; `fresh` starts the example from nothing. */
  switchTo(name: DatabaseName, options?: { fresh?: boolean }): Promise<void>
  backups(): Backup[]
  /** Did the daily backup fail when the program started (e.g. a full disk)? The data themselves are sound. */
  readonly didBackupFail: boolean
  backUp(now: Date): Promise<Backup>
  close(): void
}

/**
 * Takes a data folder into use: one program at a time, migrated, backed up when the last backup is a day old.
 *
 * @throws DatabaseRefused; the database file is left as it was
 */
export async function openStorage(folder: string, name: DatabaseName, now: Date): Promise<Storage> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch (cause) {
    throw new DatabaseRefused('unwritable', cause)
  }
  const unlock = lockFolder(folder)
  const backupFolder = join(folder, 'backups')
  const fileOf = (which: DatabaseName) => join(folder, which === 'main' ? 'osrodek.db' : 'example.db')

  const open = async (which: DatabaseName): Promise<OpenDatabase> => {
    const file = fileOf(which)
    await migrate(file, async () => {
      const sqlite = openSqlite(file)
      try {
        await makeBackup(sqlite, backupFolder, now)
      } finally {
        sqlite.close()
      }
    })
    try {
      return openDatabase(file)
    } catch (cause) {
      throw new DatabaseRefused('broken', cause)
    }
  }

  let current: OpenDatabase
  let currentName = name
  let didBackupFail = false
  let generation = 1
  try {
    current = await open(name)
    if (name === 'main' && isBackupDue(backupFolder, now)) {
      try {
        await makeBackup(current.sqlite, backupFolder, now)
      } catch (error) {
        didBackupFail = true
        if (error instanceof DatabaseRefused) {
          current.close()
          throw error
        }
      }
    }
  } catch (error) {
    unlock()
    throw error
  }

  return {
    folder,
    didBackupFail,
    current: () => current,
    name: () => currentName,
    generation: () => generation,
    async switchTo(which, { fresh = false } = {}) {
      if (which === currentName && !fresh) return
      current.close()
      if (fresh && which === 'demo') {
        for (const suffix of ['', '-wal', '-shm']) rmSync(fileOf('demo') + suffix, { force: true })
      }
      current = await open(which)
      currentName = which
      generation++
    },
    backups: () => listBackups(backupFolder),
    backUp: (at) => makeBackup(current.sqlite, backupFolder, at),
    close() {
      current.close()
      unlock()
    },
  }
}

/** Stands in for a database that was refused: whatever needs one answers BUSY. */
export function refusedStorage(folder: string): Storage {
  const refuse = () => {
    throw new AppError('BUSY', { reason: 'databaseRefused' })
  }
  return {
    folder,
    didBackupFail: false,
    current: refuse,
    name: () => 'main',
    generation: () => 0,
    switchTo: async () => refuse(),
    backups: () => [],
    backUp: async () => refuse(),
    close: () => {},
  }
}

/**
 * Holds the folder for this process. The lock is SQLite's own on a small file, so the system releases it when
 * the process ends, however it ends; there is no stale lock to clean up.
 */
function lockFolder(folder: string): () => void {
  const lock = openSqlite(join(folder, 'in-use.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new DatabaseRefused('inUse', cause)
  }
  return () => lock.close()
}
