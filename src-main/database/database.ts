import { createRequire } from 'node:module'
import type SqliteNamespace from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteStatement, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A handle to better-sqlite3's own database object; used only inside `src-main/database`. */
export type Sqlite = SqliteNamespace.Database

// The package is CommonJS with a native binary; `require` keeps the bundler away from it.
const Database: new (file: string, options?: SqliteNamespace.Options) => Sqlite = createRequire(
  import.meta.url,
)('better-sqlite3')

/**
 * A handle for reading: it can select and nothing else, so a read that writes does not compile. A transaction
 * is accepted wherever a `Db` is asked for, never the other way round.
 */
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn'>

/** A handle for writing, inside the one transaction that the pipeline opened for a command. */
export type Tx = Transaction<Tables>

/**
 * One open database file: a connection that writes and a connection that only reads. In WAL mode the reader sees
 * the last committed state at once and never waits for a command, however long that takes.
 */
export interface OpenDatabase {
  file: string
  reader: Db
  writer: Kysely<Tables>
  /** The writing connection itself, for backup and checks. */
  sqlite: Sqlite
  close(): void
}

/** Opens SQLite on a file. Prefer `openDatabase`; this is for migrations, backups and the lock. */
export function openSqlite(file: string, options: SqliteNamespace.Options = {}): Sqlite {
  return new Database(file, { timeout: 5000, ...options })
}

/** Opens a migrated database for the application: durable writes, foreign keys on, and a read-only second connection. */
export function openDatabase(file: string): OpenDatabase {
  const connections: Sqlite[] = []
  const connect = (kilobytesOfCache: number) => {
    const connection = openSqlite(file, { fileMustExist: true })
    connections.unshift(connection)
    connection.pragma(`cache_size = -${kilobytesOfCache}`)
    return connection
  }
  const close = () => {
    for (const connection of connections) connection.close()
  }
  try {
    const sqlite = connect(8192)
    sqlite.pragma('journal_mode = WAL')
    // FULL, because an acknowledged agreement must outlive a power cut, not only a crash of the program.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    const readerSqlite = connect(24_576)
    readerSqlite.pragma('query_only = ON')
    return { file, sqlite, writer: kyselyOver(sqlite), reader: kyselyOver(readerSqlite), close }
  } catch (error) {
    close()
    throw error
  }
}

/** Kysely asks for a fresh statement on every call; keeping the prepared ones halves the cost of a small query. */
function kyselyOver(sqlite: Sqlite): Kysely<Tables> {
  const statements = new Map<string, SqliteStatement>()
  const prepare = (text: string): SqliteStatement => {
    const known = statements.get(text)
    if (known) return known
    if (statements.size >= 500) statements.clear()
    const statement = sqlite.prepare(text) as unknown as SqliteStatement
    statements.set(text, statement)
    return statement
  }
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => sqlite.close() } }),
  })
}
