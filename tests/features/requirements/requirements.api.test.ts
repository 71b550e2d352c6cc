import { beforeEach, describe, expect, test } from 'vitest'
import type { Checklist } from '#shared/features/requirements/requirements.contract.ts'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
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

async function concludeFor(volunteerId: number, over: object = {}) {
  const { unit, signatory } = await aSignableDraft(api)
  const draft = await api.agreements.create(
    anAgreement({ volunteerId, unitId: unit.id, signatoryId: signatory.id, ...over }),
  )
  return api.agreements.sign(draft)
}

describe('the way of a volunteer', () => {
  test('goes from candidate to active by what is done, and tells why at each step', async () => {
    const { id: volunteerId } = await api.volunteers.create(aVolunteer())
    expect(await api.requirements.of({ volunteerId })).toMatchObject({
      status: 'candidate',
      since: '2026-11-22',
      reason: 'added',
    })
    const after = await api.requirements.chooseKinds({
      volunteerId,
      kindIds: [await kindNamed('Prace biurowe')],
    })
    expect(after).toMatchObject({ status: 'inVerification', reason: 'started' })
    expect(missingIn(after)).toEqual([
      'applicationCard',
      'privacyNotice',
      'interview',
      'rightsAndSafety',
      'confidentiality',
      'induction',
      'agreement',
    ])
    for (const code of missingIn(after).filter((each) => each !== 'agreement')) {
      const { id: requirementId } = await requirementOf(code)
      await api.requirements.complete({ volunteerId, requirementId, doneOn: '2026-11-22' })
    }
    expect(missingIn(await api.requirements.of({ volunteerId }))).toEqual(['agreement'])
    await concludeFor(volunteerId)
    const done = await api.requirements.of({ volunteerId })
    expect(done).toMatchObject({ status: 'active', reason: 'complete' })
    expect(done.kinds).toMatchObject([{ missing: 0 }])
    expect(done.timeline.map(({ status, createdBy }) => [status, createdBy])).toEqual([
      ['active', 'Anna Administrator'],
      ['inVerification', 'Anna Administrator'],
      ['candidate', null],
    ])
    const { rows } = await api.volunteers.list({ filters: { status: { oneOf: ['active'] } } })
    expect(rows.map(({ id, status, statusSince }) => [id, status, statusSince])).toEqual([
      [volunteerId, 'active', '2026-11-22'],
    ])
  })

  test('work with children asks for the verification, a minor for a guardian, a deaf family for signing', async () => {
    const { id: volunteerId } = await api.volunteers.create(
      aVolunteer({ pesel: '', birthOn: '2010-07-01', category: 'pupil' }),
    )
    const kindIds = [await kindNamed('Wprowadzanie do rodzin'), await kindNamed('Wydarzenia')]
    const list = await api.requirements.chooseKinds({ volunteerId, kindIds })
    expect(missingIn(list)).toEqual(
      expect.arrayContaining([
        'guardianData',
        'guardianConsent',
        'childProtection',
        'signLanguage',
        'identity',
      ]),
    )
    const gate = list.items.find(({ code }) => code === 'childProtection')
    expect(gate).toMatchObject({ kindIds: [kindIds[0]], isNotable: false })
    const [families, events] = list.kinds
    // Secrecy, the verification and signing are asked for families alone.
    expect(families?.missing).toBe((events?.missing ?? 0) + 3)
  })

  test('a correction of the record is followed at once', async () => {
    const volunteer = await api.volunteers.create(aVolunteer({ pesel: '', birthOn: '2010-07-01' }))
    await api.requirements.chooseKinds({
      volunteerId: volunteer.id,
      kindIds: [await kindNamed('Wydarzenia')],
    })
    const lacking = async () =>
      (await api.requirements.list({ limit: 200 })).rows.map(({ requirement }) => requirement?.text)
    expect(await lacking()).toContain('Zgoda przedstawiciela ustawowego')
    const guardian = { name: 'Maria Łukasik', relation: 'parent' as const, consentOn: '2026-09-01' }
    const consented = await api.volunteers.change({ ...volunteer, guardians: [guardian] })
    expect(await lacking()).not.toContain('Zgoda przedstawiciela ustawowego')
    const item = (await api.requirements.of({ volunteerId: volunteer.id })).items.find(
      ({ code }) => code === 'guardianConsent',
    )
    expect(item).toMatchObject({ standing: 'done', doneOn: '2026-09-01', completions: [] })
    const without = await api.volunteers.change({
      ...consented,
      guardians: [{ ...guardian, consentOn: null }],
    })
    expect(await lacking()).toContain('Zgoda przedstawiciela ustawowego')
    await api.volunteers.change({ ...without, birthOn: '1990-07-01' })
    expect(await lacking()).not.toContain('Zgoda przedstawiciela ustawowego')
  })
})

