import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement } from '#tests/support/builders.ts'
import { confirmMonth } from '#tests/support/confirming.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let api: Api
let first: { id: number; number: string | null }
let second: { id: number; number: string | null }
let volunteerId: number
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  const { agreement, volunteer, unit, signatory } = await anActiveVolunteer(api)
  first = agreement
  volunteerId = volunteer.id
  const draft = await api.agreements.create(
    anAgreement({
      volunteerId,
      unitId: unit.id,
      signatoryId: signatory.id,
      concludedOn: '2026-06-01',
      startsOn: '2026-06-01',
      endsOn: null,
      tasks: ['pomoc w magazynie'],
    }),
  )
  second = await api.agreements.sign(draft)
  const entries = [
    [first.id, '2026-05-05', 120],
    [first.id, '2026-05-06', 90],
    [second.id, '2026-06-09', 60],
    [second.id, '2026-11-20', 45],
  ] as const
  for (const [agreementId, servedOn, minutes] of entries)
    await api.hours.create({ agreementId, servedOn, minutes, task: agreementId === first.id ? 'dyżur' : '' })
  return () => app.close()
})

const confirm = (month: string) => confirmMonth(api, month)

const keysOf = ({ problems }: { problems: { key: string }[] }) =>
  problems.map(({ key }) => key.split('.').at(-1)).filter((key) => key?.startsWith('hours'))

describe('the hours of a certificate', () => {
  test('are those that were confirmed by its day, under the agreements that are chosen', async () => {
    for (const month of ['2026-05', '2026-06', '2026-11']) await confirm(month)
    const certificate = await proposed(api, { kind: 'certificate', volunteerId })
    expect(certificate.input).toMatchObject({
      minutes: 315,
      tasks: [
        'pomoc dzieciom w odrabianiu lekcji',
        'prowadzenie zajęć świetlicowych',
        'pomoc w magazynie',
        'dyżur',
      ],
    })
    const chosen = { ...certificate, input: { ...certificate.input, agreements: [second.id] } }
    const preview = await api.documents.preview(chosen)
    expect(preview.followed).toEqual({ minutes: 105, tasks: ['pomoc w magazynie'] })
    expect(keysOf(preview)).toEqual(['hoursDiffer'])
    const before = await proposed(api, { kind: 'certificate', volunteerId, issuedOn: '2026-10-31' })
    expect(before.input).toMatchObject({ minutes: 270 })
  })

  test('leave out what nobody confirmed, and say so', async () => {
    await confirm('2026-05')
    const certificate = await proposed(api, { kind: 'certificate', volunteerId })
    expect(certificate.input).toMatchObject({ minutes: 210 })
    const preview = await api.documents.preview(certificate)
    expect(keysOf(preview)).toEqual(['hoursMissing', 'hoursOpen'])
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ key: 'documents.problems.hoursMissing', params: { numbers: second.number } }),
    )
  })

  test('may be written by hand where there is no log, which is told', async () => {
    const certificate = await proposed(api, { kind: 'certificate', volunteerId, input: { minutes: 600 } })
    expect(keysOf(await api.documents.preview(certificate))).toEqual(['hoursNotInLog', 'hoursOpen'])
  })
})

describe('cards of hours', () => {
  const asked = {
    search: '',
    filters: {},
    selection: { ids: [] },
    kind: 'hoursCard',
    signatoryId: null,
    issuedOn: '2026-11-22',
    place: '',
  }

  test('are issued for agreements that have hours in the month, and for no others', async () => {
    const cards = { ...asked, agreementIds: [first.id, second.id], input: { month: '2026-06' } }
    const looked = await api.documents.checkMany(cards)
    expect(looked.map(({ agreementId, isReady }) => [agreementId, isReady])).toEqual([
      [first.id, false],
      [second.id, true],
    ])
    expect(looked[0]?.problems).toMatchObject([{ key: 'documents.problems.noHoursInMonth' }])
    const { ids } = await api.documents.issueMany({ ...cards, expected: 1, isQueued: true })
    expect(await api.documents.get({ id: ids[0] ?? 0 })).toMatchObject({
      kind: 'hoursCard',
      recordKind: 'agreements',
      recordId: second.id,
    })
  })

  test('of selected volunteers are those of the agreements in force in the month', async () => {
    const selection = { ids: [volunteerId] }
    const blank = { month: '2026-04', isBlank: true }
    const looked = await api.documents.checkMany({ ...asked, selection, input: blank })
    expect(looked.map(({ agreementId, isReady }) => [agreementId, isReady])).toEqual([[first.id, true]])
  })

  test('stop outside the agreement', async () => {
    const cards = { ...asked, agreementIds: [first.id], input: { month: '2026-01' } }
    expect(await api.documents.checkMany(cards)).toMatchObject([
      { isReady: false, problems: [{ key: 'documents.problems.monthOutside' }] },
    ])
  })
})
