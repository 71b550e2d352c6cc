import { beforeEach, describe, expect, test } from 'vitest'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import {
  aFamily,
  aKind,
  anActivePlacement,
  aPlace,
  aPlacement,
  aServingVolunteer,
  readyFor,
  tuesday,
} from './placing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('a placement', () => {
  test('is planned within a concluded agreement, at one place, at hours that are free', async () => {
    const place = await aPlace(api)
    const { agreement, volunteer } = await aServingVolunteer(api, place)
    const ofUnit = (over: object = {}) =>
      api.placements.create(aPlacement({ agreementId: agreement.id, unitId: place.unit.id, ...over }))
    const planned = await ofUnit()
    expect(planned).toMatchObject({ state: 'planned', placeKind: 'unit', volunteerId: volunteer.id })
    expect(await refusalOf(ofUnit())).toEqual(
      fieldRefusal('hours', 'placements.errors.clash', { place: place.unit.name, day: '02.11.2026' }),
    )
    const elsewhere = [{ ...tuesday, weekday: 3 }]
    expect(await refusalOf(ofUnit({ startsOn: '2026-08-31', hours: elsewhere }))).toMatchObject(
      fieldRefusal('startsOn', 'placements.errors.outsideAgreement', {
        from: '01.09.2026',
        to: '30.06.2027',
      }),
    )
    expect(await refusalOf(ofUnit({ endsOn: '2027-07-01', hours: elsewhere }))).toMatchObject(
      fieldRefusal('endsOn', 'placements.errors.outsideAgreement', { from: '01.09.2026', to: '30.06.2027' }),
    )
    expect(await refusalOf(ofUnit({ unitId: null }))).toEqual(
      fieldRefusal('unitId', 'placements.errors.onePlace'),
    )
    expect(await refusalOf(api.agreements.cancel({ ...agreement, reason: 'pomyłka' }))).toMatchObject({
      data: { reason: 'placements.held.agreement' },
    })
  })

  test('to a family begins after the meeting of three, with both consents; then its monitoring is laid out', async () => {
    const place = await aPlace(api)
    const { agreement, volunteer } = await aServingVolunteer(api, place)
    const family = await api.families.create(aFamily(place))
    const kind = await aKind(api)
    await readyFor(api, volunteer.id, kind.id)
    const planned = await api.placements.create(
      aPlacement({
        agreementId: agreement.id,
        familyId: family.id,
        coordinatorId: place.worker.id,
        activityKindId: kind.id,
      }),
    )
    const start = { on: '2026-11-09' }
    expect(await refusalOf(api.placements.start({ ...planned, ...start }))).toMatchObject({
      data: {
        reason: 'placements.errors.notReady',
        because: [{ key: 'placements.obstacles.notIntroduced' }],
      },
    })
    const met = await api.placements.introduce({
      ...planned,
      introducedOn: '2026-11-05',
      workerId: place.worker.id,
      placeConsentOn: '2026-11-05',
    })
    expect(met.state).toBe('introduced')
    expect((await api.placements.obstacles({ id: planned.id })).map(({ key }) => key)).toEqual([
      'placements.obstacles.noVolunteerConsent',
    ])
    const agreed = await api.placements.introduce({
      ...met,
      introducedOn: '2026-11-06',
      workerId: place.worker.id,
      placeConsentOn: '2026-11-05',
      volunteerConsentOn: '2026-11-06',
    })
    expect(await refusalOf(api.placements.start({ ...agreed, on: '2026-12-01' }))).toEqual(
      fieldRefusal('on', 'placements.errors.future'),
    )
    const active = await api.placements.start({ ...agreed, ...start })
    expect(active).toMatchObject({ state: 'active', activeOn: '2026-11-09' })
    const due = await api.monitoring.ofPlacement({ placementId: active.id })
    // 11 November is a holiday; the quarter ends on 9 February.
    expect(due.map(({ dueOn, purpose }) => `${dueOn} ${purpose}`)).toEqual([
      '2026-11-12 contact',
      '2026-11-18 contact',
      '2026-11-25 contact',
      '2026-12-02 contact',
      '2026-12-09 contact',
      '2027-01-11 contact',
      '2027-02-09 contact',
      '2027-02-09 talk',
      '2027-03-09 contact',
    ])
    expect((await api.placements.list({ filters: { isOverdue: { is: true } } })).rows).toMatchObject([
      { id: active.id, nextDueOn: '2026-11-12', isOverdue: true, family: { text: family.code } },
    ])
  })

  test('is over for everybody once a consent is taken back: nothing is entered any more', async () => {
    const { placement, worker } = await anActivePlacement(api)
    const [first] = await api.monitoring.ofPlacement({ placementId: placement.id })
    const withdrawn = await api.placements.withdraw({
      ...placement,
      on: '2026-11-20',
      by: 'family',
      effect: 'ends',
    })
    expect(withdrawn).toMatchObject({
      state: 'ended',
      endReason: 'consentWithdrawn',
      introductions: [{ withdrawnOn: '2026-11-20', withdrawnBy: 'family' }],
    })
    const after = await api.monitoring.ofPlacement({ placementId: placement.id })
    expect(after.every(({ state }) => state === 'skipped')).toBe(true)
    const contact = {
      placementId: placement.id,
      doneOn: '2026-11-19',
      doneBy: worker.id,
      way: 'phone',
      result: 'good',
    } as const
    expect(await refusalOf(api.monitoring.add(contact))).toEqual(
      ruleRefusal('monitoring.errors.consentWithdrawn'),
    )
    expect(await refusalOf(api.monitoring.unskip({ id: first?.id ?? 0, version: 2 }))).toEqual(
      ruleRefusal('monitoring.errors.consentWithdrawn'),
    )
    expect((await api.placements.list({ filters: { isWithdrawn: { is: true } } })).rows).toHaveLength(1)
  })

  test('that was suspended by a withdrawal waits for a new meeting', async () => {
    const { placement, worker } = await anActivePlacement(api)
    const suspended = await api.placements.withdraw({
      ...placement,
      on: '2026-11-16',
      by: 'volunteer',
      effect: 'suspends',
    })
    expect(suspended.state).toBe('suspended')
    expect(await refusalOf(api.placements.resume({ ...suspended, on: '2026-11-20' }))).toMatchObject({
      data: { because: [{ key: 'placements.obstacles.consentWithdrawn' }] },
    })
    const met = await api.placements.introduce({
      ...suspended,
      introducedOn: '2026-11-19',
      workerId: worker.id,
      placeConsentOn: '2026-11-19',
      volunteerConsentOn: '2026-11-19',
    })
    const resumed = await api.placements.resume({ ...met, on: '2026-11-20' })
    expect(resumed).toMatchObject({ state: 'active', activeOn: '2026-11-20' })
    const open = (await api.monitoring.ofPlacement({ placementId: placement.id })).filter(
      ({ state }) => state === 'coming' || state === 'today',
    )
    expect(open[0]?.dueOn).toBe('2026-11-23')
  })

  test('ends by itself with its period or with the agreement, and the contacts behind that fall away', async () => {
    const { placement } = await anActivePlacement(api)
    app.clock.now = new Date('2027-04-02T10:00:00Z')
    await app.restart()
    await app
      .newWindow()
      .api.accounts.signIn({ login: 'admin', password: 'x' })
      .catch(() => undefined)
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.placements.get({ id: placement.id })).toMatchObject({
      state: 'ended',
      endedOn: '2027-03-31',
      endReason: 'periodOver',
    })
  })

  test('is told to a viewer without the family', async () => {
    const { placement, family } = await anActivePlacement(api)
    const viewer = await app.windowOf('viewer')
    const seen = JSON.stringify([
      await viewer.placements.get({ id: placement.id }),
      await viewer.placements.list({}),
      await viewer.monitoring.list({}),
      await viewer.monitoring.ofPlacement({ placementId: placement.id }),
      await viewer.placements.week({ day: '2026-11-10' }),
    ])
    expect(seen).not.toContain(family.code)
    expect(
      await refusalOf(viewer.placements.list({ filters: { family: { oneOf: [family.id] } } })),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await viewer.placements.list({ search: family.code })).rows).toEqual([])
  })

  test('is of the own unit for a head, to the unit as to its families', async () => {
    const { placement, unit } = await anActivePlacement(api)
    const other = await aPlace(api)
    const head = await app.windowOf('head', unit.id)
    expect((await head.placements.list({})).rows.map(({ id }) => id)).toEqual([placement.id])
    const stranger = await app.windowOf('head', other.unit.id)
    expect((await stranger.placements.list({})).rows).toEqual([])
    expect(await refusalOf(stranger.placements.get({ id: placement.id }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await stranger.placements.week({ day: '2026-11-10', unitId: unit.id })).toEqual([])
  })

  test('shows who comes when in a week, only on the days of the placement', async () => {
    const { placement, unit, volunteer } = await anActivePlacement(api)
    const week = await api.placements.week({ day: '2026-11-12', unitId: unit.id })
    expect(week).toMatchObject([{ ...tuesday, placementId: placement.id, volunteerName: 'Łukasik Elżbieta' }])
    expect(await api.placements.week({ day: '2026-11-12', volunteerId: volunteer.id })).toEqual(week)
    // The placement is planned from 2 November on, and ends on 31 March, a Wednesday.
    expect(await api.placements.week({ day: '2026-10-28', unitId: unit.id })).toEqual([])
    expect(await api.placements.week({ day: '2027-03-31', unitId: unit.id })).toHaveLength(1)
    expect(await api.placements.week({ day: '2027-04-06', unitId: unit.id })).toEqual([])
  })

  test('changes by version; its place is fixed once it was introduced; undo takes the change back', async () => {
    const { placement, unit } = await anActivePlacement(api)
    expect(await refusalOf(api.placements.change({ ...placement, unitId: unit.id, familyId: null }))).toEqual(
      fieldRefusal('unitId', 'placements.errors.placeFixed'),
    )
    const changed = await api.placements.change({
      ...placement,
      task: 'wspólne zakupy',
      endsOn: '2026-12-31',
    })
    const days = (await api.monitoring.ofPlacement({ placementId: placement.id })).map(({ dueOn }) => dueOn)
    expect(days.at(-1)).toBe('2026-12-09')
    expect(await refusalOf(api.placements.change({ ...placement, task: 'inne' }))).toMatchObject({
      code: 'CONFLICT',
    })
    const { undo } = await api.placements.undo.state({ recordId: placement.id })
    await api.placements.undo.apply({
      id: placement.id,
      version: changed.version,
      entryId: undo?.entryId ?? 0,
    })
    expect(await api.placements.get({ id: placement.id })).toMatchObject({
      task: 'rozmowa i spacer',
      endsOn: '2027-03-31',
    })
    expect(
      (await api.monitoring.ofPlacement({ placementId: placement.id })).map(({ dueOn }) => dueOn).at(-1),
    ).toBe('2027-03-09')
  })
})
