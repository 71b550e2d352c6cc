import { beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { type Cell, csv, dryRun, openFile, rowsOf, workbook } from './importing.ts'
import { odsCell, odsRow, openDocument } from './openDocument.ts'
import { bareWorkbook, sheetRow } from './zip.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

const titles = ['Nazwisko', 'Imię', 'Data urodzenia', 'Telefon', 'Uwagi']

describe('the same table', () => {
  const born = new Date('1978-02-14T00:00:00Z')
  const people: Cell[][] = [
    ['Źdźbło', 'Świętosława', born, 601_234_567, 'pierwsza\ndruga'],
    ['Łącka', 'Żaneta', '15.01.1990', '71 782 23 00', 'x < y & z'],
    ['Kos', 'Ewa', '', '', true],
  ]
  const asText = (cell: Cell) =>
    cell instanceof Date ? '14.02.1978' : cell === true ? 'tak' : String(cell ?? '')
  const escaped = (cell: Cell) =>
    typeof cell === 'string' ? cell.replace('&', '&amp;').replace('<', '&lt;') : (cell ?? '')
  const separated = (mark: string) =>
    [titles, ...people].map((cells) => cells.map((cell) => `"${asText(cell)}"`).join(mark)).join('\r\n')

  test('gives the same rows from XLSX, ODS, CSV and TSV', async () => {
    const files: Record<string, Buffer | string> = {
      csv: separated(';'),
      tsv: separated('\t'),
      xlsx: await workbook([titles, ...people]),
      ods: openDocument([titles, ...people].map((cells) => odsRow(cells.map(escaped))).join('')),
    }
    const found: Record<string, unknown> = {}
    for (const [kind, file] of Object.entries(files)) {
      found[kind] = (await rowsOf(api, file)).map(({ line, cells, action }) => ({ line, cells, action }))
    }
    expect(found.csv).toMatchObject([
      { line: 2, cells: { birthOn: '14.02.1978', phone: '601234567', notes: 'pierwsza\ndruga' } },
      { line: 3, cells: { notes: 'x < y & z' } },
      { line: 4, cells: { notes: 'tak' } },
    ])
    expect(found.tsv).toEqual(found.csv)
    expect(found.xlsx).toEqual(found.csv)
    expect(found.ods).toEqual(found.csv)
  })
})

describe('a spreadsheet of OpenDocument', () => {
  test('has repeated rows and cells, of which it writes one; rows keep their numbers', async () => {
    const repeated = (times: number) => `table:number-rows-repeated="${times}"`
    const file = openDocument(
      odsRow(['Rejestr'], repeated(2)) +
        odsRow([''], repeated(3)) +
        odsRow(titles) +
        `<table:table-row ${repeated(2)}>${odsCell('Kos', 'table:number-columns-repeated="2"')}${odsCell('', 'table:number-columns-repeated="16380"')}</table:table-row>` +
        odsRow([''], repeated(1_048_000)),
    )
    const opened = await openFile(api, file)
    expect(opened.options).toMatchObject({ encoding: null, separator: null, headerRow: 5 })
    expect((await dryRun(api, opened)).rows).toMatchObject([
      { line: 7, cells: { surname: 'Kos', firstNames: 'Kos', birthOn: '' } },
      { line: 8, cells: { surname: 'Kos', firstNames: 'Kos' } },
    ])
  })

  test('has marked blanks, tabs and spans in a text, and remarks that are none of it', async () => {
    const cell =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>uwaga</text:p></office:annotation><text:p>Nowak<text:s text:c="2"/>-<text:span>Kos</text:span></text:p></table:table-cell>'
    const file = openDocument(`${odsRow(titles)}<table:table-row>${cell}${odsCell('Jan')}</table:table-row>`)
    expect((await rowsOf(api, file))[0]?.cells.surname).toBe('Nowak  -Kos')
  })

  test.each([
    [
      'with a cell in the last column',
      () =>
        openDocument(
          `${odsRow(titles)}<table:table-row>${odsCell('', 'table:number-columns-repeated="16383"')}${odsCell('x')}</table:table-row>`,
        ),
      ruleRefusal('imports.errors.tooWide'),
    ],
    [
      'that repeats a cell for ever',
      () =>
        openDocument(
          `${odsRow(titles)}<table:table-row>${odsCell('x', 'table:number-columns-repeated="2000000000"')}</table:table-row>`,
        ),
      ruleRefusal('imports.errors.tooWide'),
    ],
    [
      'that repeats a row for ever',
      () => openDocument(odsRow(titles) + odsRow(['Nowak'], 'table:number-rows-repeated="2000000000"')),
      ruleRefusal('imports.errors.tooManyRows', { max: 200_000 }),
    ],
    [
      'that repeats an empty row for ever before another',
      () =>
        openDocument(
          odsRow(titles) + odsRow([''], 'table:number-rows-repeated="2000000000"') + odsRow(['Nowak']),
        ),
      ruleRefusal('imports.errors.tooManyRows', { max: 200_000 }),
    ],
    [
      'that unpacks to 200 MB',
      () => openDocument(odsRow(titles), [{ name: 'a.xml', content: Buffer.alloc(200 * 1024 * 1024) }]),
      ruleRefusal('imports.errors.unpacksTooLarge'),
    ],
    [
      'with a password',
      () =>
        openDocument(odsRow(titles), [
          { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
        ]),
      ruleRefusal('imports.errors.oldOrLocked'),
    ],
    [
      'that is broken off',
      () => openDocument('<table:table-row><table:table-cell>'),
      ruleRefusal('imports.errors.unreadable'),
    ],
    [
      'without data',
      () => openDocument('', [], `<table:table>${odsRow([''])}</table:table>`),
      ruleRefusal('imports.errors.empty'),
    ],
  ])('%s is refused in words', async (_, file, refusal) => {
    expect(await refusalOf(openFile(api, file()))).toEqual(refusal)
  })

  test('with entities that multiply is refused, and does not fill the memory', async () => {
    const bomb = openDocument(odsRow(['&lol9;']))
    expect(await refusalOf(openFile(api, bomb))).toEqual(ruleRefusal('imports.errors.unreadable'))
  })
})

test('dates of an XLSX are shown as offices write them', async () => {
  const rows = sheetRow(1, titles) + sheetRow(2, ['Nowak', 'Jan', ['s="1"', '<v>28535</v>'], '', ''])
  expect((await rowsOf(api, bareWorkbook(rows)))[0]?.cells.birthOn).toBe('14.02.1978')
})

test('a file with tabs is taken whatever it is called', async () => {
  const content = Buffer.from(csv('Nazwisko\tImię', 'Nowak\tJan')).toString('base64')
  const opened = await api.imports.open({ register: 'volunteers', fileName: 'osoby.tsv', content })
  expect(opened.options.separator).toBe('\t')
})
