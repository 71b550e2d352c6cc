import { beforeEach, describe, expect, test } from 'vitest'
import { fieldRefusal, refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { aFamily, anActivePlacement, aPlace } from './placing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('a family', () => {
  test('gets the next code of the year, and a code of one’s own that names nobody', async () => {
    const place = await aPlace(api)
    expect((await api.families.create(aFamily(place))).code).toBe('R/2026/001')
    expect((await api.families.create(aFamily(place, { code: 'r/2026/003' }))).code).toBe('R/2026/003')
    const next = await api.families.create(aFamily(place))
    expect(next.code).toBe('R/2026/004')
    expect(await refusalOf(api.families.create(aFamily(place, { code: 'R/2026/004' })))).toEqual(
      fieldRefusal('code', 'families.errors.codeTaken'),
    )
    expect(await refusalOf(api.families.create(aFamily(place, { code: 'Kowalscy' })))).toEqual(
      fieldRefusal('code', 'families.errors.code.name'),
    )
    expect(await refusalOf(api.families.create(aFamily(place, { district: 'ul. Polna 7/3' })))).toEqual(
      fieldRefusal('district', 'families.errors.address'),
    )
  })

  test('is seen by its own head, by no other and by no viewer; who opens it is noted', async () => {
    const place = await aPlace(api)
    const other = await aPlace(api)
    const family = await api.families.create(aFamily(place, { notes: 'zielone drzwi' }))
    const head = await app.windowOf('head', place.unit.id)
    expect((await head.families.get({ id: family.id })).code).toBe(family.code)
    const stranger = await app.windowOf('head', other.unit.id)
    expect(await refusalOf(stranger.families.get({ id: family.id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await stranger.families.list({})).rows).toEqual([])
    for (const role of ['viewer', 'hr', 'supervisor'] as const) {
      const window = await app.windowOf(role)
      expect(await refusalOf(window.families.list({}))).toMatchObject({ code: 'FORBIDDEN' })
      expect(await refusalOf(window.families.get({ id: family.id }))).toMatchObject({ code: 'FORBIDDEN' })
    }
    await app.server.settled()
    const entries = await api.families.history({ recordId: family.id })
    expect(entries.map(({ action }) => action)).toContain('read')
    expect(JSON.stringify(entries)).not.toContain('zielone')
  })

  test('that was ever placed with cannot be removed; one that was not can, and comes back', async () => {
    const { family, worker, unit, signatory } = await anActivePlacement(api)
    expect((await api.families.removal.preview({ id: family.id })).reasons).toMatchObject([
      { key: 'placements.held.family', params: { count: 1 } },
    ])
    const mistaken = await api.families.create(aFamily({ unit, signatory, worker }))
    const { binId } = await api.families.removal.remove(mistaken)
    await api.bin.restore({ id: binId })
    expect((await api.families.get({ id: mistaken.id })).code).toBe(mistaken.code)
  })
})
