import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let clerk: Api
let recordId: number

beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  clerk = await app.windowOf('clerk')
  recordId = (await api.volunteers.create(aVolunteer())).id
  return () => app.close()
})

const texts = async (of: Api) => (await of.volunteers.notes.list({ recordId })).map(({ text }) => text)
const ofAnother = { code: 'RULE_BROKEN', data: { reason: 'notes.errors.ofAnother' } }

describe('notes', () => {
  test('stand under their record, the newest first, with author and time', async () => {
    await clerk.volunteers.notes.add({ recordId, text: '  Prosi o telefon po 16.\nWoli wtorki.  ' })
    app.clock.now = new Date('2026-11-22T10:05:00Z')
    await api.volunteers.notes.add({ recordId, text: 'Oddzwoniono.' })
    expect(await api.volunteers.notes.list({ recordId })).toMatchObject([
      { text: 'Oddzwoniono.', authorName: 'Anna Administrator', createdAt: '2026-11-22T10:05:00.000Z' },
      {
        text: 'Prosi o telefon po 16.\nWoli wtorki.',
        authorName: 'Osoba clerk',
        createdAt: '2026-11-22T10:00:00.000Z',
        changedAt: null,
        changedByName: null,
      },
    ])
    const other = await api.volunteers.create(aVolunteer({ pesel: '', surname: 'Inny' }))
    expect(await api.volunteers.notes.list({ recordId: other.id })).toEqual([])
  })

  test('are changed by their author and an administrator alone, who is then named', async () => {
    const note = await clerk.volunteers.notes.add({ recordId, text: 'Pierwsza' })
    const another = await app.windowOf('clerk')
    const { id, version } = note
    expect(await another.volunteers.notes.list({ recordId })).toMatchObject([{ isChangeable: false }])
    await expect(another.volunteers.notes.change({ id, version, text: 'Cudza' })).rejects.toMatchObject(
      ofAnother,
    )
    await expect(another.volunteers.notes.remove({ id, version })).rejects.toMatchObject(ofAnother)
    const own = await clerk.volunteers.notes.change({ id, version, text: 'Poprawiona' })
    expect(own).toMatchObject({
      text: 'Poprawiona',
      changedByName: 'Osoba clerk',
      isChangeable: true,
      version: 2,
    })
    const changed = await api.volunteers.notes.change({ id, version: 2, text: 'Sprostowana' })
    expect(changed).toMatchObject({ authorName: 'Osoba clerk', changedByName: 'Anna Administrator' })
  })

  test('that somebody else changed meanwhile come back as they stand', async () => {
    const { id, version } = await clerk.volunteers.notes.add({ recordId, text: 'Pierwsza' })
    await api.volunteers.notes.change({ id, version, text: 'Druga' })
    const conflict = { code: 'CONFLICT', data: { current: { text: 'Druga', version: 2 } } }
    await expect(clerk.volunteers.notes.change({ id, version, text: 'Trzecia' })).rejects.toMatchObject(
      conflict,
    )
    await expect(clerk.volunteers.notes.remove({ id, version })).rejects.toMatchObject(conflict)
  })

  test('are removed, and put back as they were', async () => {
    for (const text of ['Pierwsza', 'Druga', 'Trzecia']) await clerk.volunteers.notes.add({ recordId, text })
    const before = await clerk.volunteers.notes.list({ recordId })
    const { id, version } = before[1] ?? { id: 0, version: 0 }
    const removed = await clerk.volunteers.notes.remove({ id, version })
    expect(await texts(clerk)).toEqual(['Trzecia', 'Pierwsza'])
    for (const call of [
      clerk.volunteers.notes.remove(removed),
      clerk.volunteers.notes.change({ ...removed, text: 'Po usunięciu' }),
      clerk.volunteers.notes.restore({ id: before[0]?.id ?? 0, version: 1 }),
    ])
      expect(await refusalOf(call)).toEqual(notFoundRefusal('notes'))
    await clerk.volunteers.notes.restore(removed)
    expect(await clerk.volunteers.notes.list({ recordId })).toEqual(
      before.map((note) => (note.id === id ? { ...note, version: 3 } : note)),
    )
  })

  test.each([
    ['none', ''],
    ['nothing but blanks', '  \n '],
    ['one too many', 'x'.repeat(4001)],
  ])('hold between one and 4000 characters, not %s', async (_, text) => {
    await expect(clerk.volunteers.notes.add({ recordId, text })).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: { text: {} } },
    })
    await clerk.volunteers.notes.add({ recordId, text: 'x'.repeat(4000) })
  })

  test('of one register are out of reach through another', async () => {
    const { draft } = await aSignableDraft(api)
    const note = await api.agreements.notes.add({ recordId: draft.id, text: 'O szkicu' })
    for (const call of [
      api.volunteers.notes.change({ ...note, text: 'Inny rejestr' }),
      api.volunteers.notes.remove(note),
    ])
      expect(await refusalOf(call)).toEqual(notFoundRefusal('notes'))
    expect(await api.agreements.notes.list({ recordId: draft.id })).toHaveLength(1)
  })

  test('need a record', async () => {
    const missing = notFoundRefusal('volunteers')
    expect(await refusalOf(api.volunteers.notes.list({ recordId: 4711 }))).toEqual(missing)
    expect(await refusalOf(api.volunteers.notes.add({ recordId: 4711, text: 'Donikąd' }))).toEqual(missing)
  })

  test('leave every step in the history of their record', async () => {
    const added = await clerk.volunteers.notes.add({ recordId, text: 'Pierwsza' })
    const changed = await clerk.volunteers.notes.change({ ...added, text: 'Druga' })
    const removed = await clerk.volunteers.notes.remove(changed)
    await clerk.volunteers.notes.restore(removed)
    const history = await api.volunteers.history({ recordId })
    expect(history.slice(0, 4)).toMatchObject([
      { action: 'notes:restored', changes: { fields: { text: [null, 'Druga'] } } },
      { action: 'notes:removed', changes: { fields: { text: ['Druga', null] } } },
      { action: 'notes:changed', changes: { fields: { text: ['Pierwsza', 'Druga'] } } },
      { action: 'notes:added', changes: { fields: { text: [null, 'Pierwsza'] } }, userName: 'Osoba clerk' },
    ])
  })
})

