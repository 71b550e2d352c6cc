import type { Sqlite } from '#main/database/database.ts'

/** Columns of a copy that are its own; `:step` is how far its id lies from that of the record it was made of. */
const own: Record<string, Record<string, string>> = {
  volunteers: {
    id: 'kept.id + :step',
    pesel: 'NULL',
    register_number: `kept.register_number || '/' || :step`,
    register_key: `kept.register_key || '/' || :step`,
  },
  agreements: {
    id: 'kept.id + :step',
    volunteer_id: 'kept.volunteer_id + :step',
    number: `kept.number || '/' || :step`,
    number_key: `kept.number_key || '/' || :step`,
    document_id: 'NULL',
  },
  history: { id: 'NULL', record_id: 'kept.record_id + :step' },
}

/** Columns that a copy takes from another record, so that those of one name do not all live in one town. */
const others: Record<string, string[]> = {
  volunteers: ['birth_on', 'street', 'street_key', 'post_code', 'town', 'town_key', 'category', 'created_at'],
  agreements: ['unit_id', 'starts_on', 'ends_on', 'concluded_on', 'created_at'],
  history: ['at'],
}

/** Those that have copies; so many drafts would never lie about. */
const copied: Record<string, string> = {
  agreements: `kept.status <> 'draft'`,
  history: `kept.kind IN ('volunteers', 'agreements') AND kept.record_id IS NOT NULL`,
}

/**
 * Makes a register so many times as large by copying its records in SQL, with other ids and numbers, and every name with
 * the day of birth and the address of somebody else: what is asked of a list finds its share of every copy.
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
    for (const [table, changes] of Object.entries(own)) {
      const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
      const values = columns.map(
        (column) => changes[column] ?? `${others[table]?.includes(column) ? 'other' : 'kept'}.${column}`,
      )
      const last = lastId(table)
      const copy = sqlite.prepare(
        `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM ${table} AS kept
         JOIN ${table} AS other ON other.id = 1 + (kept.id + :turn * 37) % ${last} WHERE kept.id <= ${last} AND ${copied[table] ?? 'true'}`,
      )
      for (let turn = 1; turn < times; turn++) copy.run({ step: turn * step, turn })
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
