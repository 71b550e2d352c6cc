import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer } from './writing.ts'

let api: Api
let signatoryId: number
let certified: number
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  const { signatory, volunteer } = await anActiveVolunteer(api)
  signatoryId = signatory.id
  certified = volunteer.id
  for (const [index, surname] of ['Adamska', 'Bielska', 'Cichy'].entries())
    await api.volunteers.create(aVolunteer({ surname, pesel: '', birthOn: `1990-01-0${index + 1}` }))
  return () => app.close()
})

const asked = (over: object = {}) => ({
  search: '',
  filters: {},
  selection: { exceptIds: [] },
  kind: 'safetyInformation',
  input: { placement: 'office', trainer: 'Ewa Świerczyńska' },
  signatoryId,
  issuedOn: '2026-11-22',
  place: '',
  ...over,
})

describe('a document for many', () => {
  test('is looked at person by person, in the order of the register, before anything is written', async () => {
    const people = await api.documents.checkMany(asked({ kind: 'certificate', input: {} }))
    expect(people.map(({ personName, isReady }) => `${personName} ${isReady}`)).toEqual([
      'Adamska Elżbieta false',
      'Bielska Elżbieta false',
      'Cichy Elżbieta false',
      'Źdźbło Anna true',
    ])
    expect(people[0]?.problems.map(({ key }) => key)).toContain('documents.problems.noAgreement')
    expect(await api.documents.count({ filters: { kind: { oneOf: ['certificate'] } } })).toBe(0)
  })

  test('is issued for everybody who has nothing in the way, and put into the queue', async () => {
    const { ids } = await api.documents.issueMany({ ...asked(), expected: 4, isQueued: true })
    expect(ids).toHaveLength(4)
    expect((await api.printQueue.list()).map(({ documentId }) => documentId)).toEqual(ids)
    for (const id of ids) expect((await api.documents.get({ id })).sha256).toMatch(/^[0-9a-f]{64}$/)
    const certificates = asked({ kind: 'certificate', input: {} })
    const one = await api.documents.issueMany({ ...certificates, expected: 1, isQueued: false })
    expect(await api.documents.get({ id: one.ids[0] ?? 0 })).toMatchObject({ number: 'ZW/1/2026' })
    expect(await api.documents.numbers({ kind: 'certificate', year: 2026 })).toHaveLength(1)
  })

  test('is issued for nobody where it would be another number than was told', async () => {
    expect(await refusalOf(api.documents.issueMany({ ...asked(), expected: 3, isQueued: true }))).toEqual(
      ruleRefusal('documents.errors.selectionChanged'),
    )
    expect(await api.documents.count({ filters: { kind: { oneOf: ['safetyInformation'] } } })).toBe(0)
    expect(await api.printQueue.list()).toEqual([])
  })

  test('leaves out who has it already', async () => {
    const certificates = asked({ kind: 'certificate', input: {}, selection: { ids: [certified] } })
    await api.documents.issueMany({ ...certificates, expected: 1, isQueued: false })
    expect(await api.documents.checkMany(certificates)).toMatchObject([
      { isReady: false, problems: [{ key: 'documents.problems.issuedBefore' }] },
    ])
  })

  test('can be stopped: no number was then given', async () => {
    const volunteers = Array.from({ length: 40 }, (_, index) =>
      api.volunteers.create(
        aVolunteer({ surname: `Nowak${index}`, pesel: '', birthOn: '1991-01-01', phone: '' }),
      ),
    )
    await Promise.all(volunteers)
    const running = refusalOf(api.documents.issueMany({ ...asked(), expected: 44, isQueued: true }))
    let isOver = false
    void running
      .catch(() => undefined)
      .then(() => {
        isOver = true
      })
    let progress = await api.documents.manyProgress()
    while (!progress?.done && !isOver) {
      await setImmediate()
      progress = await api.documents.manyProgress()
    }
    expect(progress).toMatchObject({ total: 44 })
    await api.documents.cancelMany()
    expect(await running).toEqual(ruleRefusal('documents.errors.bulkCancelled'))
    expect(await api.documents.count({ filters: { kind: { oneOf: ['safetyInformation'] } } })).toBe(0)
  })

  test('is not every kind: an opinion is written for each person alone', async () => {
    expect(await refusalOf(api.documents.checkMany(asked({ kind: 'opinion' })))).toEqual(
      notFoundRefusal('documents'),
    )
  })
})

describe('a document for many agreements', () => {
  /** A second agreement of the volunteer who has one, and its number. */
  async function another() {
    const [first] = (await api.agreements.list({})).rows
    const { id: _, version: __, ...fields } = await api.agreements.get({ id: first?.id ?? 0 })
    const draft = await api.agreements.create({
      ...fields,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
    } as never)
    return { first: first?.id ?? 0, second: (await api.agreements.sign(draft)).id }
  }
  const ofAgreements = (over: object) => asked({ from: 'agreements', ...over })

  test('about agreements is issued for each of them; those that are no longer in force are left out', async () => {
    const { first, second } = await another()
    const badges = ofAgreements({ kind: 'badge', input: {} })
    const looked = await api.documents.checkMany(badges)
    expect(looked.map(({ agreementId, isReady }) => [agreementId, isReady])).toEqual([
      [first, true],
      [second, true],
    ])
    const { version } = await api.agreements.get({ id: second })
    await api.agreements.cancel({ id: second, version, reason: 'Pomyłka' })
    const again = await api.documents.checkMany(badges)
    expect(again.map(({ isReady }) => isReady)).toEqual([true, false])
    const { ids } = await api.documents.issueMany({ ...badges, expected: 1, isQueued: true })
    expect(await api.documents.get({ id: ids[0] ?? 0 })).toMatchObject({ kind: 'badge', recordId: first })
  })

  test('about people is one for each person, and speaks of the selected agreements alone', async () => {
    const { second } = await another()
    const { number } = await api.agreements.get({ id: second })
    const certificates = ofAgreements({ kind: 'certificate', input: {}, selection: { ids: [second] } })
    const { ids } = await api.documents.issueMany({ ...certificates, expected: 1, isQueued: false })
    const { input } = await api.documents.contentOf({ id: ids[0] ?? 0 })
    expect(input.agreements).toEqual([second])
    expect((await api.documents.get({ id: ids[0] ?? 0 })).svg).toBeTruthy()
    expect(number).toBe('2/2026')
    // One about the other agreement is no repetition; one about all of them is.
    const all = ofAgreements({ kind: 'certificate', input: {} })
    const [person, ...others] = await api.documents.checkMany(all)
    expect(others).toEqual([])
    expect(person?.problems.map(({ key }) => key)).toContain('documents.problems.issuedBefore')
  })

  test('about agreements, from volunteers, is issued for all that each of them concluded', async () => {
    const { first, second } = await another()
    const looked = await api.documents.checkMany(asked({ kind: 'badge', input: {} }))
    expect(looked.map(({ agreementId, personName }) => [agreementId, personName])).toEqual([
      [first, 'Źdźbło Anna'],
      [second, 'Źdźbło Anna'],
    ])
  })
})
