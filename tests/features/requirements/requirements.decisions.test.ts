import { beforeEach, describe, expect, test } from 'vitest'
import type { Checklist } from '#shared/features/requirements/requirements.contract.ts'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

async function kindNamed(start: string): Promise<number> {
  return (await api.requirements.kinds.list()).find(({ name }) => name.startsWith(start))?.id ?? 0
}
async function requirementOf(code: string) {
  const found = (await api.requirements.rules.list()).find((each) => each.code === code)
  if (!found) throw new Error(`no requirement ${code}`)
  return found
}
const missingIn = ({ items }: Checklist) =>
  items.filter(({ standing }) => standing === 'missing').map(({ code }) => code)

/** A volunteer for office work, of whom everything is done that can be noted. */
async function somebodyPrepared(at: Api = api) {
  const { id: volunteerId } = await at.volunteers.create(aVolunteer({ pesel: '', birthOn: '1970-05-05' }))
  await at.requirements.chooseKinds({ volunteerId, kindIds: [await kindNamed('Prace biurowe')] })
  for (const item of (await at.requirements.of({ volunteerId })).items) {
    if (item.isNotable && item.standing === 'missing')
      await at.requirements.complete({ volunteerId, requirementId: item.requirementId, doneOn: '2026-11-22' })
  }
  return volunteerId
}

async function _concludeFor(volunteerId: number, over: object = {}) {
  const { unit, signatory } = await aSignableDraft(api)
  const draft = await api.agreements.create(
    anAgreement({ volunteerId, unitId: unit.id, signatoryId: signatory.id, ...over }),
  )
  return api.agreements.sign(draft)
}

describe('decisions about the status', () => {
  test('suspend until a day, end, reject, and are taken back', async () => {
    const volunteerId = await somebodyPrepared()
    const decide = (mark: 'suspended' | 'ended' | 'rejected' | 'reopened', over: object = {}) =>
      api.requirements.mark({ volunteerId, mark, onDay: '2026-11-22', reason: 'wyjazd', ...over })
    expect(await decide('suspended', { untilOn: '2026-12-31' })).toMatchObject({
      status: 'suspended',
      suspendedUntil: '2026-12-31',
      reasonText: 'wyjazd',
    })
    const { lastMark } = await api.requirements.of({ volunteerId })
    expect(await api.requirements.withdrawMark(lastMark as never)).toMatchObject({ status: 'inVerification' })
    expect(await decide('rejected')).toMatchObject({ status: 'rejected' })
    const { unit, signatory } = await aSignableDraft(api)
    const draft = await api.agreements.create(
      anAgreement({ volunteerId, unitId: unit.id, signatoryId: signatory.id }),
    )
    expect(await refusalOf(api.agreements.sign(draft))).toMatchObject(
      ruleRefusal('requirements.notReady.rejected'),
    )
    expect(await decide('reopened')).toMatchObject({ status: 'inVerification' })
    expect(await api.agreements.sign(draft)).toMatchObject({ status: 'signed' })
    expect(await refusalOf(decide('ended'))).toMatchObject(
      ruleRefusal('requirements.errors.agreementInForce'),
    )
  })
})

describe('the rules of the centre', () => {
  const own = {
    name: 'Szczepienie',
    validFrom: '2026-11-22',
    appliesTo: 'all',
    audience: 'everyone',
    blocks: 'agreement',
    source: 'manual',
    basis: 'regulamin ośrodka',
    certainty: 'practice',
  } as const

  test('a requirement before the agreement stops its conclusion, and says so beside the document', async () => {
    await api.requirements.rules.create(own)
    const { draft } = await aSignableDraft(api)
    const { obstacles } = await api.agreements.preview(draft)
    expect(obstacles).toContainEqual({
      key: 'requirements.notReady.missingForAgreement',
      level: 'stop',
      params: { count: 1, names: 'Szczepienie' },
    })
    expect(await refusalOf(api.agreements.sign(draft))).toMatchObject(
      ruleRefusal('requirements.notReady.missingForAgreement'),
    )
  })

  test('the verification for minors can be neither ended, narrowed nor doubled', async () => {
    const gate = await requirementOf('childProtection')
    const { id, version } = gate
    expect(await refusalOf(api.requirements.rules.end({ id, version, lastOn: '2026-12-31' }))).toMatchObject(
      ruleRefusal('requirements.errors.neverEnds'),
    )
    const narrowed = { ...own, requirementId: id, validFrom: '2026-12-01' }
    expect(await refusalOf(api.requirements.rules.amend(narrowed))).toMatchObject(
      ruleRefusal('requirements.errors.neverEnds'),
    )
    expect(
      await refusalOf(api.requirements.rules.create({ ...own, source: 'childProtection' })),
    ).toMatchObject(fieldRefusal('source', 'requirements.errors.gateIsShipped'))
  })

  test('only who configures may change them, and only a version to come is called off', async () => {
    const clerk = await app.windowOf('clerk')
    expect(await refusalOf(clerk.requirements.rules.create(own))).toMatchObject({ code: 'FORBIDDEN' })
    const created = await api.requirements.rules.create(own)
    const { name: _, ...terms } = own
    const amend = (validFrom: string) =>
      api.requirements.rules.amend({ ...terms, requirementId: created.id, validFrom, validityMonths: 12 })
    expect(await refusalOf(amend('2026-11-22'))).toMatchObject(
      fieldRefusal('validFrom', 'requirements.errors.dayTaken'),
    )
    const { versions } = await amend('2027-01-01')
    const [announced, first] = versions
    if (!announced || !first) throw new Error('a version is missing')
    expect(await refusalOf(api.requirements.rules.callOff(first))).toMatchObject(
      ruleRefusal('requirements.errors.alreadyHolds'),
    )
    expect((await api.requirements.rules.callOff(announced)).versions).toHaveLength(1)
  })

  test('a kind of activity that somebody chose is closed, not removed', async () => {
    const volunteerId = await somebodyPrepared()
    const kind = (await api.requirements.kinds.list()).find(({ volunteers }) => volunteers === 1)
    if (!kind) throw new Error('nobody chose a kind')
    expect(await refusalOf(api.requirements.kinds.remove(kind))).toMatchObject(
      ruleRefusal('requirements.errors.kindInUse'),
    )
    const { volunteers: _, isUsed: __, ...fields } = kind
    await api.requirements.kinds.change({ ...fields, withMinors: true, isActive: false })
    expect(missingIn(await api.requirements.of({ volunteerId }))).toContain('childProtection')
  })
})

test('a head sees the volunteers of the own unit only', async () => {
  const { unit, draft } = await aSignableDraft(api)
  await api.agreements.sign(draft)
  const other = await somebodyPrepared()
  const head = await app.windowOf('head', unit.id)
  expect(await head.requirements.of({ volunteerId: draft.volunteerId })).toMatchObject({
    status: 'inVerification',
  })
  expect(await refusalOf(head.requirements.of({ volunteerId: other }))).toMatchObject({ code: 'NOT_FOUND' })
  const { rows } = await head.requirements.list({ limit: 200 })
  expect(new Set(rows.map(({ volunteer }) => volunteer?.id))).toEqual(new Set([draft.volunteerId]))
})