describe('completing', () => {
  test('refuses beside the field what cannot be, and what follows from the record', async () => {
    const { id: volunteerId } = await api.volunteers.create(aVolunteer())
    const { id: requirementId } = await requirementOf('interview')
    const complete = (over: object) =>
      refusalOf(api.requirements.complete({ volunteerId, requirementId, doneOn: '2026-11-22', ...over }))
    expect(await complete({ doneOn: '2026-11-23' })).toMatchObject(
      fieldRefusal('doneOn', 'requirements.errors.future'),
    )
    expect(await complete({ validUntil: '2026-11-21', untilReason: 'x' })).toMatchObject(
      fieldRefusal('validUntil', 'requirements.errors.untilBefore'),
    )
    expect(await complete({ validUntil: '2027-01-01' })).toMatchObject(
      fieldRefusal('untilReason', 'requirements.errors.untilReasonMissing'),
    )
    for (const code of ['agreement', 'childProtection', 'birthDate'])
      expect(await complete({ requirementId: (await requirementOf(code)).id })).toMatchObject(
        ruleRefusal('requirements.errors.followsFromRecord'),
      )
    await api.requirements.complete({ volunteerId, requirementId, doneOn: '2026-11-22' })
    expect(await complete({})).toMatchObject(fieldRefusal('doneOn', 'requirements.errors.alreadyDone'))
  })

  test('is corrected on its version, withdrawn with a reason, and stays in the record', async () => {
    const { id: volunteerId } = await api.volunteers.create(aVolunteer())
    const { id: requirementId } = await requirementOf('interview')
    const of = (list: Checklist) => list.items.find((item) => item.requirementId === requirementId)
    const list = await api.requirements.complete({ volunteerId, requirementId, doneOn: '2026-11-22' })
    const [noted] = of(list)?.completions ?? []
    if (!noted) throw new Error('nothing was noted')
    const paper = { paperPlace: 'segregator W-3', note: '', untilReason: '' }
    const { id, version } = noted
    const corrected = await api.requirements.changeCompletion({ id, version, doneOn: '2026-11-20', ...paper })
    expect(of(corrected)).toMatchObject({ standing: 'done', doneOn: '2026-11-20' })
    expect(
      await refusalOf(api.requirements.changeCompletion({ id, version, doneOn: '2026-11-19', ...paper })),
    ).toMatchObject({ code: 'CONFLICT' })
    const gone = await api.requirements.withdraw({ id, version: version + 1, reason: 'pomyłka osoby' })
    expect(of(gone)).toMatchObject({
      standing: 'missing',
      completions: [{ withdrawReason: 'pomyłka osoby', paperPlace: 'segregator W-3' }],
    })
    expect(gone.status).toBe('candidate')
    const viewer = await app.windowOf('viewer')
    expect(of(await viewer.requirements.of({ volunteerId }))?.completions).toMatchObject([
      { withdrawReason: '', paperPlace: '', note: '' },
    ])
    const history = JSON.stringify(await api.volunteers.history({ recordId: volunteerId }))
    expect(history).toContain('requirements:withdrawn')
    expect(history).not.toMatch(/pomyłka|segregator/)
  })
})

