import { beforeEach, describe, expect, test } from 'vitest'
import { aMember, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

/** What lies in the bin, the last removed first. */
async function lines() {
  return (await api.bin.list({})).rows
}

describe('what changed while it lay in the bin', () => {
  test('is heeded: a unit comes into force, or is refused where another has its name by now', async () => {
    const unit = await api.units.create({ name: 'Klub Seniora', validFrom: '2026-12-01' })
    expect(unit.isActive).toBe(false)
    const { binId } = await api.units.removal.remove(unit)
    app.clock.now = new Date('2026-12-15T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    const other = await api.units.create({ name: 'Klub Seniora' })
    expect(await refusalOf(api.bin.restore({ id: binId }))).toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'units.errors.nameTaken' },
    })
    expect(await api.units.count({})).toBe(1)
    expect(await lines()).toHaveLength(1)
    await api.units.change({ ...other, name: 'Klub Młodych' })
    await api.bin.restore({ id: binId })
    expect(await api.units.get({ id: unit.id })).toEqual({ ...unit, isActive: true })
  })

  test('is heeded: the post that somebody holds by now stands in the row', async () => {
    const group = 'socialWorkers' as const
    const first = await api.positions.create({ name: 'Aspirant', staffGroup: group })
    const second = await api.positions.create({ name: 'Pracownik socjalny', staffGroup: group })
    const member = await api.staff.create(aMember({ positionId: first.id }))
    const changed = await api.staff.changePostFrom({
      id: member.id,
      version: member.version,
      fromOn: '2026-12-01',
      positionId: second.id,
      unitId: null,
      ownGroup: null,
    })
    const { binId } = await api.staff.removal.remove(changed)
    app.clock.now = new Date('2026-12-15T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    await api.bin.restore({ id: binId })
    expect((await api.staff.get({ id: member.id })).position).toMatchObject({ text: 'Pracownik socjalny' })
  })
})

describe('several at once', () => {
  async function removeUnits(names: string[]) {
    for (const name of names) await api.units.removal.remove(await api.units.create({ name }))
  }
  const all = (expected: number) => ({ selection: { exceptIds: [] }, expected })

  test('are restored, what stood above others first, and what cannot be stays and is told of', async () => {
    const branch = await api.units.create({ name: 'Filia' })
    const section = await api.units.create({ name: 'Sekcja', parentId: branch.id })
    await api.units.removal.remove(section)
    await api.units.removal.remove(branch)
    await api.volunteers.removal.remove(await api.volunteers.create(aVolunteer()))
    await api.volunteers.create(aVolunteer())
    expect(await api.bin.restoreMany(all(3))).toEqual({
      done: 2,
      kept: 1,
      keptRecords: [{ title: 'Łukasik Elżbieta (WOL/1/2026)', reason: 'bin.errors.taken' }],
    })
    expect((await api.units.list({})).rows.map(({ name }) => name)).toEqual(['Filia', 'Sekcja'])
    expect(await lines()).toMatchObject([{ kind: 'volunteers' }])
  })

  test('are restored as far as they are selected and found, and only as many as the caller saw', async () => {
    await removeUnits(['Świetlica Mała', 'Świetlica Duża', 'Klub'])
    expect(await refusalOf(api.bin.restoreMany(all(2)))).toMatchObject({
      data: { reason: 'list.errors.selectionChanged' },
    })
    expect(await api.bin.restoreMany({ ...all(2), search: 'swiet' })).toMatchObject({ done: 2 })
    expect(await api.bin.restoreMany({ ...all(1), filters: { title: { contains: 'klu' } } })).toMatchObject({
      done: 1,
    })
  })

  test('are emptied by an administrator, but for those that have not lain their time', async () => {
    await removeUnits(['Stara'])
    app.clock.now = new Date('2027-02-20T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    await removeUnits(['Nowa'])
    const clerk = await app.windowOf('clerk')
    expect(await refusalOf(clerk.bin.emptySelected(all(2)))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await api.bin.emptySelected(all(2))).toEqual({
      done: 1,
      kept: 1,
      keptRecords: [{ title: 'Nowa', reason: 'bin.errors.tooEarly' }],
    })
    expect(await lines()).toMatchObject([{ title: 'Nowa' }])
  })
})

describe('a record that lies in it', () => {
  test('is told of under its own address, to who sees it in the bin', async () => {
    const { id, version } = await api.units.create({ name: 'Klub' })
    const where = { kind: 'units', recordId: id }
    expect(await api.bin.ofRecord(where)).toBeNull()
    const { binId } = await api.units.removal.remove({ id, version })
    const removedBy = { text: 'Anna Administrator' }
    expect(await api.bin.ofRecord(where)).toMatchObject({ id: binId, title: 'Klub', removedBy })
    expect(await (await app.windowOf('clerk')).bin.ofRecord(where)).toBeNull()
    await api.bin.restore({ id: binId })
    expect(await api.bin.ofRecord(where)).toBeNull()
  })
})
