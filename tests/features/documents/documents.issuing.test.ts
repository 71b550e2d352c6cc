import { beforeEach, describe, expect, test } from 'vitest'
import { readPdf } from '#tests/support/pdf.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function aCertificate(over: object = {}) {
  const { volunteer, signatory } = await anActiveVolunteer(api)
  return proposed(api, {
    kind: 'certificate',
    volunteerId: volunteer.id,
    signatoryId: signatory.id,
    ...over,
  })
}

async function textOf(id: number): Promise<string> {
  const { pdf } = await api.documents.savePdf({ id })
  return (await readPdf(Buffer.from(pdf, 'base64'))).pages.flat().join('\n')
}

describe('issuing', () => {
  test('gives the next number of the year, freezes the document, and lists it', async () => {
    const fields = await aCertificate()
    const first = await api.documents.issue(fields)
    expect(first.number).toBe('ZW/1/2026')
    expect(await textOf(first.id)).toContain('Zaświadcza się, że Pani Anna Źdźbło')
    const second = await api.documents.issue({
      ...fields,
      overrides: { 'documents.problems.issuedBefore': 'zgubione' },
    })
    expect(second.number).toBe('ZW/2/2026')
    const { rows } = await api.documents.list({ search: 'ZW/2/2026' })
    expect(rows).toMatchObject([
      { title: 'Zaświadczenie nr ZW/2/2026', kind: 'certificate', person: 'Źdźbło Anna', state: 'issued' },
    ])
    expect(await api.documents.get({ id: second.id })).toMatchObject({
      overrides: { 'documents.problems.issuedBefore': 'zgubione' },
      signatoryName: 'Maria Dyrektorska',
    })
  })

  test('refuses a second one for the same person without a reason, and gives it no number', async () => {
    const fields = await aCertificate()
    await api.documents.issue(fields)
    expect(await refusalOf(api.documents.issue(fields))).toEqual(
      ruleRefusal('documents.problems.issuedBefore', { number: 'ZW/1/2026', day: '22.11.2026', days: 30 }),
    )
    expect(await api.documents.numbers({ kind: 'certificate', year: 2026 })).toHaveLength(1)
  })

  test('of twenty at once gives twenty consecutive numbers', async () => {
    const fields = await aCertificate()
    const issued = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.documents.issue({ ...fields, overrides: { 'documents.problems.issuedBefore': 'próba' } }),
      ),
    )
    expect(issued.map(({ number }) => Number(number.split('/')[1])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  test('begins anew in a new year', async () => {
    const fields = await aCertificate()
    await api.documents.issue(fields)
    app.clock.now = new Date('2027-01-04T09:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    expect(await api.documents.issue({ ...fields, issuedOn: '2027-01-04' })).toMatchObject({
      number: 'ZW/1/2027',
    })
  })

  test('stops where the signatory has no authorisation on the day', async () => {
    const fields = await aCertificate()
    const expired = await api.signatories.create({
      fullName: 'Jan Były',
      position: 'Zastępca Dyrektora',
      validTo: '2026-06-30',
    })
    expect(await refusalOf(api.documents.issue({ ...fields, signatoryId: expired.id }))).toEqual(
      ruleRefusal('signatories.whyNot.outOfOffice', { name: 'Jan Były' }),
    )
    expect(await refusalOf(api.documents.issue({ ...fields, signatoryId: null }))).toEqual(
      ruleRefusal('documents.problems.noSignatory'),
    )
  })
})

describe('a letter', () => {
  const content = { subject: 'podziękowanie', text: 'Dziękujemy **bardzo**.\n\n- raz\n- dwa' }

  test('belongs to a case, which is opened with it', async () => {
    const { volunteer, signatory, unit } = await anActiveVolunteer(api)
    const letter = await proposed(api, {
      kind: 'letter',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
      input: content,
    })
    const newCase = { unitId: unit.id, subject: 'Współpraca z wolontariuszami' }
    expect(await refusalOf(api.documents.issue({ ...letter, newCase }))).toEqual(
      ruleRefusal('documents.problems.noClass'),
    )
    const fileClass = await api.cases.createClass({ symbol: '052', title: 'Wolontariat', category: 'B5' })
    await api.documents.changeKind({
      code: 'letter',
      pattern: '',
      classId: fileClass.id,
      copies: 2,
      guardDays: 0,
      version: 0,
    })
    const { id } = await api.documents.issue({ ...letter, newCase })
    const document = await api.documents.get({ id })
    expect(document).toMatchObject({ caseSign: 'SP.052.1.2026', number: '' })
    expect(await textOf(id)).toContain('Znak: SP.052.1.2026')
    const second = await api.documents.issue({ ...letter, caseId: document.caseId })
    expect((await api.documents.get(second)).caseSign).toBe('SP.052.1.2026')
  })

  test('of a case and about an agreement tells the agreement the sign of its case', async () => {
    const { agreement, signatory, unit } = await anActiveVolunteer(api)
    const fileClass = await api.cases.createClass({ symbol: '052', title: 'Wolontariat', category: 'B5' })
    const opened = await api.cases.open({
      unitId: unit.id,
      classId: fileClass.id,
      openedOn: '2026-11-22',
      subject: 'Współpraca z wolontariuszami',
    })
    const hours = { minutes: 90, fromMinute: null, toMinute: null }
    await api.hours.create({ ...hours, agreementId: agreement.id, servedOn: '2026-10-05' })
    const fields = await proposed(api, {
      kind: 'hoursCard',
      agreementId: agreement.id,
      signatoryId: signatory.id,
      input: { month: '2026-10' },
    })
    await api.documents.issue({ ...fields, caseId: opened.id })
    const record = { kind: 'agreements', id: agreement.id }
    const signs = (await api.documents.listOf({ record })).map(({ kind, caseSign }) => [kind, caseSign])
    expect(signs).toEqual([
      ['hoursCard', 'SP.052.1.2026'],
      ['agreement', null],
    ])
  })
})

describe('what becomes of a document', () => {
  test('is signed, delivered, or cancelled with its number', async () => {
    const { id } = await api.documents.issue(await aCertificate())
    const before = await api.documents.get({ id })
    expect(
      await refusalOf(api.documents.sign({ id, version: before.version, signedOn: '2026-11-21' })),
    ).toEqual(fieldRefusal('signedOn', 'documents.errors.dayOutside'))
    const signed = await api.documents.sign({ id, version: before.version, signedOn: '2026-11-22' })
    const delivered = await api.documents.deliver({
      id,
      version: signed.version,
      deliveredOn: '2026-11-22',
      delivery: 'inPerson',
    })
    expect(delivered).toMatchObject({ state: 'delivered', signedOn: '2026-11-22', delivery: 'inPerson' })
    const cancelled = await api.documents.cancel({
      id,
      version: delivered.version,
      reason: 'błąd w nazwisku',
    })
    expect(cancelled).toMatchObject({ state: 'cancelled', isCancelled: true })
    expect(await api.documents.numbers({ kind: 'certificate', year: 2026 })).toMatchObject([
      { text: 'ZW/1/2026', cancelReason: 'błąd w nazwisku', documentId: id },
    ])
    expect(await refusalOf(api.documents.duplicate({ id, issuedOn: '2026-11-22' }))).toEqual(
      ruleRefusal('documents.errors.cancelledBefore'),
    )
  })

  test('may be issued again as a duplicate and corrected, linked to the first', async () => {
    const { id } = await api.documents.issue(await aCertificate())
    const copy = await api.documents.duplicate({ id, issuedOn: '2026-11-22' })
    expect(await textOf(copy.id)).toMatch(/DUPLIKAT wydany 22\.11\.2026/)
    const content = await api.documents.contentOf({ id })
    expect(content).toMatchObject({ kind: 'certificate', corrects: id })
    const corrected = await api.documents.issue({ ...content, input: { ...content.input, tasks: ['inne'] } })
    expect(await textOf(corrected.id)).toMatch(/KOREKTA: Zaświadczenie nr ZW\/1\/2026 z 22\.11\.2026/)
    expect((await api.documents.get({ id })).related.map(({ relation }) => relation)).toEqual([
      'duplicate',
      'correction',
    ])
  })

  test('today would differ where something changed meanwhile', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(api)
    const fields = await proposed(api, {
      kind: 'certificate',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
    })
    const { id } = await api.documents.issue(fields)
    expect(await api.documents.differences({ id })).toEqual([])
    await api.volunteers.change({ ...volunteer, surname: 'Nowa' })
    const differences = await api.documents.differences({ id })
    expect(differences.map(({ path }) => path).sort()).toEqual(['body.statement', 'recipients.0'])
    expect(differences.find(({ path }) => path === 'body.statement')?.now).toContain('Anna Nowa')
  })
})

