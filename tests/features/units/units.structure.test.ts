import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { cycleFrom, treeOf, versionOn } from '#shared/features/units/units.rules.ts'
import { shownChanges } from '#shared/kit/register/changes.ts'
import { aMember } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

describe('the version in force', () => {
  const days = fc.constantFrom(null, '2020-01-01', '2024-06-30', '2024-07-01', '2030-12-31')

  test('is the last that has begun, whatever the order in which they are kept', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(days, { minLength: 1 }),
        fc.constantFrom('2019-01-01', '2024-06-30', '2099-01-01'),
        (fromOns, day) => {
          const begun = fromOns
            .filter((fromOn) => (fromOn ?? '') <= day)
            .sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
          const found = versionOn(
            fromOns.map((fromOn) => ({ fromOn })),
            day,
          )
          if (begun.length > 0) expect(found?.fromOn).toBe(begun.at(-1))
          else expect(fromOns).toContain(found?.fromOn)
        },
      ),
    )
  })
})

describe('the structure', () => {
  const parents = fc.array(fc.option(fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 8 })
  const unitsOf = (given: (number | null)[]) =>
    given.map((parentId, id) => ({
      id,
      parentId: parentId !== null && parentId < given.length ? parentId : null,
    }))

  test('has a cycle where somebody who goes up from a unit never comes to an end', () => {
    fc.assert(
      fc.property(parents, (given) => {
        const units = unitsOf(given)
        const climbsForEver = units.some(({ id }) => {
          let at: number | null = id
          for (let step = 0; step <= units.length && at !== null; step++) at = units[at]?.parentId ?? null
          return at !== null
        })
        const lines = units.map(({ id, parentId }) => ({ id, versions: [{ fromOn: null, parentId }] }))
        expect(cycleFrom(lines) !== undefined).toBe(climbsForEver)
      }),
    )
  })

  test('shows every unit once, below the one it belongs to', () => {
    fc.assert(
      fc.property(parents, (given) => {
        // A parent with a lower number cannot close a circle.
        const units = unitsOf(given.map((parent, id) => (parent !== null && parent < id ? parent : null)))
        const seen: number[] = []
        const walk = (
          branches: ReturnType<typeof treeOf<(typeof units)[number]>>,
          parentId: number | null,
        ) => {
          for (const { unit, children } of branches) {
            expect(unit.parentId).toBe(parentId)
            seen.push(unit.id)
            walk(children, unit.id)
          }
        }
        walk(treeOf(units), null)
        expect(seen.sort()).toEqual(units.map(({ id }) => id))
      }),
    )
  })
})

