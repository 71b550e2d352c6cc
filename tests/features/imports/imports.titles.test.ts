import { beforeEach, describe, expect, test } from 'vitest'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('rows', () => {
  test('without titles lose no row, and are assigned by hand', async () => {
    const { id, options } = await openFile(api, csv('Kowalska;Ewa;Łódź', 'Nowak;Jan;Lublin'))
    const { mapping: _, ...read } = options
    const again = await api.imports.guess({ id, options: { ...read, headerRow: -1 } })
    expect(again.options).toMatchObject({ headerRow: -1, mapping: [[], [], []] })
    const mapping = [['surname'], ['firstNames'], ['town']]
    const { rows } = await dryRun(api, { ...again, options: { ...again.options, mapping } })
    expect(rows.map(({ line, cells }) => `${line} ${cells.surname}`)).toEqual(['1 Kowalska', '2 Nowak'])
    expect(rows.every(({ action }) => action === 'create')).toBe(true)
  })

  test('without a first name are corrected where it is missing', async () => {
    const opened = await openFile(api, csv('Nazwisko;Imię;Miejscowość', 'Kowalska;;Łódź'))
    const first = await dryRun(api, opened)
    expect(first.rows[0]?.problems).toMatchObject([
      { field: 'firstNames', level: 'error' },
      { level: 'warning' },
    ])
    const { rows } = await dryRun(api, opened, { 2: { fields: { firstNames: { text: 'Ewa' } } } })
    expect(rows[0]).toMatchObject({ action: 'create', cells: { surname: 'Kowalska', firstNames: 'Ewa' } })
  })
})
