import { sql } from 'kysely'
import { beforeEach, describe, expect, expectTypeOf, onTestFinished, test } from 'vitest'
import type { Db, Tx } from '#main/database/database.ts'
import { openStorage } from '#main/database/storage.ts'
import type { Handlers } from '#main/kit/handlers.ts'
import type { volunteersContract } from '#shared/features/volunteers/volunteers.contract.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { everythingOf } from '#tests/support/databases.ts'
import { ownFolder } from '#tests/support/folders.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

const aPosition = { name: 'a', name_key: 'a', staff_group: 'managers', is_active: 1, sort_key: 'a' }

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

/** A file of volunteers in the form in which offices keep it. */
function sheetOf(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `Kowalska ${index};Anna;${1940 + (index % 60)}-05-05`,
  )
  return Buffer.from(['Nazwisko;Imię;Data urodzenia', ...rows].join('\n')).toString('base64')
}

/** Begins to write many volunteers in one command and resolves when a part of them is written. */
async function beginLongCommand(count: number) {
  const opened = await app.api.imports.open({
    register: 'volunteers',
    fileName: 'rejestr.csv',
    content: sheetOf(count),
  })
  let isDone = false
  const command = app.api.imports.run({ id: opened.id, options: opened.options, decisions: {} })
  const done = () => {
    isDone = true
  }
  command.then(done, done)
  const isWriting = async () => {
    const progress = await app.api.imports.progress({ id: opened.id })
    return progress?.phase === 'writing' && progress.done > 0
  }
  while (!(await isWriting())) await new Promise(setImmediate)
  return { command, isDone: () => isDone }
}

test('the reading connection refuses to write, even to code that gets around its type', async () => {
  const storage = await openStorage(ownFolder(), 'main', () => new Date())
  onTestFinished(() => storage.close())
  const reader = everythingOf(storage.current().reader)
  const refusal = { code: 'SQLITE_READONLY' }
  await expect(reader.insertInto('positions').values(aPosition).execute()).rejects.toMatchObject(refusal)
  await expect(reader.deleteFrom('positions').execute()).rejects.toMatchObject(refusal)
  await expect(reader.updateTable('positions').set({ name: '' }).execute()).rejects.toMatchObject(refusal)
  await expect(sql`drop table positions`.execute(reader)).rejects.toMatchObject(refusal)
  expect(await reader.selectFrom('positions').selectAll().execute()).toEqual([])
})

test('the writing connection waits for the disk before it acknowledges, and checks references', async () => {
  const storage = await openStorage(ownFolder(), 'main', () => new Date())
  onTestFinished(() => storage.close())
  const { sqlite } = storage.current()
  const pragma = (name: string) => sqlite.pragma(name, { simple: true })
  // 2 is FULL: a killed process cannot show a difference, a power cut would.
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
})

describe('a query during a long command', () => {
  test('is answered at once, with the state before', async () => {
    const { command, isDone } = await beginLongCommand(1500)
    expect(await app.api.volunteers.count({})).toBe(0)
    expect((await app.newWindow().api.settings.frame()).state).toBe('signedOut')
    expect(isDone()).toBe(false)
    expect(await command).toMatchObject({ importedRows: 1500 })
    expect(await app.api.volunteers.count({})).toBe(1500)
  })

  test('sees nothing of a command that is given up', async () => {
    const { command, isDone } = await beginLongCommand(1500)
    const outcome = command.catch((error: unknown) => error)
    expect(isDone()).toBe(false)
    await app.api.imports.cancel({ id: 1 })
    expect(await outcome).toMatchObject({ code: 'RULE_BROKEN', data: { reason: 'imports.errors.cancelled' } })
    expect(await app.api.volunteers.count({})).toBe(0)
  })
})

test('a second command waits for a long one and then happens wholly, with the next number', async () => {
  const { command, isDone } = await beginLongCommand(500)
  const created = app.api.volunteers.create(aVolunteer())
  expect(isDone()).toBe(false)
  expect(await created).toMatchObject({ registerNumber: 'WOL/501/2026' })
  expect(isDone()).toBe(true)
  await command
})

test('two hundred commands at once are all carried out, each with a number of its own', async () => {
  const created = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      app.api.volunteers.create(aVolunteer({ surname: `Kowalska ${index}`, pesel: '' })),
    ),
  )
  const numbers = created.map(({ registerNumber }) => Number(registerNumber.split('/')[1]))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
})

test('a transaction may read wherever a reading handle is asked for, and never the other way round', () => {
  expectTypeOf<Tx>().toExtend<Db>()
  expectTypeOf<Db>().not.toExtend<Tx>()
  type ListHandler = Handlers<typeof volunteersContract>['list']
  type CreateHandler = Handlers<typeof volunteersContract>['create']
  expectTypeOf<Parameters<ListHandler>[0]>().toHaveProperty('db')
  expectTypeOf<Parameters<ListHandler>[0]>().not.toHaveProperty('tx')
  expectTypeOf<Parameters<Extract<CreateHandler, (...given: never) => unknown>>[0]>().toHaveProperty('tx')
})
