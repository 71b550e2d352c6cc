import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import type { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { anAgreement, anAnnex, aVolunteer, guardian, guardians } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { aCheck, admit, grantVerification } from '#tests/support/protection.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aPlannedEvent, concludeAll } from '../events/planning.ts'
import { anActivePlacement } from '../placements/placing.ts'
import { common, frozenIn, issuePapers, long, policy, short } from './matrix.ts'
import { proposed } from './writing.ts'

/**
 * The variation matrix of the porozumienie, each row from the first contact to the certificate through the whole program: which
 * form and insurance the agreement has, who signs it, which papers go with it, and what stops each step before its time.
 */

let app: TestApp
let api: Api
let unitId: number
let signatoryId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  await grantVerification(app)
  unitId = (await api.units.create({ name: 'Klub Seniora', address: 'ul. Świdnicka 12' })).id
  signatoryId = (await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })).id
  return () => app.close()
})

const frozen = (documentId: number) => frozenIn(app, documentId)
const papers = (volunteerId: number, agreementId: number, kinds: readonly string[]) =>
  issuePapers(api, { volunteerId, agreementId, signatoryId }, kinds)

type Volunteer = Parameters<typeof aVolunteer>[0]
type Agreement = Partial<z.input<typeof agreementFields>>

async function entered(volunteer: Volunteer) {
  return api.volunteers.create(aVolunteer({ pesel: '', birthOn: '1990-01-15', ...volunteer }))
}

/** Drafts an agreement and concludes it. */
async function concluded(volunteerId: number, over: Agreement) {
  const draft = await api.agreements.create(anAgreement({ volunteerId, unitId, signatoryId, ...over }))
  return api.agreements.sign(draft)
}

/** The first thing that stops the conclusion. */
async function stopOf(volunteerId: number, over: Agreement): Promise<string> {
  const { code, data } = await refusalOf(concluded(volunteerId, over))
  expect(code).toBe('RULE_BROKEN')
  return (data as { reason: string }).reason.replace('agreements.obstacles.', '')
}

const certificateOf = async (volunteerId: number, issuedOn = '2026-11-22') =>
  api.documents.issue(await proposed(api, { kind: 'certificate', volunteerId, signatoryId, issuedOn }))

/** No certificate before the service began; one after it ended. */
async function certified(volunteerId: number) {
  expect(await refusalOf(certificateOf(volunteerId))).toMatchObject({ code: 'RULE_BROKEN' })
  app.clock.now = new Date('2027-01-11T10:00:00Z')
  await api.accounts.signIn({ login: 'admin', password })
  expect((await certificateOf(volunteerId, '2027-01-11')).number).toBe('ZW/1/2027')
}

describe('an adult', () => {
  test('for 30 days and less: on demand, with a policy that is obligatory and covers each day, two signatures', async () => {
    const { id } = await entered({})
    expect(await stopOf(id, short)).toBe('nnwMissing')
    expect(await stopOf(id, { ...short, ...policy, nnwTo: '2026-12-29' })).toBe('nnwPeriodTooShort')
    const agreement = await concluded(id, { ...short, ...policy })
    const document = frozen(agreement.documentId ?? 0)
    expect(document).toMatchObject({ template: 'agreement-short', copies: 2, consent: null })
    expect(document.roles).toEqual(['Korzystający', 'Wolontariusz'])
    expect(document.data).toContain('NNW/930398/2026')
    await papers(id, agreement.id, common)
    await certified(id)
  })

  test('for 30 days and less with minors: stopped until the checks are passed, before the first day', async () => {
    const { id } = await entered({})
    const withMinors = { ...short, ...policy, worksWithMinors: true }
    expect(await stopOf(id, withMinors)).toMatch(/minors|admi/i)
    await admit(app, id)
    const agreement = await concluded(id, withMinors)
    expect(frozen(agreement.documentId ?? 0)).toMatchObject({ template: 'agreement-short', copies: 2 })
    await papers(id, agreement.id, [...common, 'verificationCard'])
    await certified(id)
  })

  test('for more than 30 days: in writing, covered by the state, two signatures', async () => {
    const { id } = await entered({})
    const agreement = await concluded(id, long)
    const document = frozen(agreement.documentId ?? 0)
    expect(document).toMatchObject({ template: 'agreement-long', copies: 2, consent: null })
    expect(document.roles).toHaveLength(2)
    expect(document.data).toMatch(/zaopatrzeni/)
    await papers(id, agreement.id, common)
    await certified(id)
  })

  test('for more than 30 days with minors: the gate stands before the agreement', async () => {
    const { id } = await entered({})
    expect(await stopOf(id, { ...long, worksWithMinors: true })).toMatch(/minors|admi/i)
    await admit(app, id)
    const agreement = await concluded(id, { ...long, worksWithMinors: true })
    expect(frozen(agreement.documentId ?? 0).template).toBe('agreement-long')
    await papers(id, agreement.id, [...common, 'verificationCard', 'placement'])
    await certified(id)
  })

  test('for more than 30 days with a family: placed after the meeting of three, by the code of the family alone', async () => {
    const { placement, family, signatory, volunteer } = await anActivePlacement(api)
    const agreement = await api.agreements.get({ id: placement.agreementId })
    expect(frozen(agreement.documentId ?? 0).template).toBe('agreement-long')
    const subject = { agreementId: agreement.id, originId: placement.id, signatoryId: signatory.id }
    for (const kind of ['introduction', 'placement'] as const) {
      const { id: documentId } = await api.documents.issue(await proposed(api, { kind, ...subject }))
      const { data } = frozen(documentId)
      expect(data).toContain(family.code)
      expect(data).not.toContain(family.district)
    }
    await papers(volunteer.id, agreement.id, common)
    expect((await certificateOf(volunteer.id)).number).toBe('ZW/1/2026')
  })
})