describe('who reads notes', () => {
  test('a viewer reads them and writes none', async () => {
    const { id, version } = await clerk.volunteers.notes.add({ recordId, text: 'Do przeczytania' })
    const viewer = await app.windowOf('viewer')
    expect(await viewer.volunteers.notes.list({ recordId })).toMatchObject([{ isChangeable: false }])
    for (const call of [
      viewer.volunteers.notes.add({ recordId, text: 'x' }),
      viewer.volunteers.notes.change({ id, version, text: 'x' }),
      viewer.volunteers.notes.remove({ id, version }),
      viewer.volunteers.notes.restore({ id, version }),
    ])
      expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', data: { permission: 'volunteers.write' } })
    const hr = await app.windowOf('hr')
    await expect(hr.volunteers.notes.list({ recordId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('a head reads those of the own unit', async () => {
    const { unit, volunteer, draft } = await aSignableDraft(api)
    await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Nasza' })
    await api.agreements.notes.add({ recordId: draft.id, text: 'Nasze' })
    await api.volunteers.notes.add({ recordId, text: 'Cudza' })
    const elsewhere = await aSignableDraft(api)
    const head = await app.windowOf('head', unit.id)
    expect(await head.volunteers.notes.list({ recordId: volunteer.id })).toMatchObject([{ text: 'Nasza' }])
    expect(await head.agreements.notes.list({ recordId: draft.id })).toMatchObject([{ text: 'Nasze' }])
    expect(await refusalOf(head.volunteers.notes.list({ recordId }))).toEqual(notFoundRefusal('volunteers'))
    expect(await refusalOf(head.agreements.notes.list({ recordId: elsewhere.draft.id }))).toEqual(
      notFoundRefusal('agreements'),
    )
  })
})
