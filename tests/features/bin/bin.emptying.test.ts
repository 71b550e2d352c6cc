import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function afterDays(day: string) {
  app.clock.now = new Date(`${day}T10:00:00Z`)
  await api.accounts.signIn({ login: 'admin', password })
}

/** How often words stand anywhere in the file of the database and the log of its changes, whatever their case. */
function bytesOf(...words: string[]): number {
  const files = ['', '-wal'].map((suffix) => join(app.folder, `osrodek.db${suffix}`)).filter(existsSync)
  const text = files.map((file) => readFileSync(file).toString('utf8').toLowerCase()).join('')
  return words.reduce((sum, word) => sum + text.split(word.toLowerCase()).length - 1, 0)
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('what was emptied', () => {
  test('stands nowhere in the file any more: neither in tables, nor in the history, nor in what was deleted', async () => {
    // Enough of them that pages of tables and indexes are split and joined.
    const secret = { surname: 'Niezapominajkowska', town: 'Zapomniejewo', street: 'Zatartej Pamięci 7' }
    for (let at = 0; at < 60; at++) {
      const fields = aVolunteer({ ...secret, firstNames: `Ala ${at}`, pesel: '' })
      const volunteer = await api.volunteers.create(fields)
      await api.volunteers.change({ ...volunteer, notes: `Zapomniejewo ${'x'.repeat(at * 10)}` })
      await api.volunteers.create(aVolunteer({ surname: `Zostająca ${at}`, pesel: '' }))
    }
    const { rows } = await api.volunteers.list({ search: 'niezapominajkowska' })
    const [first, second] = rows
    if (!first || !second) throw new Error('nobody was entered')
    const note = await api.volunteers.notes.add({ recordId: first.id, text: 'Mieszka w Zapomniejewo.' })
    await api.volunteers.notes.change({ ...note, text: 'Mieszkała w Zapomniejewo.' })
    await api.volunteers.attachments.add({
      recordId: first.id,
      fileName: 'niezapominajkowska.png',
      content: png.toString('base64'),
    })
    await api.agreements.create(anAgreement({ volunteerId: first.id, notes: 'Zapomniejewo' }))
    await api.volunteers.merging.merge({
      keptId: first.id,
      mergedId: second.id,
      keptVersion: first.version,
      mergedVersion: second.version,
      choices: {},
    })
    for (const { id } of (await api.volunteers.list({ search: 'niezapominajkowska' })).rows)
      await api.volunteers.removal.remove(await api.volunteers.get({ id }))
    const words = ['niezapominajkowska', 'zapomniejewo', 'zatartej']
    expect(bytesOf(...words)).toBeGreaterThan(100)

    await afterDays('2027-02-20')
    expect(await api.bin.due()).toEqual({ records: 59, parts: 0 })
    expect(await api.bin.empty()).toEqual({ records: 59, parts: 0 })
    expect(bytesOf(...words)).toBe(0)
    expect(bytesOf('Zostająca')).toBeGreaterThan(60)
    expect((await api.volunteers.list({ search: 'zostajaca' })).rows).toHaveLength(60)
  })

  test('is overwritten at the next start where the program ended before', async () => {
    const isEmptying = (set = 'is_emptying') =>
      withSqlite(`${app.folder}/osrodek.db`, (sqlite) => {
        sqlite.prepare(`UPDATE settings SET is_emptying = ${set}`).run()
        return sqlite.prepare('SELECT is_emptying FROM settings').pluck().get()
      })
    // Text that is long enough to have a page of its own, which nothing overwrites by chance.
    const notes = 'Przelotna '.repeat(300)
    const volunteer = await api.volunteers.create(aVolunteer({ notes }))
    await api.volunteers.change({ ...volunteer, notes: '' })
    withSqlite(`${app.folder}/osrodek.db`, (sqlite) =>
      sqlite.exec(`UPDATE history SET changes = '{}'; PRAGMA wal_checkpoint(TRUNCATE)`),
    )
    expect(bytesOf('Przelotna')).toBeGreaterThan(0)
    await app.restart()
    expect(bytesOf('Przelotna')).toBeGreaterThan(0)
    expect(isEmptying('1')).toBe(1)
    await app.restart()
    expect(bytesOf('Przelotna')).toBe(0)
    expect(isEmptying()).toBe(0)
  })

  test('stays in the history by who did what and when, without what it was', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const draft = await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    await api.volunteers.removal.remove(volunteer)
    await afterDays('2027-02-20')
    await api.bin.empty()
    const told = async (of: { history: Api['volunteers']['history'] }, recordId: number) =>
      (await of.history({ recordId })).map(({ userName, action, changes }) => [userName, action, changes])
    const nothing = { fields: {}, secret: [] }
    expect(await told(api.volunteers, volunteer.id)).toEqual(
      ['emptied', 'removed', 'created'].map((action) => ['Anna Administrator', action, nothing]),
    )
    expect(await told(api.agreements, draft.id)).toEqual([['Anna Administrator', 'created', nothing]])
    const { rows } = await api.history.list({ filters: { kind: { oneOf: ['volunteers', 'bin'] } } })
    expect(rows.map(({ kind, action, record }) => [kind, action, record])).toEqual([
      ['bin', 'emptied', ''],
      ['volunteers', 'emptied', ''],
      ['volunteers', 'removed', ''],
      ['volunteers', 'created', ''],
    ])
  })

  test('leaves no row that belongs to nothing', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const empty = counts()
    const other = await api.volunteers.create(aVolunteer({ pesel: '' }))
    const third = await api.volunteers.create(aVolunteer({ pesel: '' }))
    await api.volunteers.notes.add({ recordId: other.id, text: 'Notatka' })
    await api.volunteers.duplicates.keepApart({ firstId: volunteer.id, secondId: other.id })
    await api.volunteers.merging.merge({
      keptId: other.id,
      mergedId: third.id,
      keptVersion: other.version,
      mergedVersion: third.version,
      choices: {},
    })
    await api.volunteers.removal.remove(await api.volunteers.get({ id: other.id }))
    await afterDays('2027-02-20')
    await api.bin.empty()
    expect(counts()).toEqual(empty)
  })

  /** How many rows each table has that may have something of a record. */
  function counts(): Record<string, unknown> {
    return withSqlite(`${app.folder}/osrodek.db`, (sqlite) =>
      Object.fromEntries(
        tablesOf(sqlite)
          .filter((table) => !['history', 'sequences'].includes(table) && !table.startsWith('sqlite_'))
          .map((table) => [table, sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
      ),
    )
  }
})

describe('a note or a file that was removed from a record', () => {
  async function withRemoved() {
    const { id: recordId } = await api.volunteers.create(aVolunteer())
    const note = await api.volunteers.notes.add({ recordId, text: 'Pierwsze brzmienie' })
    const changed = await api.volunteers.notes.change({ ...note, text: 'Drugie brzmienie' })
    await api.volunteers.notes.add({ recordId, text: 'Zostaje' })
    const file = await api.volunteers.attachments.add({
      recordId,
      fileName: 'skan.png',
      description: 'Opis skanu',
      content: png.toString('base64'),
    })
    await api.volunteers.notes.remove(changed)
    await api.volunteers.attachments.remove(file)
    return recordId
  }

  test('is told of on the record and restored until it is emptied', async () => {
    const recordId = await withRemoved()
    await afterDays('2027-02-19')
    expect(await api.bin.empty()).toEqual({ records: 0, parts: 0 })
    const [note] = await api.volunteers.notes.removed({ recordId })
    const [file] = await api.volunteers.attachments.removed({ recordId })
    expect(note).toMatchObject({ text: 'Drugie brzmienie', removedAt: '2026-11-22T10:00:00.000Z' })
    expect(file).toMatchObject({ fileName: 'skan.png', removedAt: '2026-11-22T10:00:00.000Z' })
    if (!note || !file) throw new Error('nothing was removed')
    await api.volunteers.notes.restore(note)
    await api.volunteers.attachments.restore(file)
    expect(await api.volunteers.notes.list({ recordId })).toHaveLength(2)
    expect(await api.volunteers.attachments.list({ recordId })).toHaveLength(1)
    expect(await api.volunteers.notes.removed({ recordId })).toEqual([])
    expect(await api.volunteers.attachments.removed({ recordId })).toEqual([])
  })

  test('is emptied after its time, with all that the history had of it and nothing else', async () => {
    const recordId = await withRemoved()
    await afterDays('2027-02-20')
    expect(await api.bin.due()).toEqual({ records: 0, parts: 2 })
    expect(await api.bin.empty()).toEqual({ records: 0, parts: 2 })
    expect(await api.volunteers.notes.removed({ recordId })).toEqual([])
    expect(await api.volunteers.attachments.removed({ recordId })).toEqual([])
    expect(bytesOf('Pierwsze brzmienie', 'Drugie brzmienie', 'skan.png', 'Opis skanu')).toBe(0)
    const entries = await api.volunteers.history({ recordId })
    const told = entries.map(({ action, changes }) => [action, Object.keys(changes.fields).length > 0])
    expect(told).toEqual([
      ['attachments:removed', false],
      ['notes:removed', false],
      ['attachments:added', false],
      ['notes:added', true],
      ['notes:changed', false],
      ['notes:added', false],
      ['created', true],
    ])
  })

  test('of another is not offered to who may not restore it', async () => {
    const recordId = await withRemoved()
    const clerk = await app.windowOf('clerk')
    expect(await clerk.volunteers.notes.removed({ recordId })).toEqual([])
    expect(await clerk.volunteers.attachments.removed({ recordId })).toHaveLength(1)
  })
})
