import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function aCertificate(over: object = {}) {
  const { unit, volunteer, signatory } = await anActiveVolunteer(api)
  const fields = await proposed(api, {
    kind: 'certificate',
    volunteerId: volunteer.id,
    signatoryId: signatory.id,
  })
  return { unit, ...(await api.documents.issue({ ...fields, ...over })) }
}

function damage(id: number): void {
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    sqlite.prepare('UPDATE document_contents SET pdf = ? WHERE document_id = ?').run(Buffer.from('x'), id),
  )
}

async function nextDay(day: string) {
  app.clock.now = new Date(`${day}T03:00:00.000Z`)
  await app.restart()
  api = app.api
  await api.accounts.signIn({ login: 'admin', password })
}

describe('the comparison of all files', () => {
  test('on demand tells which are not what was issued, and is remembered', async () => {
    expect(await api.documents.lastCheck()).toBeNull()
    const { id } = await aCertificate()
    expect(await api.documents.checkAll()).toMatchObject({ checked: 2, damaged: [] })
    damage(id)
    expect(await api.documents.checkAll()).toMatchObject({ checked: 2, damaged: [{ id }] })
    expect(await api.documents.lastCheck()).toMatchObject({ checked: 2, damaged: [{ id }] })
  })

  test('is made once a day by itself', async () => {
    const { id } = await aCertificate()
    await nextDay('2026-11-23')
    const first = await api.documents.lastCheck()
    expect(first).toMatchObject({ checkedAt: '2026-11-23T03:00:00.000Z', checked: 2, damaged: [] })
    damage(id)
    await nextDay('2026-11-23')
    expect(await api.documents.lastCheck()).toEqual(first)
    await nextDay('2026-11-24')
    expect(await api.documents.lastCheck()).toMatchObject({ checked: 2, damaged: [{ id }] })
  })

  test('names to a head only documents of the own unit', async () => {
    const { id, unit } = await aCertificate()
    damage(id)
    await api.documents.checkAll()
    const other = await api.units.create({ name: 'Inna placówka' })
    const [own, stranger] = [await app.windowOf('head', unit.id), await app.windowOf('head', other.id)]
    expect(await own.documents.lastCheck()).toMatchObject({ checked: 2, damaged: [{ id }] })
    expect(await stranger.documents.lastCheck()).toMatchObject({ checked: 2, damaged: [] })
  })
})

test('copies and the way of delivery are said when a document is issued', async () => {
  const { id } = await aCertificate({ copies: 5, delivery: 'eDelivery' })
  const issued = await api.documents.get({ id })
  expect(issued).toMatchObject({ copies: 5, delivery: 'eDelivery', state: 'issued', deliveredOn: null })
  await api.documents.deliver({
    id,
    version: issued.version,
    deliveredOn: '2026-11-22',
    delivery: 'post',
  })
  expect(await api.documents.get({ id })).toMatchObject({ delivery: 'post', state: 'delivered' })
})

test('the documents selected in the register go into the queue in the order of their issue', async () => {
  const { id } = await aCertificate()
  const { rows } = await api.documents.list({})
  const ids = rows.map((row) => row.id).toSorted((a, b) => a - b)
  expect(await api.printQueue.addSelected({ selection: { exceptIds: [] } })).toEqual({ added: 2 })
  expect((await api.printQueue.list()).map(({ documentId }) => documentId)).toEqual(ids)
  const certificates = { filters: { kind: { oneOf: ['certificate' as const] } } }
  expect(await api.printQueue.addSelected({ ...certificates, selection: { exceptIds: [] } })).toEqual({
    added: 1,
  })
  expect((await api.printQueue.list()).at(-1)).toMatchObject({ documentId: id })
  expect(await api.printQueue.addSelected({ ...certificates, selection: { ids: [] } })).toEqual({ added: 0 })
})
