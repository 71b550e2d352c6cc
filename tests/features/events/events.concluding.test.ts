import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, guardian } from '#tests/support/builders.ts'
import { readPdf } from '#tests/support/pdf.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { proposed } from '../documents/writing.ts'
import { aFullEvent, concludeAll } from './planning.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const agreementsOf = async (id: number) =>
  (await api.events.members({ id })).map(({ agreement }) => agreement?.number ?? null)

describe('concluding by the list', () => {
  test('gives each person an agreement with a number of its own, and issues one list with the numbers', async () => {
    const { event, signatory, unit, ewa } = await aFullEvent(api)
    const { count, documentId } = await concludeAll(api, event.id, signatory.id)
    expect(count).toBe(2)
    expect(await agreementsOf(event.id)).toEqual(['1/2026', '2/2026'])
    const { rows } = await api.agreements.list({ filters: { volunteer: { oneOf: [ewa.id] } } })
    const agreement = await api.agreements.get({ id: rows[0]?.id ?? 0 })
    expect(agreement).toMatchObject({
      number: '2/2026',
      status: 'signed',
      unitId: unit.id,
      startsOn: '2026-12-05',
      endsOn: '2026-12-05',
      nnwPolicy: 'NNW/77/2026',
      schedule: 'wydarzenie „Mikołajki na Brochowie”, godz. 10.00–14.00',
      noticeDays: 0,
      documentId,
      isPaper: false,
    })
    expect(await api.events.ofAgreement({ id: agreement.id })).toEqual({ id: event.id, name: event.name })
    const { pdf } = await api.documents.savePdf({ id: documentId })
    const text = (await readPdf(Buffer.from(pdf, 'base64'))).pages.flat().join('\n')
    for (const line of ['1/2026', '2/2026', 'Adam Ćma', 'Ewa Źdźbło', 'Nr porozumienia', '10.00–14.00'])
      expect(text).toContain(line)
    expect((await api.documents.get({ id: documentId })).number).toBe('LW/1/2026')
  })

  test.each([
    ['centre', 'ośrodek zapewnia wolontariuszom ubezpieczenie'],
    ['other', 'zapewnia inny podmiot niż ośrodek'],
  ] as const)('says on the list who insures: %s', async (nnwProvider, words) => {
    const { event, signatory } = await aFullEvent(api, { nnwProvider })
    const { documentId } = await concludeAll(api, event.id, signatory.id)
    const { pdf } = await api.documents.savePdf({ id: documentId })
    const text = (await readPdf(Buffer.from(pdf, 'base64'))).pages.flat().join(' ')
    expect(text).toContain(words)
    expect(text).toContain('NNW/77/2026')
    expect(text.match(/zapewnia/g)).toHaveLength(1)
  })

  test('gives one person a writing of the one agreement, without the names of the others', async () => {
    const { event, signatory, ewa } = await aFullEvent(api)
    await concludeAll(api, event.id, signatory.id)
    const agreementId = (await api.events.members({ id: event.id })).find(
      ({ volunteerId }) => volunteerId === ewa.id,
    )?.agreement?.id
    const confirm = async (of: number) =>
      proposed(api, { kind: 'agreementConfirmation', agreementId: of, signatoryId: signatory.id })
    const { id } = await api.documents.issue(await confirm(agreementId ?? 0))
    const { pdf } = await api.documents.savePdf({ id })
    const text = (await readPdf(Buffer.from(pdf, 'base64'))).pages.flat().join(' ')
    for (const words of ['Ewa Źdźbło', 'nr 2/2026', '5 grudnia 2026 r.', 'prowadzenie stoisk', 'NNW/77/2026'])
      expect(text).toContain(words)
    expect(text).not.toContain('Ćma')
    // An agreement of its own has its content in its document already.
    const agreement = await api.agreements.sign((await aSignableDraft(api)).draft)
    expect(await refusalOf(api.documents.issue(await confirm(agreement.id)))).toMatchObject({
      data: { reason: 'documents.problems.confirmationNotNeeded' },
    })
  })

  test('leaves out who cannot be on the list, and takes them in later, with a list of their own', async () => {
    const { event, signatory } = await aFullEvent(api)
    const young = { ...guardian, surname: 'Bąk', firstNames: 'Ola', birthOn: '2011-05-05' }
    await api.events.addPeople({ id: event.id, newPeople: [young] })
    const first = await concludeAll(api, event.id, signatory.id)
    expect(await agreementsOf(event.id)).toEqual([null, '1/2026', '2/2026'])
    const [ola] = await api.events.members({ id: event.id })
    const consent = { memberId: ola?.id ?? 0, version: ola?.version ?? 0, consentOn: '2026-11-20' }
    await api.events.noteConsent(consent)
    const second = await concludeAll(api, event.id, signatory.id)
    expect(second.count).toBe(1)
    expect(second.documentId).not.toBe(first.documentId)
    expect(await agreementsOf(event.id)).toEqual(['3/2026', '1/2026', '2/2026'])
    const list = await api.documents.get({ id: second.documentId })
    expect(list.svg).not.toContain('undefined')
    expect(list.number).toBe('LW/2/2026')
  })

  test('gives the agreements the kind of activity of the event, and leaves out who is not ready for it', async () => {
    const kinds = await api.requirements.kinds.list()
    const kind = kinds.find(({ name }) => name.startsWith('Wydarzenia'))
    const { event, signatory, ewa } = await aFullEvent(api, { activityKindId: kind?.id ?? 0 })
    expect(event.activityKindName).toBe(kind?.name)
    const { id: requirementId } = await api.requirements.rules.create({
      name: 'Szczepienie',
      validFrom: '2026-11-22',
      appliesTo: 'chosen',
      kindIds: [kind?.id ?? 0],
      audience: 'everyone',
      blocks: 'agreement',
      source: 'manual',
      basis: 'regulamin ośrodka',
      certainty: 'practice',
    })
    await api.requirements.complete({ volunteerId: ewa.id, requirementId, doneOn: '2026-11-22' })
    const problems = (await api.events.members({ id: event.id })).map((member) => member.problems)
    expect(problems).toEqual([
      [
        {
          key: 'requirements.notReady.missingForAgreement',
          params: { names: 'Szczepienie', count: 1 },
          level: 'stop',
        },
      ],
      [],
    ])
    expect((await concludeAll(api, event.id, signatory.id)).count).toBe(1)
    const { rows } = await api.agreements.list({ filters: { activityKind: { oneOf: [kind?.id ?? 0] } } })
    expect(rows.map(({ volunteer }) => volunteer?.id)).toEqual([ewa.id])
    expect(await refusalOf(api.requirements.kinds.remove(kind as never))).toMatchObject(
      ruleRefusal('requirements.errors.kindInUse'),
    )
  })

  test('leaves out who was rejected', async () => {
    const { event, signatory, adam } = await aFullEvent(api)
    await api.requirements.mark({
      volunteerId: adam.id,
      mark: 'rejected',
      onDay: '2026-11-22',
      untilOn: null,
      reason: 'na próbę',
    })
    const [first] = await api.events.members({ id: event.id })
    expect(first?.problems).toEqual([{ key: 'requirements.notReady.rejected', level: 'stop' }])
    expect((await concludeAll(api, event.id, signatory.id)).count).toBe(1)
  })

  test('gives no number at all where the list is another than was shown, or who signs may not', async () => {
    const { event, signatory, ewa } = await aFullEvent(api)
    const input = {
      id: event.id,
      version: event.version,
      concludedOn: '2026-11-22',
      concludedIn: 'Przykładowo',
    }
    const other = api.events.conclude({ ...input, signatoryId: signatory.id, expected: 1 })
    expect(await refusalOf(other)).toEqual(ruleRefusal('events.errors.listChanged'))
    const past = await api.signatories.create({
      fullName: 'Jan Były',
      position: 'Zastępca',
      validTo: '2025-01-01',
    })
    const unauthorised = await refusalOf(api.events.conclude({ ...input, signatoryId: past.id, expected: 2 }))
    expect(unauthorised.code).toBe('RULE_BROKEN')
    expect(await agreementsOf(event.id)).toEqual([null, null])
    expect(await api.agreements.count({ filters: { volunteer: { oneOf: [ewa.id] } } })).toBe(0)
  })

  test('stops without a policy that covers each day', async () => {
    const { event, signatory } = await aFullEvent(api, { endsOn: '2026-12-06' })
    expect(await refusalOf(concludeAll(api, event.id, signatory.id))).toEqual(
      ruleRefusal('events.problems.policyTooShort'),
    )
  })

  test('keeps what was agreed, and lets the rest be changed', async () => {
    const { event, signatory } = await aFullEvent(api)
    await concludeAll(api, event.id, signatory.id)
    const moved = await refusalOf(api.events.change({ ...event, nnwPolicy: 'INNA/1' }))
    expect(moved.data).toEqual({ fields: { nnwPolicy: { key: 'events.errors.agreed' } } })
    expect(await api.events.change({ ...event, expectedCount: 5 })).toMatchObject({ expectedCount: 5 })
  })

  test('warns of another agreement for the same days and work', async () => {
    const { event, signatory, ewa } = await aFullEvent(api)
    await concludeAll(api, event.id, signatory.id)
    const { unitName, coordinatorName, ...fields } = event
    const again = await api.events.create({ ...fields, name: 'Drugi raz' })
    await api.events.addPeople({ id: again.id, volunteerIds: [ewa.id] })
    expect((await api.events.members({ id: again.id }))[0]?.problems).toEqual([
      { key: 'events.problems.sameWork', level: 'warning', params: { number: '2/2026' } },
    ])
  })

  test('one agreement cancelled by itself leaves the list and the others as they are', async () => {
    const { event, signatory } = await aFullEvent(api)
    const { documentId } = await concludeAll(api, event.id, signatory.id)
    const [adam] = await api.events.members({ id: event.id })
    const agreement = await api.agreements.get({ id: adam?.agreement?.id ?? 0 })
    await api.agreements.cancel({ id: agreement.id, version: agreement.version, reason: 'Pomyłka' })
    expect((await api.documents.get({ id: documentId })).state).toBe('issued')
    expect(await agreementsOf(event.id)).toEqual([null, '2/2026'])
    await concludeAll(api, event.id, signatory.id)
    expect(await agreementsOf(event.id)).toEqual(['3/2026', '2/2026'])
  })
})

