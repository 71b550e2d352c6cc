import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let head: Api
let signatoryId: number
const units = { own: 0, other: 0 }
const agreements: Record<string, Agreement> = {}
const volunteers: Record<string, number> = {}

/** A volunteer of that name with a signed agreement, or a draft, in each of these units. */
async function enter(surname: string, where: { [unit in keyof typeof units]?: 'signed' | 'draft' }) {
  const fields = aVolunteer({ surname, firstNames: 'Anna', pesel: '', birthOn: '1970-05-05' })
  const volunteer = await app.api.volunteers.create(fields)
  for (const [unit, state] of Object.entries(where) as [keyof typeof units, string][]) {
    const draft = await app.api.agreements.create(
      anAgreement({ volunteerId: volunteer.id, unitId: units[unit], signatoryId, startsOn: '2026-11-01' }),
    )
    agreements[`${surname}/${unit}`] = state === 'signed' ? await app.api.agreements.sign(draft) : draft
  }
  volunteers[surname] = volunteer.id
}

beforeAll(async () => {
  app = await openTestApp()
  units.own = (await app.api.units.create({ name: 'Świetlica Zielona' })).id
  units.other = (await app.api.units.create({ name: 'Klub Seniora' })).id
  signatoryId = (await app.api.signatories.create({ fullName: 'Maria Dyr', position: 'Dyrektor' })).id
  await enter('Własna', { own: 'signed' })
  await enter('Obca', { other: 'signed' })
  await enter('Wspólna', { own: 'signed', other: 'signed' })
  await enter('Szkicowa', { own: 'draft', other: 'signed' })
  await enter('Wolna', {})
  head = await app.windowOf('head', units.own)
})
afterAll(() => app.close())

const own = ['Szkicowa', 'Własna', 'Wspólna']

function agreement(key: string): Agreement {
  const found = agreements[key]
  if (!found) throw new Error(`no agreement ${key}`)
  return found
}

describe('a head sees of the volunteers', () => {
  const names = async (input: Parameters<Api['volunteers']['list']>[0]) =>
    (await head.volunteers.list(input)).rows.map(({ surname }) => surname)

  test('those with an agreement in the own unit', async () => {
    expect(await names({})).toEqual(own)
    expect(await head.volunteers.count({})).toBe(3)
  })

  test('nobody else by searching or filtering', async () => {
    for (const search of ['obca', 'wolna', 'anna', '1970', 'WOL', 'klub'])
      expect((await names({ search })).filter((name) => !own.includes(name))).toEqual([])
    expect(await names({ search: 'obca' })).toEqual([])
    expect(await head.volunteers.count({ search: 'anna' })).toBe(3)
    expect(await names({ filters: { state: { oneOf: ['none'] } } })).toEqual(['Szkicowa'])
    expect(await names({ filters: { state: { oneOf: ['active'] } } })).toEqual(['Własna', 'Wspólna'])
  })

  test('only agreements of the own unit in their numbers', async () => {
    const { rows } = await head.volunteers.list({ search: 'wspolna' })
    expect(rows).toMatchObject([{ surname: 'Wspólna', agreements: 1, state: 'active' }])
  })

  test('nobody else by guessing an id', async () => {
    const missing = notFoundRefusal('volunteers')
    for (const name of ['Obca', 'Wolna'])
      expect(await refusalOf(head.volunteers.get({ id: volunteers[name] ?? 0 }))).toEqual(missing)
    expect(await refusalOf(head.volunteers.get({ id: 4711 }))).toEqual(missing)
    await expect(head.volunteers.get({ id: volunteers.Własna ?? 0 })).resolves.toBeDefined()
  })
})

describe('a head sees of the agreements', () => {
  const ids = async (input: Parameters<Api['agreements']['list']>[0]) =>
    (await head.agreements.list(input)).rows.map(({ id }) => id).sort()
  const ownIds = () => ['Własna/own', 'Wspólna/own', 'Szkicowa/own'].map((key) => agreement(key).id).sort()

  test('those of the own unit, whatever is searched or filtered', async () => {
    expect(await ids({})).toEqual(ownIds())
    expect(await head.agreements.count({})).toBe(3)
    expect(await ids({ search: 'anna' })).toEqual(ownIds())
    expect(await ids({ search: 'klub' })).toEqual([])
    expect(await ids({ search: agreement('Obca/other').number ?? '' })).toEqual([])
    expect(await ids({ filters: { unit: { oneOf: [units.other] } } })).toEqual([])
    expect(await head.agreements.count({ filters: { unit: { oneOf: [units.other] } } })).toBe(0)
    const { volunteerId } = agreement('Wspólna/own')
    expect(await ids({ filters: { volunteer: { oneOf: [volunteerId] } } })).toEqual([
      agreement('Wspólna/own').id,
    ])
  })

  test('no other by guessing an id', async () => {
    for (const key of ['Obca/other', 'Wspólna/other'])
      expect(await refusalOf(head.agreements.get({ id: agreement(key).id }))).toEqual(
        notFoundRefusal('agreements'),
      )
    await expect(head.agreements.get({ id: agreement('Wspólna/own').id })).resolves.toBeDefined()
  })
})

