import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openSqlite } from './database.ts'
import { DatabaseRefused, isDamage } from './migrate.ts'

/** How many backups are kept. */
export const backupsKept = 14

/** One backup file in the `backups` folder. */
export interface Backup {
  name: string
  /** When it was made, ISO text in UTC. */
  madeAt: string
  bytes: number
}

/** The verified backups in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const stamp = /^osrodek-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z(?:-(\d+))?\.db$/.exec(name)
      if (!stamp) return []
      const madeAt = `${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}.000Z`
      return [{ name, madeAt, turn: Number(stamp[5] ?? 1), bytes: statSync(join(folder, name)).size }]
    })
    .sort((a, b) => (a.madeAt === b.madeAt ? b.turn - a.turn : a.madeAt < b.madeAt ? 1 : -1))
    .map(({ turn: _, ...backup }) => backup)
}

/**
 * Copies what is committed in a database while it is in use, opens the copy, checks it and compares its schema version with the
 * original's; only then it gets its name and the oldest beyond `backupsKept` go. A copy that fails the check is
 * removed: an unusable file must not look like a backup.
 *
 * @throws DatabaseRefused `broken` where the copy, and so the original, fails SQLite's check; any other
 * error (a full disk) says nothing about the database
 */
export async function makeBackup(file: string, folder: string, now: Date): Promise<Backup> {
  mkdirSync(folder, { recursive: true })
  const stamp = now.toISOString().replace(/:/g, '').replace(/\.\d+/, '')
  let target = join(folder, `osrodek-${stamp}.db`)
  for (let again = 2; existsSync(target); again++) target = join(folder, `osrodek-${stamp}-${again}.db`)
  const unfinished = `${target}.part`
  // Backups are made one at a time, so whatever is unfinished was left by a program that was ended.
  for (const name of readdirSync(folder))
    if (/^osrodek-[\dTZ-]+\.db\.part/.test(name)) rmSync(join(folder, name), { force: true })
  try {
    await verify(unfinished, await copy(file, unfinished))
    renameSync(unfinished, target)
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
    throw isDamage(error) ? new DatabaseRefused('broken', error) : error
  }
  const others = listBackups(folder).filter(({ name }) => name !== basename(target))
  // Not simply the oldest of all: a clock that was set back would throw away the backup just made.
  for (const { name } of others.slice(backupsKept - 1)) rmSync(join(folder, name))
  return {
    name: basename(target),
    madeAt: `${now.toISOString().slice(0, 19)}.000Z`,
    bytes: statSync(target).size,
  }
}

/**
 * What about the place keeps a backup from being made: no room, or nobody may write there (a folder that is
 * read-only, gone, or a file). Undefined for an error that says nothing about the place.
 */
export function whyNoBackup(error: unknown): 'noSpace' | 'notWritable' | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code !== 'string') return undefined
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return 'noSpace'
  return /^(E[A-Z]+$|ERR_FS_|SQLITE_(CANTOPEN|READONLY|IOERR|PERM))/.test(code) ? 'notWritable' : undefined
}

/**
 * Is a new backup due: none within the last day? One whose time lies in the future does not count: a clock that
 * was wrong for a morning would otherwise stop the backups for years.
 */
export function isBackupDue(folder: string, now: Date): boolean {
  const ages = listBackups(folder).map(({ madeAt }) => now.getTime() - Date.parse(madeAt))
  return !ages.some((age) => age >= 0 && age <= 24 * 3600 * 1000)
}

/** Copies a database file and returns the schema version of what was copied. */
async function copy(file: string, target: string): Promise<unknown> {
  // A connection of its own: on the writing one a command that runs would stand in the way.
  const source = openSqlite(file, { fileMustExist: true })
  try {
    // One state for the whole copy: otherwise each command that ends meanwhile would make it begin again.
    source.exec('BEGIN')
    const version = source.pragma('user_version', { simple: true })
    await source.backup(target)
    return version
  } finally {
    source.close()
  }
}

/**
 * Opens a copy and checks the structure and the rows of each of its tables. Not all at once: SQLite's full check of a
 * register of years holds up every other call for seconds.
 */
async function verify(file: string, version: unknown): Promise<void> {
  const copied = openSqlite(file, { fileMustExist: true })
  try {
    // One file instead of three: the copy inherits WAL mode, which needs two more files beside it.
    copied.pragma('journal_mode = DELETE')
    const tables = copied
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all()
    for (const table of tables) {
      const result = copied.pragma(`quick_check("${table}")`, { simple: true })
      if (result !== 'ok') throw new DatabaseRefused('broken')
      await setImmediate()
    }
    if (copied.pragma('user_version', { simple: true }) !== version)
      throw new Error('the backup has another version')
  } finally {
    copied.close()
  }
}
