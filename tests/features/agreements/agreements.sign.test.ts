import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { AgreementDocumentData } from '#shared/features/agreements/agreements.document.ts'
import {
  anAgreement,
  aSignableDraft,
  aVolunteer,
  centre,
  guardian,
  shortTerm,
} from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
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

const file = () => join(app.folder, 'osrodek.db')

/** Signable drafts of one volunteer, concluded on these days. */
async function drafts(...days: string[]): Promise<Agreement[]> {
  const { draft } = await aSignableDraft(api)
  const made: Agreement[] = []
  for (const concludedOn of days) made.push(await api.agreements.create({ ...draft, concludedOn }))
  return made
}

/** What an issued document says, as it was frozen. */
function frozen({ documentId }: Agreement): AgreementDocumentData {
  const data = withSqlite(file(), (sqlite) =>
    sqlite.prepare('SELECT data FROM document_contents WHERE document_id = ?').pluck().get(documentId),
  )
  return JSON.parse(data as string)
}

const pdfOf = ({ documentId }: Agreement) => api.documents.savePdf({ id: documentId ?? 0 })

describe('numbers', () => {
  test('follow each other without a gap, however many are signed at the same moment', async () => {
    const many = await drafts(...Array<string>(25).fill('2026-11-22'))
    const signed = await Promise.all(many.map((draft) => api.agreements.sign(draft)))
    const numbers = signed.map(({ number }) => Number(number?.split('/')[0])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(new Set(signed.map(({ number }) => number?.split('/')[1]))).toEqual(new Set(['2026']))
    expect(new Set(signed.map(({ documentId }) => documentId)).size).toBe(25)
  })

  test('begin anew in each year of conclusion, and an earlier year goes on where it was', async () => {
    const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2026-12-31', '2027-01-02', '2028-02-29']
    const numbers: (string | null)[] = []
    for (const draft of await drafts(...days)) numbers.push((await api.agreements.sign(draft)).number)
    expect(numbers).toEqual(['1/2026', '2/2026', '1/2027', '3/2026', '2/2027', '1/2028'])
  })

  test('are the year of conclusion’s also where the clock is in the next one already', async () => {
    app.clock.now = new Date('2026-12-31T23:30:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    const { draft } = await aSignableDraft(api, { concludedOn: '2026-12-31', startsOn: '2027-01-01' })
    expect(await api.agreements.sign(draft)).toMatchObject({ number: '1/2026' })
    expect(await api.volunteers.create(aVolunteer())).toMatchObject({ registerNumber: 'WOL/2/2027' })
  })

  test('are not spent by what was refused or failed', async () => {
    const [first, second, third] = (await drafts('2026-11-22', '2026-11-22', '2026-11-22')) as [
      Agreement,
      Agreement,
      Agreement,
    ]
    await api.agreements.sign(first)
    const incomplete = await api.agreements.change({ ...second, tasks: [] })
    await refusalOf(api.agreements.sign(incomplete))
    await refusalOf(api.agreements.sign({ ...third, version: 7 }))
    withSqlite(file(), (sqlite) =>
      sqlite.exec(`CREATE TRIGGER full BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'full'); END`),
    )
    expect(await refusalOf(api.agreements.sign(third))).toMatchObject({ code: 'INTERNAL' })
    expect(await api.agreements.get({ id: third.id })).toEqual(third)
    withSqlite(file(), (sqlite) => sqlite.exec('DROP TRIGGER full'))
    expect(await api.agreements.sign(third)).toMatchObject({ number: '2/2026' })
  })

  test('are given once, also where two windows sign the same draft at the same moment', async () => {
    const { draft } = await aSignableDraft(api)
    const outcomes = await Promise.allSettled([api.agreements.sign(draft), api.agreements.sign(draft)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: { data: { reason: 'agreements.errors.notDraft' } } })
    expect(await api.documents.count({})).toBe(1)
  })
})

describe('what was signed', () => {
  test('is stored as an archival PDF with its SHA-256, under a name for people', async () => {
    const { draft } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    const { pdf, sha256, fileName } = await pdfOf(signed)
    const bytes = Buffer.from(pdf, 'base64')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(fileName).toBe('Porozumienie nr 1-2026 – Łukasik Elżbieta.pdf')
    expect(await api.documents.get({ id: signed.documentId ?? 0 })).toMatchObject({
      sha256,
      number: '1/2026',
    })
  })

  test('stays byte for byte when everything it was made of changes, and after a restart', async () => {
    const { draft, volunteer, unit, signatory } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    const [pdf, view] = [await pdfOf(signed), await api.documents.get({ id: signed.documentId ?? 0 })]

    await api.volunteers.change({ ...volunteer, surname: 'Inna', birthOn: '2015-01-01' })
    await api.units.change({ ...unit, name: 'Inna jednostka' })
    await api.signatories.change({ ...signatory, fullName: 'Inny Dyrektor', validTo: '2020-01-01' })
    await api.settings.changeCentre({ ...centre, name: 'Inny Ośrodek', version: 1 })
    const amendment = { validFrom: '2026-11-02', text: 'Inny tekst.', approvedBy: 'Radca Inny' }
    await api.clauses.amend({ code: 'agreement.unpaid', ...amendment })
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })

    expect(await pdfOf(signed)).toEqual(pdf)
    expect(await api.documents.get({ id: signed.documentId ?? 0 })).toEqual(view)
    expect(await api.agreements.get({ id: signed.id })).toMatchObject({ volunteerName: 'Inna Elżbieta' })
  })

  test('says what stood in the registers at that moment, not when the draft was made', async () => {
    const { draft, volunteer, signatory } = await aSignableDraft(api)
    await api.volunteers.change({ ...volunteer, surname: 'Łukasik-Nowak' })
    await api.signatories.change({ ...signatory, fullName: 'Jan Następca', position: 'p.o. Dyrektora' })
    const data = frozen(await api.agreements.sign(draft))
    expect(data.volunteer.name).toBe('Elżbieta Łukasik-Nowak')
    expect(data.representative).toBe('Jan Następca – p.o. Dyrektora')
    expect(data.number).toBe('1/2026')
  })

  test.each([
    ['agreement-long', {}, '1970-05-05', false],
    ['agreement-short', shortTerm, '1970-05-05', false],
    ['agreement-minor', guardian, '2010-07-01', true],
    ['agreement-minor', guardian, '2015-07-01', false],
  ])('is the document that the law asks for: %s', async (template, over, birthOn, hasConsent) => {
    const { draft, volunteer } = await aSignableDraft(api, over)
    await api.volunteers.change({ ...volunteer, birthOn })
    const signed = await api.agreements.sign(draft)
    const row = withSqlite(file(), (sqlite) => sqlite.prepare('SELECT template FROM documents').pluck().get())
    expect(row).toBe(template)
    const data = frozen(signed)
    expect(data.guardian === null).toBe(template !== 'agreement-minor')
    expect(data.consent !== null).toBe(hasConsent)
    expect((await pdfOf(signed)).pdf).not.toBe('')
  })
})

