import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { nextSteps } from '#main/kit/register/undo.ts'
import { aMember, anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, outcomeOf, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

describe('what can be taken back and brought again', () => {
  test.each<[string, string[], number | undefined, number | undefined, string | undefined]>([
    ['nothing was done', [], undefined, undefined, undefined],
    ['it was only entered', ['created'], undefined, undefined, undefined],
    ['it was changed', ['created', 'changed'], 1, undefined, undefined],
    ['it was changed twice', ['changed', 'changed'], 1, undefined, undefined],
    ['the last of two was taken back', ['changed', 'changed', 'undone'], 0, 2, undefined],
    ['both were taken back', ['changed', 'changed', 'undone', 'undone'], undefined, 3, undefined],
    ['one of two came again', ['changed', 'changed', 'undone', 'undone', 'redone'], 4, 2, undefined],
    ['a new change came after', ['changed', 'undone', 'changed'], 2, undefined, undefined],
    ['an import came after', ['changed', 'changedByImport'], undefined, undefined, 'changedByImport'],
    ['a change came after an import', ['changed', 'changedByImport', 'changed'], 2, undefined, undefined],
    ['that was taken back', ['merged', 'changed', 'undone'], undefined, 2, 'merged'],
  ])('where %s', (_name, actions, undo, redo, other) => {
    const entries = actions.map((action, place) => ({ action, place }))
    const steps = nextSteps(entries)
    expect([steps.undo?.place, steps.redo?.place, steps.other]).toEqual([undo, redo, other])
  })
})

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

/** The record as a page reads it, without its version. */
async function recordOf(register: 'volunteers' | 'agreements' | 'units' | 'staff', id: number) {
  const { version, ...record } = await api[register].get({ id })
  return { version, record }
}

/** Takes the last change back, or brings it again, as a window that sees the newest version. */
async function apply(
  register: 'volunteers' | 'agreements' | 'units' | 'staff',
  id: number,
  step: 'undo' | 'redo' = 'undo',
  by: Api = api,
) {
  const found = (await by[register].undo.state({ recordId: id }))[step]
  if (!found) throw new Error(`nothing to ${step}`)
  const { version } = await by[register].get({ id })
  await by[register].undo.apply({ id, version, entryId: found.entryId })
}

describe('taking back the last change', () => {
  test('brings the fields back as a new change, told as such in the history, and that can be brought again', async () => {
    const entered = await api.volunteers.create(aVolunteer({ phone: '601 234 567' }))
    await api.volunteers.change({ ...entered, phone: '602 000 000', town: 'Żory' })
    const state = await api.volunteers.undo.state({ recordId: entered.id })
    expect(state).toMatchObject({
      undo: {
        userName: 'Anna Administrator',
        isOwn: true,
        changes: { fields: { phone: ['602 000 000', '601 234 567'], town: ['Żory', 'Łęczna'] }, secret: [] },
      },
      obstacle: null,
      redo: null,
    })
    await apply('volunteers', entered.id)
    expect(await api.volunteers.get({ id: entered.id })).toEqual({ ...entered, version: 3 })
    // The search finds what stands there now.
    expect((await api.volunteers.list({ search: 'zory' })).rows).toEqual([])
    const [line] = await api.volunteers.history({ recordId: entered.id })
    expect(line).toMatchObject({ action: 'undone', changes: { fields: { town: ['Żory', 'Łęczna'] } } })
    expect(await api.volunteers.undo.state({ recordId: entered.id })).toMatchObject({
      undo: null,
      obstacle: { key: 'undo.nothing' },
    })
    await apply('volunteers', entered.id, 'redo')
    expect(await api.volunteers.get({ id: entered.id })).toMatchObject({ town: 'Żory', version: 4 })
    const actions = (await api.volunteers.history({ recordId: entered.id })).map(({ action }) => action)
    expect(actions).toEqual(['redone', 'undone', 'changed', 'created'])
  })

  test('goes back step by step through any changes, and forward again, to the same records', async () => {
    const { id } = await api.volunteers.create(aVolunteer({ pesel: '' }))
    const change = fc.record({
      phone: fc.constantFrom('', '601 234 567', '602 345 678'),
      town: fc.constantFrom('', 'Żory', 'Łęczna', 'Ostróda'),
      category: fc.constantFrom('adult' as const, 'senior' as const),
      birthOn: fc.constantFrom(null, '1965-12-23', '1971-02-03'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 3 }),
        async (changes, stepsBack) => {
          const states: object[] = []
          for (const over of changes) {
            const { version, record } = await recordOf('volunteers', id)
            const next = { ...record, ...over }
            // Saving without a change leaves no step.
            if (JSON.stringify(next) !== JSON.stringify(record)) states.push(record)
            await api.volunteers.change({
              ...(next as Awaited<ReturnType<Api['volunteers']['get']>>),
              version,
            })
          }
          states.push((await recordOf('volunteers', id)).record)
          const back = Math.min(stepsBack, states.length - 1)
          for (let step = 1; step <= back; step++) {
            await apply('volunteers', id)
            expect((await recordOf('volunteers', id)).record).toEqual(states[states.length - 1 - step])
          }
          for (let step = back - 1; step >= 0; step--) {
            await apply('volunteers', id, 'redo')
            expect((await recordOf('volunteers', id)).record).toEqual(states[states.length - 1 - step])
          }
        },
      ),
      { numRuns: 15 },
    )
  })

  test('works for drafts of agreements, units and staff, with all that hangs on the fields', async () => {
    const volunteer = await api.volunteers.create(aVolunteer({ pesel: '' }))
    const draft = await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    await api.agreements.change({ ...draft, tasks: ['spacery'], weeklyMinutes: 60 })
    await apply('agreements', draft.id)
    expect((await recordOf('agreements', draft.id)).record).toMatchObject({
      tasks: draft.tasks,
      weeklyMinutes: 150,
    })

    const phones = [{ number: '81 466 53 00', note: 'sekretariat' }]
    const unit = await api.units.create({ name: 'Filia nr 3', symbol: 'F3', phones })
    await api.units.change({ ...unit, name: 'Filia nr 4', phones: [] })
    await apply('units', unit.id)
    expect(await api.units.get({ id: unit.id })).toEqual({ ...unit, version: 3 })
    expect((await api.units.versions({ id: unit.id })).map(({ name }) => name)).toEqual(['Filia nr 3'])

    const position = await api.positions.create({ name: 'Referent', staffGroup: 'administration' })
    const member = await api.staff.create(aMember({ positionId: position.id, roles: ['educator'] }))
    await api.staff.change({ ...member, roles: [], employedTo: '2027-03-31' })
    await apply('staff', member.id)
    expect(await api.staff.get({ id: member.id })).toEqual({ ...member, version: 3 })
  })

  test('gives the account back its end where the day of leaving is taken back', async () => {
    const position = await api.positions.create({ name: 'Referent', staffGroup: 'administration' })
    const member = await api.staff.create(aMember({ positionId: position.id }))
    const linked = await api.staff.createAccount({ ...member, login: 'hanna', role: 'clerk', password })
    await api.staff.change({ ...linked, employedTo: '2027-03-31' })
    expect(await api.staff.account({ id: member.id })).toMatchObject({ endsOn: '2027-03-31' })
    await apply('staff', member.id)
    expect(await api.staff.account({ id: member.id })).toMatchObject({ endsOn: null })
  })

  test('takes back the part that a change of many had in this record', async () => {
    const { id } = await api.volunteers.create(aVolunteer({ category: 'adult', pesel: '' }))
    const change = { field: 'category', value: 'senior' } as const
    await api.volunteers.bulk.change({ selection: { exceptIds: [] }, change, expected: 1 })
    await apply('volunteers', id)
    expect(await api.volunteers.get({ id })).toMatchObject({ category: 'adult' })
  })

  test('leaves notes and attachments out of account', async () => {
    const entered = await api.volunteers.create(aVolunteer({ pesel: '' }))
    await api.volunteers.change({ ...entered, town: 'Żory' })
    await api.volunteers.notes.add({ recordId: entered.id, text: 'Zadzwoni w środę' })
    await apply('volunteers', entered.id)
    expect(await api.volunteers.get({ id: entered.id })).toMatchObject({ town: 'Łęczna' })
    expect(await api.volunteers.notes.list({ recordId: entered.id })).toHaveLength(1)
  })
})

