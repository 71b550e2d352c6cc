import { beforeEach, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let boundId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  const { draft } = await aSignableDraft(api)
  await api.agreements.sign(draft)
  boundId = draft.volunteerId
  for (const surname of ['Nowak', 'Żak']) await api.volunteers.create(aVolunteer({ surname, pesel: '' }))
  return () => app.close()
})

const all = { selection: { exceptIds: [] } }
const surnamesNow = async () => (await api.volunteers.list({})).rows.map(({ surname }) => surname)

test('many go as it was foretold, what is held stays with its reasons, and all come back', async () => {
  const before = await api.volunteers.list({})
  const preview = await api.volunteers.removal.previewMany(all)
  expect(preview).toMatchObject({ selected: 3, removed: 2, binIds: [] })
  expect(preview.kept).toMatchObject([
    { id: boundId, reasons: [{ key: expect.stringContaining('.held.'), params: { count: 1 } }] },
  ])
  expect(await api.volunteers.list({})).toEqual(before)

  const { binIds, ...outcome } = await api.volunteers.removal.removeMany({ ...all, expected: 2 })
  expect({ ...outcome, binIds: [] }).toEqual(preview)
  expect((await api.volunteers.list({})).rows.map(({ id }) => id)).toEqual([boundId])

  const restored = await api.bin.restoreMany({ selection: { ids: binIds }, expected: 2 })
  expect(restored).toMatchObject({ done: 2, kept: 0 })
  expect(await api.volunteers.list({})).toEqual(before)
})

test('only what is filtered and selected goes', async () => {
  const asked = { filters: { surname: { contains: 'zak' } }, ...all }
  expect(await api.volunteers.removal.removeMany({ ...asked, expected: 1 })).toMatchObject({ removed: 1 })
  expect(await surnamesNow()).not.toContain('Żak')
  expect(await surnamesNow()).toContain('Nowak')
})

test('nothing goes where the selection is another by now', async () => {
  const before = await surnamesNow()
  expect(await refusalOf(api.volunteers.removal.removeMany({ ...all, expected: 3 }))).toEqual(
    ruleRefusal('list.errors.selectionChanged'),
  )
  expect(await surnamesNow()).toEqual(before)
})

test('who may not write the register removes nothing', async () => {
  const viewer = await app.windowOf('viewer')
  expect(await refusalOf(viewer.volunteers.removal.previewMany(all))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refusalOf(viewer.volunteers.removal.removeMany({ ...all, expected: 2 }))).toMatchObject({
    code: 'FORBIDDEN',
  })
})
