import { beforeEach, describe, expect, test } from 'vitest'
import { aMember, anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const nameTaken = fieldRefusal('name', 'units.errors.nameTaken')

describe('a unit', () => {
  test('is kept as entered, open and not for minors unless that is said', async () => {
    const unit = await api.units.create({ name: '  Świetlica   Zielona ', address: 'ul. Głęboka 11' })
    expect(unit).toEqual({
      id: unit.id,
      kind: 'other',
      numberLabel: '',
      name: 'Świetlica Zielona',
      symbol: '',
      parentId: null,
      headId: null,
      address: 'ul. Głęboka 11',
      phones: [],
      email: '',
      district: '',
      servesMinors: false,
      validFrom: null,
      validTo: null,
      isActive: true,
      version: 1,
    })
    expect(await api.units.all()).toEqual([unit])
  })

  test('is changed, once for each version', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    const changed = await api.units.change({ ...unit, servesMinors: true, validTo: '2026-11-21' })
    expect(changed).toEqual({
      ...unit,
      servesMinors: true,
      validTo: '2026-11-21',
      isActive: false,
      version: 2,
    })
    expect(await refusalOf(api.units.change({ ...unit, name: 'Inny' }))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.units.change({ ...unit, id: 4711, name: 'Inny' }))).toEqual(
      notFoundRefusal('units'),
    )
    expect(await api.units.all()).toEqual([changed])
  })

  test.each(['świetlica zielona', 'SWIETLICA ZIELONA', 'Swietlica  zielona', ' Świetlica Zielona'])(
    'is not entered again as %j, nor given that name',
    async (name) => {
      await api.units.create({ name: 'Świetlica Zielona' })
      const other = await api.units.create({ name: 'Klub' })
      expect(await refusalOf(api.units.create({ name }))).toEqual(nameTaken)
      expect(await refusalOf(api.units.change({ ...other, name }))).toEqual(nameTaken)
      expect(await api.units.all()).toHaveLength(2)
    },
  )

  test('may change its own name in case and marks', async () => {
    const unit = await api.units.create({ name: 'Swietlica' })
    expect(await api.units.change({ ...unit, name: 'Świetlica' })).toMatchObject({ name: 'Świetlica' })
  })

  test('is found by its telephones, their notes, its e-mail and the names that it had, and shows telephones and head in the list', async () => {
    const { id: positionId } = await api.positions.create({ name: 'Kierownik', staffGroup: 'managers' })
    const head = await api.staff.create(aMember({ positionId }))
    const phones = [
      { number: '81 466 53 00', note: 'sekretariat' },
      { number: '81 466 53 01', note: '' },
    ]
    const unit = await api.units.create({
      name: 'Dział Stary',
      email: 'dzial@example.org',
      phones,
      headId: head.id,
    })
    await api.units.reorganise({ ...unit, name: 'Dział Nowy', fromOn: '2026-11-01' })
    for (const search of ['814665300', '81 466', 'sekretariat', 'dzial@example.org', 'stary', 'nowy'])
      expect((await api.units.list({ search })).rows.map(({ id }) => id)).toEqual([unit.id])
    const filters = { phones: { contains: 'Sekret' }, head: { oneOf: [head.id] } }
    expect((await api.units.list({ filters })).rows).toMatchObject([
      { phones: '81 466 53 00 – sekretariat; 81 466 53 01', head: { id: head.id } },
    ])
    expect(await api.units.count({ filters: { phones: { empty: true } } })).toBe(0)
  })

  test('refuses a head who is not in the register, and undoing that would bring one back', async () => {
    const { id: positionId } = await api.positions.create({ name: 'Kierownik', staffGroup: 'managers' })
    const head = await api.staff.create(aMember({ positionId }))
    const missing = fieldRefusal('headId', 'validation.notFound')
    expect(await refusalOf(api.units.create({ name: 'Filia', headId: 99 }))).toEqual(missing)
    const unit = await api.units.create({ name: 'Filia', headId: head.id })
    const without = await api.units.change({ ...unit, headId: null })
    await api.staff.removal.remove({ id: head.id, version: head.version })
    expect(await refusalOf(api.units.change({ ...without, headId: head.id }))).toEqual(missing)
    expect(
      await refusalOf(api.units.reorganise({ ...without, headId: head.id, fromOn: '2026-12-01' })),
    ).toEqual(missing)
    const { undo } = await api.units.undo.state({ recordId: unit.id })
    const { version } = without
    expect(
      await refusalOf(api.units.undo.apply({ id: unit.id, version, entryId: undo?.entryId ?? 0 })),
    ).toEqual(missing)
  })

  test('that two windows enter at the same moment is entered once', async () => {
    const outcomes = await Promise.allSettled([
      api.units.create({ name: 'Klub' }),
      api.units.create({ name: 'klub' }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    [{ name: ' ' }, 'name', 'validation.required'],
    [{ name: 'x'.repeat(10_000) }, 'name', 'validation.tooLong'],
    [{ name: 'Klub', address: 'x'.repeat(10_000) }, 'address', 'validation.tooLong'],
  ])('%j is refused beside its field', async (fields, field, key) => {
    expect(await refusalOf(api.units.create(fields))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
    expect(await api.units.all()).toEqual([])
  })
})

test('units stand in the order of the Polish alphabet and of their numbers, closed ones among them', async () => {
  const inOrder = [
    'Centrum',
    'Ćwiczenia',
    'Lokal',
    'Łąka',
    'Sekcja nr 2',
    'Sekcja nr 10',
    'Zima',
    'Źródło',
    'Żuraw',
  ]
  for (const name of [...inOrder].reverse())
    await api.units.create({ name, validTo: name === 'Łąka' ? '2026-11-21' : null })
  expect((await api.units.all()).map(({ name }) => name)).toEqual(inOrder)
})

describe('a unit in use', () => {
  test('that is closed stops no agreement, but says so', async () => {
    const { draft, unit } = await aSignableDraft(api)
    await api.units.change({ ...unit, validTo: '2026-11-21' })
    expect((await api.agreements.preview(draft)).obstacles).toMatchObject([
      { key: 'agreements.obstacles.unitClosed', level: 'warning' },
    ])
    await expect(api.agreements.sign(draft)).resolves.toMatchObject({ status: 'signed' })
  })

  test('that begins to serve minors makes a draft ask for the checks', async () => {
    const { draft, unit } = await aSignableDraft(api)
    await api.units.change({ ...unit, servesMinors: true })
    expect((await api.agreements.preview(draft)).obstacles).toMatchObject([
      { key: 'agreements.obstacles.unitServesMinors', level: 'warning' },
    ])
  })

  test('is found in the agreements by its new name once it has one, and by the old one no more', async () => {
    const unit = await api.units.create({ name: 'Klub Seniora' })
    const volunteer = await api.volunteers.create(aVolunteer())
    const { id } = await api.agreements.create(anAgreement({ volunteerId: volunteer.id, unitId: unit.id }))
    await api.units.change({ ...unit, name: 'Dom Sąsiedzki' })
    expect((await api.agreements.list({ search: 'sasiedzki' })).rows.map((row) => row.id)).toEqual([id])
    expect(await api.agreements.count({ search: 'seniora' })).toBe(0)
  })
})

test('units are seen by everybody and changed by the administrator and HR alone', async () => {
  const unit = await api.units.create({ name: 'Klub' })
  for (const role of ['administrator', 'clerk', 'hr', 'supervisor', 'head', 'viewer'] as const) {
    const window = await app.windowOf(role, unit.id)
    expect(await window.units.all()).toHaveLength(1)
    if (role === 'administrator' || role === 'hr') continue
    const forbidden = { code: 'FORBIDDEN', data: { permission: 'units.write' } }
    expect(await refusalOf(window.units.create({ name: 'Nowa' }))).toEqual(forbidden)
    expect(await refusalOf(window.units.change(unit))).toEqual(forbidden)
  }
  const hr = await app.windowOf('hr')
  expect(await hr.units.change({ ...unit, address: 'ul. Nowa 1' })).toMatchObject({ version: 2 })
})
