import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from '../documents/writing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const code = 'certificate'
const approval = { validFrom: '2026-11-22', approvedBy: 'r. pr. Jan Radca', note: 'zdanie na końcu' }
const sentence = 'Ośrodek dziękuje za tę pracę.'

async function shipped(of = code): Promise<string> {
  return (await api.templates.source({ code: of, id: null })).source
}

async function ownSource(): Promise<string> {
  return (await shipped()).replace('  signed-by(data)', `  par[${sentence}]\n  signed-by(data)`)
}

async function aDraft(source: string) {
  const draft = await api.templates.keepDraft({ code, id: null, source, note: 'próba', version: 0 })
  return { id: draft.id as number, version: draft.version }
}

async function approved(over: Partial<typeof approval> = {}) {
  return api.templates.approve({ ...(await aDraft(await ownSource())), ...approval, ...over })
}

type Person = Awaited<ReturnType<typeof anActiveVolunteer>>

async function issueCertificate({ volunteer, signatory }: Person, issuedOn = '2026-11-22') {
  const fields = await proposed(api, {
    kind: code,
    volunteerId: volunteer.id,
    signatoryId: signatory.id,
    issuedOn,
  })
  return api.documents.issue({
    ...fields,
    overrides: { 'documents.problems.issuedBefore': 'na próbę' },
  })
}

async function pdfOf(id: number) {
  const { pdf, sha256 } = await api.documents.savePdf({ id })
  return { sha256, text: (await readPdf(Buffer.from(pdf, 'base64'))).pages.flat().join('\n') }
}

describe('a version of the centre', () => {
  test('makes the documents of its days; what was issued before stays as it was', async () => {
    const person = await anActiveVolunteer(api)
    const before = await issueCertificate(person)
    const { sha256 } = await pdfOf(before.id)
    expect(await approved()).toMatchObject({ number: 1, state: 'approved', isInForce: true })
    const after = await issueCertificate(person)
    expect((await pdfOf(after.id)).text).toContain(sentence)
    expect(await pdfOf(before.id)).toMatchObject({ sha256, text: expect.not.stringContaining(sentence) })
    // Dated before the first day of the version.
    expect((await pdfOf((await issueCertificate(person, '2026-11-21')).id)).text).not.toContain(sentence)
  })

  test('is shown in the preview of the form, and outlives a restart', async () => {
    await approved()
    const person = await anActiveVolunteer(api)
    const { id } = await issueCertificate(person)
    const { svg } = await api.documents.get({ id })
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect((await api.documents.get({ id })).svg).toBe(svg)
    expect((await pdfOf((await issueCertificate(person)).id)).text).toContain(sentence)
  })

  test('never changes again', async () => {
    const { id, version } = await approved()
    const own = { id: id as number, version }
    expect(await refusalOf(api.templates.keepDraft({ code, ...own, source: 'x', note: '' }))).toEqual(
      ruleRefusal('templates.errors.approved'),
    )
    expect(await refusalOf(api.templates.removeDraft(own))).toEqual(ruleRefusal('templates.errors.approved'))
    expect(await refusalOf(api.templates.approve({ ...own, ...approval }))).toEqual(
      ruleRefusal('templates.errors.approved'),
    )
  })

  test('ends on a day, and the one before it is in force again', async () => {
    await approved({ validFrom: '2026-11-22' })
    const second = await approved({ validFrom: '2026-12-01' })
    expect(second).toMatchObject({ number: 2, isInForce: false })
    const own = { id: second.id as number, version: second.version }
    expect(await refusalOf(api.templates.withdraw({ ...own, validTo: '2026-11-30' }))).toEqual(
      fieldRefusal('validTo', 'templates.errors.past'),
    )
    await api.templates.withdraw({ ...own, validTo: '2026-12-31' })
    const { versions } = await api.templates.get({ code })
    expect(versions.map(({ number, validTo, isInForce }) => [number, validTo, isInForce])).toEqual([
      [2, '2026-12-31', false],
      [1, null, true],
      [null, null, false],
    ])
  })

  test('of an agreement makes its document too', async () => {
    const { draft } = await aSignableDraft(api)
    const source = (await shipped('agreement-long')).replace(
      '  agreement-sections(data)',
      `  par[${sentence}]\n  agreement-sections(data)`,
    )
    const kept = await api.templates.keepDraft({
      code: 'agreement-long',
      id: null,
      source,
      note: '',
      version: 0,
    })
    await api.templates.approve({ id: kept.id as number, version: kept.version, ...approval })
    const { documentId } = await api.agreements.sign(draft)
    expect((await pdfOf(documentId ?? 0)).text).toContain(sentence)
  })
})

