import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aServedAgreement, aSettlement, dayTrip, wayByCar } from './settling.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('a settlement', () => {
  test('is counted, handed in, approved and paid, each step in the history', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const draft = await api.costSettlements.create(
      aSettlement({ agreementId, hasVehicleConsent: true, lines: [wayByCar, dayTrip] }),
    )
    expect(draft).toMatchObject({
      state: 'draft',
      startsOn: '2026-11-03',
      endsOn: '2026-11-10',
      travelAmount: 2876,
      perDiemAmount: 2250,
      total: 5126,
    })
    expect(draft.lines[0]?.parts).toEqual([
      { from: '2026-11-03', rate: 11_500, amount: 1438 },
      { from: '2026-11-10', rate: 11_500, amount: 1438 },
    ])
    const submitted = await api.costSettlements.submit(draft)
    expect(submitted).toMatchObject({ state: 'submitted', submittedBy: 'Anna Administrator' })
    const approved = await api.costSettlements.approve(submitted)
    expect(await refusalOf(api.costSettlements.pay({ ...approved, paidOn: '2026-11-23' }))).toMatchObject(
      fieldRefusal('paidOn', 'costSettlements.errors.paidInFuture'),
    )
    const paid = await api.costSettlements.pay({ ...approved, paidOn: '2026-11-20' })
    expect(paid).toMatchObject({ state: 'paid', paidOn: '2026-11-20', paidBy: 'Anna Administrator' })
    const taken = await api.costSettlements.unpay(paid)
    expect(taken).toMatchObject({ state: 'approved', paidOn: null, paidBy: null })
    const history = await api.costSettlements.history({ recordId: draft.id })
    expect(history.map(({ action }) => action).sort()).toEqual(
      ['costsApproved', 'costsPaid', 'costsSubmitted', 'costsUnpaid', 'created'].sort(),
    )
  })

  test('is sent back with a reason, corrected and handed in again', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const submitted = await api.costSettlements.submit(
      await api.costSettlements.create(aSettlement({ agreementId })),
    )
    const rejected = await api.costSettlements.reject({ ...submitted, reason: 'brakuje biletu' })
    expect(rejected).toMatchObject({ state: 'rejected', rejectReason: 'brakuje biletu', submittedBy: null })
    const corrected = await api.costSettlements.change({
      ...rejected,
      lines: [{ kind: 'ticket', days: ['2026-11-03'], route: 'Leśna – Głęboka', tickets: 1, price: 440 }],
    })
    expect(corrected.total).toBe(440)
    expect(await api.costSettlements.submit(corrected)).toMatchObject({
      state: 'submitted',
      rejectReason: '',
    })
  })

  test('is closed once it is handed in, and steps keep their order', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const draft = await api.costSettlements.create(aSettlement({ agreementId }))
    const wrong = ruleRefusal('costSettlements.errors.wrongState')
    expect(await refusalOf(api.costSettlements.approve(draft))).toMatchObject(wrong)
    const submitted = await api.costSettlements.submit(draft)
    expect(await refusalOf(api.costSettlements.change({ ...submitted, purpose: 'inny cel' }))).toMatchObject(
      ruleRefusal('costSettlements.errors.closed'),
    )
    expect(await refusalOf(api.costSettlements.pay({ ...submitted, paidOn: '2026-11-20' }))).toMatchObject(
      wrong,
    )
    expect(await refusalOf(api.costSettlements.approve(draft))).toMatchObject({ code: 'CONFLICT' })
  })

  test('keeps its amounts when a rate is corrected later; drafts are counted anew', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const fields = aSettlement({ agreementId, hasVehicleConsent: true, lines: [wayByCar] })
    const submitted = await api.costSettlements.submit(await api.costSettlements.create(fields))
    const draft = await api.costSettlements.create(fields)
    const rate = (await api.costSettlements.rates.list()).find(
      ({ code, validFrom }) => code === 'carLarge' && validFrom === '2023-01-17',
    )
    if (!rate) throw new Error('no shipped rate')
    const byCentre = { source: 'Zarządzenie dyrektora nr 3/2026', approvedBy: 'Maria Dyrektorska' }
    await api.costSettlements.rates.change({ ...rate, ...byCentre, amount: 10_000 })
    expect((await api.costSettlements.get({ id: submitted.id })).total).toBe(2876)
    expect((await api.costSettlements.get({ id: draft.id })).total).toBe(2500)
    expect((await api.costSettlements.submit(draft)).total).toBe(2500)
  })
})

