import { beforeEach, describe, expect, test } from 'vitest'
import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { anAnnex, aSignableDraft, aTermination, shortTerm } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
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

async function aDraft(agreement: Agreement, over: Partial<AnnexFields>) {
  return api.agreements.annexes.create({
    ...agreement,
    agreementId: agreement.id,
    concludedOn: '2026-11-22',
    concludedIn: 'Przykładowo',
    validFrom: '2026-11-22',
    ...over,
  })
}

describe('an annex', () => {
  test('changes the agreement at once, keeps old and new, and has a document; that of the agreement stays', async () => {
    const agreement = await concluded()
    const before = await api.documents.savePdf({ id: agreement.documentId ?? 0 })
    const annex = await anAnnex(api, agreement, {
      clauses: ['end', 'tasks'],
      endsOn: '2027-09-30',
      tasks: ['spacery'],
    })
    expect(annex).toMatchObject({
      status: 'concluded',
      sequence: 1,
      changes: { endsOn: '2027-09-30', tasks: ['spacery'] },
      before: { endsOn: '2027-06-30', tasks: agreement.tasks },
      classBefore: 'state',
      classAfter: 'state',
      inForceSince: '2026-11-22',
    })
    expect(await get(agreement)).toMatchObject({ endsOn: '2027-09-30', tasks: ['spacery'], annexCount: 1 })
    const document = await api.documents.get({ id: annex.documentId ?? 0 })
    expect(document).toMatchObject({ kind: 'annex', title: expect.stringContaining('Aneks nr 1') })
    expect(await api.documents.savePdf({ id: agreement.documentId ?? 0 })).toEqual(before)
    const history = await api.agreements.history({ recordId: agreement.id })
    expect(history.map(({ action }) => action)).toContain('annexConcluded')
  })

  test('waits for its day, and comes into force when that begins', async () => {
    const agreement = await concluded()
    const annex = await anAnnex(api, agreement, {
      clauses: ['end'],
      endsOn: '2027-09-30',
      validFrom: '2026-12-01',
    })
    expect(annex.inForceSince).toBeNull()
    expect((await get(agreement)).endsOn).toBe('2027-06-30')
    const next = await aDraft(agreement, { clauses: ['end'], endsOn: '2027-12-31', validFrom: '2026-12-01' })
    expect(next.before.endsOn).toBe('2027-09-30')

    app.clock.now = new Date('2026-12-01T10:00:00Z')
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect(await get(agreement)).toMatchObject({ endsOn: '2027-09-30', annexCount: 1 })
    expect((await api.agreements.annexes.get({ id: annex.id })).inForceSince).toBe('2026-12-01')
  })

  test('that waits changes nothing of what was ended before its day, and no end that was moved forward', async () => {
    const agreement = await concluded()
    const late = { clauses: ['end', 'notice'], endsOn: '2027-09-30', noticeDays: 7 } as const
    await anAnnex(api, agreement, { ...late, clauses: [...late.clauses], validFrom: '2026-12-01' })
    await anAnnex(api, await get(agreement), {
      clauses: ['coordinator'],
      coordinator: 'Jan Kowalczyk',
      validFrom: '2026-12-20',
    })
    await aTermination(api, agreement, { endsOn: '2026-12-10' })
    app.clock.now = new Date('2026-12-21T10:00:00Z')
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect(await get(agreement)).toMatchObject({ endsOn: '2026-12-10', noticeDays: 7, coordinator: '' })
  })

  test('is numbered without using a number again', async () => {
    const agreement = await concluded()
    const first = await anAnnex(api, agreement, { clauses: ['notice'], noticeDays: 7 })
    await api.agreements.annexes.cancel({ id: first.id, version: first.version, reason: 'pomyłka' })
    const second = await anAnnex(api, await get(agreement), { clauses: ['notice'], noticeDays: 10 })
    expect(second.sequence).toBe(2)
  })

  test('made by mistake is cancelled, the last one first, and all is as it was', async () => {
    const agreement = await concluded({ ...shortTerm, concludedOn: '2026-11-22' })
    const first = await anAnnex(api, agreement, {
      clauses: ['end'],
      endsOn: '2027-03-31',
      validFrom: '2026-12-01',
      concludedOn: '2026-11-22',
    })
    expect(first).toMatchObject({ classBefore: 'nnw', classAfter: 'state' })
    const second = await anAnnex(api, await get(agreement), {
      clauses: ['notice'],
      noticeDays: 7,
      validFrom: '2026-12-01',
    })
    const reason = 'Wpisano zły dzień'
    expect(
      await refusalOf(api.agreements.annexes.cancel({ id: first.id, version: first.version, reason })),
    ).toEqual(ruleRefusal('agreements.errors.annexNotLast'))
    await api.agreements.annexes.cancel({ id: second.id, version: second.version, reason })
    await api.agreements.annexes.cancel({ id: first.id, version: first.version, reason })
    const { version: _, createdAt: __, ...now } = await get(agreement)
    expect(now).toMatchObject({ endsOn: shortTerm.endsOn, noticeDays: 14, annexCount: 0 })
    const document = await api.documents.get({ id: first.documentId ?? 0 })
    expect(document).toMatchObject({ isCancelled: true, cancelReason: reason })
  })

  test('is refused to a stale version, a draft agreement, a viewer, and a head', async () => {
    const agreement = await concluded()
    const draft = await aDraft(agreement, { clauses: ['notice'], noticeDays: 7 })
    const stale = { id: draft.id, version: draft.version + 1 }
    expect((await refusalOf(api.agreements.annexes.conclude(stale))).code).toBe('CONFLICT')
    const { draft: unsigned } = await aSignableDraft(api)
    expect(await refusalOf(aDraft(unsigned, { clauses: ['notice'] }))).toEqual(
      ruleRefusal('agreements.errors.notConcluded'),
    )
    for (const role of ['viewer', 'head'] as const) {
      const window = await app.windowOf(role, agreement.unitId ?? undefined)
      expect((await refusalOf(window.agreements.annexes.conclude(draft))).code).toBe('FORBIDDEN')
      expect(await window.agreements.annexes.of({ agreementId: agreement.id })).toHaveLength(1)
    }
    const other = await api.units.create({ name: 'Inna jednostka' })
    const stranger = await app.windowOf('head', other.id)
    expect((await refusalOf(stranger.agreements.annexes.get({ id: draft.id }))).code).toBe('NOT_FOUND')
  })

  test('that was signed on paper has no document until one is written', async () => {
    const agreement = await concluded()
    const draft = await aDraft(agreement, { clauses: ['notice'], noticeDays: 7 })
    const annex = await api.agreements.annexes.conclude({
      id: draft.id,
      version: draft.version,
      isPaper: true,
    })
    expect(annex).toMatchObject({ status: 'concluded', documentId: null })
  })

  test('holds its agreement: it is not cancelled as a mistake before', async () => {
    const agreement = await concluded()
    await anAnnex(api, agreement, { clauses: ['notice'], noticeDays: 7 })
    const { id, version } = await get(agreement)
    expect(await refusalOf(api.agreements.cancel({ id, version, reason: 'pomyłka' }))).toEqual(
      ruleRefusal('agreements.errors.changedSince'),
    )
  })

  test('without a record is no document', async () => {
    const agreement = await concluded()
    const { input } = await api.documents.propose({
      kind: 'annex',
      agreementId: agreement.id,
      issuedOn: '2026-11-22',
    })
    const issue = api.documents.issue({
      kind: 'annex',
      agreementId: agreement.id,
      issuedOn: '2026-11-22',
      signatoryId: agreement.signatoryId,
      input,
    })
    expect(await refusalOf(issue)).toMatchObject({
      data: { reason: 'documents.problems.annexWithoutRecord' },
    })
  })
})
