import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { everythingStored } from '#tests/support/stored.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api
beforeAll(async () => {
  app = await openTestApp()
  api = app.api
  for (const [surname, town] of [
    ['Żółć', '=SUMA(A1)'],
    ['Łukasik', 'Łódź'],
    ['Adamczyk', 'Bielsko-Biała; „Centrum”'],
  ] as const)
    await api.volunteers.create(aVolunteer({ surname, town, pesel: '', phone: '+48 659 368 261' }))
})
afterAll(() => app.close())

const columns = ['name', 'birthOn', 'category', 'isMinor', 'agreements', 'town'] as const
const request = { columns: [...columns] }
const bytesOf = ({ content }: { content: string }) => Buffer.from(content, 'base64')

describe('the export of a list', () => {
  test('as a workbook has titles, days as days, numbers as numbers and words for codes', async () => {
    const file = await api.volunteers.export({ ...request, format: 'xlsx' })
    expect(file).toMatchObject({ fileName: 'Wolontariusze 2026-11-22.xlsx', rows: 3 })
    const rows = await readSheet(bytesOf(file))
    expect(rows[0]).toEqual([
      'Nazwisko i imię',
      'Data urodzenia',
      'Kategoria',
      'Małoletni dzisiaj',
      'Liczba porozumień',
      'Miejscowość',
    ])
    expect(rows[2]).toEqual(['Łukasik Elżbieta', new Date('1965-12-23'), 'osoba dorosła', 'nie', 0, 'Łódź'])
    expect(rows[3]?.[5]).toBe('=SUMA(A1)')
  })

  test('as a workbook keeps its titles in sight, and instants as the clocks in Poland showed them', async () => {
    const file = await api.history.export({ columns: ['at', 'action'], format: 'xlsx' })
    const sheet = strFromU8(unzipSync(bytesOf(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    // Eleven o'clock (11/24) of the day 46348 as spreadsheets count.
    expect(sheet).toMatch(/<v>46348\.4583333333/)
  })

  test('as CSV is what Polish spreadsheets open, and runs nothing there', async () => {
    const file = await api.volunteers.export({ ...request, format: 'csv' })
    const text = bytesOf(file).toString()
    expect(text.startsWith('\ufeff"Nazwisko i imię";"Data urodzenia";')).toBe(true)
    const lines = text.split('\r\n')
    expect(lines[1]).toBe(
      '"Adamczyk Elżbieta";"23.12.1965";"osoba dorosła";"nie";"0";"Bielsko-Biała; „Centrum”"',
    )
    expect(lines[3]).toContain(`"'=SUMA(A1)"`)
    const phones = await api.volunteers.export({ columns: ['phone'], format: 'csv' })
    expect(bytesOf(phones).toString()).not.toContain("'+")
  })

  test('for the clipboard is apart by tabs, in the language of the window', async () => {
    const { content } = await api.volunteers.export({
      columns: ['name', 'category'],
      format: 'clipboard',
      language: 'en',
      direction: 'descending',
    })
    expect(content.split('\r\n')).toEqual([
      'Surname and first name\tCategory',
      'Żółć Elżbieta\tadult',
      'Łukasik Elżbieta\tadult',
      'Adamczyk Elżbieta\tadult',
    ])
  })

  test('has what is searched, filtered and selected, and no more', async () => {
    const { rows } = await api.volunteers.list({})
    const [first, second] = rows.map(({ id }) => id)
    const namesOf = async (input: Omit<Parameters<Api['volunteers']['export']>[0], 'columns' | 'format'>) => {
      const { content } = await api.volunteers.export({ ...input, columns: ['surname'], format: 'clipboard' })
      return content.split('\r\n').slice(1)
    }
    expect(await namesOf({ search: 'lukasik' })).toEqual(['Łukasik'])
    expect(await namesOf({ filters: { town: { contains: 'lodz' } } })).toEqual(['Łukasik'])
    expect(await namesOf({ selection: { ids: [second ?? 0, 4711] } })).toEqual(['Łukasik'])
    expect(await namesOf({ selection: { exceptIds: [first ?? 0] } })).toEqual(['Łukasik', 'Żółć'])
    expect(await namesOf({ selection: { ids: [] } })).toEqual([])
  })

  test('is imported again as it was', async () => {
    const columns = ['surname', 'firstNames', 'birthOn', 'category', 'phone'] as const
    const { content } = await api.volunteers.export({ columns: [...columns], format: 'xlsx' })
    const opened = await api.imports.open({ register: 'volunteers', fileName: 'a.xlsx', content })
    expect(opened.options.mapping).toEqual(columns.map((field) => [field]))
  })

  test('is imported again as it was from CSV too, also what a spreadsheet would take for a formula', async () => {
    const { id } = await api.volunteers.create(aVolunteer({ surname: 'Wzór', town: '=1+1', pesel: '' }))
    const columns = ['registerNumber', 'surname', 'firstNames', 'town'] as const
    const asked = { columns: [...columns], selection: { ids: [id] }, format: 'csv' as const }
    const { content } = await api.volunteers.export(asked)
    expect(Buffer.from(content, 'base64').toString()).toContain("'=1+1")
    const opened = await api.imports.open({ register: 'volunteers', fileName: 'a.csv', content })
    const dryRun = await api.imports.preview({ id: opened.id, options: opened.options, decisions: {} })
    expect(dryRun.rows[0]?.cells).toMatchObject({ surname: 'Wzór', town: '=1+1' })
    const { version } = await api.volunteers.get({ id })
    await api.volunteers.removal.remove({ id, version })
  })

  test('gives the PESEL to nobody who may not read it', async () => {
    const viewer = await app.windowOf('viewer')
    const forbidden = { code: 'FORBIDDEN', data: { permission: 'volunteers.readPesel' } }
    const asked = { columns: ['name' as const, 'pesel' as const] }
    expect(await refusalOf(viewer.volunteers.export({ ...asked, format: 'csv' }))).toEqual(forbidden)
    expect(await refusalOf(viewer.volunteers.print(asked))).toEqual(forbidden)
    await expect(viewer.volunteers.export({ columns: ['name'], format: 'csv' })).resolves.toBeDefined()
  })
})

describe('the printed list', () => {
  test('has all rows on its pages', async () => {
    const printed = await api.volunteers.print({ ...request, filterWords: ['Miejscowość zawiera „ł”'] })
    expect(printed.pages).toBe(1)
    expect(printed.width).toBeGreaterThan(printed.height)
  })
})

test('every way out is recorded, without what was searched for', async () => {
  await api.volunteers.export({ columns: ['name'], format: 'csv', search: 'tajne nazwisko' })
  const recorded = everythingStored(app.folder)
  expect(recorded).toContain('listExported')
  expect(recorded).toContain('listPrinted')
  expect(recorded).not.toContain('tajne')
})
