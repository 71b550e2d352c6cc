import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../kit/errors.ts'
import { type Backup, isBackupDue, listBackups, makeBackup } from './backup.ts'
import { type OpenDatabase, openDatabase, openSqlite, type Sqlite } from './database.ts'
import { asRefusal, DatabaseRefused, migrate } from './migrate.ts'

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
  /** Where backups of the database in use are kept; those of the example have a folder of their own. */
  backupFolder(): string
  backups(): Backup[]
  /** Did the daily backup fail (e.g. a full disk), and none succeed since? The data themselves are sound. */
  readonly didBackupFail: boolean
  /** Makes a backup now; several asked for at once are made one after the other. */
  backUp(now: Date): Promise<Backup>
  /**
   * Backs the centre's own data up where the last backup is a day old. One that fails is told by `didBackupFail`.
   *
   * @throws DatabaseRefused `broken` where the data turn out to be damaged
   */
  backUpIfDue(): Promise<void>
  /**
   * Rewrites the file of the database in use, so that nothing of what was deleted can be read from it; commands and
   * backups wait. It needs room for the file once more.
   */
  shred(): Promise<void>
  close(): void
}

/**
 * Takes a data folder into use: one program at a time, migrated, backed up before a migration. The daily backup is
 * `backUpIfDue`'s, because copying and checking many years of data takes longer than anybody waits for a window.
 *
 * @throws DatabaseRefused; the database file is left as it was
 */
export async function openStorage(folder: string, name: DatabaseName, now: () => Date): Promise<Storage> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch (cause) {
    throw new DatabaseRefused('unwritable', cause)
  }
  const unlock = lockFolder(folder)
  const places = {
    main: { file: join(folder, 'osrodek.db'), backups: join(folder, 'backups') },
    demo: { file: join(folder, 'example.db'), backups: join(folder, 'example-backups') },
  }
  let didBackupFail = false

  const open = async (which: DatabaseName): Promise<OpenDatabase> => {
    const { file, backups } = places[which]
    await migrate(file, async () => void (await makeBackup(file, backups, now())))
    try {
      return openDatabase(file)
    } catch (cause) {
      throw asRefusal(cause, 'broken')
    }
  }

  let lastBackup: Promise<unknown> = Promise.resolve()
  const backUp = (which: DatabaseName, at: Date): Promise<Backup> => {
    const { file, backups } = places[which]
    const turn = lastBackup.then(async () => {
      const backup = await makeBackup(file, backups, at)
      if (which === 'main') didBackupFail = false
      return backup
    })
    lastBackup = turn.catch(() => {})
    return turn
  }

  const backUpIfDue = async (): Promise<void> => {
    try {
      if (isBackupDue(places.main.backups, now())) await backUp('main', now())
    } catch (error) {
      if (error instanceof DatabaseRefused) throw error
      didBackupFail = true
    }
  }

  let current: OpenDatabase
  let currentName = name
  let generation = 1
  try {
    current = await open(name)
  } catch (error) {
    unlock()
    throw error
  }

  return {
    folder,
    get didBackupFail() {
      return didBackupFail
    },
    current: () => current,
    name: () => currentName,
    generation: () => generation,
    async switchTo(which, { fresh = false } = {}) {
      if (which === currentName && !fresh) return
      if (fresh && which === 'demo') {
        if (currentName === 'demo') current.close()
        const { file, backups } = places.demo
        for (const path of [file, `${file}-wal`, `${file}-shm`, backups])
          rmSync(path, { recursive: true, force: true })
      }
      // The new one first: where it is refused, work goes on in the old one.
      const next = await open(which)
      try {
        if (which === 'main') await backUpIfDue()
      } catch (error) {
        next.close()
        throw error
      }
      current.close()
      current = next
      currentName = which
      generation++
    },
    backupFolder: () => places[currentName].backups,
    backups: () => listBackups(places[currentName].backups),
    backUp: (at) => backUp(currentName, at),
    backUpIfDue: async () => {
      if (currentName === 'main') await backUpIfDue()
    },
    shred() {
      const { writer, sqlite } = current
      // Not while a backup reads the file: what it reads could not be overwritten.
      const turn = lastBackup.then(() =>
        writer.connection().execute(async () => {
          sqlite.exec('VACUUM')
          // The log of changes still has what the file no longer has.
          const [state] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
          if (state?.busy !== 0) throw new Error('what was deleted could not be overwritten yet')
        }),
      )
      lastBackup = turn.catch(() => {})
      return turn
    },
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
    backupFolder: () => join(folder, 'backups'),
    backups: () => [],
    backUp: async () => refuse(),
    backUpIfDue: async () => refuse(),
    shred: async () => refuse(),
    close: () => {},
  }
}

/**
 * Holds the folder for this process. The lock is SQLite's own on a small file, so the system releases it when
 * the process ends, however it ends; there is no stale lock to clean up.
 */
function lockFolder(folder: string): () => void {
  let lock: Sqlite | undefined
  try {
    lock = openSqlite(join(folder, 'in-use.lock'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    const isHeld = (cause as { code?: unknown }).code === 'SQLITE_BUSY'
    throw new DatabaseRefused(isHeld ? 'inUse' : 'unwritable', cause)
  }
  return () => lock.close()
}
