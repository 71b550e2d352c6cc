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
  test('of all costs closes the settlement', async () => {
    const { id: agreementId } = await aServedAgreement(api, { travelCosts: 'waived' })
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
    const { id: agreementId } = await aServedAgreement(api, {
      travelCosts: 'partlyWaived',
      waiverScope: 'połowa kosztów biletów',
    })
    const draft = await api.costSettlements.create(aSettlement({ agreementId }))
    const { problems } = await api.costSettlements.check(draft)
    expect(keysOf(problems, 'stop')).toEqual(['waiverNotConsidered'])
    expect(problems.find(({ level }) => level === 'warning')?.params).toEqual({
      scope: 'połowa kosztów biletów',
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
