import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { aCheck, admit, grantVerification } from '#tests/support/protection.ts'
import { fieldRefusal, notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { everythingStored } from '#tests/support/stored.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
let volunteerId: number
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  await grantVerification(app)
  volunteerId = (await api.volunteers.create(aVolunteer({ pesel: '' }))).id
  return () => app.close()
})

const standings = async () =>
  Object.fromEntries(
    (await api.childProtection.get({ volunteerId })).steps.map(({ key, standing }) => [key, standing]),
  )

describe('noting checks', () => {
  test('opens the gate with the last of them, for everybody to see', async () => {
    expect(await api.childProtection.admission({ volunteerId })).toEqual({
      isAdmitted: false,
      since: null,
      missing: 5,
    })
    await admit(app, volunteerId)
    const viewer = await app.windowOf('viewer')
    expect(await viewer.childProtection.admission({ volunteerId })).toEqual({
      isAdmitted: true,
      since: '2026-11-20',
      missing: 0,
    })
    expect(await viewer.childProtection.admission({ volunteerId, day: '2026-11-19' })).toMatchObject({
      isAdmitted: false,
      missing: 5,
    })
  })

  test('keeps who noted it and when, and the older check beside the newer', async () => {
    await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister', { doneOn: '2026-10-01' }))
    const { checks } = await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister'))
    expect(checks).toMatchObject([
      { doneOn: '2026-10-01', supersededOn: '2026-11-20', notedByName: 'Anna Administrator' },
      { doneOn: '2026-11-20', supersededOn: null, notedAt: '2026-11-22T10:00:00.000Z' },
    ])
  })

  test.each<[string, Partial<Parameters<typeof aCheck>[2]>, Parameters<typeof aCheck>[1], string, string]>([
    [
      'in the future',
      { doneOn: '2026-11-23' },
      'restrictedRegister',
      'doneOn',
      'childProtection.errors.inFuture',
    ],
    ['without an answer', { result: null }, 'commissionRegister', 'result', 'validation.required'],
    [
      'issued after it was shown',
      { issuedOn: '2026-11-21' },
      'criminalRecord',
      'issuedOn',
      'childProtection.errors.issuedAfter',
    ],
    ['of no citizenship', { citizenships: [] }, 'declaration', 'citizenships', 'validation.required'],
    ['of no state', {}, 'foreignRecord', 'state', 'validation.required'],
    ['of Poland', { state: 'PL' }, 'foreignRecord', 'state', 'childProtection.errors.notForeign'],
    [
      'a statement where the state issues information',
      { state: 'DE' },
      'foreignStatement',
      'isNotIssued',
      'childProtection.errors.statementOnlyIf',
    ],
    ['of no version', { standardsFrom: null }, 'standards', 'standardsFrom', 'validation.required'],
    [
      'with words in place of a name',
      { checkedBy: 'skazany w 2001 r.' },
      'standards',
      'checkedBy',
      'childProtection.errors.name',
    ],
  ])('is refused %s', async (_, over, kind, field, key) => {
    expect(await refusalOf(api.childProtection.note(aCheck(volunteerId, kind, over)))).toEqual(
      fieldRefusal(field, key),
    )
    expect((await api.childProtection.get({ volunteerId })).checks).toEqual([])
  })

  test('of papers of other states follows from the declaration', async () => {
    await admit(app, volunteerId)
    const declared = aCheck(volunteerId, 'declaration', { citizenships: ['UA'], residences: ['DE'] })
    expect((await api.childProtection.note(declared)).admission).toMatchObject({ isAdmitted: false })
    await api.childProtection.note(aCheck(volunteerId, 'foreignRecord', { state: 'DE' }))
    const statement = aCheck(volunteerId, 'foreignStatement', { state: 'UA', isNotIssued: true })
    expect((await api.childProtection.note(statement)).admission).toMatchObject({
      isAdmitted: true,
      missing: [],
    })
  })

  test('by mistake is taken back, and stays to be seen', async () => {
    await admit(app, volunteerId)
    const [first] = (await api.childProtection.get({ volunteerId })).checks
    const after = await api.childProtection.cancel({ id: first?.id ?? 0, version: first?.version ?? 0 })
    expect(after).toMatchObject({ admission: { isAdmitted: false } })
    expect(after.checks[0]).toMatchObject({ isCancelled: true })
    expect(await refusalOf(api.childProtection.cancel({ id: first?.id ?? 0, version: 1 }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await refusalOf(api.childProtection.cancel({ id: 999, version: 1 }))).toEqual(
      notFoundRefusal('childProtection'),
    )
  })
})

describe('somebody who is listed', () => {
  beforeEach(() => admit(app, volunteerId))

  test('is admitted no more, until a new check; the entry stays', async () => {
    const listed = await api.childProtection.note(
      aCheck(volunteerId, 'restrictedRegister', { result: 'listed', doneOn: '2026-11-21' }),
    )
    expect(listed.admission.isAdmitted).toBe(false)
    const entry = listed.checks.find(({ result }) => result === 'listed')
    expect(
      await refusalOf(api.childProtection.cancel({ id: entry?.id ?? 0, version: entry?.version ?? 0 })),
    ).toEqual(ruleRefusal('childProtection.errors.listedStays'))
    // An older paper that turns up says nothing about it.
    await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister', { doneOn: '2026-11-10' }))
    expect((await standings()).restrictedRegister).toBe('closed')
    await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister', { doneOn: '2026-11-22' }))
    expect((await standings()).restrictedRegister).toBe('done')
  })

  test('is so after a merge, whichever record was checked last, and after it is undone', async () => {
    const other = (await api.volunteers.create(aVolunteer({ pesel: '' }))).id
    const listed = aCheck(other, 'commissionRegister', { result: 'listed', doneOn: '2026-11-01' })
    await api.childProtection.note(listed)
    const merging = { keptVersion: 1, mergedVersion: 1, choices: {}, reason: '' }
    const preview = await api.volunteers.merging.preview({ keptId: volunteerId, mergedId: other })
    expect(JSON.stringify(preview)).not.toMatch(/check|listed/i)
    const { id } = await api.volunteers.merging.merge({ keptId: volunteerId, mergedId: other, ...merging })
    expect((await standings()).commissionRegister).toBe('closed')
    expect((await api.childProtection.get({ volunteerId })).checks).toHaveLength(6)

    await api.volunteers.merging.undo({ id })
    expect((await standings()).commissionRegister).toBe('done')
    expect((await api.childProtection.get({ volunteerId: other })).steps[1]?.standing).toBe('closed')
  })
})

describe('the requirements of a volunteer', () => {
  const standing = async (id = volunteerId) => {
    const checklist = JSON.stringify(await api.requirements.of({ volunteerId: id }))
    return { isRejected: /"status":"rejected"/.test(checklist), checklist }
  }
  const completions = () =>
    withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite
        .prepare(
          `SELECT done_on, withdrawn_at IS NULL AS stands FROM requirement_completions WHERE source = 'childProtection'`,
        )
        .all(),
    )

  test('follow the gate: done with the last check, taken back with a mistake, rejected without a word of why', async () => {
    await admit(app, volunteerId)
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 1 }])
    const [first] = (await api.childProtection.get({ volunteerId })).checks
    await api.childProtection.cancel({ id: first?.id ?? 0, version: first?.version ?? 0 })
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 0 }])
    expect((await standing()).isRejected).toBe(false)
    const clerk = await app.windowOf('clerk')
    await api.childProtection.note(aCheck(volunteerId, 'commissionRegister', { result: 'listed' }))
    const { isRejected, checklist } = await standing()
    expect(isRejected).toBe(true)
    expect(checklist).toContain('nie spełnia wymagań')
    for (const answer of [
      await clerk.requirements.of({ volunteerId }),
      await clerk.volunteers.history({ recordId: volunteerId }),
      await clerk.history.list({ limit: 200 }),
    ])
      expect(JSON.stringify(answer)).not.toMatch(/figuruje|listed|commissionRegister/)
  })

  test('follow a merge: who stays is rejected where the other was listed', async () => {
    await admit(app, volunteerId)
    const other = (await api.volunteers.create(aVolunteer({ pesel: '' }))).id
    await api.childProtection.note(aCheck(other, 'criminalRecord', { result: 'listed' }))
    const [kept, merged] = [
      await api.volunteers.get({ id: volunteerId }),
      await api.volunteers.get({ id: other }),
    ]
    await api.volunteers.merging.merge({
      keptId: volunteerId,
      mergedId: other,
      keptVersion: kept.version,
      mergedVersion: merged.version,
      choices: {},
      reason: '',
    })
    expect((await standing()).isRejected).toBe(true)
    expect(completions()).toEqual([{ done_on: '2026-11-20', stands: 0 }])
  })
})

