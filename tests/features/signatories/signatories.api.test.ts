import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft } from '#tests/support/builders.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const authorisation = {
  number: '12/2026',
  givenOn: '2026-01-05',
  scope: 'porozumienia i zaświadczenia',
  kinds: ['agreement', 'certificate'],
  validFrom: '2026-01-05',
  validTo: '2026-12-31',
  revokedOn: null,
  keptAt: 'kadry, teczka 012',
}
const deputy = {
  fullName: 'Łucja Zastępcza',
  position: 'Zastępca Dyrektora',
  isHead: false,
  validFrom: null,
  validTo: null,
  authorisations: [authorisation],
}

describe('a signatory', () => {
  test('is kept as entered, in the order of the Polish alphabet', async () => {
    const kept = await api.signatories.create(deputy)
    expect(kept).toEqual({ ...deputy, id: kept.id, version: 1 })
    for (const fullName of ['Żaneta Dyr', 'Zofia Dyr', 'Ćwikła Dyr', 'Cecylia Dyr'])
      await api.signatories.create({ fullName, position: 'Dyrektor' })
    expect((await api.signatories.list()).map(({ fullName }) => fullName)).toEqual([
      'Cecylia Dyr',
      'Ćwikła Dyr',
      'Łucja Zastępcza',
      'Zofia Dyr',
      'Żaneta Dyr',
    ])
  })

  test('is changed, once for each version', async () => {
    const signatory = await api.signatories.create(deputy)
    const changed = await api.signatories.change({ ...signatory, authorisations: [] })
    expect(changed).toEqual({ ...signatory, authorisations: [], version: 2 })
    expect(await refusalOf(api.signatories.change(signatory))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.signatories.change({ ...signatory, id: 4711 }))).toEqual(
      notFoundRefusal('signatories'),
    )
  })

  test('may hold several authorisations, in the order in which they were entered', async () => {
    const second = { ...authorisation, number: '3/2026', kinds: [], revokedOn: '2026-03-01' }
    const kept = await api.signatories.create({ ...deputy, authorisations: [authorisation, second] })
    expect((await api.signatories.list())[0]).toEqual(kept)
    expect(kept.authorisations).toEqual([authorisation, second])
  })

  test.each([
    [{ fullName: '' }, 'fullName', 'validation.required'],
    [{ position: ' ' }, 'position', 'validation.required'],
    [{ fullName: 'x'.repeat(10_000) }, 'fullName', 'validation.tooLong'],
    [
      { authorisations: [{ ...authorisation, number: '' }] },
      'authorisations.0.number',
      'validation.required',
    ],
    [
      { authorisations: [{ ...authorisation, validFrom: '2027-01-01' }] },
      'authorisations.0.validTo',
      'validation.endBeforeStart',
    ],
    [{ validFrom: '2026-02-30' }, 'validFrom', 'validation.day'],
    [{ validFrom: '2027-01-01', validTo: '2026-12-31' }, 'validTo', 'validation.endBeforeStart'],
  ])('with %j is refused beside its field', async (over, field, key) => {
    expect(await refusalOf(api.signatories.create({ ...deputy, ...over }))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
    expect(await api.signatories.list()).toEqual([])
  })

  test('signs an agreement on the first and the last day of the authorisation, and on no other', async () => {
    const days = { validFrom: '2026-11-20', validTo: '2026-11-22' }
    const signatory = await api.signatories.create({
      ...deputy,
      authorisations: [{ ...authorisation, ...days }],
    })
    const { draft } = await aSignableDraft(api)
    const sign = async (concludedOn: string) =>
      api.agreements.sign(await api.agreements.create({ ...draft, signatoryId: signatory.id, concludedOn }))
    const name = deputy.fullName
    expect(await refusalOf(sign('2026-11-19'))).toEqual(ruleRefusal('signatories.whyNot.notYet', { name }))
    expect(await refusalOf(sign('2026-11-23'))).toEqual(ruleRefusal('signatories.whyNot.expired', { name }))
    await expect(sign('2026-11-20')).resolves.toMatchObject({ number: '1/2026' })
    await expect(sign('2026-11-22')).resolves.toMatchObject({ signatoryName: deputy.fullName })
  })
})

test('signatories are entered by the administrator alone, and not shown to whoever prints nothing', async () => {
  const signatory = await api.signatories.create(deputy)
  const unit = await api.units.create({ name: 'Klub' })
  for (const role of ['clerk', 'hr', 'supervisor', 'head', 'viewer'] as const) {
    const window = await app.windowOf(role, unit.id)
    for (const call of [window.signatories.create(deputy), window.signatories.change(signatory)])
      expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', data: { permission: 'signatories.write' } })
    if (role === 'clerk' || role === 'head') expect(await window.signatories.list()).toEqual([signatory])
    else expect(await refusalOf(window.signatories.list())).toMatchObject({ code: 'FORBIDDEN' })
  }
})
