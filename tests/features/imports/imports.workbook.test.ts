import { beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { dryRun, openFile, problemsIn, rowsOf, workbook } from './importing.ts'
import { bareWorkbook, sheetRow, type ZipEntry, zip } from './zip.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const titles = ['Nazwisko', 'Imię', 'Data urodzenia', 'PESEL', 'Uwagi']

/** What a cell of the last column is read as. */
async function textOf(cell: [attributes: string, inside: string], options = {}): Promise<string | undefined> {
  const rows = sheetRow(1, titles) + sheetRow(2, ['Nowak', 'Jan', '01.02.1990', '', cell])
  return (await rowsOf(api, bareWorkbook(rows, options)))[0]?.cells.notes
}

describe('a workbook', () => {
  test('has neither encoding nor separator, and its rows are numbered as its program numbers them', async () => {
    const file = await workbook([
      ['Rejestr wolontariuszy', null, null],
      [null, null, null],
      ['Nazwisko', 'Imię', 'Telefon'],
      ['Źdźbło', 'Świętosława', 601234567],
      [null, null, null],
      ['Łącka', 'Żaneta', '71 782 23 00'],
    ])
    const opened = await openFile(api, file)
    expect(opened.options).toMatchObject({ encoding: null, separator: null, headerRow: 2 })
    const { rows } = await dryRun(api, opened)
    expect(rows.map(({ line, cells }) => [line, cells.surname, cells.phone])).toEqual([
      [4, 'Źdźbło', '601234567'],
      [6, 'Łącka', '71 782 23 00'],
    ])
  })

  test('is told by its bytes, not by its name', async () => {
    const content = (await workbook([titles, ['Nowak', 'Jan', null, null, null]])).toString('base64')
    const opened = await api.imports.open({ register: 'volunteers', fileName: 'rejestr.csv', content })
    expect(opened.options).toMatchObject({ encoding: null, headerRow: 0 })
  })

  test('gives a PESEL that was taken for a figure its zeros back', async () => {
    const file = await workbook([
      ['Nazwisko', 'Imię', 'PESEL'],
      ['Nowak', 'Jan', 2_070_803_628],
      ['Kos', 'Ewa', 78_021_416_984],
      ['Lis', 'Adam', '2 070 803 628'],
      ['Wilk', 'Maria', 12_345],
    ])
    const opened = await openFile(api, file)
    expect(problemsIn(await dryRun(api, opened))).toEqual([
      '4 pesel error volunteers.errors.peselLength',
      '5 pesel error volunteers.errors.peselLength',
    ])
    const decisions = { 4: { row: 'skip' }, 5: { row: 'skip' } } as const
    await api.imports.run({ id: opened.id, options: opened.options, decisions })
    const { rows } = await api.volunteers.list({ search: 'nowak' })
    expect(await api.volunteers.get({ id: rows[0]?.id ?? 0 })).toMatchObject({
      pesel: '02070803628',
      birthOn: '1902-07-08',
    })
  })

  test.each([
    ['a formula’s last result', ['t="str"', '<f>A1&amp;"x"</f><v>Nowakx</v>'], 'Nowakx'],
    ['a formula that gives a number', ['', '<f>1+1</f><v>2</v>'], '2'],
    ['a formula that was never worked out', ['t="str"', '<f>A1</f>'], ''],
    ['an error of a formula', ['t="e"', '<f>1/0</f><v>#DIV/0!</v>'], ''],
    ['true', ['t="b"', '<v>1</v>'], 'tak'],
    ['false', ['t="b"', '<v>0</v>'], 'nie'],
    ['a whole number', ['', '<v>42</v>'], '42'],
    ['a number with an exponent', ['', '<v>7.8021416984E10</v>'], '78021416984'],
    ['a number as it is kept in binary', ['', '<v>2.2999999999999998</v>'], '2.3'],
    ['a date', ['s="1"', '<v>39408</v>'], '22.11.2007'],
    ['a date with a time', ['s="1"', '<v>39408.75</v>'], '22.11.2007'],
    ['a date before the leap day that never was', ['s="1"', '<v>10000</v>'], '18.05.1927'],
    ['a date as ISO text', ['t="d"', '<v>2007-11-22T00:00:00Z</v>'], '22.11.2007'],
    ['a figure too large for the date that it should be', ['s="1"', '<v>99999999999</v>'], '#####'],
    ['text of several styles', ['t="inlineStr"', '<is><r><t>zło</t></r><r><t>ty</t></r></is>'], 'złoty'],
    ['text with marks of XML', ['t="inlineStr"', '<is><t>&lt;b&gt; &amp; &#322;</t></is>'], '<b> & ł'],
  ] as [string, [string, string], string][])('says of %s: %j → %j', async (_, cell, text) => {
    expect(await textOf(cell)).toBe(text)
  })

  test('of the old Macintosh counts days from 1904', async () => {
    expect(await textOf(['s="1"', '<v>37946</v>'], { epoch1904: true })).toBe('22.11.2007')
  })

  test('with a figure where a date should be: that is a problem, not a guess', async () => {
    const rows = sheetRow(1, titles) + sheetRow(2, ['Nowak', 'Jan', ['', '<v>32905</v>'], '', ''])
    expect(problemsIn({ rows: await rowsOf(api, bareWorkbook(rows)) })).toEqual([
      '2 birthOn error serialDate',
    ])
  })

  test('is read from its first sheet; an empty one says where the program looked', async () => {
    const empty = ruleRefusal('imports.errors.empty')
    expect(await refusalOf(openFile(api, bareWorkbook('')))).toEqual(empty)
    expect(await refusalOf(openFile(api, bareWorkbook('<row r="1"/><row r="5"/>')))).toEqual(empty)
  })

  test('may be styled to the end of the sheet', async () => {
    const rows = `${sheetRow(1, titles) + sheetRow(2, ['Nowak', 'Jan'])}<row r="1048576" s="1"/>`
    expect(await rowsOf(api, bareWorkbook(rows))).toMatchObject([{ line: 2, cells: { surname: 'Nowak' } }])
  })
})

describe('a workbook that is none, or would fill the memory, is refused in words', () => {
  const sound = sheetRow(1, titles) + sheetRow(2, ['Nowak', 'Jan'])
  const zeros = Buffer.alloc(200 * 1024 * 1024)
  const bomb: ZipEntry = { name: 'xl/worksheets/sheet2.xml', content: zeros }
  const far = (cell: string) => `<row r="3"><c r="${cell}"><v>1</v></c></row>`

  test.each([
    ['an archive without a workbook', () => zip([{ name: 'a.txt', content: 'x' }]), 'unreadable'],
    ['an empty archive', () => zip([]), 'unreadable'],
    ['one that unpacks to 200 MB', () => bareWorkbook(sound, { more: [bomb] }), 'unpacksTooLarge'],
    [
      'one that unpacks to 200 MB and says that it does not',
      () => bareWorkbook(sound, { more: [{ ...bomb, claims: 100 }] }),
      'unpacksTooLarge',
    ],
    [
      'one that says it unpacks to 4 GB',
      () => bareWorkbook(sound, { more: [{ name: 'xl/a.xml', content: 'x', claims: 0xfffffff0 }] }),
      'unpacksTooLarge',
    ],
    ['one with 4,000,000,000 rows', () => bareWorkbook(`${sound}<row r="4000000000"/>`), 'tooWide'],
    ['one with a row that is written as 1e9', () => bareWorkbook(`${sound}<row r = '1e9'/>`), 'tooWide'],
    ['one with a cell in the last corner', () => bareWorkbook(sound + far('XFD1048576')), 'tooWide'],
    ['one with a cell beyond the last column', () => bareWorkbook(sound + far('ZZZZZZ3')), 'tooWide'],
    [
      'one that refers to a text that it lacks',
      () => bareWorkbook(sheetRow(1, [['t="s"', '<v>7</v>']])),
      'unreadable',
    ],
    ['one whose sheet is cut off', () => bareWorkbook('<row r="1"><c r="A1"'), 'unreadable'],
  ] as [string, () => Buffer, string][])('%s', async (_, file, reason) => {
    expect(await refusalOf(openFile(api, file()))).toEqual(ruleRefusal(`imports.errors.${reason}`))
  })

  test('one with an entry that its directory conceals', async () => {
    const file = bareWorkbook(sound)
    const [hidden] = [zip([{ name: 'xl/more.xml', content: 'x'.repeat(1000) }])]
    const entry = hidden.subarray(0, hidden.indexOf('PK\u0001\u0002'))
    const directory = file.readUInt32LE(file.length - 6)
    const moved = Buffer.concat([file.subarray(0, directory), entry, file.subarray(directory)])
    moved.writeUInt32LE(directory + entry.length, moved.length - 6)
    expect(await refusalOf(openFile(api, moved))).toEqual(ruleRefusal('imports.errors.unreadable'))
  })

  test('one that was cut off anywhere', async () => {
    const file = await workbook([titles, ['Nowak', 'Jan', null, null, null]])
    // The time of its writing stands here; at some of them the beginning looked like an empty directory.
    file[10] = 0
    for (let part = 1; part < 20; part++) {
      const cut = file.subarray(0, Math.floor((file.length * part) / 20))
      expect(await refusalOf(openFile(api, cut))).toEqual(ruleRefusal('imports.errors.unreadable'))
    }
  })

  test('one in which any byte of a header is another: it is read, or refused, and never takes the program down', async () => {
    const file = bareWorkbook(sound)
    for (let at = 4; at < file.length; at += 7) {
      const spoilt = Buffer.from(file)
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
      const outcome = await openFile(api, spoilt).catch((error) => error.code)
      expect(typeof outcome === 'object' ? 'read' : outcome).toMatch(/^(read|RULE_BROKEN)$/)
    }
    expect(await api.volunteers.count({})).toBe(0)
  })
})