describe('the gate before work with minors', () => {
  test('lets an agreement be concluded only with checks on or before its first day', async () => {
    const { draft, volunteer } = await aSignableDraft(api, {
      worksWithMinors: true,
      isMinorsCheckConfirmed: true,
      startsOn: '2026-11-20',
      concludedOn: '2026-11-20',
    })
    const missing = (count: number) => ruleRefusal('agreements.obstacles.minorsCheckMissing', { count })
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(missing(5))
    await admit(app, volunteer.id, '2026-11-21')
    expect(await refusalOf(api.agreements.sign(draft))).toEqual(missing(5))
    await admit(app, volunteer.id, '2026-11-19')
    const signed = await api.agreements.sign(draft)
    const data = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite
        .prepare('SELECT data FROM document_contents WHERE document_id = ?')
        .pluck()
        .get(signed.documentId),
    )
    expect(data).toContain('rejestr z dostępem ograniczonym: 19 listopada 2026 r.')
    expect(data).not.toContain('figuruje')
  })

  test('stops placements, badges and lists of events with minors', async () => {
    const { draft, volunteer, signatory } = await aSignableDraft(api, { worksWithMinors: true })
    await admit(app, volunteer.id)
    const { id: agreementId } = await api.agreements.sign(draft)
    await api.childProtection.note(
      aCheck(volunteer.id, 'restrictedRegister', { result: 'listed', doneOn: '2026-11-22' }),
    )
    const common = { issuedOn: '2026-11-22', signatoryId: signatory.id }
    const keysOf = async (fields: Parameters<Api['documents']['preview']>[0]) =>
      (await api.documents.preview(fields)).problems.map(({ key, level }) => `${level} ${key}`)
    for (const kind of ['placement', 'badge'])
      expect(await keysOf({ ...common, kind, agreementId, input: {} })).toContain(
        'stop documents.problems.notAdmitted',
      )
    const people = [{ id: volunteer.id, name: 'x' }]
    const list = { ...common, kind: 'eventList', input: { people, eventOn: '2026-12-05' } }
    expect(await keysOf(list)).not.toContain('stop documents.problems.personNotAdmitted')
    expect(await keysOf({ ...list, input: { ...list.input, withMinors: true } })).toContain(
      'stop documents.problems.personNotAdmitted',
    )
  })
})

