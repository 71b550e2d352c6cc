import { beforeEach, describe, expect, test } from 'vitest'
import { documentKinds } from '#shared/features/documents/documents.kinds.ts'
import { kindCodes } from '#shared/features/documents/documents.register.ts'
import { pl } from '#shared/texts.ts'
import { confirmMonth } from '#tests/support/confirming.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { aCheck, grantVerification } from '#tests/support/protection.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { type DocumentVariant, documentVariants } from './documentVariants.ts'
import { expectGolden } from './golden.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

/** Enters everything that a variant is made of and issues its document. @returns its id */
async function issue({
  kind,
  of,
  person = {},
  fields = {},
  settlement,
  checks,
  hours = [],
  confirmed = [],
}: DocumentVariant): Promise<number> {
  const { unit, volunteer, agreement, signatory } = await anActiveVolunteer(api, person)
  if (checks) await grantVerification(app)
  for (const [check, over] of checks ?? []) await api.childProtection.note(aCheck(volunteer.id, check, over))
  const subject =
    of === 'agreement'
      ? { agreementId: agreement.id }
      : of === 'unit'
        ? { unitId: unit.id }
        : of
          ? {}
          : { volunteerId: volunteer.id }
  const agreementId = agreement.id
  for (const entry of hours) await api.hours.create({ agreementId, ...entry })
  for (const month of confirmed) await confirmMonth(api, month, [agreementId])
  const people = of === 'list' ? [volunteer.id] : []
  const origin = settlement
    ? await api.costSettlements.submit(
        await api.costSettlements.create({ agreementId: agreement.id, ...settlement }),
      )
    : null
  const document = await proposed(
    api,
    { kind, signatoryId: signatory.id, originId: origin?.id ?? null, ...subject, ...fields },
    people,
  )
  if (kind === 'letter') {
    const fileClass = await api.cases.createClass({ symbol: '052', title: 'Wolontariat', category: 'B5' })
    const opened = await api.cases.open({ classId: fileClass.id, subject: 'Zbiórka', openedOn: '2026-11-22' })
    document.caseId = opened.id
  }
  return (await api.documents.issue(document)).id
}

describe.each(Object.entries(documentVariants))('%s', (name, variant) => {
  test('is the archival, tagged document of its golden text', async () => {
    const id = await issue(variant)
    const { pdf } = await api.documents.savePdf({ id })
    const reading = await readPdf(Buffer.from(pdf, 'base64'))
    expectGolden(name, reading)
    expect(reading).toMatchObject({ language: 'pl', pdfA: '2A', isTagged: true })
    expect(reading.title).toMatch(/\p{L}/u)
    expect(reading.roles[0]).toContain('H1')
    for (const font of reading.fonts) expect(font.isEmbedded, font.name).toBe(true)
    const text = reading.pages.flat().join('\n')
    expect(text).not.toMatch(/\{|\}|undefined|null|□|\(projekt\)|PROJEKT/)
    expect((await api.documents.get({ id })).pages).toBe(reading.pages.length)
  })
})

test('every kind has a variant, a code in the register, and its words', () => {
  const kinds = documentKinds.map(({ code }) => code)
  expect(kindCodes).toEqual(['agreement', ...kinds])
  expect([...new Set(Object.values(documentVariants).map(({ kind }) => kind))].sort()).toEqual(
    [...kinds].sort(),
  )
  for (const kind of documentKinds) {
    expect(pl.documents.kinds).toHaveProperty(kind.code)
    for (const basis of kind.basis) expect(pl.documents.basis).toHaveProperty(basis)
    for (const [key, field] of Object.entries(kind.fields)) {
      expect(pl.documents.input, key).toHaveProperty(key)
      if (field.type === 'choice')
        for (const value of field.values) expect(pl.documents.choices).toHaveProperty([field.texts, value])
    }
  }
})
