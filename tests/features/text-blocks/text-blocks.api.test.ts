import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

const block = { name: 'Ćwiczenie', text: 'Prosimy o **odpowiedź**.', theme: '' as const, isActive: true }

test('some are there from the first start, in Polish order, ready for use', async () => {
  const blocks = await app.api.textBlocks.list()
  const names = blocks.map(({ name }) => name)
  expect(names).toContain('Zawiadomienie o terminie spotkania')
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'pl')))
  for (const each of blocks) expect(each).toMatchObject({ isActive: true, version: 1 })
})

test('a database that is older than they are gets them at the start; what the centre has stays', async () => {
  const shipped = await app.api.textBlocks.list()
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) => sqlite.prepare('DELETE FROM text_blocks').run())
  await app.restart()
  await app.api.accounts.signIn({ login: 'admin', password })
  expect((await app.api.textBlocks.list()).map(({ name }) => name)).toEqual(shipped.map(({ name }) => name))

  const kept = await app.api.textBlocks.create(block)
  await app.restart()
  await app.api.accounts.signIn({ login: 'admin', password })
  const blocks = await app.api.textBlocks.list()
  expect(blocks).toHaveLength(shipped.length + 1)
  expect(blocks).toContainEqual(kept)
})

test('one is kept as entered, changed once for each version, and noted in the history', async () => {
  const { textBlocks, history } = app.api
  const kept = await textBlocks.create(block)
  expect(kept).toEqual({ ...block, id: kept.id, version: 1 })
  const changed = await textBlocks.change({ ...kept, isActive: false })
  expect(changed).toEqual({ ...kept, isActive: false, version: 2 })
  expect(await refusalOf(textBlocks.change(kept))).toEqual({ code: 'CONFLICT', data: { current: changed } })
  expect(await refusalOf(textBlocks.change({ ...kept, id: 4711 }))).toEqual(notFoundRefusal('textBlocks'))
  const { rows } = await history.list({ filters: { kind: { oneOf: ['textBlocks'] } } })
  expect(rows.map(({ action }) => action).sort()).toEqual(['changed', 'created'])
})

test('an empty one is refused beside its field', async () => {
  const empty = { ...block, name: ' ', text: ' \n ' }
  const refusal = await refusalOf(app.api.textBlocks.create(empty))
  expect(refusal.code).toBe('VALIDATION')
  expect(Object.keys((refusal.data as { fields: object }).fields).sort()).toEqual(['name', 'text'])
})