describe('the working sheet', () => {
  const canary = { birthSurname: 'Kanarkowska', fatherName: 'Kanarysław', motherName: 'Kanarzyna' }

  test('is in memory alone: nowhere in the file, the log, the history', async () => {
    await api.childProtection.keepSheet({ volunteerId, ...canary })
    expect(await api.childProtection.sheet({ volunteerId })).toMatchObject(canary)
    await api.childProtection.note(aCheck(volunteerId, 'restrictedRegister'))
    expect(await api.childProtection.sheet({ volunteerId })).toMatchObject(canary)
    expect(everythingStored(app.folder)).not.toMatch(/kanar/i)
  })

  test('is gone with the results of both registers, or the first that lists', async () => {
    await api.childProtection.keepSheet({ volunteerId, ...canary })
    for (const kind of ['restrictedRegister', 'commissionRegister'] as const)
      await api.childProtection.note(aCheck(volunteerId, kind))
    expect(await api.childProtection.sheet({ volunteerId })).toBeNull()
    await api.childProtection.keepSheet({ volunteerId, ...canary })
    app.clock.now = new Date('2026-11-22T10:01:00Z')
    await api.childProtection.note(aCheck(volunteerId, 'commissionRegister', { result: 'listed' }))
    expect(await api.childProtection.sheet({ volunteerId })).toBeNull()
    expect(everythingStored(app.folder)).not.toMatch(/kanar/i)
  })

  test('is gone on demand, and after eight hours', async () => {
    await api.childProtection.keepSheet({ volunteerId, ...canary })
    await api.childProtection.dropSheet({ volunteerId })
    expect(await api.childProtection.sheet({ volunteerId })).toBeNull()
    await api.childProtection.keepSheet({ volunteerId, ...canary })
    const login = { login: 'admin', password: 'bardzo-dlugie-haslo' }
    app.clock.now = new Date('2026-11-22T18:00:01Z')
    await api.accounts.signIn(login)
    expect(await api.childProtection.sheet({ volunteerId })).toBeNull()
  })
})

describe('the policy', () => {
  test('reminds of a new look into the registers, and closes nothing', async () => {
    await admit(app, volunteerId)
    expect(await api.childProtection.due()).toEqual([])
    const policy = await api.childProtection.policy()
    await api.childProtection.changePolicy({
      recheckMonths: 12,
      standardsFrom: '2026-11-21',
      version: policy.version,
    })
    expect(await refusalOf(api.childProtection.changePolicy({ ...policy, recheckMonths: 6 }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await api.childProtection.get({ volunteerId })).toMatchObject({
      recheckDueOn: '2027-11-20',
      isStandardOutdated: true,
      admission: { isAdmitted: true },
    })
    app.clock.now = new Date('2027-11-01T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password: 'bardzo-dlugie-haslo' })
    expect(await api.childProtection.due()).toEqual([
      { volunteerId, volunteerName: 'Łukasik Elżbieta', dueOn: '2027-11-20' },
    ])
    expect(await api.childProtection.admission({ volunteerId })).toMatchObject({ isAdmitted: true })
  })
})

describe('removal', () => {
  test('takes the checks into the bin with the person, and puts them back', async () => {
    await admit(app, volunteerId)
    const before = await api.childProtection.get({ volunteerId })
    const preview = await api.volunteers.removal.preview({ id: volunteerId })
    expect(JSON.stringify(preview)).not.toMatch(/check|spraw/i)
    const { binId } = await api.volunteers.removal.remove({ id: volunteerId, version: 1 })
    expect(await refusalOf(api.childProtection.get({ volunteerId }))).toEqual(notFoundRefusal('volunteers'))
    await api.bin.restore({ id: binId })
    expect(await api.childProtection.get({ volunteerId })).toEqual(before)
  })
})
