import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AgreementRow } from '#shared/features/agreements/agreements.contract.ts'
import {
  endingWithin,
  startPageRequests,
  unconfirmedHours,
} from '#shared/features/start-page/start-page.rules.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { outcomeOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
const units = { green: 0, blue: 0 }
let signatoryId: number

/** Enters a volunteer and an agreement of that surname, from one day to another; signed unless it is a draft. */
async function enter(
  surname: string,
  unitId: number,
  startsOn: string,
  endsOn: string | null,
  isDraft = false,
) {
  const volunteer = await app.api.volunteers.create(aVolunteer({ surname, pesel: '' }))
  const over = { volunteerId: volunteer.id, unitId, signatoryId, startsOn, endsOn }
  const draft = await app.api.agreements.create(anAgreement(over))
  return isDraft ? draft : app.api.agreements.sign(draft)
}

beforeAll(async () => {
  app = await openTestApp()
  units.green = (await app.api.units.create({ name: 'Świetlica Zielona' })).id
  units.blue = (await app.api.units.create({ name: 'Świetlica Niebieska' })).id
  signatoryId = (await app.api.signatories.create({ fullName: 'Maria Dyr', position: 'Dyrektor' })).id
  await enter('Bezterminowa', units.green, '2026-11-01', null)
  await enter('Grudniowa', units.green, '2026-11-01', '2026-12-22')
  await enter('Styczniowa', units.blue, '2026-11-01', '2027-01-15')
  await enter('Przyszła', units.blue, '2026-12-01', '2027-06-30')
  await enter('Szkicowa', units.green, '2026-12-01', null, true)
  await enter('Późna', units.blue, '2027-01-01', null, true)
  const cancelled = await enter('Anulowana', units.green, '2026-11-01', null)
  await app.api.agreements.cancel({ ...cancelled, reason: 'pomyłka' })
})
afterAll(() => app.close())

/** What the start page shows in a window. */
async function startPage({ volunteers, agreements, documents }: Api) {
  const surnames = ({ rows }: { rows: AgreementRow[] }) =>
    rows.map(({ volunteer }) => volunteer?.text.split(' ')[0])
  return {
    volunteers: await volunteers.count({}),
    active: await agreements.count(startPageRequests.active),
    ending: surnames(await agreements.list(endingWithin(30))),
    drafts: surnames(await agreements.list(startPageRequests.drafts)),
    recent: (await documents.list(startPageRequests.recent)).rows.map(({ person }) => person.split(' ')[0]),
  }
}

/** Moves the clock and signs in again, because a window locks itself after a while. */
async function at(instant: string) {
  app.clock.now = new Date(instant)
  await app.api.accounts.signIn({ login: 'admin', password })
  return startPage(app.api)
}

describe('the figures are those of the day', () => {
  const fixed = { volunteers: 7, drafts: ['Późna', 'Szkicowa'] }

  test.each([
    ['2026-10-31T12:00:00Z', 0, []],
    ['2026-11-22T12:00:00Z', 3, ['Grudniowa']],
    ['2026-11-30T22:59:00Z', 3, ['Grudniowa']],
    ['2026-11-30T23:01:00Z', 4, ['Grudniowa']],
    ['2026-12-16T12:00:00Z', 4, ['Grudniowa', 'Styczniowa']],
    ['2026-12-22T22:59:00Z', 4, ['Grudniowa', 'Styczniowa']],
    ['2026-12-22T23:01:00Z', 3, ['Styczniowa']],
    ['2027-01-16T12:00:00Z', 2, []],
    ['2027-07-01T12:00:00Z', 1, []],
  ])('at %s: %i in force, ending %j', async (instant, active, ending) => {
    expect(await at(instant)).toMatchObject({ ...fixed, active, ending })
  })

  test('the documents are the last that were issued, those of a cancelled agreement among them', async () => {
    expect((await at('2026-11-22T12:00:00Z')).recent).toEqual([
      'Anulowana',
      'Przyszła',
      'Styczniowa',
      'Grudniowa',
      'Bezterminowa',
    ])
  })
})

