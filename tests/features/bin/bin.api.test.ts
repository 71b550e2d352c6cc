import { beforeEach, describe, expect, test } from 'vitest'
import { anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
import { tablesOf, withSqlite } from '#tests/support/databases.ts'
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
async function lines(of: Api = api) {
  return (await of.bin.list({})).rows
}

/** All rows of all tables but the history. */
function everything(): Record<string, unknown[]> {
  return withSqlite(`${app.folder}/osrodek.db`, (sqlite) =>
    Object.fromEntries(
      tablesOf(sqlite)
        .filter((table) => table !== 'history')
        .map((table) => [table, sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
    ),
  )
}

describe('a removed volunteer', () => {
  async function withBelongings() {
    const volunteer = await api.volunteers.create(aVolunteer())
    await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Dzwonić po 16.' })
    await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    return volunteer
  }

  test('is in no list and no search, and comes back as it was with all that belonged to it', async () => {
    const volunteer = await withBelongings()
    const before = everything()
    const { binId } = await api.volunteers.removal.remove(volunteer)
    expect(await api.volunteers.count({})).toBe(0)
    expect(await api.volunteers.count({ search: 'lukasik' })).toBe(0)
    expect(await api.agreements.count({})).toBe(0)
    expect(await lines()).toMatchObject([
      {
        id: binId,
        kind: 'volunteers',
        recordId: volunteer.id,
        removedBy: { text: 'Anna Administrator' },
        isDue: false,
      },
    ])
    expect(await api.bin.restore({ id: binId })).toEqual({ kind: 'volunteers', recordId: volunteer.id })
    expect(everything()).toEqual(before)
    expect(await api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
  })

  test('keeps its id for itself: the next one gets another', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    await api.volunteers.removal.remove(volunteer)
    const next = await api.volunteers.create(aVolunteer({ surname: 'Nowak', pesel: '' }))
    expect(next.id).toBeGreaterThan(volunteer.id)
  })

  test('is not restored beside another who has the PESEL now', async () => {
    const { binId } = await api.volunteers.removal.remove(await api.volunteers.create(aVolunteer()))
    await api.volunteers.create(aVolunteer())
    expect(await refusalOf(api.bin.restore({ id: binId }))).toMatchObject({
      data: { reason: 'bin.errors.taken' },
    })
    expect(await lines()).toHaveLength(1)
    expect(await api.volunteers.count({})).toBe(1)
  })

  test('is refused where agreements have numbers, and on a stale version', async () => {
    const { draft, volunteer } = await aSignableDraft(api)
    await api.agreements.sign(draft)
    expect(await refusalOf(api.volunteers.removal.remove(volunteer))).toMatchObject({
      data: {
        reason: 'bin.errors.held',
        because: [{ key: 'agreements.held.volunteer', params: { count: 1 } }],
      },
    })
    const other = await api.volunteers.create(aVolunteer())
    await api.volunteers.change({ ...other, town: 'Lublin' })
    expect(await refusalOf(api.volunteers.removal.remove(other))).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('other registers', () => {
  test('a draft goes and comes back, a signed agreement stays', async () => {
    const { draft } = await aSignableDraft(api)
    const { binId } = await api.agreements.removal.remove(draft)
    await api.bin.restore({ id: binId })
    const signed = await api.agreements.sign(await api.agreements.get({ id: draft.id }))
    expect(await refusalOf(api.agreements.removal.remove(signed))).toMatchObject({
      data: { reason: 'bin.errors.held', because: [{ key: 'agreements.held.concluded' }] },
    })
  })

  test('a unit that others refer to stays; one that nothing needs comes back with its versions', async () => {
    const branch = await api.units.create({ name: 'Filia nr 1' })
    const section = await api.units.create({ name: 'Sekcja nr 1', parentId: branch.id })
    expect(await refusalOf(api.units.removal.remove(branch))).toMatchObject({
      data: { reason: 'bin.errors.held', because: [{ key: 'units.held.parent', params: { count: 1 } }] },
    })
    const before = everything()
    const { binId } = await api.units.removal.remove(section)
    await api.bin.restore({ id: binId })
    expect(everything()).toEqual(before)
  })
})

describe('the bin', () => {
  test('is emptied by an administrator alone, and only of what has lain its time', async () => {
    await api.volunteers.removal.remove(await api.volunteers.create(aVolunteer()))
    expect(await api.bin.empty()).toEqual({ records: 0, parts: 0 })
    const clerk = await app.windowOf('clerk')
    expect(await refusalOf(clerk.bin.empty())).toMatchObject({ code: 'FORBIDDEN' })
    app.clock.now = new Date('2027-02-20T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    expect(await lines()).toMatchObject([{ dueOn: '2027-02-20', isDue: true }])
    expect(await api.bin.empty()).toEqual({ records: 1, parts: 0 })
    expect(await lines()).toEqual([])
    expect(everything().bin).toEqual([])
  })

  test('counts the days of what lies in it anew when their number changes, and empties nothing by that', async () => {
    await api.volunteers.removal.remove(await api.volunteers.create(aVolunteer()))
    app.clock.now = new Date('2026-12-02T10:00:00Z')
    await api.accounts.signIn({ login: 'admin', password })
    await api.settings.changeProgram({ idleMinutes: 10, binDays: 7, version: 1 })
    expect(await lines()).toMatchObject([{ dueOn: '2026-11-29', isDue: true }])
    await api.settings.changeProgram({ idleMinutes: 10, binDays: 365, version: 2 })
    expect(await lines()).toMatchObject([{ dueOn: '2027-11-22', isDue: false }])
    expect(await api.bin.empty()).toEqual({ records: 0, parts: 0 })
  })

  test('shows a head what belonged to the own unit, to be restored, and nothing else', async () => {
    const own = await aSignableDraft(api)
    const other = await aSignableDraft(api)
    const free = await api.volunteers.create(aVolunteer())
    const head = await app.windowOf('head', own.unit.id)
    const removed = await api.volunteers.removal.remove(own.volunteer)
    const foreign = await api.agreements.removal.remove(other.draft)
    const unitless = await api.volunteers.removal.remove(free)
    expect(await lines(head)).toMatchObject([{ id: removed.binId, kind: 'volunteers' }])
    expect(await head.volunteers.history({ recordId: own.volunteer.id })).not.toEqual([])
    for (const { binId } of [foreign, unitless])
      expect(await refusalOf(head.bin.restore({ id: binId }))).toMatchObject({ code: 'NOT_FOUND' })
    await head.bin.restore({ id: removed.binId })
    expect(await head.agreements.get({ id: own.draft.id })).toEqual(own.draft)
    expect(await lines(head)).toEqual([])
  })

  test('shows what one may write, and is closed to who may write nothing', async () => {
    const hr = await app.windowOf('hr')
    const { binId } = await api.volunteers.removal.remove(await api.volunteers.create(aVolunteer()))
    expect(await lines(hr)).toEqual([])
    expect(await refusalOf(hr.bin.restore({ id: binId }))).toMatchObject({ code: 'FORBIDDEN' })
    const viewer = await app.windowOf('viewer')
    expect(await refusalOf(viewer.bin.list({}))).toMatchObject({ code: 'FORBIDDEN' })
  })
})