describe('a signature is refused', () => {
  const worksWithMinors = { worksWithMinors: true }
  test.each([
    ['tasksMissing', { tasks: [] }],
    ['timeMissing', { weeklyMinutes: null, schedule: '' }],
    ['townMissing', { concludedIn: '' }],
    ['unitMissing', { unitId: null }],
    ['signatoryMissing', { signatoryId: null }],
    ['nnwMissing', { endsOn: '2026-12-30' }],
    ['nnwPeriodMissing', { ...shortTerm, nnwFrom: null }],
    ['nnwPeriodTooShort', { ...shortTerm, nnwTo: '2026-12-29' }],
    ['costsNotEstablished', { travelCosts: 'notEstablished' as const }],
    ['waiverScopeMissing', { travelCosts: 'partlyWaived' as const }],
    ['minorsCheckMissing', worksWithMinors, { count: 5 }],
  ])('with the reason %s', async (reason, over, params?: { count: number }) => {
    const { draft } = await aSignableDraft(api, over)
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(
      ruleRefusal(`agreements.obstacles.${reason}`, params),
    )
    expect(await api.agreements.get({ id: draft.id })).toEqual(draft)
    expect(await api.documents.count({})).toBe(0)
  })

  test.each([
    ['guardianMissing', { birthOn: '2010-07-01' }],
    ['volunteerWithoutIdentity', { birthOn: null }],
    ['birthDateUnknown', { birthOn: null, pesel: '90011512347', peselNote: 'tak w dowodzie' }],
  ])('with the reason %s, where the volunteer changed since', async (reason, over) => {
    const { draft, volunteer } = await aSignableDraft(api)
    await api.volunteers.change({ ...volunteer, ...over })
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(ruleRefusal(`agreements.obstacles.${reason}`))
  })

  test('where the signatory’s office ended since', async () => {
    const { draft, signatory } = await aSignableDraft(api)
    const changed = await api.signatories.change({ ...signatory, validTo: '2026-11-21' })
    const reason = 'signatories.whyNot.outOfOffice'
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(
      ruleRefusal(reason, { name: signatory.fullName }),
    )
    await api.signatories.change({ ...changed, validTo: '2026-11-22' })
    await expect(api.agreements.sign(draft)).resolves.toMatchObject({ status: 'signed' })
  })

  test('where somebody changed the draft since it was read, with the draft as it is now', async () => {
    const { draft } = await aSignableDraft(api)
    const current = await api.agreements.change({ ...draft, noticeDays: 30 })
    expect(await refusalOf(api.agreements.sign(draft))).toEqual({ code: 'CONFLICT', data: { current } })
    const incomplete = await api.agreements.change({ ...current, tasks: [] })
    expect(await refusalOf(api.agreements.sign(draft))).toEqual({
      code: 'CONFLICT',
      data: { current: incomplete },
    })
  })

  test('to whoever may only read, and to a head, also in the own unit', async () => {
    const { draft, unit } = await aSignableDraft(api)
    for (const role of ['viewer', 'head', 'hr', 'supervisor'] as const) {
      const window = await app.windowOf(role, unit.id)
      const forbidden = (permission: string) => ({ code: 'FORBIDDEN', data: { permission } })
      expect(await refusalOf(window.agreements.sign(draft))).toEqual(forbidden('agreements.sign'))
      expect(await refusalOf(window.agreements.change(draft))).toEqual(forbidden('agreements.write'))
    }
    expect(await api.agreements.get({ id: draft.id })).toEqual(draft)
  })
})

