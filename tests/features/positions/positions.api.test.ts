import { beforeEach, describe, expect, test } from 'vitest'
import { aMember } from '#tests/support/builders.ts'
import { fieldRefusal, notFoundRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const nameTaken = fieldRefusal('name', 'positions.errors.nameTaken')

describe('a position', () => {
  test('is kept as entered, open unless that is said, held by nobody', async () => {
    const position = await api.positions.create({ name: ' starszy  referent ', staffGroup: 'administration' })
    expect(position).toEqual({
      id: position.id,
      name: 'starszy referent',
      staffGroup: 'administration',
      groups: [{ fromOn: '', staffGroup: 'administration' }],
      isActive: true,
      holders: 0,
      isUsed: false,
      version: 1,
    })
    expect(await api.positions.list()).toEqual([position])
  })

  test('has a name of its own, whatever the case and marks', async () => {
    await api.positions.create({ name: 'Księgowy', staffGroup: 'administration' })
    const other = await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
    expect(await refusalOf(api.positions.create({ name: 'ksiegowy', staffGroup: 'managers' }))).toEqual(
      nameTaken,
    )
    expect(await refusalOf(api.positions.change({ ...other, name: 'KSIĘGOWY' }))).toEqual(nameTaken)
    expect(await api.positions.change({ ...other, name: 'Kierownik' })).toMatchObject({ name: 'Kierownik' })
  })

  test('is changed once for each version', async () => {
    const position = await api.positions.create({ name: 'psycholog', staffGroup: 'managers' })
    const changed = await api.positions.change({ ...position, staffGroup: 'specialists' })
    expect(changed).toMatchObject({ staffGroup: 'specialists', version: 2 })
    expect(await refusalOf(api.positions.change({ ...position, isActive: false }))).toEqual({
      code: 'CONFLICT',
      data: { current: changed },
    })
    expect(await refusalOf(api.positions.remove(position))).toMatchObject({ code: 'CONFLICT' })
    expect(await refusalOf(api.positions.change({ ...position, id: 4711 }))).toEqual(
      notFoundRefusal('positions'),
    )
  })

  test('stands among the others in the order of the Polish alphabet', async () => {
    for (const name of ['żeglarz', 'łowczy', 'lekarz', 'asystent'])
      await api.positions.create({ name, staffGroup: 'specialists' })
    expect((await api.positions.list()).map(({ name }) => name)).toEqual([
      'asystent',
      'lekarz',
      'łowczy',
      'żeglarz',
    ])
  })
})

describe('a position that somebody has held', () => {
  test('is not removed, also after the person has another; it can be closed', async () => {
    const position = await api.positions.create({ name: 'psycholog', staffGroup: 'specialists' })
    const other = await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
    const member = await api.staff.create(aMember({ positionId: position.id }))
    expect(await api.positions.list()).toMatchObject([
      { name: 'kierownik', holders: 0, isUsed: false },
      { name: 'psycholog', holders: 1, isUsed: true },
    ])
    await api.staff.changePostFrom({ ...member, positionId: other.id, fromOn: '2026-11-01' })
    expect(await api.positions.list()).toMatchObject([
      { name: 'kierownik', holders: 1 },
      { name: 'psycholog', holders: 0, isUsed: true },
    ])
    expect(await refusalOf(api.positions.remove(position))).toEqual({
      code: 'RULE_BROKEN',
      data: { reason: 'positions.errors.inUse' },
    })
    expect(await api.positions.change({ ...position, isActive: false })).toMatchObject({ isActive: false })
  })

  test('has another group from a day on, and the days before keep theirs', async () => {
    const position = await api.positions.create({ name: 'konsultant', staffGroup: 'specialists' })
    await api.staff.create(aMember({ positionId: position.id, surname: 'Adamska' }))
    await api.staff.create(aMember({ positionId: position.id, surname: 'Bielska', ownGroup: 'managers' }))
    const groupsOn = async (day: string) =>
      (await api.staff.headcount({ day })).map(({ staffGroup, count }) => `${staffGroup} ${count}`).sort()
    const changed = await api.positions.change({
      ...position,
      staffGroup: 'administration',
      groupFromOn: '2026-06-01',
    })
    expect(changed.groups).toEqual([
      { fromOn: '', staffGroup: 'specialists' },
      { fromOn: '2026-06-01', staffGroup: 'administration' },
    ])
    expect(await groupsOn('2026-05-31')).toEqual(['managers 1', 'specialists 1'])
    expect(await groupsOn('2026-06-01')).toEqual(['administration 1', 'managers 1'])
    const listed = async (day: string) =>
      (
        await api.staff.list({
          filters: { employedOn: { from: day, to: day }, staffGroup: { oneOf: ['specialists'] } },
        })
      ).rows.map(({ surname }) => surname)
    expect(await listed('2026-05-31')).toEqual(['Adamska'])
    expect(await listed('2026-06-01')).toEqual([])
    expect(
      await refusalOf(
        api.positions.change({ ...changed, staffGroup: 'managers', groupFromOn: '2030-01-01' }),
      ),
    ).toEqual(fieldRefusal('groupFromOn', 'positions.errors.groupToCome'))
    const [entry] = (await api.history.list({ filters: { kind: { oneOf: ['positions'] } } })).rows
    expect(JSON.stringify(entry)).toContain('groupFromOn')
  })

  test('whose group was entered wrongly gives the right one to all who hold it, also on days gone by', async () => {
    const position = await api.positions.create({ name: 'konsultant', staffGroup: 'specialists' })
    await api.staff.create(aMember({ positionId: position.id, surname: 'Adamska' }))
    await api.staff.create(aMember({ positionId: position.id, surname: 'Bielska', ownGroup: 'managers' }))
    const groupsOn = async (day: string) =>
      (await api.staff.headcount({ day })).map(({ staffGroup, count }) => `${staffGroup} ${count}`).sort()
    expect(await groupsOn('2026-11-22')).toEqual(['managers 1', 'specialists 1'])
    await api.positions.change({ ...position, staffGroup: 'administration' })
    for (const day of ['2026-11-22', '2020-02-01'])
      expect(await groupsOn(day)).toEqual(['administration 1', 'managers 1'])
    expect((await api.staff.list({})).rows.map(({ staffGroup }) => staffGroup)).toEqual([
      'administration',
      'managers',
    ])
  })
})

test('a position that nobody ever held is removed, and the search forgets it', async () => {
  const position = await api.positions.create({ name: 'psycholog', staffGroup: 'specialists' })
  await api.positions.remove(position)
  expect(await api.positions.list()).toEqual([])
})

test('positions are seen by everybody and changed by the administrator and HR alone', async () => {
  const unit = await api.units.create({ name: 'Klub' })
  const position = await api.positions.create({ name: 'psycholog', staffGroup: 'specialists' })
  for (const role of ['clerk', 'supervisor', 'head', 'viewer'] as const) {
    const window = await app.windowOf(role, unit.id)
    expect(await window.positions.list()).toHaveLength(1)
    expect(await refusalOf(window.positions.change(position))).toEqual({
      code: 'FORBIDDEN',
      data: { permission: 'positions.write' },
    })
  }
  const hr = await app.windowOf('hr')
  expect(await hr.positions.change({ ...position, isActive: false })).toMatchObject({ version: 2 })
})