test('an extension over day 30: an annex in writing, the policy for the first 30 days and the state from day 31', async () => {
  const { id } = await entered({})
  const agreement = await concluded(id, { ...short, ...policy })
  app.clock.now = new Date('2026-12-28T10:00:00Z')
  await api.accounts.signIn({ login: 'admin', password })
  const annex = (over: Partial<AnnexFields>) =>
    anAnnex(api, agreement, {
      clauses: ['end'],
      concludedOn: '2026-12-28',
      validFrom: '2026-12-31',
      endsOn: '2027-01-10',
      ...over,
    })
  // The first 30 days were agreed with a policy: an annex does not take it away.
  const withoutPolicy = { nnwInsurer: '', nnwPolicy: '', nnwProvider: '' } as const
  expect(await refusalOf(annex({ clauses: ['end', 'insurance'], ...withoutPolicy }))).toMatchObject({
    code: 'RULE_BROKEN',
    data: { reason: 'agreements.obstacles.annexDropsPolicy' },
  })
  const concludedAnnex = await annex({})
  expect(concludedAnnex).toMatchObject({ sequence: 1, classBefore: 'nnw', classAfter: 'state' })
  const document = frozen(concludedAnnex.documentId ?? 0)
  expect(document).toMatchObject({ template: 'annex', copies: 2 })
  expect(document.roles).toEqual(['Korzystający', 'Wolontariusz'])
  for (const words of ['art. 44 ust. 4', 'zaopatrzenie z tytułu wypadku', 'NNW/930398/2026', '41 dni'])
    expect(document.data.replaceAll('\u00a0', ' ')).toContain(words)
  // That of the agreement stays as it was issued: up to 30 days, with the policy.
  expect(frozen(agreement.documentId ?? 0).template).toBe('agreement-short')
  await papers(id, agreement.id, common)

  app.clock.now = new Date('2027-01-11T10:00:00Z')
  // The annex comes into force when its day begins.
  await app.restart()
  api = app.api
  await api.accounts.signIn({ login: 'admin', password })
  expect(await api.agreements.get({ id: agreement.id })).toMatchObject({
    endsOn: '2027-01-10',
    form: 'written',
  })
  const certificate = await certificateOf(id, '2027-01-11')
  expect(frozen(certificate.id).data.replaceAll('\u00a0', ' ')).toContain('10 stycznia 2027')
})

describe('a minor', () => {
  test('of 13 to 17: with the consent of a guardian, three copies', async () => {
    const { id } = await entered({ birthOn: '2011-05-05', guardians })
    expect(await stopOf(id, long)).toBe('guardianMissing')
    const agreement = await concluded(id, { ...long, ...guardian })
    const document = frozen(agreement.documentId ?? 0)
    expect(document).toMatchObject({ template: 'agreement-minor', copies: 3 })
    expect(document.consent).toHaveLength(2)
    expect(document.roles).toEqual(['Korzystający', 'Wolontariusz'])
    await papers(id, agreement.id, [...common, 'guardianConsent'])
    const notice = { audience: 'guardian', officer: 'iod@example.org' }
    const forGuardian = await proposed(api, { kind: 'privacyNotice', volunteerId: id, input: notice })
    const overrides = { 'documents.problems.issuedBefore': 'dla przedstawiciela ustawowego' }
    const { id: noticeId } = await api.documents.issue({ ...forGuardian, overrides })
    expect(frozen(noticeId).data).toContain('Hanna Łukasik')
    await certified(id)
  })

  test('of 13 to 17 for 30 days and less: the policy is asked for as of anybody', async () => {
    const { id } = await entered({ birthOn: '2011-05-05', guardians })
    expect(await stopOf(id, { ...short, ...guardian })).toBe('nnwMissing')
    const agreement = await concluded(id, { ...short, ...guardian, ...policy })
    expect(frozen(agreement.documentId ?? 0).data).toContain('NNW/930398/2026')
  })

  test('under 13: concluded by the guardian, who signs in the name of the child', async () => {
    const { id } = await entered({ birthOn: '2015-05-05', guardians })
    expect(await stopOf(id, long)).toBe('guardianMissing')
    const agreement = await concluded(id, { ...long, ...guardian })
    const document = frozen(agreement.documentId ?? 0)
    expect(document).toMatchObject({ template: 'agreement-minor', copies: 3, consent: null })
    expect(document.roles).toEqual(['Korzystający', 'Przedstawiciel ustawowy w imieniu Wolontariusza'])
    await papers(id, agreement.id, common)
    const consent = await proposed(api, { kind: 'guardianConsent', agreementId: agreement.id })
    expect(await refusalOf(api.documents.issue(consent))).toMatchObject({
      data: { reason: 'documents.problems.consentNotNeeded.none' },
    })
    await certified(id)
  })
})