describe('the preview', () => {
  test('says before what the signature would say, and takes what is half filled', async () => {
    const { draft } = await aSignableDraft(api)
    const preview = await api.agreements.preview({ ...draft, tasks: [], endsOn: '2026-12-30' })
    expect(preview.obstacles.map(({ key }) => key)).toEqual([
      'agreements.obstacles.tasksMissing',
      'agreements.obstacles.nnwMissing',
    ])
    expect(preview.svg).toContain('<svg')
    expect(preview.pages).toBeGreaterThan(0)
  })

  test('of the draft itself does not find the draft in its own way, but finds another agreement', async () => {
    const { draft } = await aSignableDraft(api)
    expect((await api.agreements.preview(draft)).obstacles).toEqual([])
    await api.agreements.sign(await api.agreements.create(draft))
    expect((await api.agreements.preview(draft)).obstacles).toMatchObject([
      { key: 'agreements.obstacles.overlapping', params: { number: '1/2026' } },
    ])
  })

  test('writes nothing', async () => {
    const { volunteer } = await aSignableDraft(api)
    const before = withSqlite(file(), (sqlite) =>
      sqlite.prepare('SELECT count(*) FROM history').pluck().get(),
    )
    await api.agreements.preview(anAgreement({ volunteerId: volunteer.id }))
    const after = withSqlite(file(), (sqlite) => sqlite.prepare('SELECT count(*) FROM history').pluck().get())
    expect(after).toBe(before)
    expect(await api.agreements.count({})).toBe(1)
  })
})