describe('the page of', () => {
  beforeEach(() => at('2026-12-16T12:00:00Z').then(() => undefined))

  test('a head has only what belongs to the own unit', async () => {
    expect(await startPage(await app.windowOf('head', units.green))).toEqual({
      volunteers: 3,
      active: 2,
      ending: ['Grudniowa'],
      drafts: ['Szkicowa'],
      recent: ['Anulowana', 'Grudniowa', 'Bezterminowa'],
    })
    expect(await startPage(await app.windowOf('head', units.blue))).toEqual({
      volunteers: 3,
      active: 2,
      ending: ['Styczniowa'],
      drafts: ['Późna'],
      recent: ['Przyszła', 'Styczniowa'],
    })
  })

  test('a clerk is that of the administrator', async () => {
    expect(await startPage(await app.windowOf('clerk'))).toEqual(await startPage(app.api))
  })

  test('a viewer has the figures, but no documents', async () => {
    const viewer = await app.windowOf('viewer')
    expect(await viewer.agreements.count(startPageRequests.active)).toBe(
      await app.api.agreements.count(startPageRequests.active),
    )
    expect(await outcomeOf(viewer.documents.list(startPageRequests.recent))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test.each(['hr', 'supervisor'] as const)('a %s has no figures', async (role) => {
    const window = await app.windowOf(role)
    expect(await outcomeOf(startPage(window))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await outcomeOf(window.agreements.count(startPageRequests.active))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

test('a list of more than eight shows the nearest eight', async () => {
  await at('2026-11-22T12:00:00Z')
  for (let day = 10; day < 20; day++) await enter(`Wrzos-${day}`, units.blue, '2026-11-01', `2026-12-${day}`)
  const { ending, active } = await startPage(app.api)
  expect(ending).toEqual(Array.from({ length: 8 }, (_, index) => `Wrzos-${10 + index}`))
  expect(active).toBe(13)
})

describe('what waits for somebody who may settle it', () => {
  test('hours of the months that are over and are not confirmed, each head those of the own unit', async () => {
    await at('2026-11-22T12:00:00Z')
    const { id: agreementId } = await enter('Godzinowa', units.green, '2026-10-01', null)
    const hours = { agreementId, minutes: 90, fromMinute: null, toMinute: null }
    for (const servedOn of ['2026-10-31', '2026-11-01', '2026-11-20'])
      await app.api.hours.create({ ...hours, servedOn })
    const waiting = ({ hours: of }: Api, today: string) => of.count(unconfirmedHours(today))
    expect(await waiting(app.api, '2026-11-22')).toBe(1)
    expect(await waiting(app.api, '2026-12-01')).toBe(3)
    expect(await waiting(await app.windowOf('head', units.green), '2026-11-22')).toBe(1)
    expect(await waiting(await app.windowOf('head', units.blue), '2026-11-22')).toBe(0)
    await app.api.hours.confirm({ month: '2026-10', lines: [{ agreementId, minutes: 90 }] })
    expect(await waiting(app.api, '2026-11-22')).toBe(0)
  })

  test('costs that were handed in, until they are approved', async () => {
    await at('2026-11-22T12:00:00Z')
    const { id: agreementId } = await enter('Kosztowa', units.green, '2026-10-01', null)
    const draft = await app.api.costSettlements.create({
      agreementId,
      purpose: 'dojazdy na dyżury',
      lines: [{ kind: 'ticket', days: ['2026-11-10'], route: 'tam i z powrotem', tickets: 2, price: 920 }],
    })
    const waiting = (window: Api) => window.costSettlements.count(startPageRequests.costs)
    expect(await waiting(app.api)).toBe(0)
    const submitted = await app.api.costSettlements.submit(draft)
    expect(await waiting(app.api)).toBe(1)
    expect(await waiting(await app.windowOf('head', units.blue))).toBe(0)
    await app.api.costSettlements.approve(submitted)
    expect(await waiting(app.api)).toBe(0)
  })
})
