import { beforeEach, describe, expect, test } from 'vitest'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { anAgreement, aVolunteer, guardians } from '#tests/support/builders.ts'
import { fieldRefusal, notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const peselTaken = fieldRefusal('pesel', 'volunteers.errors.peselTaken')

describe('a volunteer', () => {
  test('is kept as entered, tidied, with the next number of the year', async () => {
    const volunteer = await api.volunteers.create(
      aVolunteer({
        surname: '  Nowak   Żółtowska ',
        pesel: '651223 00348',
        postCode: '21226',
        phone: 'tel. 659-368-261',
        email: ' e.nowak@example.org ',
        notes: ' dwie\r\nlinie ',
        guardians,
      }),
    )
    expect(volunteer).toMatchObject({
      registerNumber: 'WOL/1/2026',
      surname: 'Nowak Żółtowska',
      pesel: '65122300348',
      postCode: '21-226',
      phone: '65 936 82 61',
      email: 'e.nowak@example.org',
      notes: 'dwie\nlinie',
      guardians,
      version: 1,
    })
    expect(await api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
    expect(await api.volunteers.create(aVolunteer({ pesel: '' }))).toMatchObject({
      registerNumber: 'WOL/2/2026',
    })
  })

  test('may be known by name alone', async () => {
    const volunteer = await api.volunteers.create({ surname: 'Nowak', firstNames: 'Jan' })
    expect(volunteer).toMatchObject({
      pesel: '',
      birthOn: null,
      formOfAddress: 'unknown',
      category: 'unknown',
    })
  })

  test('is changed, once for each version', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const changed = await api.volunteers.change({ ...volunteer, town: 'Łódź' })
    expect(changed).toEqual({ ...volunteer, town: 'Łódź', version: 2 })
    expect(await refusalOf(api.volunteers.change({ ...volunteer, town: 'Lublin' }))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.volunteers.change({ ...volunteer, id: 4711 }))).toEqual(
      notFoundRefusal('volunteers'),
    )
    expect(await api.volunteers.get({ id: volunteer.id })).toEqual(changed)
  })

  test('entered in many windows at the same moment gets as many numbers, without a gap', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () => api.volunteers.create(aVolunteer({ pesel: '' }))),
    )
    const numbers = made
      .map(({ registerNumber }) => Number(registerNumber.split('/')[1]))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })
})

describe('a PESEL', () => {
  test('stands in the register once, whoever enters it first', async () => {
    const outcomes = await Promise.allSettled([
      api.volunteers.create(aVolunteer()),
      api.volunteers.create(aVolunteer({ surname: 'Inna' })),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await refusalOf(api.volunteers.create(aVolunteer()))).toEqual(peselTaken)
    const other = await api.volunteers.create(aVolunteer({ pesel: '' }))
    expect(await refusalOf(api.volunteers.change({ ...other, pesel: '65122300348' }))).toEqual(peselTaken)
    expect(other).toMatchObject({ registerNumber: 'WOL/2/2026' })
  })

  test('may stay with its owner, and is free again once it is removed', async () => {
    const owner = await api.volunteers.create(aVolunteer())
    const kept = await api.volunteers.change({ ...owner, town: 'Łódź' })
    await api.volunteers.change({ ...kept, pesel: '' })
    await expect(api.volunteers.create(aVolunteer())).resolves.toMatchObject({ pesel: '65122300348' })
    await expect(api.volunteers.create(aVolunteer({ pesel: '' }))).resolves.toBeDefined()
  })

  test.each([
    ['6512230034', 'volunteers.errors.peselLength'],
    ['651223003480', 'volunteers.errors.peselLength'],
    ['6512230034a', 'volunteers.errors.peselLength'],
    ['１２３４５６７８９０１', 'volunteers.errors.peselLength'],
    ['65122300349', 'volunteers.errors.peselWrong'],
    ['65133300340', 'volunteers.errors.peselWrong'],
    ['00000000000', 'volunteers.errors.peselWrong'],
  ])('%s is refused: %s', async (pesel, key) => {
    expect(await refusalOf(api.volunteers.create(aVolunteer({ pesel })))).toEqual(fieldRefusal('pesel', key))
  })

  test('that is wrong is taken with a note that says why', async () => {
    const over = { pesel: '65122300349', peselNote: 'tak w dowodzie osobistym', birthOn: null }
    expect(await api.volunteers.create(aVolunteer(over))).toMatchObject(over)
  })

  test('fills a birth date that was not typed, and leaves one that was', async () => {
    expect(await api.volunteers.create(aVolunteer({ birthOn: null }))).toMatchObject({
      birthOn: '1965-12-23',
    })
    const other = await api.volunteers.create(aVolunteer({ pesel: '90011512346', birthOn: '1990-01-16' }))
    expect(other).toMatchObject({ birthOn: '1990-01-16' })
  })
})

describe('what cannot be taken', () => {
  const long = 'x'.repeat(10_000)
  const wrong: [Partial<Record<keyof VolunteerFields, unknown>>, keyof VolunteerFields, string][] = [
    [{ surname: ' ' }, 'surname', 'validation.required'],
    [{ firstNames: '' }, 'firstNames', 'validation.required'],
    [{ surname: 5 }, 'surname', 'validation.required'],
    [{ birthOn: '1985-02-29' }, 'birthOn', 'validation.day'],
    [{ birthOn: '29.02.1984' }, 'birthOn', 'validation.day'],
    [{ postCode: '2122' }, 'postCode', 'validation.postCode'],
    [{ phone: '12345678' }, 'phone', 'validation.phone'],
    [{ mailPostCode: 'nie ma' }, 'mailPostCode', 'validation.postCode'],
    [{ institution: 'LO nr 3' }, 'institutionKind', 'volunteers.errors.institutionKindMissing'],
    [{ identityDocument: 'AB 1' }, 'identityDocument', 'volunteers.errors.documentBesidePesel'],
    [
      { pesel: '', identityDocument: 'AB 1' },
      'identityDocumentKind',
      'volunteers.errors.documentKindMissing',
    ],
    [{ email: 'ela@' }, 'email', 'validation.email'],
    [{ email: `${long}@example.org` }, 'email', 'validation.tooLong'],
    [{ category: 'child' }, 'category', 'validation.invalid'],
    [{ pesel: long }, 'pesel', 'volunteers.errors.peselLength'],
    [{ phone: long }, 'phone', 'validation.phone'],
    [{ postCode: long }, 'postCode', 'validation.postCode'],
    ...(['surname', 'firstNames', 'peselNote', 'street', 'town', 'institution', 'notes'] as const).map(
      (field): [object, keyof VolunteerFields, string] => [{ [field]: long }, field, 'validation.tooLong'],
    ),
  ]

  test.each(wrong)('%j is refused beside its field, and nothing is written', async (over, field, key) => {
    const fields = { ...aVolunteer(), ...over } as VolunteerFields
    expect(await refusalOf(api.volunteers.create(fields))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
    expect(await api.volunteers.count({})).toBe(0)
  })

  test('is named field by field, all at once', async () => {
    const fields = aVolunteer({ surname: '', phone: '1', postCode: '1', notes: long })
    expect(await refusalOf(api.volunteers.create(fields))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { surname: {}, phone: {}, postCode: {}, notes: {} } },
    })
  })

  test.each(['A\u0000B', 'A\u0007B', 'A\ud800 A\udbff', 'A\u200bB', '\u202eAB'])(
    'the surname %j is kept without what nobody can see or type',
    async (surname) => {
      const made = await api.volunteers.create(aVolunteer({ surname }))
      expect(made.surname).toMatch(/^A ?A?B?$|^AB$/)
      expect((await api.volunteers.list({ search: 'a', limit: 1 })).rows).toMatchObject([{ id: made.id }])
    },
  )

  test.each([
    "Robert'); DROP TABLE volunteers;--",
    '<script>alert(1)</script>',
    '😀 Nowak',
    '王',
    'Ng',
    '%_%',
  ])('the surname %j is a name like any other', async (surname) => {
    const { id } = await api.volunteers.create(aVolunteer({ surname }))
    expect(await api.volunteers.get({ id })).toMatchObject({ surname })
    expect((await api.volunteers.list({})).rows).toMatchObject([{ surname }])
    expect((await api.volunteers.list({ search: surname })).rows).toMatchObject([{ surname }])
  })
})

