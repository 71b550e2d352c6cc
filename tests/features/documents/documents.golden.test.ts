import { beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#main/documents/issuing.ts'
import { anAgreement, centre } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { admit } from '#tests/support/protection.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { type AgreementVariant, agreementVariants, signatory, unit } from './agreementVariants.ts'
import { expectGolden } from './golden.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
  return () => app.close()
})

/** Enters everything that a variant is made of and concludes its agreement. @returns the id of the document */
async function conclude(variant: AgreementVariant): Promise<number> {
  const { api } = app
  if (variant.centre) await api.settings.changeCentre({ ...centre, ...variant.centre, version: 1 })
  const volunteer = await api.volunteers.create(variant.volunteer)
  const place = await api.units.create({ ...unit, ...variant.unit })
  const signer = await api.signatories.create({ ...signatory, ...variant.signatory })
  const references = { volunteerId: volunteer.id, unitId: place.id, signatoryId: signer.id }
  const draft = await api.agreements.create(anAgreement({ ...references, ...variant.agreement }))
  if (draft.worksWithMinors) await admit(app, volunteer.id)
  const { documentId } = await api.agreements.sign(draft)
  return documentId ?? 0
}

/** What no line of a Polish document ends with: a word of one letter, a mark without its number, a day without its month. */
const badLineEnd =
  /(?:^|[\s(„])(?:[aiouwz]|§|art\.|ust\.|pkt|poz\.|nr|ul\.|tel\.|\d{1,2}|\d{1,2} [a-zź]+(?:nia|ca|ja|ego|da))$/i
/** What no line begins with. */
const badLineStart = /^(?:–|r\.|zł|dni\b|(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia)\b)/

describe.each(Object.entries(agreementVariants))('%s', (name, variant) => {
  test('is the archival document of its golden text, frozen byte by byte', async () => {
    const id = await conclude(variant)
    const stored = await app.api.documents.savePdf({ id })
    const bytes = Buffer.from(stored.pdf, 'base64')
    const reading = await readPdf(bytes)

    expectGolden(name, reading)
    expect(sha256(bytes)).toBe(stored.sha256)
    expect(await app.api.documents.savePdf({ id })).toEqual(stored)

    expect(reading).toMatchObject({
      title: 'Porozumienie nr 1/2026 o wykonywaniu świadczeń wolontariackich',
      author: variant.centre?.name ?? centre.name,
      language: 'pl',
      pdfA: '2A',
      isTagged: true,
    })
    expect(reading.roles[0]).toContain('H1')
    for (const roles of reading.roles) expect(roles).toContain('P')
    expect(reading.fonts.map((font) => font.name.replace(/^\w+\+/, '')).sort()).toEqual([
      'Lato-Bold',
      'Lato-Regular',
    ])
    for (const font of reading.fonts) expect(font.isEmbedded, font.name).toBe(true)

    const view = await app.api.documents.get({ id })
    expect(view.pages).toBe(reading.pages.length)
    expect(heightOf(view.svg) / view.height).toBeCloseTo(reading.pages.length, 2)
  })

  test('reads as a careful typist would have set it', async () => {
    const id = await conclude(variant)
    const { pdf } = await app.api.documents.savePdf({ id })
    const { pages } = await readPdf(Buffer.from(pdf, 'base64'))
    pages.forEach((lines, index) => {
      expect(lines.at(-1)).toBe(`Porozumienie nr 1/2026 strona ${index + 1} z ${pages.length}`)
    })
    const text = pages.flatMap((lines) => lines.slice(0, -1))
    expect(text.filter((line) => badLineEnd.test(line))).toEqual([])
    expect(text.filter((line) => badLineStart.test(line))).toEqual([])
    expect(text.join('\n')).not.toMatch(/["']| - |\{|\}|undefined|null|□|\.\./)
  })
})

function heightOf(svg: string): number {
  return Number(/viewBox="0 0 \S+ (\S+)"/.exec(svg)?.[1])
}