describe('calling off', () => {
  test('cancels the agreements and the list with the reason; numbers stay', async () => {
    const { event, signatory } = await aFullEvent(api)
    const { documentId } = await concludeAll(api, event.id, signatory.id)
    const called = await api.events.cancel({ id: event.id, version: event.version, reason: 'Wichura' })
    expect(called).toMatchObject({ status: 'cancelled', cancelReason: 'Wichura' })
    expect(await api.documents.get({ id: documentId })).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Wichura',
    })
    expect(await api.agreements.count({ filters: { state: { oneOf: ['cancelled'] } } })).toBe(2)
    const numbers = await api.documents.numbers({ kind: 'eventList', year: 2026 })
    expect(numbers[0]).toMatchObject({ cancelReason: 'Wichura' })
  })
})

test('the insured are told by name and birth date, once there are any, and the history keeps that they were', async () => {
  const { event, signatory, adam } = await aFullEvent(api)
  expect(await refusalOf(api.events.exportInsured({ id: event.id }))).toEqual(
    ruleRefusal('events.errors.nobodyInsured'),
  )
  await concludeAll(api, event.id, signatory.id)
  const { content, rows, fileName } = await api.events.exportInsured({ id: event.id })
  const csv = Buffer.from(content, 'base64').toString('utf8')
  expect(rows).toBe(2)
  expect(fileName).toBe('Lista osób ubezpieczonych 2026-12-05.csv')
  expect(csv).toContain('"Ćma";"Adam";"02.03.1985"')
  expect(csv).not.toContain(adam.phone)
  expect((await api.events.printInsured({ id: event.id })).pages).toBe(1)
  const { rows: lines } = await api.history.list({ filters: { kind: { oneOf: ['events'] } } })
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['insuredExported', 'insuredPrinted', 'concluded', 'peopleAdded']),
  )
})