describe('who may do what', () => {
  test('a head sees and approves those of the own unit, and nobody else’s', async () => {
    const own = await aServedAgreement(api)
    const other = await aServedAgreement(api)
    const head = await app.windowOf('head', own.unitId ?? undefined)
    const mine = await api.costSettlements.submit(
      await api.costSettlements.create(aSettlement({ agreementId: own.id })),
    )
    const theirs = await api.costSettlements.submit(
      await api.costSettlements.create(aSettlement({ agreementId: other.id })),
    )
    expect((await head.costSettlements.list({})).rows.map(({ id }) => id)).toEqual([mine.id])
    expect(await refusalOf(head.costSettlements.approve(theirs))).toMatchObject(
      notFoundRefusal('costSettlements'),
    )
    expect(await head.costSettlements.approve(mine)).toMatchObject({ state: 'approved' })
    expect((await head.costSettlements.totals({ year: 2026, by: 'unit' })).whole).toEqual({
      count: 1,
      submitted: 0,
      approved: 880,
      paid: 0,
    })
  })

  test('a clerk prepares and pays, and does not approve; a viewer sees no money', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const clerk = await app.windowOf('clerk')
    const submitted = await clerk.costSettlements.submit(
      await clerk.costSettlements.create(aSettlement({ agreementId })),
    )
    expect(await refusalOf(clerk.costSettlements.approve(submitted))).toMatchObject({ code: 'FORBIDDEN' })
    const viewer = await app.windowOf('viewer')
    expect(await refusalOf(viewer.costSettlements.list({}))).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('what a year comes to', () => {
  test('by volunteers, units, projects and months; drafts do not count', async () => {
    const { id: agreementId, volunteerId, unitId } = await aServedAgreement(api)
    const draft = () => api.costSettlements.create(aSettlement({ agreementId }))
    await draft()
    await api.costSettlements.submit(await draft())
    const approved = await api.costSettlements.approve(await api.costSettlements.submit(await draft()))
    await api.costSettlements.pay({ ...approved, paidOn: '2026-11-20' })
    const figures = { count: 2, submitted: 880, approved: 0, paid: 880 }
    for (const [by, id] of [
      ['volunteer', volunteerId],
      ['unit', unitId],
      ['project', null],
      ['month', 11],
    ] as const) {
      const { lines, whole } = await api.costSettlements.totals({ year: 2026, by })
      expect(lines).toMatchObject([{ id, ...figures }])
      expect(whole).toEqual(figures)
    }
    expect((await api.costSettlements.totals({ year: 2025, by: 'month' })).lines).toEqual([])
    const csv = await api.costSettlements.exportTotals({ year: 2026, by: 'month', format: 'csv' })
    expect(Buffer.from(csv.content, 'base64').toString()).toContain('"listopad";"2";"8,80";"0,00";"8,80"')
  })

  test('the list filters by state and amount, and leaves as figures that add up', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    await api.costSettlements.create(aSettlement({ agreementId }))
    const listed = (filters: object) => api.costSettlements.count({ filters })
    expect(await listed({ total: { from: 880 } })).toBe(1)
    expect(await listed({ total: { from: 881 } })).toBe(0)
    expect(await listed({ state: { oneOf: ['paid'] } })).toBe(0)
  })
})

describe('rates', () => {
  test('are the centre’s to enter from a day on; one day has one', async () => {
    const rate = {
      code: 'perDiem',
      validFrom: '2027-01-01',
      amount: 500_000,
      source: 'Rozporządzenie z 2026 r.',
      approvedBy: 'Maria Dyrektorska',
    } as const
    const created = await api.costSettlements.rates.create(rate)
    expect(created).toMatchObject({ certainty: 'approved', version: 1 })
    expect(await refusalOf(api.costSettlements.rates.create(rate))).toMatchObject(
      fieldRefusal('validFrom', 'costSettlements.errors.rateTaken'),
    )
    await api.costSettlements.rates.remove(created)
    const [moped, older] = (await api.costSettlements.rates.list()).filter(({ code }) => code === 'moped')
    if (!moped || !older) throw new Error('no shipped rates')
    await api.costSettlements.rates.remove(moped)
    expect(await refusalOf(api.costSettlements.rates.remove(older))).toMatchObject(
      ruleRefusal('costSettlements.errors.lastRate'),
    )
  })
})

describe('a settlement and other records', () => {
  test('a draft goes into the bin and comes back with its lines; what was handed in stays', async () => {
    const { id: agreementId } = await aServedAgreement(api)
    const draft = await api.costSettlements.create(aSettlement({ agreementId }))
    const { binId } = await api.costSettlements.removal.remove(draft)
    expect(await refusalOf(api.costSettlements.get({ id: draft.id }))).toMatchObject(
      notFoundRefusal('costSettlements'),
    )
    await api.bin.restore({ id: binId })
    const restored = await api.costSettlements.get({ id: draft.id })
    expect(restored.lines).toHaveLength(1)
    const submitted = await api.costSettlements.submit(restored)
    expect(await refusalOf(api.costSettlements.removal.remove(submitted))).toMatchObject({
      code: 'RULE_BROKEN',
      data: { because: [{ key: 'costSettlements.held.handedIn' }] },
    })
  })

  test('an agreement with a settlement is no mistake, and a merged person keeps it', async () => {
    const { draft } = await aSignableDraft(api, {
      concludedOn: '2026-09-01',
      startsOn: '2026-09-10',
      endsOn: '2026-12-31',
    })
    const agreement = await api.agreements.sign(draft)
    await api.costSettlements.create(aSettlement({ agreementId: agreement.id }))
    expect(await refusalOf(api.agreements.cancel({ ...agreement, reason: 'pomyłka' }))).toMatchObject(
      ruleRefusal('costSettlements.held.agreement', { count: 1 }),
    )
    const kept = await api.volunteers.create(aVolunteer({ pesel: '' }))
    const merged = await api.volunteers.get({ id: agreement.volunteerId })
    await api.volunteers.merging.merge({
      keptId: kept.id,
      mergedId: merged.id,
      keptVersion: kept.version,
      mergedVersion: merged.version,
      choices: {},
    } as never)
    expect(await api.costSettlements.count({ filters: { volunteer: { oneOf: [kept.id] } } })).toBe(1)
  })
})