describe('a head sees of the documents', () => {
  const documentId = (key: string) => agreement(key).documentId ?? 0

  test('those of the own unit, whatever is searched', async () => {
    const expected = ['Własna/own', 'Wspólna/own'].map(documentId)
    for (const search of ['', 'anna']) {
      const { rows } = await head.documents.list({ search })
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort())
      expect(await head.documents.count({ search })).toBe(2)
    }
    expect(await head.documents.count({ search: 'obca' })).toBe(0)
  })

  test('no other by guessing an id, neither to look at, nor to print, nor to save', async () => {
    for (const key of ['Obca/other', 'Wspólna/other']) {
      const id = documentId(key)
      for (const call of [head.documents.get, head.documents.printDocument, head.documents.savePdf])
        expect(await refusalOf(call({ id }))).toEqual(notFoundRefusal('documents'))
    }
    const id = documentId('Własna/own')
    await expect(head.documents.get({ id })).resolves.toBeDefined()
    await expect(head.documents.printDocument({ id })).resolves.toBeDefined()
    await expect(head.documents.savePdf({ id })).resolves.toBeDefined()
  })

  test('a refused print leaves no trace in the history of the record', async () => {
    const { id } = agreement('Obca/other')
    const lines = await app.api.agreements.history({ recordId: id })
    expect(lines.map(({ action }) => action)).toEqual(['signed', 'created'])
  })
})

describe('a head sees of the history', () => {
  test('what happened to records of the own unit', async () => {
    const { id, volunteerId } = agreement('Wspólna/own')
    await expect(head.agreements.history({ recordId: id })).resolves.not.toEqual([])
    await expect(head.volunteers.history({ recordId: volunteerId })).resolves.not.toEqual([])
  })

  test('nothing else by guessing an id', async () => {
    const elsewhere = [
      ['agreements', agreement('Obca/other').id],
      ['agreements', agreement('Wspólna/other').id],
      ['volunteers', volunteers.Obca ?? 0],
      ['volunteers', volunteers.Wolna ?? 0],
      ['agreements', 4711],
    ] as const
    for (const [kind, recordId] of elsewhere)
      expect(await refusalOf(head[kind].history({ recordId }))).toEqual(notFoundRefusal(kind))
  })
})

test('a head who is given another unit sees that one at once', async () => {
  const login = 'przeniesiony'
  const fields = { login, fullName: 'Ewa Przeniesiona', role: 'head' as const, unitId: units.own }
  const account = await app.api.accounts.create({ ...fields, password: 'pierwsze-haslo-2026' })
  const { api } = app.newWindow()
  await api.accounts.signIn({ login, password: 'pierwsze-haslo-2026' })
  await api.accounts.changePassword({ current: 'pierwsze-haslo-2026', password: 'drugie-haslo-2026' })
  expect(await api.agreements.count({})).toBe(3)
  await app.api.accounts.change({ ...account, unitId: units.other })
  expect(await api.agreements.count({})).toBe(3)
  expect(await api.volunteers.count({ search: 'wlasna' })).toBe(0)
})

test('a head sees a volunteer no longer whose only agreement in the own unit was cancelled', async () => {
  const id = volunteers.Własna ?? 0
  await expect(head.volunteers.history({ recordId: id })).resolves.not.toEqual([])
  await app.api.agreements.cancel({ ...agreement('Własna/own'), reason: 'wpisana przez pomyłkę' })
  const { rows } = await head.volunteers.list({})
  expect(rows.map(({ surname }) => surname)).toEqual(['Szkicowa', 'Wspólna'])
  expect(await head.volunteers.count({})).toBe(2)
  const missing = notFoundRefusal('volunteers')
  expect(await refusalOf(head.volunteers.get({ id }))).toEqual(missing)
  expect(await refusalOf(head.volunteers.history({ recordId: id }))).toEqual(missing)
})
