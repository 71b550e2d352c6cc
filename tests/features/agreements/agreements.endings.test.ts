import { beforeEach, describe, expect, test } from 'vitest'
import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { confirmMonth } from '#tests/features/hours/confirming.ts'
import { anAnnex, aSignableDraft, aTermination, shortTerm } from '#tests/support/builders.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const running = { concludedOn: '2026-11-01', startsOn: '2026-11-01', endsOn: '2027-06-30' } as const

async function concluded(over: Parameters<typeof aSignableDraft>[1] = {}): Promise<Agreement> {
  const { draft } = await aSignableDraft(api, { ...running, ...over })
  return api.agreements.sign(draft)
}

const get = ({ id }: Agreement) => api.agreements.get({ id })

async function _aDraft(agreement: Agreement, over: Partial<AnnexFields>) {
  return api.agreements.annexes.create({
    ...agreement,
    agreementId: agreement.id,
    concludedOn: '2026-11-22',
    concludedIn: 'Przykładowo',
    validFrom: '2026-11-22',
    ...over,
  })
}

describe('an end before time', () => {
  test('moves the last day, keeps the one before, and is taken back', async () => {
    const agreement = await concluded()
    const termination = await aTermination(api, agreement, { reason: 'Przeprowadzka' })
    expect(termination).toMatchObject({ endsBefore: '2027-06-30', status: 'concluded' })
    expect(await get(agreement)).toMatchObject({ endsOn: '2026-12-06', endedBy: 'notice' })
    const history = await api.agreements.history({ recordId: agreement.id })
    expect(JSON.stringify(history)).not.toContain('Przeprowadzka')
    const { id, version } = termination
    await api.agreements.terminations.cancel({ id, version, reason: 'wpisano przez pomyłkę' })
    expect(await get(agreement)).toMatchObject({ endsOn: '2027-06-30', endedBy: '' })
    expect(await api.documents.get({ id: termination.documentId ?? 0 })).toMatchObject({ isCancelled: true })
  })

  test('is refused before hours that were confirmed, and says which day', async () => {
    const agreement = await concluded()
    await api.hours.create({ agreementId: agreement.id, servedOn: '2026-11-20', minutes: 60 })
    await confirmMonth(api, '2026-11', [agreement.id])
    const end = aTermination(api, agreement, { mode: 'mutual', givenOn: '2026-11-15', endsOn: '2026-11-19' })
    expect(await refusalOf(end)).toEqual(
      ruleRefusal('agreements.obstacles.hoursAfterEnd', { day: '20.11.2026' }),
    )
  })

  test('is refused to a stale version and for too short a notice', async () => {
    const agreement = await concluded()
    const wrong = aTermination(api, agreement, { endsOn: '2026-12-05' })
    expect(await refusalOf(wrong)).toEqual(
      ruleRefusal('agreements.obstacles.terminationNoticeShort', { day: '06.12.2026' }),
    )
    await anAnnex(api, agreement, { clauses: ['notice'], noticeDays: 7 })
    const stale = api.agreements.terminations.terminate({
      agreementId: agreement.id,
      signatoryId: agreement.signatoryId,
      givenOn: '2026-11-22',
      endsOn: '2026-11-29',
      version: agreement.version,
    })
    expect((await refusalOf(stale)).code).toBe('CONFLICT')
  })
})

describe('a selection is lengthened', () => {
  test('after telling who cannot be, and why', async () => {
    const able = await concluded({ ...shortTerm, concludedOn: '2026-11-22' })
    const open = await concluded({ endsOn: null })
    const lapsed = await concluded({
      startsOn: '2026-03-01',
      concludedOn: '2026-03-01',
      endsOn: '2026-10-31',
    })
    const asked = {
      filters: {},
      selection: { exceptIds: [] },
      endsOn: '2027-08-31',
      concludedOn: '2026-11-22',
      concludedIn: 'Przykładowo',
      validFrom: '2026-12-01',
      signatoryId: able.signatoryId,
    }
    const outcome = await api.agreements.annexes.checkExtension(asked)
    expect(outcome).toMatchObject({ selected: 3, extended: 1, becomeLong: 1 })
    expect(outcome.refused.map(({ id, obstacle }) => [id, obstacle.key]).sort()).toEqual(
      [
        [open.id, 'agreements.obstacles.notLonger'],
        [lapsed.id, 'agreements.obstacles.annexAfterEnd'],
      ].sort(),
    )
    expect((await get(able)).annexCount).toBe(0)
    expect(await refusalOf(api.agreements.annexes.extend({ ...asked, expected: 2 }))).toEqual(
      ruleRefusal('list.errors.selectionChanged'),
    )
    await api.agreements.annexes.extend({ ...asked, expected: 1 })
    const [annex] = await api.agreements.annexes.of({ agreementId: able.id })
    expect(annex).toMatchObject({ sequence: 1, changes: { endsOn: '2027-08-31' } })
    expect(annex?.documentId).not.toBeNull()
    expect((await get(open)).annexCount + (await get(lapsed)).annexCount).toBe(0)
  })
})

describe('a waiver of travel costs', () => {
  test('counts from the day of its signature, which is entered when it is signed', async () => {
    const agreement = await concluded({ travelCosts: 'waived' })
    const { id, version } = agreement
    const unsigned = { filters: { isWaiverUnsigned: { is: true } } }
    expect(await api.agreements.count(unsigned)).toBe(1)
    const tomorrow = api.agreements.noteWaiver({ id, version, signedOn: '2026-11-23' })
    expect((await refusalOf(tomorrow)).code).toBe('VALIDATION')
    expect(await api.agreements.noteWaiver({ id, version, signedOn: '2026-11-22' })).toMatchObject({
      waiverSignedOn: '2026-11-22',
    })
    expect(await api.agreements.count(unsigned)).toBe(0)
    const none = await concluded()
    expect(
      await refusalOf(api.agreements.noteWaiver({ id: none.id, version: none.version, signedOn: null })),
    ).toEqual(ruleRefusal('agreements.errors.noWaiver'))
  })
})

describe('the register finds', () => {
  test('who was annexed, ended before time, agreed orally, and comes of age', async () => {
    const agreement = await concluded({ ...shortTerm, concludedOn: '2026-11-22', form: 'oralConfirmed' })
    await anAnnex(api, agreement, { clauses: ['notice'], noticeDays: 7, validFrom: '2026-12-01' })
    const ended = await concluded()
    await aTermination(api, ended)
    const { id } = agreement
    const found = async (filters: object) =>
      (await api.agreements.list({ filters: filters as never })).rows.map((row) => row.id)
    expect(await found({ annexes: { from: 1 } })).toEqual([id])
    expect(await found({ form: { oneOf: ['oralConfirmed'] } })).toEqual([id])
    expect(await found({ ended: { oneOf: ['notice'] } })).toEqual([ended.id])
    expect(await found({ ended: { oneOf: ['', 'atOnce'] } })).toEqual([id])
  })
})
