import { beforeEach, describe, expect, test } from 'vitest'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aServedAgreement, aSettlement, dayTrip, wayByCar } from './settling.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const keysOf = (problems: { key: string; level: string }[], level: string) =>
  problems
    .filter((problem) => problem.level === level)
    .map(({ key }) => key.replace('costSettlements.problems.', ''))

describe('a waiver (UDPP art. 45(4))', () => {
  test('that nobody signed closes nothing, and says so', async () => {
    const { id: agreementId } = await aServedAgreement(api, { travelCosts: 'waived' })
    const draft = await api.costSettlements.create(aSettlement({ agreementId }))
    const { problems } = await api.costSettlements.check(draft)
    expect(problems).toEqual([
      {
        key: 'costSettlements.problems.waiverUnsigned',
        level: 'warning',
        basis: 'costSettlements.basis.waiver',
      },
    ])
    expect(await api.costSettlements.submit(draft)).toMatchObject({ state: 'submitted', total: 880 })
  })

  test('counts from the day of its signature, that day included; earlier days are settled', async () => {
    const { id: agreementId, version } = await aServedAgreement(api, { travelCosts: 'waived' })
    await api.agreements.noteWaiver({ id: agreementId, version, signedOn: '2026-11-10' })
    const ticket = { kind: 'ticket', route: 'Leśna – Głęboka', tickets: 1, price: 440 } as const
    const lines = [
      { ...ticket, days: ['2026-11-03', '2026-11-09'] },
      { ...ticket, days: ['2026-11-09', '2026-11-10', '2026-11-12'] },
    ]
    const draft = await api.costSettlements.create(aSettlement({ agreementId, lines }))
    const { problems } = await api.costSettlements.check(draft)
    expect(problems.filter(({ level }) => level === 'stop')).toEqual([
      {
        key: 'costSettlements.problems.waivedSince',
        level: 'stop',
        line: 1,
        basis: 'costSettlements.basis.waiver',
        params: { days: '10.11.2026, 12.11.2026', day: '10.11.2026' },
      },
    ])
    expect(await refusalOf(api.costSettlements.submit(draft))).toMatchObject(
      ruleRefusal('costSettlements.problems.waivedSince'),
    )
    const earlier = await api.costSettlements.change({ ...draft, lines: lines.slice(0, 1) })
    expect(await api.costSettlements.submit(earlier)).toMatchObject({ total: 440 })
  })

  test('that is noted after a settlement was handed in keeps it from being approved', async () => {
    const { id: agreementId, version } = await aServedAgreement(api, { travelCosts: 'waived' })
    const submitted = await api.costSettlements.submit(
      await api.costSettlements.create(aSettlement({ agreementId })),
    )
    await api.agreements.noteWaiver({ id: agreementId, version, signedOn: '2026-11-03' })
    expect(await refusalOf(api.costSettlements.approve(submitted))).toMatchObject(
      ruleRefusal('costSettlements.errors.waivedSince'),
    )
    const rejected = await api.costSettlements.reject({ ...submitted, reason: 'zwolnienie z 3 listopada' })
    expect(rejected.state).toBe('rejected')
  })

  test('of all costs, signed by the first day, closes the settlement', async () => {
    const { id: agreementId, version } = await aServedAgreement(api, { travelCosts: 'waived' })
    await api.agreements.noteWaiver({ id: agreementId, version, signedOn: '2026-09-10' })
    const fields = aSettlement({ agreementId })
    expect(await refusalOf(api.costSettlements.create(fields))).toMatchObject(
      fieldRefusal('agreementId', 'costSettlements.problems.waived'),
    )
    const { problems } = await api.costSettlements.check(fields)
    expect(problems[0]).toMatchObject({
      key: 'costSettlements.problems.waived',
      level: 'stop',
      basis: 'costSettlements.basis.waiver',
    })
  })

  test('of a part names its scope, asks to consider it, and takes its amount off', async () => {
    const { id: agreementId, version } = await aServedAgreement(api, {
      travelCosts: 'partlyWaived',
      waiverScope: 'połowa kosztów biletów',
    })
    const unsigned = await api.costSettlements.check(aSettlement({ agreementId, waivedAmount: 440 }))
    expect(keysOf(unsigned.problems, 'stop')).toEqual(['noWaiver'])
    expect(keysOf(unsigned.problems, 'warning')).toEqual(['waiverUnsigned'])
    await api.agreements.noteWaiver({ id: agreementId, version, signedOn: '2026-11-02' })
    const draft = await api.costSettlements.create(aSettlement({ agreementId }))
    const { problems } = await api.costSettlements.check(draft)
    expect(keysOf(problems, 'stop')).toEqual(['waiverNotConsidered'])
    expect(problems.find(({ level }) => level === 'warning')?.params).toEqual({
      scope: 'połowa kosztów biletów',
      day: '02.11.2026',
    })
    expect(await refusalOf(api.costSettlements.submit(draft))).toMatchObject(
      ruleRefusal('costSettlements.problems.waiverNotConsidered'),
    )
    const considered = await api.costSettlements.change({
      ...draft,
      isWaiverConsidered: true,
      waivedAmount: 440,
    })
    expect(await api.costSettlements.submit(considered)).toMatchObject({ waivedAmount: 440, total: 440 })
  })

  test('that nobody gave takes nothing off', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const { problems } = await api.costSettlements.check(aSettlement({ agreementId, waivedAmount: 100 }))
    expect(keysOf(problems, 'stop')).toEqual(['noWaiver'])
  })
})