describe('what cannot be taken back', () => {
  test('is told before, and refused', async () => {
    const entered = await api.volunteers.create(aVolunteer({ pesel: '' }))
    expect(await api.volunteers.undo.state({ recordId: entered.id })).toEqual({
      undo: null,
      redo: null,
      obstacle: { key: 'undo.nothing' },
    })
    await api.volunteers.change({ ...entered, town: 'Żory' })
    const { undo } = await api.volunteers.undo.state({ recordId: entered.id })
    const entryId = undo?.entryId ?? 0
    // Another window has saved in between: first the version is stale, then the step is no longer the last.
    await api.volunteers.change({ ...entered, version: 2, town: 'Ostróda' })
    expect(await refusalOf(api.volunteers.undo.apply({ id: entered.id, version: 2, entryId }))).toEqual(
      ruleRefusal('undo.errors.notLast'),
    )
    const latest = (await api.volunteers.undo.state({ recordId: entered.id })).undo?.entryId ?? 0
    expect(
      await refusalOf(api.volunteers.undo.apply({ id: entered.id, version: 2, entryId: latest })),
    ).toMatchObject({ code: 'CONFLICT', data: { current: { town: 'Ostróda' } } })
    expect(await api.volunteers.get({ id: entered.id })).toMatchObject({ town: 'Ostróda', version: 3 })
  })

  test('is what was signed since', async () => {
    const { draft } = await aSignableDraft(api)
    const changed = await api.agreements.change({ ...draft, weeklyMinutes: 60 })
    await api.agreements.sign({ id: draft.id, version: changed.version })
    expect(await api.agreements.undo.state({ recordId: draft.id })).toMatchObject({
      undo: null,
      obstacle: { key: 'undo.otherAction', action: 'signed' },
    })
  })

  test('is a change after which a field became another without the history', async () => {
    const unit = await api.units.create({ name: 'Filia nr 3' })
    const planned = { ...unit, name: 'Centrum Seniora', fromOn: '2026-12-01' }
    const { version } = await api.units.reorganise(planned)
    await api.units.change({ ...unit, version, name: 'Filia nr 33' })
    app.clock.now = new Date('2026-12-02T10:00:00Z')
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.units.undo.state({ recordId: unit.id })).toMatchObject({
      undo: null,
      obstacle: { key: 'undo.changedSince' },
    })
  })

  test('is anything for who may not change the record, and a record out of reach', async () => {
    const entered = await api.volunteers.create(aVolunteer())
    await api.volunteers.change({ ...entered, town: 'Żory' })
    const viewer = await app.windowOf('viewer')
    expect(await refusalOf(viewer.volunteers.undo.state({ recordId: entered.id }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refusalOf(api.volunteers.undo.state({ recordId: 99 }))).toEqual(
      notFoundRefusal('volunteers'),
    )
    expect(await outcomeOf(api.volunteers.undo.apply({ id: 99, version: 1, entryId: 1 }))).toEqual(
      notFoundRefusal('volunteers'),
    )
  })

  test('is never told where the value is restricted: the field alone', async () => {
    const entered = await api.volunteers.create(aVolunteer())
    await api.volunteers.change({ ...entered, pesel: '', peselNote: 'brak' })
    const { undo } = await api.volunteers.undo.state({ recordId: entered.id })
    expect(undo?.changes).toEqual({ fields: {}, secret: ['pesel', 'peselNote'] })
    await apply('volunteers', entered.id)
    expect(await api.volunteers.get({ id: entered.id })).toMatchObject({
      pesel: entered.pesel,
      peselNote: '',
    })
    // The number may be somebody else's by now.
    await apply('volunteers', entered.id, 'redo')
    await api.volunteers.create(aVolunteer({ surname: 'Inna' }))
    const state = await api.volunteers.undo.state({ recordId: entered.id })
    const { version } = await api.volunteers.get({ id: entered.id })
    const again = api.volunteers.undo.apply({ id: entered.id, version, entryId: state.undo?.entryId ?? 0 })
    expect(await refusalOf(again)).toMatchObject({
      data: { fields: { pesel: { key: 'volunteers.errors.peselTaken' } } },
    })
  })
})
