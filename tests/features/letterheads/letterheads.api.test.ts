import { beforeEach, describe, expect, test } from 'vitest'
import { anActiveVolunteer, proposed } from '#tests/features/documents/writing.ts'
import { anAgreement } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { aJpeg, aPdf, aPicture, aPng } from '#tests/support/sampleFiles.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

const red = [200, 30, 40] as const
const blue = [20, 60, 160] as const

async function addLogo(colour: readonly [number, number, number]) {
  const content = aPicture(120, 60, colour).toString('base64')
  return app.api.letterheads.addLogo({ fileName: 'logo.png', content })
}

/** A second certificate is asked about. */
const again = { 'documents.problems.issuedBefore': 'papier firmowy się zmienił' }

/** Issues a certificate and answers its id with what its PDF says. */
async function certificate(
  volunteerId: number,
  signatoryId: number,
  more: { letterheadUnitId?: number; projectId?: number } = {},
) {
  const fields = await proposed(app.api, { kind: 'certificate', volunteerId, signatoryId, ...more })
  const { id } = await app.api.documents.issue({ ...fields, overrides: again, draftId: null })
  return { id, ...(await pdfOf(id)) }
}

async function pdfOf(id: number) {
  const { pdf, sha256 } = await app.api.documents.savePdf({ id })
  const bytes = Buffer.from(pdf, 'base64')
  return { bytes, sha256, reading: await readPdf(bytes) }
}