describe('what stands in the way', () => {
  test('days outside the agreement, days to come, and kilometres without consent stop it', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const ticket = { kind: 'ticket', route: 'Leśna – Głęboka', tickets: 1, price: 440 } as const
    const { problems } = await api.costSettlements.check(
      aSettlement({
        agreementId,
        lines: [
          { ...ticket, days: ['2026-09-09'] },
          { ...ticket, days: ['2026-12-01'] },
          { ...ticket, days: ['2027-01-01'] },
          wayByCar,
        ],
      }),
    )
    expect(keysOf(problems, 'stop').sort()).toEqual(
      ['afterAgreement', 'beforeAgreement', 'future', 'future', 'noVehicleConsent', 'spanTooLong'].sort(),
    )
    expect(problems.find(({ key }) => key.endsWith('beforeAgreement'))).toMatchObject({ line: 0 })
  })

  test('days without confirmed hours, and days that another settlement is about, ask to look', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const saved = await api.costSettlements.create(aSettlement({ agreementId, purpose: 'listopad' }))
    const other = await api.costSettlements.check(
      aSettlement({ agreementId, hasVehicleConsent: true, lines: [wayByCar] }),
    )
    expect(keysOf(other.problems, 'stop')).toEqual([])
    expect(keysOf(other.problems, 'warning')).toEqual(['settledElsewhere', 'withoutHours'])
    expect(other.problems.map(({ params }) => params)).toEqual([
      { days: '03.11.2026', purpose: 'listopad' },
      { count: 1, days: '10.11.2026' },
    ])
    expect((await api.costSettlements.check({ ...saved, id: saved.id })).problems).toEqual([])
  })

  test('two trips at one time would give a per-diem twice', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const later = { ...dayTrip, departsAt: '2026-11-03T16:00', returnsAt: '2026-11-04T02:00' }
    const { problems } = await api.costSettlements.check(
      aSettlement({ agreementId, lines: [dayTrip, later] }),
    )
    expect(problems).toMatchObject([{ key: 'costSettlements.problems.tripTwice', line: 1 }])
    const { problems: none } = await api.costSettlements.check(
      aSettlement({ agreementId, lines: [dayTrip, { ...later, departsAt: '2026-11-03T17:00' }] }),
    )
    expect(keysOf(none, 'stop')).toEqual([])
  })

  test('a trip that gives no per-diem is nothing to pay', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const short = { ...dayTrip, returnsAt: '2026-11-03T14:59' }
    const { problems } = await api.costSettlements.check(aSettlement({ agreementId, lines: [short] }))
    expect(keysOf(problems, 'stop')).toEqual(['nothing'])
    expect(keysOf(problems, 'warning')).toEqual(['noPerDiem'])
  })

  test('a return before the departure is refused beside its field', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const back = { ...dayTrip, returnsAt: '2026-11-03T06:00' }
    expect(
      await refusalOf(api.costSettlements.create(aSettlement({ agreementId, lines: [back] }))),
    ).toMatchObject(fieldRefusal('lines.0.returnsAt', 'costSettlements.errors.returnBeforeDeparture'))
  })
})
