import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import type { ViewDefinition } from '#shared/kit/register/views.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

type Definition = ViewDefinition<typeof volunteersRegister>

let app: TestApp
let api: Api
let clerk: Api
let viewer: Api

beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  clerk = await app.windowOf('clerk')
  viewer = await app.windowOf('viewer')
  return () => app.close()
})

const inLodz: Definition = {
  search: 'anna',
  filters: { town: { contains: 'Łódź' }, birthOn: { from: '1990-01-01' } },
  sort: 'town',
  direction: 'descending',
  columns: [
    { key: 'town', width: 220 },
    { key: 'name', width: null },
  ],
}
const aView = (over: object = {}) => ({ name: 'Z Łodzi', isShared: false, definition: inLodz, ...over })
const names = async (of: Api) => (await of.volunteers.views.list()).map(({ name }) => name)

describe('saved views', () => {
  test('come back as they were saved, in Polish order, for their owner alone', async () => {
    for (const name of ['Żłobek', 'Zosie', 'Źródło']) await clerk.volunteers.views.save(aView({ name }))
    const [first, ...others] = await clerk.volunteers.views.list()
    expect(first).toMatchObject({ name: 'Zosie', isOwn: true, isChangeable: true, definition: inLodz })
    expect(others.map(({ name }) => name)).toEqual(['Źródło', 'Żłobek'])
    expect(await names(api)).toEqual([])
    expect(await names(viewer)).toEqual([])
    expect(await clerk.agreements.views.list()).toEqual([])
  })

  test('that are shared are seen by all, and changed by their owner and the administrator alone', async () => {
    const saved = await clerk.volunteers.views.save(aView({ isShared: true }))
    expect(await viewer.volunteers.views.list()).toMatchObject([
      { name: 'Z Łodzi', isOwn: false, isChangeable: false, ownerName: 'Osoba clerk', definition: inLodz },
    ])
    const change = { ...aView({ name: 'Łodzianie', isShared: true }), id: saved.id, version: saved.version }
    await expect(viewer.volunteers.views.change(change)).rejects.toMatchObject({
      code: 'RULE_BROKEN',
      data: { reason: 'list.errors.viewOfAnother' },
    })
    await expect(viewer.volunteers.views.remove(saved)).rejects.toMatchObject({ code: 'RULE_BROKEN' })
    const changed = await api.volunteers.views.change(change)
    expect(changed).toMatchObject({ name: 'Łodzianie', ownerName: 'Osoba clerk', version: 2 })
    await expect(clerk.volunteers.views.change(change)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { current: { name: 'Łodzianie' } },
    })
    await clerk.volunteers.views.change({ ...change, version: 2, isShared: false })
    expect(await names(viewer)).toEqual([])
    expect(await names(api)).toEqual([])
  })

  test('that say what somebody may not see are not there for them, nor as their default', async () => {
    const shared = (name: string, over: Partial<Definition>) =>
      clerk.volunteers.views.save(aView({ name, isShared: true, definition: { ...inLodz, ...over } }))
    const bySearch = await shared('Po numerze', { search: '6512 2300 348' })
    const byFilter = await shared('Bez numeru', { filters: { pesel: { empty: true } } })
    const bySort = await shared('Według numeru', { sort: 'pesel' })
    await shared('Telefon', { search: '601 234 567' })
    expect(await names(viewer)).toEqual(['Telefon'])
    for (const { id, version } of [bySearch, byFilter, bySort]) {
      await expect(viewer.volunteers.views.setDefault({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      const change = aView({ id, version, name: 'Mój' })
      await expect(viewer.volunteers.views.change(change as never)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    expect(await names(api)).toHaveLength(4)
  })

  test('that are not shared are out of reach of everybody else', async () => {
    const saved = await clerk.volunteers.views.save(aView())
    for (const other of [api, viewer]) {
      const { id, version } = saved
      await expect(other.volunteers.views.remove({ id, version })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
      await expect(other.volunteers.views.setDefault({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    // A view of another register is none of this one.
    await expect(clerk.agreements.views.setDefault({ id: saved.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(clerk.agreements.views.remove(saved)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of one owner have names that differ in more than case and marks', async () => {
    const first = await clerk.volunteers.views.save(aView())
    const second = await clerk.volunteers.views.save(aView({ name: 'Inne' }))
    const taken = { code: 'VALIDATION', data: { fields: { name: { key: 'list.errors.viewNameTaken' } } } }
    await expect(clerk.volunteers.views.save(aView({ name: ' z  lodzi' }))).rejects.toMatchObject(taken)
    await expect(
      clerk.volunteers.views.change({ ...aView({ name: 'Z ŁODZI' }), id: second.id, version: 1 }),
    ).rejects.toMatchObject(taken)
    await clerk.volunteers.views.change({ ...aView({ name: 'Z ŁODZI' }), id: first.id, version: 1 })
    await viewer.volunteers.views.save(aView())
    expect(await names(clerk)).toEqual(['Inne', 'Z ŁODZI'])
  })

  test('tell nothing of a field that somebody may not see', async () => {
    const secret: Definition = {
      ...inLodz,
      filters: { pesel: { contains: '651' }, state: { oneOf: ['active'] } },
      sort: 'pesel',
      columns: [
        { key: 'pesel', width: null },
        { key: 'name', width: 100 },
      ],
    }
    await clerk.volunteers.views.save(
      aView({ isShared: true, definition: { ...inLodz, columns: secret.columns } }),
    )
    const [seen] = await viewer.volunteers.views.list()
    expect(seen?.definition).toEqual({ ...inLodz, columns: [{ key: 'name', width: 100 }] })
    for (const part of [{ filters: secret.filters }, { sort: secret.sort }, { columns: secret.columns }]) {
      await expect(
        viewer.volunteers.views.save(aView({ definition: { ...inLodz, ...part } })),
      ).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'volunteers.readPesel' } })
    }
  })

  test.each([
    ['an unknown field', { filters: { shoeSize: { contains: '4' } } }],
    ['a filter of another type', { filters: { birthOn: { contains: '4' } } }],
    ['an unknown order', { sort: 'shoeSize' }],
    ['no column at all', { columns: [] }],
    [
      'a column twice',
      {
        columns: [
          { key: 'name', width: null },
          { key: 'name', width: null },
        ],
      },
    ],
    ['a column too narrow to be seen', { columns: [{ key: 'name', width: 1 }] }],
  ])('are refused with %s', async (_, part) => {
    const definition = { ...inLodz, ...part } as Definition
    await expect(api.volunteers.views.save(aView({ definition }))).rejects.toMatchObject({
      code: 'VALIDATION',
    })
  })

  test('leave in the history who saved, changed and removed them', async () => {
    const saved = await clerk.volunteers.views.save(aView())
    await clerk.volunteers.views.change({ ...aView({ isShared: true }), id: saved.id, version: 1 })
    await clerk.volunteers.views.remove({ id: saved.id, version: 2 })
    const entries = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare("SELECT action, changes FROM history WHERE kind = 'views' ORDER BY id").raw().all(),
    ) as [string, string][]
    expect(entries.map(([action]) => action)).toEqual(['created', 'changed', 'removed'])
    expect(JSON.parse(entries[1]?.[1] ?? '')).toEqual({ isShared: [false, true] })
  })
})

describe('how a user has the list', () => {
  test('is the register’s own way until it is arranged, and each user’s own after', async () => {
    expect(await clerk.volunteers.layout.get()).toEqual({ columns: null, defaultViewId: null })
    const columns = inLodz.columns
    expect(await clerk.volunteers.layout.save({ columns })).toEqual({ columns, defaultViewId: null })
    expect(await viewer.volunteers.layout.get()).toEqual({ columns: null, defaultViewId: null })
    expect(await clerk.agreements.layout.get()).toEqual({ columns: null, defaultViewId: null })
    await clerk.volunteers.layout.save({ columns: null })
    expect(await clerk.volunteers.layout.get()).toEqual({ columns: null, defaultViewId: null })
  })

  test('leaves out a column that its user may not see', async () => {
    const columns: Parameters<Api['volunteers']['layout']['save']>[0]['columns'] = [
      { key: 'pesel', width: null },
      { key: 'town', width: null },
    ]
    expect((await clerk.volunteers.layout.save({ columns })).columns).toHaveLength(2)
    expect((await viewer.volunteers.layout.save({ columns })).columns).toEqual([{ key: 'town', width: null }])
  })

  test('opens with a view that is seen, as long as it is there', async () => {
    const { id, version } = await clerk.volunteers.views.save(aView({ isShared: true }))
    const columns = inLodz.columns
    await viewer.volunteers.layout.save({ columns })
    expect(await viewer.volunteers.views.setDefault({ id })).toEqual({ columns, defaultViewId: id })
    await clerk.volunteers.views.change({ ...aView(), id, version })
    expect((await viewer.volunteers.layout.get()).defaultViewId).toBeNull()
    await clerk.volunteers.views.setDefault({ id })
    await clerk.volunteers.views.remove({ id, version: version + 1 })
    expect(await clerk.volunteers.layout.get()).toEqual({ columns: null, defaultViewId: null })
    expect((await viewer.volunteers.layout.get()).columns).toEqual(columns)
    await clerk.volunteers.views.setDefault({ id: null })
  })

  test('is nobody’s business who may not read the register', async () => {
    const hr = await app.windowOf('hr')
    for (const call of [hr.volunteers.layout.get(), hr.volunteers.views.list()]) {
      await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})