describe('an exemption', () => {
  test('has a reason and its own end, and is never granted of the verification for minors', async () => {
    const { id: volunteerId } = await api.volunteers.create(aVolunteer())
    await api.requirements.chooseKinds({ volunteerId, kindIds: [await kindNamed('Pomoc dzieciom')] })
    const exempt = (requirementId: number, over: object = {}) =>
      api.requirements.exempt({
        volunteerId,
        requirementId,
        fromOn: '2026-11-22',
        untilOn: '2026-12-31',
        reason: 'szkolenie odbyte w innym ośrodku',
        ...over,
      })
    const gate = await requirementOf('childProtection')
    expect(await refusalOf(exempt(gate.id))).toMatchObject(ruleRefusal('requirements.errors.neverExempt'))
    const { id } = await requirementOf('induction')
    expect(await refusalOf(exempt(id, { untilOn: '2026-11-21' }))).toMatchObject(
      fieldRefusal('untilOn', 'requirements.errors.untilBefore'),
    )
    const list = await exempt(id)
    const item = list.items.find(({ requirementId }) => requirementId === id)
    expect(item).toMatchObject({ standing: 'exempt', until: '2026-12-31' })
    const clerk = await app.windowOf('clerk')
    const [granted] = item?.exemptions ?? []
    expect(await refusalOf(clerk.requirements.removeExemption(granted as never))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const after = await api.requirements.removeExemption(granted as never)
    expect(missingIn(after)).toContain('induction')
  })
})

describe('when days pass', () => {
  test('what lapses suspends as its day begins, is listed with its reminders, and resumes when done', async () => {
    const induction = await requirementOf('induction')
    const volunteerId = await somebodyPrepared()
    await concludeFor(volunteerId, { endsOn: null })
    const item = (await api.requirements.of({ volunteerId })).items.find(({ code }) => code === 'induction')
    const [noted] = item?.completions ?? []
    if (!noted) throw new Error('nothing was noted')
    await api.requirements.changeCompletion({
      id: noted.id,
      version: noted.version,
      doneOn: noted.doneOn,
      validUntil: '2026-12-20',
      untilReason: 'kurs na próbę',
    })
    const line = async () =>
      (await api.requirements.list({ filters: { requirement: { oneOf: [induction.id] } } })).rows[0]
    expect(await line()).toMatchObject({ state: 'done', dueOn: '2026-12-20', waits: true })
    const id = (await line())?.id ?? 0
    expect(await api.requirements.noteReminder({ id })).toBe(true)
    expect(await api.requirements.noteReminder({ id })).toBe(false)
    expect(await line()).toMatchObject({ waits: false, remindOn: '2026-12-13' })
    expect((await api.volunteers.list({ filters: { requirementDue: { nextDays: 30 } } })).rows).toHaveLength(
      1,
    )

    app.clock.now = new Date('2026-12-21T08:00:00Z')
    await app.restart()
    api = app.api
    await api.accounts.signIn({ login: 'admin', password })
    expect(await api.requirements.of({ volunteerId })).toMatchObject({
      status: 'suspended',
      since: '2026-12-21',
      reason: 'lapsed',
      requirementName: 'Szkolenie wprowadzające',
    })
    expect((await api.volunteers.list({ filters: { status: { oneOf: ['suspended'] } } })).rows).toHaveLength(
      1,
    )
    expect(
      (await api.volunteers.list({ filters: { missing: { oneOf: [induction.id] } } })).rows,
    ).toHaveLength(1)
    expect(await line()).toMatchObject({ state: 'lapsed', dueOn: '2026-12-20', waits: true })
    const done = await api.requirements.complete({
      volunteerId,
      requirementId: induction.id,
      doneOn: '2026-12-21',
    })
    // Done on the day of the lapse: by days, the work was never interrupted.
    expect(done).toMatchObject({ status: 'active', since: '2026-11-22' })
    expect(done.timeline.map(({ status }) => status).slice(0, 2)).toEqual(['active', 'suspended'])
    expect(await line()).toBeUndefined()
  })
})