describe('a letterhead', () => {
  test('of a centre that set nothing shows its particulars; set lines stand in their place', async () => {
    const { letterheads } = app.api
    expect(await letterheads.list()).toEqual([
      { unitId: null, unitName: '', lines: '', logo: null, logoText: '', version: 0 },
    ])
    const { volunteer, signatory } = await anActiveVolunteer(app.api)
    const plain = await certificate(volunteer.id, signatory.id)
    expect(plain.reading.pages[0]?.join('\n')).toContain('NIP')

    const head = { unitId: null, lines: 'ul. Nowa 1\n\ntel. 12 345 67 89', logo: null, logoText: '' }
    const saved = await letterheads.save({ ...head, version: 0 })
    expect(saved).toMatchObject({ ...head, version: 1 })
    const set = await certificate(volunteer.id, signatory.id)
    expect(set.reading.pages[0]?.slice(1, 3)).toEqual(['ul. Nowa 1', 'tel. 12 345 67 89'])
    expect(set.reading.pages[0]?.join('\n')).not.toContain('NIP')
  })

  test('is changed once for each version', async () => {
    const { letterheads } = app.api
    const head = { unitId: null, lines: '', logo: null, logoText: '' }
    await letterheads.save({ ...head, version: 0 })
    expect(await refusalOf(letterheads.save({ ...head, version: 0 }))).toMatchObject({ code: 'CONFLICT' })
    expect((await letterheads.save({ ...head, version: 1 })).version).toBe(2)
  })

  test('shows its logo, with what it says to who does not see it', async () => {
    const { letterheads } = app.api
    const { volunteer, signatory } = await anActiveVolunteer(app.api)
    const plain = await certificate(volunteer.id, signatory.id)
    expect(plain.reading.roles[0]).not.toContain('Figure')

    const { sha256: logo } = await addLogo(red)
    const head = { unitId: null, lines: '', logo }
    expect(await refusalOf(letterheads.save({ ...head, logoText: '', version: 0 }))).toMatchObject({
      data: { fields: { logoText: { key: 'validation.required' } } },
    })
    await letterheads.save({ ...head, logoText: 'Herb Przykładowa', version: 0 })
    const { reading } = await certificate(volunteer.id, signatory.id)
    expect(reading).toMatchObject({ pdfA: '2A', isTagged: true })
    expect(reading.roles[0]).toContain('Figure')
  })

  test('that changes leaves what was issued as it was, after a restart too', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(app.api)
    const { sha256: first } = await addLogo(red)
    const head = { unitId: null, lines: '', logoText: 'Herb' }
    await app.api.letterheads.save({ ...head, logo: first, version: 0 })
    const before = await certificate(volunteer.id, signatory.id)
    const pagesBefore = (await app.api.documents.get({ id: before.id })).svg

    const { sha256: second } = await addLogo(blue)
    expect(second).not.toBe(first)
    await app.api.letterheads.save({ ...head, logo: second, version: 1 })
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect((await pdfOf(before.id)).sha256).toBe(before.sha256)
    expect((await app.api.documents.get({ id: before.id })).svg).toBe(pagesBefore)
    const different = await app.api.documents.differences({ id: before.id })
    expect(different.map(({ path }) => path)).toContain('centre.logo.file')
  })

  test('of a unit is its own name and lines on the paper of the centre; without it the paper is the centre’s', async () => {
    const { letterheads } = app.api
    const { volunteer, signatory, unit } = await anActiveVolunteer(app.api)
    const own = { unitId: unit.id, lines: 'ul. Głęboka 11, parter', logo: null, logoText: '' }
    expect(await letterheads.save({ ...own, version: 0 })).toMatchObject({ unitName: unit.name })
    const { reading } = await certificate(volunteer.id, signatory.id, { letterheadUnitId: unit.id })
    expect(reading.pages[0]?.slice(1, 3)).toEqual([unit.name, 'ul. Głęboka 11, parter'])

    await letterheads.remove({ unitId: unit.id, version: 1 })
    expect(await refusalOf(letterheads.remove({ unitId: unit.id, version: 1 }))).toEqual(
      notFoundRefusal('letterheads'),
    )
    const after = await certificate(volunteer.id, signatory.id, { letterheadUnitId: unit.id })
    expect(after.reading.pages[0]).not.toContain('ul. Głęboka 11, parter')
  })

  test('is seen before it is saved', async () => {
    const { sha256: logo } = await addLogo(red)
    const letterhead = { unitId: null, lines: 'ul. Niezapisana 7', logo, logoText: 'Herb' }
    const project = { name: 'P', sentence: 'Zdanie.', startsOn: null, endsOn: null, logos: [] }
    const { pages, svg } = await app.api.letterheads.preview({ letterhead, project })
    expect(pages).toBe(1)
    expect(svg).toContain('<image')
    expect(await app.api.letterheads.list()).toMatchObject([{ lines: '' }])
  })

  test('names only a logo and a unit that are there', async () => {
    const head = { unitId: null, lines: '', logo: null, logoText: '', version: 0 }
    const nobodys = { ...head, logo: 'a'.repeat(64), logoText: 'Herb' }
    expect(await refusalOf(app.api.letterheads.save(nobodys))).toMatchObject({
      data: { fields: { logo: { key: 'validation.notFound' } } },
    })
    expect(await refusalOf(app.api.letterheads.save({ ...head, unitId: 99 }))).toMatchObject({
      data: { fields: { unitId: { key: 'validation.notFound' } } },
    })
    expect(await refusalOf(app.api.letterheads.logo({ sha256: 'a'.repeat(64) }))).toEqual(
      notFoundRefusal('letterheads'),
    )
  })
})

