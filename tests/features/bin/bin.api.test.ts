import { beforeEach, describe, expect, test } from 'vitest'
import { aMember, anAgreement, aSignableDraft, aVolunteer } from '#tests/support/builders.ts'
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

describe('before it is removed', () => {
  const group = 'socialWorkers' as const
  const position = () => api.positions.create({ name: `Stanowisko ${Math.random()}`, staffGroup: group })

  test('a record tells what would go with it, without what was removed of it', async () => {
    const volunteer = await api.volunteers.create(aVolunteer())
    await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    const draft = await api.agreements.create(anAgreement({ volunteerId: volunteer.id }))
    await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Jedna.' })
    await api.agreements.notes.add({ recordId: draft.id, text: 'Druga.' })
    const gone = await api.volunteers.notes.add({ recordId: volunteer.id, text: 'Trzecia.' })
    await api.volunteers.notes.remove(gone)
    expect(await api.volunteers.removal.preview({ id: volunteer.id })).toEqual({
      title: 'Łukasik Elżbieta (WOL/1/2026)',
      goes: [
        { key: 'duplicates.rows.notes', params: { count: 2 } },
        { key: 'agreements.draftCount', params: { count: 2 } },
      ],
      reasons: [],
      days: 90,
    })
  })

  test('a unit tells everything that refers to it, by name as far as the caller may read it', async () => {
    const { unit, draft } = await aSignableDraft(api)
    await api.agreements.sign(draft)
    const section = await api.units.create({ name: 'Sekcja', parentId: unit.id })
    const member = await api.staff.create(aMember({ positionId: (await position()).id, unitId: unit.id }))
    await app.windowOf('head', unit.id)
    const expected = [
      { key: 'units.held.parent', records: [{ kind: 'units', id: section.id, title: 'Sekcja' }] },
      { key: 'staff.held.unit', records: [{ kind: 'staff', id: member.id, title: 'Żółkiewska Hanna' }] },
      {
        key: 'agreements.held.unit',
        records: [{ kind: 'agreements', id: draft.id, title: '1/2026, Łukasik Elżbieta' }],
      },
      { key: 'documents.held.unit', records: [] },
      { key: 'accounts.held.unit', records: [] },
    ].map((reason) => ({ ...reason, params: { count: 1 } }))
    expect((await api.units.removal.preview({ id: unit.id })).reasons).toEqual(expected)
    const hr = await app.windowOf('hr')
    expect((await hr.units.removal.preview({ id: unit.id })).reasons).toEqual(
      expected.map((reason) => (reason.key === 'agreements.held.unit' ? { ...reason, records: [] } : reason)),
    )
    expect(await refusalOf(api.units.removal.remove(unit))).toMatchObject({
      data: { reason: 'bin.errors.held', because: expected.map(({ key, params }) => ({ key, params })) },
    })
  })

  test('somebody of the staff who heads a unit or has an account tells so', async () => {
    const member = await api.staff.create(aMember({ positionId: (await position()).id }))
    const unit = await api.units.create({ name: 'Dział', headId: member.id })
    await api.units.reorganise({ ...unit, headId: null, fromOn: '2026-12-01' })
    const account = await api.accounts.create({
      login: 'hanna',
      fullName: 'Hanna Żółkiewska',
      role: 'clerk',
      unitId: null,
      password,
    })
    const linked = await api.staff.linkAccount({ id: member.id, version: member.version, userId: account.id })
    expect((await api.staff.removal.preview({ id: member.id })).reasons).toEqual([
      { key: 'staff.held.account', records: [] },
      {
        key: 'units.held.head',
        params: { count: 1 },
        records: [{ kind: 'units', id: unit.id, title: 'Dział' }],
      },
    ])
    expect(await refusalOf(api.staff.removal.remove(linked))).toMatchObject({ code: 'RULE_BROKEN' })
  })

  test('names five records of many, and counts all', async () => {
    const unit = await api.units.create({ name: 'Pion' })
    for (let at = 1; at <= 7; at++) await api.units.create({ name: `Dział ${at}`, parentId: unit.id })
    const [reason] = (await api.units.removal.preview({ id: unit.id })).reasons
    expect(reason?.params).toEqual({ count: 7 })
    expect(reason?.records).toHaveLength(5)
  })
})

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