describe('who may what', () => {
  test('a head reads and prints the documents of the own unit, and writes none', async () => {
    const { unit, volunteer, signatory } = await anActiveVolunteer(api)
    const fields = await proposed(api, {
      kind: 'certificate',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
    })
    await api.documents.issue(fields)
    const other = await api.units.create({ name: 'Inna placówka' })
    const [own, stranger] = [await app.windowOf('head', unit.id), await app.windowOf('head', other.id)]
    // The agreement and the certificate.
    expect(await own.documents.count({})).toBe(2)
    expect(await stranger.documents.count({})).toBe(0)
    const refusal = { code: 'FORBIDDEN', data: { permission: 'documents.write' } }
    expect(await refusalOf(own.documents.issue(fields))).toEqual(refusal)
    expect(await refusalOf(own.documents.numbers({ kind: 'certificate', year: 2026 }))).toEqual(refusal)
  })

  test('what somebody typed is in no history, and a number entered is', async () => {
    await api.documents.keepDraft({ ...(await aCertificate()), input: { tasks: ['tajne zadanie'] } })
    const { rows } = await api.history.list({ filters: { kind: { oneOf: ['documents'] } } })
    expect(JSON.stringify(rows)).not.toContain('tajne')
  })
})

describe('numbers given on paper', () => {
  test('are entered and not given again', async () => {
    const number = { kind: 'certificate', givenOn: '2026-05-05', note: 'Jan Kos, zaświadczenie na papierze' }
    expect(await api.documents.enterNumber({ ...number, text: 'zw/7/2026' })).toMatchObject({
      text: 'ZW/7/2026',
      paperNote: number.note,
    })
    expect(await api.documents.issue(await aCertificate())).toMatchObject({ number: 'ZW/8/2026' })
    for (const [text, error, params] of [
      ['ZW/7/2026', 'numberTaken', { number: 'ZW/7/2026' }],
      ['ZW/9/2025', 'numberYear', { year: 2025 }],
      ['9/2026', 'numberPattern', { pattern: 'ZW/{nr}/{rok}' }],
    ] as const)
      expect(await refusalOf(api.documents.enterNumber({ ...number, text }))).toEqual(
        fieldRefusal('text', `documents.errors.${error}`, params),
      )
  })
})
