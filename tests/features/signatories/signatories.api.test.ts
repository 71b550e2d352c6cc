import { beforeEach, describe, expect, test } from 'vitest'
import { maySignOn } from '#shared/features/signatories/signatories.rules.ts'
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

const deputy = {
  fullName: 'Łucja Zastępcza',
  position: 'Zastępca Dyrektora',
  authorisation: 'upoważnienie nr 12/2026 z 5 stycznia 2026 r.',
  validFrom: '2026-01-05',
  validTo: '2026-12-31',
}

describe('who may sign on a day', () => {
  test.each([
    [null, null, '1900-01-01', true],
    ['2026-01-05', null, '2026-01-04', false],
    ['2026-01-05', null, '2026-01-05', true],
    [null, '2026-12-31', '2026-12-31', true],
    [null, '2026-12-31', '2027-01-01', false],
    ['2026-06-01', '2026-06-01', '2026-06-01', true],
    ['2026-06-01', '2026-06-01', '2026-06-02', false],
  ])('from %s to %s, on %s: %s', (validFrom, validTo, day, may) => {
    expect(maySignOn({ validFrom, validTo }, day)).toBe(may)
  })
})

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
    const changed = await api.signatories.change({ ...signatory, validTo: null })
    expect(changed).toEqual({ ...signatory, validTo: null, version: 2 })
    expect(await refusalOf(api.signatories.change(signatory))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.signatories.change({ ...signatory, id: 4711 }))).toEqual(
      notFoundRefusal('signatories'),
    )
  })

  test('may hold two authorisations that follow or overlap each other, each an entry of its own', async () => {
    await api.signatories.create(deputy)
    await api.signatories.create({ ...deputy, validFrom: '2026-12-01', validTo: null })
    expect(await api.signatories.list()).toHaveLength(2)
  })

  test.each([
    [{ fullName: '' }, 'fullName', 'validation.required'],
    [{ position: ' ' }, 'position', 'validation.required'],
    [{ fullName: 'x'.repeat(10_000) }, 'fullName', 'validation.tooLong'],
    [{ authorisation: 'x'.repeat(10_000) }, 'authorisation', 'validation.tooLong'],
    [{ validFrom: '2026-02-30' }, 'validFrom', 'validation.day'],
    [{ validFrom: '2027-01-01' }, 'validTo', 'validation.endBeforeStart'],
  ])('with %j is refused beside its field', async (over, field, key) => {
    expect(await refusalOf(api.signatories.create({ ...deputy, ...over }))).toMatchObject({
      code: 'VALIDATION',
      data: { fields: { [field]: { key } } },
    })
    expect(await api.signatories.list()).toEqual([])
  })

  test('signs an agreement on the first and the last day of the authorisation, and on no other', async () => {
    const signatory = await api.signatories.create({
      ...deputy,
      validFrom: '2026-11-20',
      validTo: '2026-11-22',
    })
    const { draft } = await aSignableDraft(api)
    const sign = async (concludedOn: string) =>
      api.agreements.sign(await api.agreements.create({ ...draft, signatoryId: signatory.id, concludedOn }))
    const refusal = ruleRefusal('agreements.obstacles.signatoryWithoutAuthorisation')
    expect(await refusalOf(sign('2026-11-19'))).toEqual(refusal)
    expect(await refusalOf(sign('2026-11-23'))).toEqual(refusal)
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