describe('a reorganisation', () => {
  let app: TestApp
  let api: Api
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    return () => app.close()
  })

  async function structure() {
    const branch = await api.units.create({ name: 'Filia nr 1', kind: 'branch', numberLabel: '1' })
    const other = await api.units.create({ name: 'Filia nr 2', kind: 'branch', numberLabel: '2' })
    const section = await api.units.create({
      name: 'Sekcja nr 7',
      kind: 'section',
      numberLabel: '7',
      symbol: 'SPS.7',
      parentId: branch.id,
    })
    return { branch, other, section }
  }

  test('keeps what was: each day has its tree, with the names of that day', async () => {
    const { other, section } = await structure()
    const change = { ...section, name: 'Zespół nr 7', kind: 'team' as const, parentId: other.id }
    await api.units.reorganise({ ...change, fromOn: '2026-10-01' })
    const on = async (day: string) => (await api.units.tree({ on: day })).find(({ id }) => id === section.id)
    expect(await on('2026-09-30')).toMatchObject({ name: 'Sekcja nr 7', parentId: section.parentId })
    expect(await on('2026-10-01')).toMatchObject({ name: 'Zespół nr 7', kind: 'team', parentId: other.id })
    expect(await api.units.get({ id: section.id })).toMatchObject({ name: 'Zespół nr 7', version: 2 })
    expect(await api.units.versions({ id: section.id })).toMatchObject([
      { fromOn: '2026-10-01', name: 'Zespół nr 7' },
      { fromOn: null, name: 'Sekcja nr 7' },
    ])
  })

  test('that lies ahead comes into force on its day, also while nobody changes anything', async () => {
    const { section } = await structure()
    await api.units.reorganise({ ...section, name: 'Zespół nr 7', fromOn: '2027-01-01' })
    expect(await api.units.get({ id: section.id })).toMatchObject({ name: 'Sekcja nr 7' })
    expect((await api.units.list({ search: 'zespol' })).rows).toEqual([])
    app.clock.now = new Date('2026-12-31T23:30:00Z')
    await app.restart()
    await app.api.accounts.signIn({ login: 'admin', password })
    expect(await app.api.units.get({ id: section.id })).toMatchObject({ name: 'Zespół nr 7' })
    expect((await app.api.units.list({ search: 'zespol' })).rows).toHaveLength(1)
  })

  test('can be called off before its day, and only corrected after', async () => {
    const { section } = await structure()
    const planned = await api.units.reorganise({ ...section, name: 'Zespół nr 7', fromOn: '2027-01-01' })
    const [ahead] = await api.units.versions({ id: section.id })
    const calledOff = await api.units.callOff({ ...planned, versionId: ahead?.id ?? 0 })
    expect(await api.units.versions({ id: section.id })).toHaveLength(1)
    const begun = await api.units.reorganise({ ...calledOff, name: 'Zespół nr 7', fromOn: '2026-11-22' })
    const [inForce] = await api.units.versions({ id: section.id })
    expect(await refusalOf(api.units.callOff({ ...begun, versionId: inForce?.id ?? 0 }))).toMatchObject({
      data: { reason: 'units.errors.inForce' },
    })
    const corrected = await api.units.change({ ...begun, name: 'Zespół Pracy Socjalnej nr 7' })
    expect(corrected.name).toBe('Zespół Pracy Socjalnej nr 7')
    expect((await api.units.versions({ id: section.id })).map(({ name }) => name)).toEqual([
      'Zespół Pracy Socjalnej nr 7',
      'Sekcja nr 7',
    ])
  })

  test('puts no unit below itself, today or on any day to come', async () => {
    const { branch, section } = await structure()
    const below = fieldRefusal('parentId', 'units.errors.belowItself')
    expect(await refusalOf(api.units.change({ ...branch, parentId: section.id }))).toEqual(below)
    expect(await refusalOf(api.units.change({ ...branch, parentId: branch.id }))).toEqual(below)
    const moved = { ...branch, parentId: section.id, fromOn: '2030-01-01' }
    expect(await refusalOf(api.units.reorganise(moved))).toEqual(below)
    expect(await api.units.get({ id: branch.id })).toEqual(branch)
  })

  test('and its calling off stand in the history with what changes, not with what is today', async () => {
    const { other, section } = await structure()
    const change = { ...section, name: 'Zespół nr 7', kind: 'team' as const, parentId: other.id }
    const planned = await api.units.reorganise({ ...change, fromOn: '2027-01-01' })
    const [ahead] = await api.units.versions({ id: section.id })
    await api.units.callOff({ ...planned, versionId: ahead?.id ?? 0 })
    const [calledOff, reorganised] = await api.units.history({ recordId: section.id })
    expect(reorganised).toMatchObject({
      action: 'reorganised',
      changes: {
        fields: {
          fromOn: [null, '2027-01-01'],
          name: ['Sekcja nr 7', 'Zespół nr 7'],
          kind: ['section', 'team'],
          parentName: ['Filia nr 1', 'Filia nr 2'],
        },
      },
    })
    expect(calledOff).toMatchObject({
      action: 'calledOff',
      changes: { fields: { fromOn: [null, '2027-01-01'], name: ['Zespół nr 7', 'Sekcja nr 7'] } },
    })
    expect(shownChanges('units', reorganised?.changes ?? { fields: {}, secret: [] })).toContainEqual({
      labels: ['units.fields.kind', 'history.otherFields.kind'],
      values: { before: { key: 'units.kinds.section' }, after: { key: 'units.kinds.team' } },
    })
  })

  test('begins within the time of the unit', async () => {
    const unit = await api.units.create({ name: 'Punkt', validFrom: '2026-01-01', validTo: '2026-12-31' })
    for (const fromOn of ['2026-01-01', '2025-06-01', '2027-01-01']) {
      expect(await refusalOf(api.units.reorganise({ ...unit, fromOn }))).toEqual(
        fieldRefusal('fromOn', 'units.errors.outsideTime'),
      )
    }
    await expect(api.units.reorganise({ ...unit, fromOn: '2026-12-31' })).resolves.toBeDefined()
  })

  test('keeps numbers apart within kind and parent, and symbols among open units', async () => {
    const { branch, other, section } = await structure()
    const same = { kind: 'section' as const, numberLabel: '7', name: 'Sekcja nowa' }
    expect(await refusalOf(api.units.create({ ...same, parentId: branch.id }))).toEqual(
      fieldRefusal('numberLabel', 'units.errors.numberTaken'),
    )
    await api.units.create({ ...same, parentId: other.id })
    await api.units.create({ ...same, kind: 'team', parentId: branch.id })
    const symbol = { name: 'Punkt', symbol: 'sps.7' }
    expect(await refusalOf(api.units.create(symbol))).toEqual(
      fieldRefusal('symbol', 'units.errors.symbolTaken'),
    )
    await api.units.change({ ...section, validTo: '2026-11-21' })
    await expect(api.units.create(symbol)).resolves.toMatchObject({ symbol: 'sps.7' })
  })

  test('clashes with none that comes into force later', async () => {
    const { other, section } = await structure()
    const begin = { name: 'Zespół', kind: 'team' as const, numberLabel: '7', parentId: other.id }
    const team = await api.units.create({ ...begin, validTo: '2027-06-30' })
    const moved = { ...section, ...begin, name: 'Zespół', symbol: '', validTo: null }
    const reorganise = (fromOn: string) => api.units.reorganise({ ...moved, fromOn })
    expect(await refusalOf(reorganise('2027-06-30'))).toEqual(fieldRefusal('name', 'units.errors.nameTaken'))
    await reorganise('2027-07-01')
    expect(await refusalOf(api.units.change({ ...team, validTo: '2027-07-01' }))).toEqual(
      fieldRefusal('name', 'units.errors.nameTaken'),
    )
  })

  test('fits the days of the unit: they cannot be set so that it never would have been', async () => {
    const { section } = await structure()
    const planned = await api.units.reorganise({ ...section, name: 'Zespół nr 7', fromOn: '2027-01-01' })
    expect(await refusalOf(api.units.change({ ...planned, validTo: '2026-12-31' }))).toEqual(
      fieldRefusal('validTo', 'units.errors.changesAfter'),
    )
    expect(await refusalOf(api.units.change({ ...planned, validFrom: '2027-01-01' }))).toEqual(
      fieldRefusal('validFrom', 'units.errors.changedBefore'),
    )
  })

  test('under a unit that closes earlier is refused', async () => {
    const { branch, other } = await structure()
    const closing = await api.units.change({ ...other, validTo: '2026-12-31' })
    expect(await refusalOf(api.units.create({ name: 'Punkt', parentId: closing.id }))).toEqual(
      fieldRefusal('parentId', 'units.errors.parentCloses'),
    )
    await api.units.create({ name: 'Punkt', parentId: closing.id, validTo: '2026-12-31' })
    await expect(api.units.create({ name: 'Punkt', parentId: branch.id })).resolves.toBeDefined()
  })
})

