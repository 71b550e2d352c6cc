import type { Sqlite } from '#main/database/database.ts'

/** Columns of a copy that differ from those of the record it was made of; `:step` is how far its id lies from there. */
const changed: Record<string, Record<string, string>> = {
  volunteers: {
    id: 'id + :step',
    pesel: 'NULL',
    register_number: `register_number || '/' || :step`,
    register_key: `register_key || '/' || :step`,
  },
  agreements: {
    id: 'id + :step',
    volunteer_id: 'volunteer_id + :step',
    number: `number || '/' || :step`,
    number_key: `number_key || '/' || :step`,
    document_id: 'NULL',
  },
}

/**
 * Makes a register so many times as large by copying its records in SQL, with other ids and numbers: what is asked of a
 * list finds its share of every copy.
 */
export function copyRecords(sqlite: Sqlite, times: number): void {
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('journal_mode = MEMORY')
  sqlite.pragma('cache_size = -524288')
  const indexes = sqlite
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`)
  const lastId = (table: string) => sqlite.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number
  const step = Math.max(lastId('volunteers'), lastId('agreements'))
  sqlite.transaction(() => {
    for (const [table, changes] of Object.entries(changed)) {
      const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
      const values = columns.map((column) => changes[column] ?? column)
      const copy = sqlite.prepare(
        `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM ${table} WHERE id <= ${step}`,
      )
      for (let turn = 1; turn < times; turn++) copy.run({ step: turn * step })
    }
    // In the order of its key, because a row put in a random place takes many times as long.
    sqlite
      .prepare(
        `INSERT INTO search_words SELECT kind, word, record_id + turn.value * :step FROM search_words,
         (WITH RECURSIVE turn(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM turn WHERE value < :last)
          SELECT value FROM turn) AS turn
         WHERE kind IN ('volunteers', 'agreements', 'pesels') ORDER BY 1, 2, 3`,
      )
      .run({ step, last: times - 1 })
  })()
  for (const { sql } of indexes) sqlite.exec(sql)
  sqlite.pragma('journal_mode = WAL')
}
