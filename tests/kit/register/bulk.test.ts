import { beforeEach, expect, test } from 'vitest'
import { aMember, anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  for (const category of ['adult', 'senior', 'unknown'] as const)
    await api.volunteers.create(aVolunteer({ category, pesel: '' }))
  return () => app.close()
})

const toSenior = { field: 'category', value: 'senior' } as const
const all = { selection: { exceptIds: [] }, change: toSenior }
const categoriesNow = async () =>
  (await api.volunteers.list({ sort: 'registerNumber' })).rows.map(({ category }) => category)

test('a field of many is changed as it was foretold, with a version and a line of history for each that changes', async () => {
  const outcome = { selected: 3, changing: 2 }
  expect(await api.volunteers.bulk.preview(all)).toEqual(outcome)
  expect(await categoriesNow()).toEqual(['adult', 'senior', 'unknown'])
  expect(await api.volunteers.bulk.change({ ...all, expected: 3 })).toEqual(outcome)
  expect(await categoriesNow()).toEqual(['senior', 'senior', 'senior'])
  const versions = (await api.volunteers.list({ sort: 'registerNumber' })).rows.map(({ version }) => version)
  expect(versions).toEqual([2, 1, 2])
  const [last] = await api.volunteers.history({ recordId: 1 })
  expect(last).toMatchObject({ action: 'changed', changes: { fields: { category: ['adult', 'senior'] } } })
  expect(await api.volunteers.history({ recordId: 2 })).toHaveLength(1)
})

test('only what is filtered and selected changes, and a changed town is found at once', async () => {
  const change = { field: 'town', value: 'Żory' } as const
  const asked = { filters: { category: { oneOf: ['adult', 'senior'] } }, selection: { ids: [2, 3] }, change }
  expect(await api.volunteers.bulk.change({ ...asked, expected: 1 })).toEqual({ selected: 1, changing: 1 })
  const { rows } = await api.volunteers.list({ search: 'zory' })
  expect(rows.map(({ id }) => id)).toEqual([2])
})

test('nothing changes where the selection is another by now', async () => {
  await api.volunteers.create(aVolunteer({ pesel: '', category: 'adult' }))
  expect(await refusalOf(api.volunteers.bulk.change({ ...all, expected: 3 }))).toEqual(
    ruleRefusal('list.errors.selectionChanged'),
  )
  expect(await categoriesNow()).toEqual(['adult', 'senior', 'unknown', 'adult'])
})

test('a value that does not fit is refused, and so is a field that may not be changed for many', async () => {
  const change = { field: 'category', value: 'robot' } as const
  expect(await refusalOf(api.volunteers.bulk.preview({ ...all, change }))).toEqual(
    fieldRefusal('change.value', 'validation.invalid'),
  )
  const pesel = { field: 'pesel', value: '' } as never
  await expect(api.volunteers.bulk.preview({ ...all, change: pesel })).rejects.toMatchObject({
    code: 'VALIDATION',
  })
})

test('who may not change a volunteer changes none of many', async () => {
  const viewer = await app.windowOf('viewer')
  const forbidden = { code: 'FORBIDDEN', data: { permission: 'volunteers.write' } }
  expect(await refusalOf(viewer.volunteers.bulk.preview(all))).toEqual(forbidden)
  expect(await refusalOf(viewer.volunteers.bulk.change({ ...all, expected: 3 }))).toEqual(forbidden)
})

test('staff of a selection become field workers, each with a line of history', async () => {
  const { id: positionId } = await api.positions.create({ name: 'Referent', staffGroup: 'administration' })
  for (const surname of ['Adamska', 'Bielak', 'Cichy'])
    await api.staff.create(
      aMember({
        positionId,
        surname,
        personalNumber: surname,
        isFieldWorker: surname === 'Bielak',
      }),
    )
  const change = { field: 'isFieldWorker', value: true } as const
  const asked = { selection: { exceptIds: [] }, change }
  expect(await api.staff.bulk.preview(asked)).toEqual({ selected: 3, changing: 2 })
  await api.staff.bulk.change({ ...asked, expected: 3 })
  const { rows } = await api.staff.list({})
  expect(rows.map(({ isFieldWorker, version }) => [isFieldWorker, version])).toEqual([
    [true, 2],
    [true, 1],
    [true, 2],
  ])
  const [last] = await api.staff.history({ recordId: rows[0]?.id ?? 0 })
  expect(last?.changes.fields).toEqual({ isFieldWorker: [false, true] })
})

test('units get one district as a correction of today, and keep all else', async () => {
  const phones = [{ number: '81 000 00 00', note: 'sekretariat' }]
  const first = await api.units.create({ name: 'Filia nr 1', symbol: 'F1', phones })
  await api.units.create({ name: 'Filia nr 2', district: 'Czuby' })
  const change = { field: 'district', value: ' Czuby ' } as const
  const asked = { filters: {}, selection: { exceptIds: [] }, change }
  expect(await api.units.bulk.change({ ...asked, expected: 2 })).toEqual({ selected: 2, changing: 1 })
  expect(await api.units.get({ id: first.id })).toEqual({
    ...first,
    district: 'Czuby',
    version: first.version + 1,
  })
  const [last] = await api.units.history({ recordId: first.id })
  expect(last).toMatchObject({ action: 'changed', changes: { fields: { district: ['', 'Czuby'] } } })
  const clerk = await app.windowOf('clerk')
  expect(await refusalOf(clerk.units.bulk.change({ ...asked, expected: 2 }))).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('drafts of a selection get one coordinator; with a concluded agreement among them none does, and that is told before', async () => {
  const { draft } = await aSignableDraft(api)
  const other = await api.agreements.create(anAgreement({ volunteerId: 1 }))
  const change = { field: 'coordinator', value: 'Hanna Wróbel' } as const
  const asked = { selection: { exceptIds: [] }, change }
  expect(await api.agreements.bulk.preview(asked)).toEqual({ selected: 2, changing: 2 })
  await api.agreements.bulk.change({ ...asked, expected: 2 })
  const changed = await api.agreements.get({ id: draft.id })
  expect(changed.coordinator).toBe('Hanna Wróbel')
  await api.agreements.sign({ id: draft.id, version: changed.version })
  const again = { ...asked, change: { field: 'coordinator', value: '' } as const }
  const refused = ruleRefusal('agreements.errors.onlyDrafts')
  expect(await refusalOf(api.agreements.bulk.preview(again))).toEqual(refused)
  expect(await refusalOf(api.agreements.bulk.change({ ...again, expected: 2 }))).toEqual(refused)
  expect((await api.agreements.get({ id: other.id })).coordinator).toBe('Hanna Wróbel')
})