test('the head of a unit stands by name in the tree of a day, in the history, and nobody where there is none', async () => {
  const app = await openTestApp()
  onTestFinished(() => app.close())
  const { api } = app
  const positionId = (await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })).id
  const [first, second] = [
    await api.staff.create(aMember({ positionId, surname: 'Żuk', firstNames: 'Ewa' })),
    await api.staff.create(aMember({ positionId, surname: 'Lis', firstNames: 'Jan' })),
  ]
  const unit = await api.units.create({ name: 'Filia nr 1', headId: first.id })
  const { id } = await api.units.reorganise({ ...unit, headId: second.id, fromOn: '2026-12-01' })
  await api.units.create({ name: 'Filia nr 2' })
  const headsOn = async (on: string) => (await api.units.tree({ on })).map(({ headName }) => headName)
  expect(await headsOn('2026-11-30')).toEqual(['Ewa Żuk', null])
  expect(await headsOn('2026-12-01')).toEqual(['Jan Lis', null])
  expect((await api.units.versions({ id })).map(({ headName }) => headName)).toEqual(['Jan Lis', 'Ewa Żuk'])
  const [change] = await api.units.history({ recordId: id })
  expect(change?.changes.fields).toMatchObject({ headName: ['Ewa Żuk', 'Jan Lis'] })
  expect(shownChanges('units', { fields: change?.changes.fields ?? {}, secret: [] })).toContainEqual({
    labels: ['units.fields.headId', 'history.otherFields.headId'],
    values: {
      before: expect.objectContaining({ text: 'Ewa Żuk' }),
      after: expect.objectContaining({ text: 'Jan Lis' }),
    },
  })
})
