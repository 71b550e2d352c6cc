import { beforeEach, describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile } from './importing.ts'
import { odsRow, openDocument } from './openDocument.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

type Sheets = Record<string, string[][]>

function workbookOf(sheets: Sheets): Promise<Buffer> {
  const written = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((cells) => cells.map((value) => (value ? { value } : null))),
  }))
  return writeWorkbook(written).toBuffer()
}

async function odsOf(sheets: Sheets): Promise<Buffer> {
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${name}">${rows.map((cells) => odsRow(cells)).join('')}</table:table>`,
  )
  return openDocument('', [], tables.join(''))
}

const titles = ['Nazwisko', 'Imię', 'Telefon']
const sheets = {
  Instrukcja: [['Rejestr wolontariuszy'], ['Telefon do informatyka', '71 782 23 00']],
  'Rok 2025': [titles, ['Nowak', 'Jan', '601 234 567']],
  'Rok 2026': [['Wolontariusze w roku 2026'], titles, ['Kos', 'Ewa', '602 345 678']],
}

describe.each([
  ['a workbook', workbookOf],
  ['a spreadsheet of OpenDocument', odsOf],
])('%s of several sheets', (_, fileOf) => {
  test('is read at the sheet with the most known titles, and at any other that is chosen', async () => {
    const opened = await openFile(api, await fileOf(sheets))
    expect(opened).toMatchObject({
      sheets: ['Instrukcja', 'Rok 2025', 'Rok 2026'],
      options: { sheet: 1, headerRow: 0 },
    })
    expect((await dryRun(api, opened)).rows).toMatchObject([{ cells: { surname: 'Nowak' } }])

    const { mapping: _mapping, headerRow: _headerRow, ...options } = opened.options
    const other = await api.imports.guess({ id: opened.id, options: { ...options, sheet: 2 } })
    expect(other).toMatchObject({
      options: { sheet: 2, headerRow: 1, mapping: [['surname'], ['firstNames'], ['phone']] },
    })
    expect(other.sample[2]).toEqual(['Kos', 'Ewa', '602 345 678'])
    expect((await dryRun(api, other)).rows).toMatchObject([{ line: 3, cells: { surname: 'Kos' } }])
    expect(await api.imports.run({ id: other.id, options: other.options, decisions: {} })).toMatchObject({
      importedRows: 1,
    })
  })

  test('is not held up by a sheet that is far too wide', async () => {
    const wide = { Grafik: [Array.from({ length: 300 }, () => 'x')], 'Rok 2025': sheets['Rok 2025'] }
    const opened = await openFile(api, await fileOf(wide))
    expect(opened.options.sheet).toBe(1)
    const options = { ...opened.options, sheet: 0 }
    expect(await refusalOf(api.imports.guess({ id: opened.id, options }))).toEqual(
      ruleRefusal('imports.errors.tooWide'),
    )
  })

  test('is read at the first sheet with rows where no title is known, and refused where none has any', async () => {
    const opened = await openFile(api, await fileOf({ Pusty: [], Inne: [['a', 'b']], Dalsze: [['c']] }))
    expect(opened.options.sheet).toBe(1)
    expect(await refusalOf(openFile(api, await fileOf({ Pusty: [], Drugi: [] })))).toEqual(
      ruleRefusal('imports.errors.empty'),
    )
  })

  test('of one sheet offers no choice, and a sheet that is not there is empty', async () => {
    const opened = await openFile(api, await fileOf({ 'Rok 2025': sheets['Rok 2025'] }))
    expect(opened.sheets).toEqual([])
    const options = { ...opened.options, sheet: 7 }
    expect(await refusalOf(api.imports.guess({ id: opened.id, options }))).toEqual(
      ruleRefusal('imports.errors.empty'),
    )
  })
})

test('a file of text has no sheets', async () => {
  expect(await openFile(api, csv('Nazwisko;Imię', 'Nowak;Jan'))).toMatchObject({
    sheets: [],
    options: { sheet: 0 },
  })
})
