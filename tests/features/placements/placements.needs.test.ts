import { beforeEach, describe, expect, test } from 'vitest'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aFamily, aKind, anActivePlacement, aPlace, aServingVolunteer, readyFor, tuesday } from './placing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const contact = { doneOn: '2026-11-13', way: 'visit', result: 'good', sentence: 'kanarek śpiewa' } as const

describe('the monitoring of a placement', () => {
  test('is noted with its next step, which is due on its own day, and is corrected', async () => {
    const { placement, worker } = await anActivePlacement(api)
    expect(await api.monitoring.summary()).toEqual({ overdue: 2, today: 0, coming: 1, keptBack: 0 })
    const [first] = await api.monitoring.ofPlacement({ placementId: placement.id })
    const entry = { id: first?.id ?? 0, version: 1, ...contact, doneBy: worker.id }
    expect(await refusalOf(api.monitoring.note({ ...entry, doneOn: '2026-11-23' }))).toEqual(
      fieldRefusal('doneOn', 'monitoring.errors.future'),
    )
    expect(await refusalOf(api.monitoring.note({ ...entry, doneOn: '2026-11-01' }))).toEqual(
      fieldRefusal('doneOn', 'monitoring.errors.before', { day: '02.11.2026' }),
    )
    expect(await refusalOf(api.monitoring.note({ ...entry, nextStep: 'tłumacz' }))).toEqual(
      fieldRefusal('nextStepOn', 'validation.required'),
    )
    const noted = await api.monitoring.note({ ...entry, nextStep: 'tłumacz', nextStepOn: '2026-11-24' })
    expect(noted).toMatchObject({ state: 'done', doneByName: 'Żółkiewska Hanna' })
    const step = async () =>
      (await api.monitoring.ofPlacement({ placementId: placement.id })).filter(
        ({ purpose }) => purpose === 'nextStep',
      )
    expect(await step()).toMatchObject([{ dueOn: '2026-11-24', task: 'tłumacz', state: 'coming' }])
    await api.monitoring.amend({ ...entry, version: noted.version, result: 'remarks' })
    expect(await step()).toEqual([])
    expect(await refusalOf(api.monitoring.note({ ...entry, version: 3 }))).toEqual(
      ruleRefusal('monitoring.errors.done'),
    )
    // What was said stands in the entry alone.
    const history = JSON.stringify(await api.placements.history({ recordId: placement.id }))
    expect(history).toContain('contactNoted')
    expect(history).not.toContain('kanarek')
    const viewer = await app.windowOf('viewer')
    const seen = JSON.stringify([
      await viewer.monitoring.get({ id: entry.id }),
      await viewer.monitoring.list({}),
    ])
    expect(seen).not.toContain('kanarek')
    expect(await refusalOf(viewer.monitoring.note({ ...entry, version: 3 }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('is left out with a reason, with all before it where that is asked', async () => {
    const { placement } = await anActivePlacement(api)
    const [, second] = await api.monitoring.ofPlacement({ placementId: placement.id })
    const entry = { id: second?.id ?? 0, version: 1 }
    expect(await refusalOf(api.monitoring.skip({ ...entry, reason: ' ' }))).toMatchObject({
      code: 'VALIDATION',
    })
    await api.monitoring.skip({ ...entry, reason: 'urlop', andEarlier: true })
    expect(await api.monitoring.summary()).toEqual({ overdue: 0, today: 0, coming: 1, keptBack: 0 })
    await api.monitoring.unskip({ id: entry.id, version: 2 })
    expect(await api.monitoring.summary()).toEqual({ overdue: 1, today: 0, coming: 1, keptBack: 0 })
  })

  test('follows the rhythm of the day on which the placement began; a version in use is not changed', async () => {
    const { placement } = await anActivePlacement(api)
    const rules = await api.monitoring.addRule({
      kind: 'family',
      validFrom: '2026-11-10',
      stages: [{ every: 1, unit: 'week', times: null }],
      talkEveryMonths: null,
    })
    const used = rules.find(({ placements }) => placements > 0)
    expect(used).toMatchObject({ kind: 'family', validFrom: '2000-01-01', placements: 1 })
    const change = { id: used?.id ?? 0, version: used?.version ?? 0 }
    expect(await refusalOf(api.monitoring.removeRule(change))).toEqual(
      ruleRefusal('monitoring.errors.ruleInUse'),
    )
    expect((await api.monitoring.ofPlacement({ placementId: placement.id }))[0]?.dueOn).toBe('2026-11-12')
    const clerk = await app.windowOf('clerk')
    expect(
      await refusalOf(
        clerk.monitoring.addRule({
          kind: 'unit',
          validFrom: '2027-01-01',
          stages: [],
          talkEveryMonths: null,
        }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('what is needed', () => {
  test('of a deaf family asks for sign language; who can meet it comes first, and who cannot is told why', async () => {
    const place = await aPlace(api)
    const family = await api.families.create(aFamily(place, { isDeaf: true }))
    const kind = await aKind(api)
    const need = await api.needs.create({
      familyId: family.id,
      activityKindId: kind.id,
      startsOn: '2026-12-01',
      hours: [tuesday],
    })
    expect(need).toMatchObject({ state: 'open', needsSignLanguage: true, placed: 0 })
    const { volunteer: silent } = await aServingVolunteer(api, place)
    await readyFor(api, silent.id, kind.id)
    expect(await api.needs.candidates({ id: need.id })).toEqual([])
    const reasons = await api.needs.whyNot({ needId: need.id, volunteerId: silent.id })
    expect(reasons.map(({ key }) => key)).toEqual(['needs.reasons.noSignLanguage'])
    const open = await api.needs.change({
      ...need,
      familyId: null,
      unitId: place.unit.id,
      needsSignLanguage: false,
    })
    const [candidate] = await api.needs.candidates({ id: need.id })
    expect(candidate).toMatchObject({ volunteerId: silent.id, covered: null, lastsLongEnough: false })
    await api.placements.create({
      agreementId: candidate?.agreementId ?? 0,
      unitId: place.unit.id,
      needId: need.id,
      activityKindId: kind.id,
      startsOn: '2026-12-01',
      hours: [tuesday],
    })
    expect(await api.needs.get({ id: need.id })).toMatchObject({ state: 'filled', placed: 1 })
    expect(await api.needs.candidates({ id: need.id })).toEqual([])
    expect(open.version).toBe(2)
    const closed = await api.needs.close({ id: need.id, version: 2 })
    expect(closed.state).toBe('closed')
  })

  test('with minors is met by nobody whom the gate does not let through', async () => {
    const place = await aPlace(api, { servesMinors: true })
    const kind = await aKind(api)
    const { volunteer } = await aServingVolunteer(api, await aPlace(api))
    await readyFor(api, volunteer.id, kind.id)
    const need = await api.needs.create({
      unitId: place.unit.id,
      activityKindId: kind.id,
      startsOn: '2026-12-01',
    })
    expect(need.isForMinors).toBe(true)
    expect(await api.needs.candidates({ id: need.id })).toEqual([])
    const reasons = await api.needs.whyNot({ needId: need.id, volunteerId: volunteer.id })
    expect(reasons.map(({ key }) => key)).toEqual(['needs.reasons.notAdmitted'])
  })
})

describe('a kind of activity', () => {
  test('of a placement or a need is not removed, and says what holds it', async () => {
    const { kind, unit } = await anActivePlacement(api)
    const other = await aKind(api)
    const asked = { unitId: unit.id, people: 1, startsOn: '2026-12-01', hours: [tuesday] }
    const need = await api.needs.create({ ...asked, activityKindId: other.id })
    const kindOf = async (id: number) => {
      const found = (await api.requirements.kinds.list()).find((each) => each.id === id)
      if (!found) throw new Error('no such kind')
      return found
    }
    // Nobody chose this one: a placement is enough.
    const [chosen] = (await api.volunteers.list({})).rows
    await api.requirements.chooseKinds({ volunteerId: chosen?.id ?? 0, kindIds: [] })
    expect(await refusalOf(api.requirements.kinds.remove(await kindOf(kind.id)))).toMatchObject({
      code: 'RULE_BROKEN',
      data: {
        reason: 'requirements.errors.kindHeld',
        because: [{ key: 'placements.held.activityKind', params: { count: 1 } }],
      },
    })
    expect(await refusalOf(api.requirements.kinds.remove(await kindOf(other.id)))).toMatchObject({
      data: { because: [{ key: 'needs.held.activityKind', params: { count: 1 } }] },
    })
    await api.needs.removal.remove(need)
    await api.requirements.kinds.remove(await kindOf(other.id))
    expect((await api.requirements.kinds.list()).map(({ id }) => id)).not.toContain(other.id)
    // What lies in the bin cannot come back to a kind that is gone, and says so.
    const { rows } = await api.bin.list({})
    expect(await refusalOf(api.bin.restore({ id: rows[0]?.id ?? 0 }))).toEqual(
      ruleRefusal('bin.errors.parentGone'),
    )
  })
})
