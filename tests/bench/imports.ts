import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openSqlite, type Sqlite } from '#main/database/database.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { startBrowserApp } from '#tests/support/browserApp.ts'
import { openHttpWindow } from '#tests/support/httpWindow.ts'
import { password } from '#tests/support/people.ts'
import type { Api } from '#tests/support/testApp.ts'
import type { Figure } from './figures.ts'
import { login, setUp } from './generate.ts'
import { makeVolunteer } from './people.ts'

const rowsCount = 50_000

/** Tables whose rows an import of volunteers writes, and the order in which it does. */
const tables = { volunteers: 'id', search_words: 'record_id', import_rows: 'record_id', history: 'id' }

/** How many times as long as bare inserts the writing may take, which checks, numbers and notes each record. */
const mostRatio = 10

const columns: [title: string, field: keyof VolunteerFields][] = [
  ['Nazwisko', 'surname'],
  ['Imię', 'firstNames'],
  ['PESEL', 'pesel'],
  ['Data urodzenia', 'birthOn'],
  ['Ulica', 'street'],
  ['Kod pocztowy', 'postCode'],
  ['Miejscowość', 'town'],
  ['Telefon', 'phone'],
  ['E-mail', 'email'],
]

/** A register of that many volunteers as a spreadsheet would hand it over. */
function fileOf(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const volunteer = makeVolunteer(index, 2007 + (index % 20))
    return columns.map(([, field]) => volunteer[field] ?? '').join(';')
  })
  return [columns.map(([title]) => title).join(';'), ...lines].join('\r\n')
}

/**
 * What an import of 50,000 volunteers takes over HTTP: dry run, writing, undoing, with the longest wait of another call
 * meanwhile; and the writing against bare inserts of the very rows that it left.
 */
export async function* measureImport(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-bench-import-'))
  try {
    await setUp(folder)
    const app = await startBrowserApp(folder)
    try {
      const { api } = await openHttpWindow(app.url)
      await api.accounts.signIn({ login, password })
      const content = Buffer.from(fileOf(rowsCount)).toString('base64')
      const { id, options } = await api.imports.open({
        register: 'volunteers',
        fileName: 'wolontariusze.csv',
        content,
      })
      const asked = { id, options, decisions: {} }

      const checked = await during(api, () => api.imports.preview(asked))
      const { totals } = checked.result
      yield seconds('import of 50,000 rows: dry run', checked.seconds, 15, `(${totals.create} to be created)`)
      yield wait('  longest wait of another call', checked.longestWait)

      const written = await during(api, () => api.imports.run(asked))
      const bare = bareInserts(join(folder, 'osrodek.db'))
      const remark = `(${written.seconds.toFixed(1)} s, bare inserts ${bare.toFixed(1)} s)`
      yield {
        name: '  writing against bare inserts',
        value: written.seconds / bare,
        unit: '×',
        aim: mostRatio,
        remark,
      }
      yield wait('  longest wait of another call', written.longestWait)

      const undone = await during(api, () => api.imports.undo({ id: written.result.id }))
      yield seconds('  undoing', undone.seconds, 60, `(${undone.result.removed} removed)`)
      yield wait('  longest wait of another call', undone.longestWait)
    } finally {
      await app.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function seconds(name: string, value: number, aim: number, remark: string): Figure {
  return { name, value, unit: 's', aim, remark }
}

function wait(name: string, value: number): Figure {
  return { name, value, unit: 'ms', aim: 500 }
}

/** Seconds of something long, and the longest that another call of the page waited meanwhile, in milliseconds. */
async function during<Result>(api: Api, work: () => Promise<Result>) {
  let isOver = false
  let longestWait = 0
  const askOn = async () => {
    while (!isOver) {
      const asked = performance.now()
      await api.volunteers.list({})
      longestWait = Math.max(longestWait, performance.now() - asked)
      await setTimeout(50)
    }
  }
  const asking = askOn()
  const started = performance.now()
  const result = await work().finally(() => {
    isOver = true
  })
  const seconds = (performance.now() - started) / 1000
  await asking
  return { result, seconds, longestWait }
}

/** Seconds that the rows of an import take which are put one by one, in one transaction, into empty tables with all indexes. */
function bareInserts(file: string): number {
  const copy = mkdtempSync(join(tmpdir(), 'osrodek-bench-bare-'))
  const from = openSqlite(file, { readonly: true })
  const to = openSqlite(join(copy, 'bare.db'))
  try {
    to.pragma('journal_mode = WAL')
    to.pragma('synchronous = FULL')
    to.pragma('foreign_keys = OFF')
    for (const sql of migrations) to.exec(sql)
    const inserts = Object.entries(tables).map(([table, order]) => insertsOf(from, to, table, order))
    const started = performance.now()
    to.transaction(() => {
      for (const { insert, rows } of inserts) for (const row of rows) insert.run(row)
    })()
    return (performance.now() - started) / 1000
  } finally {
    from.close()
    to.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

function insertsOf(from: Sqlite, to: Sqlite, table: string, order: string) {
  const all = from.prepare(`SELECT * FROM ${table} ORDER BY ${order}`)
  const places = all.columns().map(() => '?')
  const rows = all.raw().all() as unknown[][]
  return { insert: to.prepare(`INSERT INTO ${table} VALUES (${places.join()})`), rows }
}
