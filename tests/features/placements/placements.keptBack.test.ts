import { beforeEach, describe, expect, test } from 'vitest'
import { password } from '#tests/support/people.ts'
import { aCheck, admit } from '#tests/support/protection.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aKind, aPlace, aPlacement, aServingVolunteer, readyFor, tuesday } from './placing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const keptBack = () => api.placements.list({ filters: { isKeptBack: { is: true } } })

/** One thing that was done for a volunteer lapses on a day. */
async function letLapse(volunteerId: number, validUntil: string) {
  const { items } = await api.requirements.of({ volunteerId })
  const done = items.find(({ code, completions }) => code === 'induction' && completions.length > 0)
  const [{ id, version, doneOn } = { id: 0, version: 0, doneOn: '' }] = done?.completions ?? []
  await api.requirements.changeCompletion({
    id,
    version,
    doneOn,
    validUntil,
    untilReason: 'szkolenie na rok',
  })
}

/** Somebody who was admitted to work with minors, and two placements: of children, and of office work. */
async function withAndWithoutMinors() {
  const place = await aPlace(api)
  const { volunteer, agreement } = await aServingVolunteer(api, place)
  const children = await api.units.create({ name: 'Świetlica „Promyk”', servesMinors: true })
  await admit(app, volunteer.id, '2026-10-30')
  const kind = await aKind(api)
  await readyFor(api, volunteer.id, kind.id)
  const begin = async (unitId: number, weekday: number) => {
    const planned = await api.placements.create(
      aPlacement({
        agreementId: agreement.id,
        unitId,
        activityKindId: kind.id,
        hours: [{ ...tuesday, weekday }],
      }),
    )
    return api.placements.start({ id: planned.id, version: planned.version, on: '2026-11-09' })
  }
  return { volunteer, withMinors: await begin(children.id, 2), without: await begin(place.unit.id, 4) }
}

describe('a requirement that lapses', () => {
  test('is told where the placement is looked at, and ends nothing by itself', async () => {
    const place = await aPlace(api)
    // Agreed after the rules of the centre came into force: they hold for this person.
    const agreed = { concludedOn: '2026-11-22', startsOn: '2026-11-22' }
    const { volunteer, agreement } = await aServingVolunteer(api, place, { agreement: agreed })
    const kind = await aKind(api)
    await readyFor(api, volunteer.id, kind.id)
    const planned = await api.placements.create(
      aPlacement({
        agreementId: agreement.id,
        unitId: place.unit.id,
        activityKindId: kind.id,
        startsOn: '2026-11-22',
      }),
    )
    const placement = await api.placements.start({
      id: planned.id,
      version: planned.version,
      on: '2026-11-22',
    })
    await letLapse(volunteer.id, '2026-11-24')
    expect(await api.placements.obstacles({ id: placement.id })).toEqual([])
    expect((await keptBack()).rows).toEqual([])

    app.clock.now = new Date('2026-11-25T10:00:00Z')
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect((await api.placements.get({ id: placement.id })).state).toBe('active')
    const unmet = await api.placements.obstacles({ id: placement.id })
    expect(unmet.map(({ key }) => key)).toEqual([
      'requirements.notReady.suspended',
      'requirements.notReady.missing',
    ])
    expect((await keptBack()).rows).toMatchObject([{ id: placement.id, isKeptBack: true, state: 'active' }])
    expect(await api.placements.count({ filters: { isKeptBack: { is: false } } })).toBe(0)
    expect(await api.monitoring.summary()).toMatchObject({ keptBack: 1 })
    const head = await app.windowOf('head', (await api.units.create({ name: 'Inna filia' })).id)
    expect(await head.monitoring.summary()).toMatchObject({ keptBack: 0 })

    // Done anew, it goes on without a step.
    await readyFor(api, volunteer.id, kind.id, '2026-11-25')
    expect(await api.placements.obstacles({ id: placement.id })).toEqual([])
    expect(await api.monitoring.summary()).toMatchObject({ keptBack: 0 })
  })
})

describe('the gate before work with minors, when it closes', () => {
  test.each([
    ['by a check that was noted by mistake', false],
    ['by a register that lists the person', true],
  ])('%s, suspends that work at once and no other, and only people let it go on', async (_, isListed) => {
    const { volunteer, withMinors, without } = await withAndWithoutMinors()
    const { checks } = await api.childProtection.get({ volunteerId: volunteer.id })
    const standards = checks.find(({ kind }) => kind === 'standards')
    if (isListed)
      await api.childProtection.note(
        aCheck(volunteer.id, 'restrictedRegister', { doneOn: '2026-11-22', result: 'listed' }),
      )
    else await api.childProtection.cancel({ id: standards?.id ?? 0, version: standards?.version ?? 0 })

    const stopped = await api.placements.get({ id: withMinors.id })
    expect(stopped).toMatchObject({ state: 'suspended', suspendedOn: '2026-11-22', suspendReason: '' })
    expect(await api.placements.get({ id: without.id })).toMatchObject({ state: 'active' })
    const [entry] = await api.placements.history({ recordId: withMinors.id })
    expect(entry?.action).toBe('placementStoppedByGate')
    const due = await api.monitoring.ofPlacement({ placementId: withMinors.id })
    expect(due.filter(({ dueOn }) => dueOn > '2026-11-22')).toEqual([])
    const reasons = await api.placements.obstacles({ id: withMinors.id })
    expect(reasons).toContainEqual(
      expect.objectContaining({ key: 'placements.obstacles.notAdmitted', params: { count: 1 } }),
    )
    // Whoever reads placements learns that something is missing, and nothing of a result.
    const told = JSON.stringify([stopped, reasons, await api.placements.history({ recordId: withMinors.id })])
    expect(told).not.toMatch(/listed|figuruje|restrictedRegister|standards/i)
    // The other one goes on only where the person is not kept from all work.
    expect((await keptBack()).rows.map(({ id }) => id)).toEqual(isListed ? [without.id] : [])

    const again = { id: withMinors.id, version: stopped.version, on: '2026-11-22' }
    expect(await refusalOf(api.placements.resume(again))).toMatchObject({
      data: { reason: 'placements.errors.notReady' },
    })
    if (isListed) return
    await api.childProtection.note(aCheck(volunteer.id, 'standards', { doneOn: '2026-11-22' }))
    expect((await api.placements.get({ id: withMinors.id })).state).toBe('suspended')
    expect(await api.placements.resume(again)).toMatchObject({ state: 'active', activeOn: '2026-11-22' })
  })
})