test('a foreigner is named by the birth date where there is no PESEL, and concludes as anybody does', async () => {
  const { id } = await entered({ surname: 'Kovalenko', firstNames: 'Olena', peselNote: 'cudzoziemka' })
  const agreement = await concluded(id, long)
  expect(frozen(agreement.documentId ?? 0).data).toContain('data urodzenia: 15.01.1990')
  app.clock.now = new Date('2027-01-11T10:00:00Z')
  await api.accounts.signIn({ login: 'admin', password })
  const input = { isInEnglish: true, tasksInEnglish: ['help with lessons'] }
  const subject = { kind: 'certificate', volunteerId: id, signatoryId, issuedOn: '2027-01-11', input }
  const { id: certificate } = await api.documents.issue(await proposed(api, subject))
  expect(frozen(certificate).data).toContain('This is to certify')
})

test('a foreigner is admitted to work with minors only with what the own state tells as well', async () => {
  const { id } = await entered({ surname: 'Kovalenko', firstNames: 'Olena', peselNote: 'cudzoziemka' })
  await admit(app, id, '2026-11-18')
  await api.childProtection.note(
    aCheck(id, 'declaration', { doneOn: '2026-11-19', citizenships: ['UA'], residences: [] } as never),
  )
  const withMinors = { ...long, worksWithMinors: true }
  expect(await stopOf(id, withMinors)).toMatch(/minors|admi/i)
  await api.childProtection.note(
    aCheck(id, 'foreignRecord', { doneOn: '2026-11-20', issuedOn: '2026-11-15', state: 'UA' }),
  )
  await expect(concluded(id, withMinors)).resolves.toMatchObject({ status: 'signed' })
})

test('somebody on an internship has no agreement of this kind: the school or university makes its own', async () => {
  const { id } = await entered({ engagement: 'internship' })
  expect(await stopOf(id, long)).toBe('internship')
})

test('a group at an event: one list, a policy for all, numbers of their own, hours and certificates for who came', async () => {
  const { event, ewa, adam } = await aPlannedEvent(api, { nnwPolicy: '' })
  await api.events.addPeople({ id: event.id, volunteerIds: [ewa.id, adam.id] })
  expect(await refusalOf(concludeAll(api, event.id, signatoryId))).toMatchObject({
    data: { reason: 'events.problems.noPolicy' },
  })
  await api.events.change({ ...(await api.events.get({ id: event.id })), nnwPolicy: 'NNW/77/2026' })
  const { documentId } = await concludeAll(api, event.id, signatoryId)
  const list = frozen(documentId)
  expect(list).toMatchObject({ template: 'event-list', copies: 1 })
  for (const words of ['NNW/77/2026', '1/2026', '2/2026']) expect(list.data).toContain(words)
  const people = { search: '', filters: {}, selection: { ids: [ewa.id, adam.id] } }
  for (const kind of common)
    await api.documents.issueMany({
      ...people,
      kind,
      input: kind === 'privacyNotice' ? { officer: 'iod@example.org' } : { trainer: 'Ewa Świerczyńska' },
      signatoryId,
      issuedOn: '2026-11-22',
      place: '',
      expected: 2,
      isQueued: true,
    })

  app.clock.now = new Date('2026-12-07T10:00:00Z')
  await api.accounts.signIn({ login: 'admin', password })
  const [first, second] = await api.events.members({ id: event.id })
  await api.events.notePresence({
    id: event.id,
    day: '2026-12-05',
    presences: [
      { memberId: first?.id ?? 0, minutes: 240 },
      { memberId: second?.id ?? 0, minutes: 0 },
    ],
  })
  await api.events.hold(await api.events.get({ id: event.id }))
  await api.events.enterHours({ id: event.id, isConfirmed: true })
  await api.events.settle(await api.events.get({ id: event.id }))
  const came = (await api.events.members({ id: event.id })).filter(({ served }) => served.length > 0)
  const certificates = {
    from: 'agreements' as const,
    search: '',
    filters: {},
    selection: { ids: came.flatMap(({ agreement }) => agreement?.id ?? []) },
    kind: 'certificate',
    input: {},
    signatoryId,
    issuedOn: '2026-12-07',
    place: '',
  }
  const { ids } = await api.documents.issueMany({ ...certificates, expected: 1, isQueued: true })
  const certificate = frozen(ids[0] ?? 0).data
  expect(certificate).toContain('Adam Ćma')
  expect(certificate).toContain('1/2026')
})