describe('approving is refused', () => {
  test('to a source with faults', async () => {
    const draft = await aDraft('#nothing')
    expect(await refusalOf(api.templates.approve({ ...draft, ...approval }))).toEqual(
      ruleRefusal('templates.errors.faulty'),
    )
  })

  test('to one that cannot become an archival PDF', async () => {
    const draft = await aDraft(`${await ownSource()}\n$ x + 1 $\n`)
    expect(await refusalOf(api.templates.approve({ ...draft, ...approval }))).toEqual(
      ruleRefusal('templates.errors.faulty'),
    )
  })

  test('to an agreement without its clauses, among them the one on its termination (UDPP art. 44(1))', async () => {
    const of = 'agreement-long'
    const source = (await shipped(of)).replace('  agreement-sections(data)\n', '')
    const { id, version } = await api.templates.keepDraft({
      code: of,
      id: null,
      source,
      note: '',
      version: 0,
    })
    expect(await refusalOf(api.templates.approve({ id: id as number, version, ...approval }))).toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'templates.errors.incomplete' },
    })
  })

  test('from a day that is past or taken', async () => {
    const draft = await aDraft(await ownSource())
    expect(
      await refusalOf(api.templates.approve({ ...draft, ...approval, validFrom: '2026-11-21' })),
    ).toEqual(fieldRefusal('validFrom', 'templates.errors.past'))
    await approved()
    expect(await refusalOf(api.templates.approve({ ...draft, ...approval }))).toEqual(
      fieldRefusal('validFrom', 'templates.errors.dayTaken'),
    )
  })

  test('to somebody else’s change that has not been seen', async () => {
    const draft = await aDraft(await ownSource())
    await api.templates.keepDraft({ code, ...draft, source: await ownSource(), note: 'dalej' })
    expect(await refusalOf(api.templates.approve({ ...draft, ...approval }))).toMatchObject({
      code: 'CONFLICT',
    })
  })
})

test('a version that fails with the data of a document gives it no number', async () => {
  // Nobody in the examples has this name.
  const source = (await shipped()).replace(
    '#let body = data.body\n',
    '#let body = data.body\n#assert(not body.statement.contains("Źdźbło-Nowa"))\n',
  )
  await api.templates.approve({ ...(await aDraft(source)), ...approval })
  const { volunteer, signatory } = await anActiveVolunteer(api, { volunteer: { surname: 'Źdźbło-Nowa' } })
  const fields = await proposed(api, { kind: code, volunteerId: volunteer.id, signatoryId: signatory.id })
  const refusal = {
    code: 'RULE_BROKEN',
    data: { reason: 'documents.errors.templateFails', params: { number: 1 } },
  }
  expect(await refusalOf(api.documents.preview(fields))).toMatchObject(refusal)
  expect(await refusalOf(api.documents.issue(fields))).toMatchObject(refusal)
  expect(await api.documents.numbers({ kind: code, year: 2026 })).toEqual([])
})

test('a draft is kept, changed and thrown away, and the history knows it', async () => {
  const draft = await aDraft('#par[a]')
  await api.templates.keepDraft({ code, ...draft, source: '#par[b]', note: 'druga' })
  expect(await refusalOf(api.templates.removeDraft(draft))).toMatchObject({ code: 'CONFLICT' })
  await api.templates.removeDraft({ id: draft.id, version: draft.version + 1 })
  expect(await refusalOf(api.templates.source({ code, id: draft.id }))).toEqual(notFoundRefusal('templates'))
  const { rows } = await api.history.list({})
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['drafted', 'changed', 'discarded']),
  )
})