describe('a logo', () => {
  test('is kept once, and given back as it was', async () => {
    const first = await addLogo(red)
    expect(first).toMatchObject({ width: 120, height: 60 })
    expect(await addLogo(red)).toEqual(first)
    const { url } = await app.api.letterheads.logo(first)
    expect(url).toBe(`data:image/png;base64,${aPicture(120, 60, red).toString('base64')}`)
  })

  test.each([
    ['a PDF', 'logo.pdf', aPdf(), 'letterheads.errors.notPicture'],
    ['a PDF that calls itself a picture', 'logo.png', aPdf(), 'attachments.errors.mismatch'],
    ['a picture that breaks off', 'logo.png', aPng.subarray(0, 40), 'attachments.errors.broken'],
    [
      'a picture of too many points',
      'logo.png',
      aPicture(5000, 2500, red),
      'letterheads.errors.tooManyPoints',
    ],
    ['what only claims to be a picture', 'logo.jpg', aJpeg, 'letterheads.errors.unfit'],
  ])('is refused: %s', async (_, fileName, bytes, reason) => {
    const refusal = await refusalOf(
      app.api.letterheads.addLogo({ fileName, content: bytes.toString('base64') }),
    )
    expect(refusal).toMatchObject({ code: 'RULE_BROKEN', data: { reason } })
  })

  test('is refused above 1 MB', async () => {
    const content = Buffer.alloc(1_048_580).toString('base64')
    expect(await refusalOf(app.api.letterheads.addLogo({ fileName: 'x.png', content }))).toMatchObject({
      data: { fields: { content: { key: 'letterheads.errors.tooLarge' } } },
    })
  })
})

describe('a project', () => {
  const project = { name: 'Ćwiczymy razem', startsOn: null, endsOn: '2026-12-31' }
  const sentence = 'Projekt współfinansowany ze środków Unii Europejskiej.'

  test('puts its marks and its sentence on a document and on an agreement, and is found by it', async () => {
    const { volunteer, signatory, unit } = await anActiveVolunteer(app.api)
    const marks = [
      { logo: (await addLogo(red)).sha256, text: 'Fundusze Europejskie' },
      { logo: (await addLogo(blue)).sha256, text: 'Unia Europejska' },
    ]
    const created = await app.api.letterheads.projects.create({ ...project, sentence, logos: marks })
    expect(created).toMatchObject({ ...project, logos: marks, version: 1 })

    const { id, reading } = await certificate(volunteer.id, signatory.id, { projectId: created.id })
    expect(reading.pages[0]?.[0]).toBe(sentence)
    expect(reading.roles[0]?.filter((role) => role === 'Figure')).toHaveLength(2)
    const found = await app.api.documents.list({ filters: { project: { oneOf: [created.id] } } })
    expect(found.rows.map((row) => row.id)).toEqual([id])

    const draft = await app.api.agreements.create(
      anAgreement({
        volunteerId: volunteer.id,
        unitId: unit.id,
        signatoryId: signatory.id,
        projectId: created.id,
      }),
    )
    expect(draft.projectName).toBe(project.name)
    const { documentId } = await app.api.agreements.sign(draft)
    expect((await pdfOf(documentId ?? 0)).reading.pages[0]?.[0]).toBe(sentence)
  })

  test('is changed once for each version; what was issued keeps its words', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(app.api)
    const { projects } = app.api.letterheads
    const created = await projects.create({ ...project, sentence, logos: [] })
    const before = await certificate(volunteer.id, signatory.id, { projectId: created.id })
    await projects.change({ ...created, sentence: 'Inne zdanie.' })
    expect(await refusalOf(projects.change({ ...created, sentence: 'Jeszcze inne.' }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await pdfOf(before.id)).sha256).toBe(before.sha256)
    expect(await projects.list()).toMatchObject([{ sentence: 'Inne zdanie.', version: 2 }])
  })

  test('that is not there is refused beside its field, on a document and on an agreement', async () => {
    const { volunteer, signatory } = await anActiveVolunteer(app.api)
    const missing = { data: { fields: { projectId: { key: 'validation.notFound' } } } }
    const fields = {
      kind: 'certificate',
      volunteerId: volunteer.id,
      signatoryId: signatory.id,
      projectId: 99,
    }
    const document = await proposed(app.api, fields)
    expect(
      await refusalOf(app.api.documents.issue({ ...document, overrides: {}, draftId: null })),
    ).toMatchObject(missing)
    const draft = {
      volunteerId: volunteer.id,
      concludedOn: '2026-11-20',
      startsOn: '2026-12-01',
      projectId: 99,
    }
    expect(await refusalOf(app.api.agreements.create(draft))).toMatchObject(missing)
  })
})
