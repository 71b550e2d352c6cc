import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Volunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { password } from '#tests/support/people.ts'
import { notFoundRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const enter = (over: Partial<VolunteerFields>) =>
  api.volunteers.create(aVolunteer({ pesel: '', phone: '', email: '', ...over }))
const now = ({ id }: { id: number }) => api.volunteers.get({ id })

async function merge(kept: Volunteer, merged: Volunteer, choices: object = {}) {
  const [one, other] = [await now(kept), await now(merged)]
  const versions = { keptVersion: one.version, mergedVersion: other.version }
  return api.volunteers.merging.merge({
    keptId: kept.id,
    mergedId: merged.id,
    ...versions,
    choices,
  } as never)
}

const mergesStored = () =>
  withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    JSON.stringify(sqlite.prepare('SELECT * FROM merges').all()),
  )

/** Removes a volunteer, and empties the bin when its time has come. */
async function emptyFromBin(volunteer: Volunteer): Promise<void> {
  await api.volunteers.removal.remove(await now(volunteer))
  app.clock.now = new Date('2027-03-20T10:00:00Z')
  await api.accounts.signIn({ login: 'admin', password })
  expect(await api.bin.empty()).toMatchObject({ records: 1 })
}

describe('several merges into one record', () => {
  test('that chose the same field are undone in turn, the last one first', async () => {
    const kept = await enter({ surname: 'Nowak' })
    const [first, second] = [await enter({ phone: '601 234 567' }), await enter({ phone: '602 345 678' })]
    const one = await merge(kept, first)
    const two = await merge(kept, second, { phone: 'merged' })
    const reason = 'duplicates.errors.laterMerge'
    expect((await api.volunteers.merging.undoPreview(one)).obstacle).toBe(reason)
    expect(await refusalOf(api.volunteers.merging.undo(one))).toEqual(ruleRefusal(reason))
    await api.volunteers.merging.undo(two)
    expect((await now(kept)).phone).toBe('601 234 567')
    await api.volunteers.merging.undo(one)
    expect((await now(kept)).phone).toBe('')
  })

  test('that chose different fields are undone in any order', async () => {
    const kept = await enter({ surname: 'Nowak', town: '' })
    const [first, second] = [
      await enter({ surname: 'Nowak', phone: '601 234 567', town: '' }),
      await enter({ surname: 'Nowak', email: 'a@example.org', town: '' }),
    ]
    const one = await merge(kept, first)
    const two = await merge(kept, second)
    await api.volunteers.merging.undo(one)
    expect(await now(kept)).toMatchObject({ phone: '', email: 'a@example.org' })
    await api.volunteers.merging.undo(two)
    expect(await now(kept)).toMatchObject({ phone: '', email: '' })
    expect(await now(second)).toEqual(second)
  })
})

describe('the history of a merged record', () => {
  test('is told to a head who reaches the record that stayed, and to no other', async () => {
    const [own, other] = [await api.units.create({ name: 'Klub' }), await api.units.create({ name: 'Filia' })]
    const [kept, merged] = [await enter({ surname: 'Nowak' }), await enter({ surname: 'Nowakk' })]
    await api.agreements.create(anAgreement({ volunteerId: kept.id, unitId: own.id }))
    await merge(kept, merged)
    const head = (await app.windowOf('head', own.id)).volunteers
    expect((await head.history({ recordId: merged.id })).map(({ action }) => action)).toEqual([
      'mergedInto',
      'created',
    ])
    expect(await head.merging.ofRecord({ id: merged.id })).toEqual([])
    const foreign = (await app.windowOf('head', other.id)).volunteers
    expect(await refusalOf(foreign.history({ recordId: merged.id }))).toEqual(notFoundRefusal('volunteers'))
  })
})

describe('what lies in the bin', () => {
  test('comes back to the records that stayed where those it belonged to were merged since', async () => {
    const [kept, merged] = [await enter({ surname: 'Nowak' }), await enter({ surname: 'Nowakk' })]
    const [unit, gone] = [await api.units.create({ name: 'Klub' }), await api.units.create({ name: 'Klubb' })]
    const draft = await api.agreements.create(anAgreement({ volunteerId: merged.id, unitId: gone.id }))
    const { binId } = await api.agreements.removal.remove(draft)
    const people = await merge(kept, merged)
    const versions = { keptVersion: unit.version, mergedVersion: gone.version }
    await api.units.merging.merge({ keptId: unit.id, mergedId: gone.id, ...versions, choices: {} })
    await api.bin.restore({ id: binId })
    expect(await api.agreements.get({ id: draft.id })).toMatchObject({
      volunteerId: kept.id,
      unitId: unit.id,
    })
    // Undoing the merge leaves it there: it was not among what moved.
    await api.volunteers.merging.undo(people)
    expect((await api.agreements.get({ id: draft.id })).volunteerId).toBe(kept.id)
  })
})

describe('a merge that was undone', () => {
  test('keeps nothing of the two records but their names', async () => {
    const [kept, merged] = [
      await enter({ surname: 'Nowak' }),
      await enter({ surname: 'Nowakk', town: 'Zapomniejewo' }),
    ]
    const { id } = await merge(kept, merged)
    expect(mergesStored()).toContain('Zapomniejewo')
    await api.volunteers.merging.undo({ id })
    expect(mergesStored()).not.toContain('Zapomniejewo')
    expect((await api.volunteers.merging.list({})).rows).toMatchObject([
      { keptTitle: 'Nowak Elżbieta (WOL/1/2026)', mergedTitle: 'Nowakk Elżbieta (WOL/2/2026)' },
    ])
  })

  test.each(['kept', 'merged'] as const)(
    'leaves the history of the other alone when the %s one is emptied from the bin',
    async (emptied) => {
      const records = { kept: await enter({ surname: 'Nowak' }), merged: await enter({ surname: 'Nowakk' }) }
      await api.volunteers.merging.undo(await merge(records.kept, records.merged))
      const other = emptied === 'kept' ? records.merged : records.kept
      const before = await api.volunteers.history({ recordId: other.id })
      await emptyFromBin(records[emptied])
      expect(await api.volunteers.history({ recordId: other.id })).toEqual(before)
      expect(mergesStored()).toBe('[]')
    },
  )
})