describe('what nobody sees without the right to', () => {
  test.each(['hr', 'supervisor'] as const)('%s sees neither a volunteer nor their history', async (role) => {
    const { id } = await api.volunteers.create(aVolunteer())
    const window = await app.windowOf(role)
    for (const call of [
      window.volunteers.get({ id }),
      window.volunteers.list({ search: '65122300348' }),
      window.volunteers.count({ search: '65122300348' }),
      window.volunteers.duplicates.likely({ surname: 'Łukasik', firstNames: 'Elżbieta' }),
      window.volunteers.history({ recordId: id }),
    ])
      expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('whoever may only read changes nothing, asks for no duplicates and reads no history', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    const viewer = await app.windowOf('viewer')
    await expect(viewer.volunteers.get({ id: volunteer.id })).resolves.toMatchObject({ surname: 'Łukasik' })
    for (const call of [
      viewer.volunteers.create(aVolunteer({ pesel: '' })),
      viewer.volunteers.change(volunteer),
      viewer.volunteers.history({ recordId: volunteer.id }),
    ])
      expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('a number of the PESEL finds nobody of another unit for a head', async () => {
    const unit = await api.units.create({ name: 'Klub' })
    const own = await api.volunteers.create(aVolunteer({ surname: 'Własna', pesel: '90011512346' }))
    await api.agreements.create(anAgreement({ volunteerId: own.id, unitId: unit.id }))
    await api.volunteers.create(aVolunteer({ surname: 'Obca' }))
    const head = await app.windowOf('head', unit.id)
    expect(await head.volunteers.count({ search: '651223' })).toBe(0)
    expect(await head.volunteers.count({ search: '900115' })).toBe(1)
  })
})

test('the history tells what was entered, and of a change only what differs', async () => {
  const volunteer = await api.volunteers.create(aVolunteer())
  const changed = await api.volunteers.change({ ...volunteer, town: 'Łódź', phone: '' })
  await api.volunteers.change(changed)
  const lines = await api.volunteers.history({ recordId: volunteer.id })
  expect(lines.map(({ action, changes }) => [action, changes.fields])).toEqual([
    ['changed', {}],
    ['changed', { town: ['Łęczna', 'Łódź'], phone: ['65 936 82 61', ''] }],
    ['created', expect.objectContaining({ surname: [null, 'Łukasik'] })],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/sortKey|searchKey|nameKey/)
})
