import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { openSqlite } from '#main/database/database.ts'
import { migrate } from '#main/database/migrate.ts'
import { tablesOf } from '#tests/support/databases.ts'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

const folder = mkdtempSync(join(tmpdir(), 'osrodek-test-'))
const file = join(folder, 'osrodek.db')
await migrate(file)
const sqlite = openSqlite(file, { readonly: true })
const tables = tablesOf(sqlite)
afterAll(() => {
  sqlite.close()
  rmSync(folder, { recursive: true })
})

function columnsOf(table: string): Column[] {
  return sqlite.pragma(`table_info(${table})`) as Column[]
}

/** The whole schema as one would write it, each table followed by its indexes, in the order of the alphabet. */
function dump(): string {
  const statements = sqlite
    .prepare(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY tbl_name, type DESC, name`,
    )
    .pluck()
    .all() as string[]
  return [
    '-- The schema after all migrations. Renew it with: npx vitest run tests/database/schema.test.ts -u',
    ...statements.map((sql) => `${sql};`),
    '',
  ].join('\n\n')
}

test('all migrations together give the schema that is committed beside this test', async () => {
  await expect(dump()).toMatchFileSnapshot('schema.sql')
})

test('every table is strict, so a text can never end up in a column of numbers', () => {
  const list = sqlite.pragma('table_list') as { schema: string; name: string; strict: number; type: string }[]
  const loose = list.filter(
    ({ name, strict, type }) => type === 'table' && !name.startsWith('sqlite_') && strict !== 1,
  )
  expect(loose.map(({ name }) => name)).toEqual([])
  expect(tables.length).toBeGreaterThan(10)
})

test('every foreign key has an index that begins with it', () => {
  const missing = tables.flatMap((table) => {
    const keys = sqlite.pragma(`foreign_key_list(${table})`) as { from: string }[]
    const indexes = sqlite.pragma(`index_list(${table})`) as { name: string; partial: number }[]
    const firsts = indexes
      .filter(({ partial }) => partial === 0)
      .map(({ name }) => (sqlite.pragma(`index_info(${name})`) as { name: string | null }[])[0]?.name)
    // An integer that is the primary key alone is the key of the table itself.
    const [key, ...others] = columnsOf(table).filter(({ pk }) => pk > 0)
    if (others.length === 0) firsts.push(key?.name)
    return keys.filter(({ from }) => !firsts.includes(from)).map(({ from }) => `${table}.${from}`)
  })
  expect(missing).toEqual([])
})

test('every foreign key names a table and a column that exist', () => {
  const lost = tables.flatMap((table) =>
    (sqlite.pragma(`foreign_key_list(${table})`) as { table: string; to: string | null; from: string }[])
      .filter(({ table: target, to }) => !columnsOf(target).some(({ name, pk }) => (to ? name === to : pk)))
      .map(({ from }) => `${table}.${from}`),
  )
  expect(lost).toEqual([])
})

interface TypedColumn {
  type: string
  isNullable: boolean
}

/** The columns of every table as `tables.ts` and the files beside it declare them. */
function declaredTables(): Map<string, Map<string, TypedColumn>> {
  const path = join(import.meta.dirname, '../../src-main/database/tables.ts')
  const files = readdirSync(join(path, '..'))
    .filter((name) => /(^|-)tables\.ts$/.test(name))
    .map((name) => readFileSync(join(path, '..', name), 'utf8'))
  const source = files.join('\n')
  const bodies = new Map<string, [string, string][]>()
  for (const statement of parseSync(path, source).program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type !== 'TSInterfaceDeclaration') continue
    const members = declared.body.body.flatMap((member): [string, string][] => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return []
      const type = member.typeAnnotation?.typeAnnotation
      return [[member.key.name, type ? source.slice(type.start, type.end) : '']]
    })
    const inherited = declared.extends.flatMap(({ expression }) =>
      expression.type === 'Identifier' ? (bodies.get(expression.name) ?? []) : [],
    )
    bodies.set(declared.id.name, [...inherited, ...members])
  }
  return new Map(
    (bodies.get('Tables') ?? []).map(([table, body]) => [
      table,
      new Map(
        (bodies.get(body) ?? []).map(([name, type]) => [
          name,
          { type: type.replace(/ \| null$/, ''), isNullable: type.endsWith('| null') },
        ]),
      ),
    ]),
  )
}

test('the types of the tables name exactly the columns of the schema', () => {
  const declared = [...declaredTables()].map(([table, columns]) => [table, [...columns.keys()].sort()])
  const real = tables.map((table) => [
    table,
    columnsOf(table)
      .map(({ name }) => name)
      .sort(),
  ])
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(real))
})

test('the types of the tables say of every column whether it may be null and what it holds', () => {
  const kinds: Record<string, string> = {
    string: 'TEXT',
    number: 'INTEGER',
    Flag: 'INTEGER',
    Day: 'TEXT',
    Instant: 'TEXT',
    Role: 'TEXT',
    Buffer: 'BLOB',
    'Generated<number>': 'INTEGER',
    'Generated<string>': 'TEXT',
  }
  const wrong = [...declaredTables()].flatMap(([table, columns]) =>
    columnsOf(table).flatMap(({ name, type, notnull, pk }) => {
      const declared = columns.get(name)
      const isNullable = notnull === 0 && pk === 0
      const isRight =
        declared && kinds[declared.type] === type && (declared.isNullable === isNullable || pk > 0)
      return isRight ? [] : [`${table}.${name} is ${type}, declared as ${JSON.stringify(declared)}`]
    }),
  )
  expect(wrong).toEqual([])
})
