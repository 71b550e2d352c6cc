import { beforeEach, expect, test } from 'vitest'
import { anActiveVolunteer, proposed } from '#tests/features/documents/writing.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

const forms = {
  genitive: 'Anny Źdźbło',
  dative: 'Annie Źdźbło',
  accusative: 'Annę Źdźbło',
  instrumental: 'Anną Źdźbło',
}

test('a letter uses the forms of a name that were confirmed, while the name is that one', async () => {
  const { nameForms, documents, volunteers } = app.api
  const { volunteer, signatory } = await anActiveVolunteer(app.api)
  const bearer = { kind: 'volunteers' as const, id: volunteer.id }
  expect(await nameForms.get(bearer)).toEqual({
    nominative: 'Anna Źdźbło',
    confirmed: null,
    isOutdated: false,
    proposed: forms,
    version: 0,
  })
  const letter = await proposed(app.api, {
    kind: 'letter',
    volunteerId: volunteer.id,
    signatoryId: signatory.id,
    input: { subject: 'Podziękowanie', text: 'Dziękujemy {osobie} za pracę.' },
  })
  const problemsOf = async () => (await documents.preview(letter)).problems.map(({ key }) => key)
  expect(await problemsOf()).toContain('documents.problems.nameFormsMissing')

  const confirmed = await nameForms.confirm({ ...bearer, nominative: 'Anna Źdźbło', ...forms, version: 0 })
  expect(confirmed).toMatchObject({ confirmed: { ...forms, byName: expect.any(String) }, version: 1 })
  expect(await problemsOf()).not.toContain('documents.problems.nameFormsMissing')
  const newCase = { unitId: null, subject: 'podziękowanie' }
  await app.api.cases.createClass({ symbol: '0710', title: 'Wolontariat', category: 'B5', isActive: true })
  const [fileClass] = await app.api.cases.classes()
  const kind = (await documents.kinds()).find(({ code }) => code === 'letter')
  await documents.changeKind({ ...(kind as NonNullable<typeof kind>), classId: fileClass?.id ?? 0 })
  const { id } = await documents.issue({ ...letter, newCase, overrides: {}, draftId: null })
  const { pages } = await readPdf(Buffer.from((await documents.savePdf({ id })).pdf, 'base64'))
  expect(pages[0]?.join(' ')).toContain('Dziękujemy Pani Annie Źdźbło za pracę.')

  await volunteers.change({ ...(await volunteers.get({ id: volunteer.id })), surname: 'Nowak' })
  expect(await nameForms.get(bearer)).toMatchObject({ confirmed: null, isOutdated: true, version: 1 })
  expect(await problemsOf()).toContain('documents.problems.nameFormsMissing')
})

test('forms are confirmed for the name that was read, once for each version', async () => {
  const { nameForms } = app.api
  const { volunteer } = await anActiveVolunteer(app.api)
  const given = { kind: 'volunteers' as const, id: volunteer.id, nominative: 'Anna Źdźbło', ...forms }
  expect(
    await refusalOf(nameForms.confirm({ ...given, nominative: 'Ewa Źdźbło', version: 0 })),
  ).toMatchObject({
    code: 'CONFLICT',
  })
  await nameForms.confirm({ ...given, version: 0 })
  expect(await refusalOf(nameForms.confirm({ ...given, version: 0 }))).toMatchObject({ code: 'CONFLICT' })
  expect(await refusalOf(nameForms.get({ kind: 'volunteers', id: 99 }))).toEqual(
    notFoundRefusal('volunteers'),
  )
  expect(await refusalOf(nameForms.get({ kind: 'staff', id: 99 }))).toEqual(notFoundRefusal('staff'))
})

test('a letter to nobody of the registers names nobody', async () => {
  const letter = await proposed(app.api, {
    kind: 'letter',
    input: { subject: 'x', text: 'Zapraszamy {osobę}.' },
  })
  const { problems } = await app.api.documents.preview(letter)
  expect(problems.map(({ key }) => key)).toContain('documents.problems.nobodyToName')
})
