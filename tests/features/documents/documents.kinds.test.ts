import { beforeEach, describe, expect, test } from 'vitest'
import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { documentKinds } from '#shared/features/documents/documents.kinds.ts'
import { kindCodes } from '#shared/features/documents/documents.register.ts'
import { pl } from '#shared/texts.ts'
import { confirmMonth } from '#tests/features/hours/confirming.ts'
import { anAnnex, aTermination } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { aCheck, grantVerification } from '#tests/support/protection.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { anEvent, concludeAll } from '../events/planning.ts'
import type { DocumentVariant } from './documentVariant.ts'
import { documentVariants } from './documentVariants.ts'
import { expectGolden } from './golden.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

/** The document that was issued with a record. */
function issuedWith({ documentId }: { documentId: number | null }): number {
  if (documentId === null) throw new Error('no document was issued')
  return documentId
}

async function otherUnit(): Promise<number> {
  return (await api.units.create({ name: 'Klub Seniora „Jesień”', address: 'ul. Piekarska 27' })).id
}

/** An annex that changes the place leads to another unit. */
function placeOf({ clauses }: Partial<AnnexFields>, unitId: number) {
  return clauses?.includes('place') ? { unitId } : {}
}

/** Concludes an agreement of somebody by the list of an event, on which another person stands too. @returns its id */
async function listedAgreement(volunteerId: number, unitId: number, signatoryId: number): Promise<number> {
  const event = await api.events.create(anEvent({ unitId }))
  const other = { surname: 'Ćma', firstNames: 'Adam', birthOn: '1985-03-02' }
  await api.events.addPeople({ id: event.id, volunteerIds: [volunteerId], newPeople: [other] })
  await concludeAll(api, event.id, signatoryId)
  const members = await api.events.members({ id: event.id })
  return members.find((member) => member.volunteerId === volunteerId)?.agreement?.id ?? 0
}

/** Enters everything that a variant is made of and issues its document. @returns its id */
async function issue({
  kind,
  of,
  person = {},
  fields = {},
  settlement,
  waiverSignedOn,
  isListed,
  checks,
  hours = [],
  confirmed = [],
  annex,
  termination,
}: DocumentVariant): Promise<number> {
  const { unit, volunteer, agreement, signatory } = await anActiveVolunteer(api, person)
  if (checks) await grantVerification(app)
  for (const [check, over] of checks ?? []) await api.childProtection.note(aCheck(volunteer.id, check, over))
  if (annex)
    return issuedWith(await anAnnex(api, agreement, { ...annex, ...placeOf(annex, await otherUnit()) }))
  if (termination) return issuedWith(await aTermination(api, agreement, termination))
  const subject =
    of === 'agreement'
      ? { agreementId: isListed ? await listedAgreement(volunteer.id, unit.id, signatory.id) : agreement.id }
      : of === 'unit'
        ? { unitId: unit.id }
        : of
          ? {}
          : { volunteerId: volunteer.id }
  const agreementId = agreement.id
  for (const entry of hours) await api.hours.create({ agreementId, ...entry })
  for (const month of confirmed) await confirmMonth(api, month, [agreementId])
  if (waiverSignedOn)
    await api.agreements.noteWaiver({ id: agreementId, version: agreement.version, signedOn: waiverSignedOn })
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
