import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, importFile } from '../../features/imports/importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const people = csv('Nazwisko;Imię;Telefon', 'Nowak;Jan;601 234 567', 'Nowakk;Jan;')

const named = async (search: string) => {
  const { rows } = await api.volunteers.list({ search })
  return api.volunteers.get({ id: rows[0]?.id ?? 0 })
}

async function merge(kept: { id: number; version: number }, merged: { id: number; version: number }) {
  const versions = { keptVersion: kept.version, mergedVersion: merged.version }
  return api.volunteers.merging.merge({ keptId: kept.id, mergedId: merged.id, ...versions, choices: {} })
}

/** Imports two records that are one person. */
async function importTwo() {
  const { id } = await importFile(api, people, { decisions: { 3: { row: 'import' } } })
  return { importId: id, kept: await named('nowak 601234567'), merged: await named('nowakk') }
}

describe('an import of two records that were merged', () => {
  test('is undone without the merged record, and says why; the merge can still be undone after it', async () => {
    const { importId, kept, merged } = await importTwo()
    const { id } = await merge(kept, merged)
    const plan = await api.imports.undoPreview({ id: importId })
    expect(plan).toMatchObject({ removed: 0, kept: 2 })
    expect(plan.keptRecords).toMatchObject([
      { recordId: kept.id, reason: 'edited' },
      { recordId: merged.id, reason: 'merged', label: 'Nowakk Jan (WOL/2/2026)' },
    ])
    await api.volunteers.merging.undo({ id })
    expect(await api.volunteers.get({ id: merged.id })).toEqual(merged)
  })

  test('is undone as if nothing had been once the merge is undone', async () => {
    const { importId, kept, merged } = await importTwo()
    const { id } = await merge(kept, merged)
    await api.volunteers.merging.undo({ id })
    expect(await api.imports.undo({ id: importId })).toMatchObject({ removed: 2, kept: 0 })
    expect(await api.volunteers.count({})).toBe(0)
  })

  test('keeps the record that was edited while they were one', async () => {
    const { importId, kept, merged } = await importTwo()
    const { id } = await merge(kept, merged)
    await api.volunteers.change({ ...(await api.volunteers.get({ id: kept.id })), town: 'Lublin' })
    await api.volunteers.merging.undo({ id })
    const plan = await api.imports.undo({ id: importId })
    expect(plan).toMatchObject({ removed: 1, kept: 1 })
    expect(plan.keptRecords).toMatchObject([{ recordId: kept.id, reason: 'edited' }])
    expect(await api.volunteers.get({ id: kept.id })).toMatchObject({ town: 'Lublin' })
  })

  test('leaves a record entered by hand alone, into which an imported one was merged', async () => {
    const { importId, kept, merged } = await importTwo()
    const entered = await api.volunteers.create(aVolunteer({ surname: 'Nowakowa', pesel: '' }))
    await merge(entered, merged)
    expect(await api.imports.undo({ id: importId })).toMatchObject({ removed: 1, kept: 1 })
    const { rows } = await api.volunteers.list({})
    expect(rows.map(({ id }) => id)).toEqual([entered.id])
    expect(rows.some(({ id }) => id === kept.id)).toBe(false)
  })
})
