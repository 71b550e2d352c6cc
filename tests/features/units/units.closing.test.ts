import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#shared/kit/dates.ts'
import { aMember, aSignableDraft } from '#tests/support/builders.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

describe('a unit is closed', () => {
  let app: TestApp
  let api: Api
  beforeEach(async () => {
    app = await openTestApp()
    api = app.api
    return () => app.close()
  })

  const refusedBecause = (...because: [key: string, count: number][]) => ({
    code: 'RULE_BROKEN',
    data: {
      reason: 'units.errors.inUse',
      because: because.map(([key, count]) => ({ key, params: { count } })),
    },
  })

  test('once the units below it are closed or have moved by that day', async () => {
    const branch = await api.units.create({ name: 'Filia nr 1' })
    const other = await api.units.create({ name: 'Filia nr 2' })
    const section = await api.units.create({ name: 'Sekcja nr 7', parentId: branch.id })
    const team = await api.units.create({ name: 'Zespół', parentId: branch.id })
    const close = () => api.units.change({ ...branch, validTo: '2026-12-31' })
    expect(await refusalOf(close())).toEqual(refusedBecause(['units.count', 2]))
    await api.units.change({ ...section, validTo: '2026-12-31' })
    await api.units.reorganise({ ...team, parentId: other.id, fromOn: '2027-01-02' })
    expect(await refusalOf(close())).toEqual(refusedBecause(['units.count', 1]))
    const [ahead] = await api.units.versions({ id: team.id })
    const called = await api.units.callOff({ ...team, version: 2, versionId: ahead?.id ?? 0 })
    await api.units.reorganise({ ...called, parentId: other.id, fromOn: '2027-01-01' })
    await expect(close()).resolves.toMatchObject({ isActive: true, validTo: '2026-12-31' })
  })

  test('on the last day of its last agreement or later, and with everything in the way named at once', async () => {
    const { draft, unit } = await aSignableDraft(api)
    const { endsOn } = await api.agreements.sign(draft)
    await api.units.create({ name: 'Punkt', parentId: unit.id })
    const close = (validTo: string) => api.units.change({ ...unit, validTo })
    expect(await refusalOf(close(addDays(endsOn ?? '', -1)))).toEqual(
      refusedBecause(['units.count', 1], ['agreements.count', 1]),
    )
    expect(await refusalOf(close(endsOn ?? ''))).toEqual(refusedBecause(['units.count', 1]))
  })

  test('once nobody of the staff has a post there', async () => {
    const [unit, other] = [
      await api.units.create({ name: 'Filia' }),
      await api.units.create({ name: 'Inna' }),
    ]
    const position = await api.positions.create({ name: 'Pracownik socjalny', staffGroup: 'socialWorkers' })
    const at = { positionId: position.id, unitId: unit.id }
    await api.staff.create(aMember({ ...at, employedTo: '2026-12-31' }))
    const moving = await api.staff.create(aMember(at))
    const close = () => api.units.change({ ...unit, validTo: '2026-12-31' })
    expect(await refusalOf(close())).toEqual(refusedBecause(['staff.employees', 1]))
    const moves = { id: moving.id, version: moving.version, positionId: position.id, unitId: other.id }
    await api.staff.changePostFrom({ ...moves, fromOn: '2027-01-01' })
    await expect(close()).resolves.toMatchObject({ validTo: '2026-12-31' })
  })

  test('whatever drafts and cancelled agreements name it', async () => {
    const { draft, unit } = await aSignableDraft(api)
    const signed = await api.agreements.sign(draft)
    await api.agreements.cancel({ id: signed.id, version: signed.version, reason: 'Pomyłka' })
    await expect(api.units.change({ ...unit, validTo: '2026-11-22' })).resolves.toBeDefined()
  })
})
