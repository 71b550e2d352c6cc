import { beforeEach, describe, expect, test } from 'vitest'
import { volunteerImportFields } from '#shared/features/volunteers/volunteers.import.ts'
import { maxImportBytes } from '#shared/kit/import.ts'
import { fieldRefusal, refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile, rowsOf } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const table = csv('Nazwisko;Imię;Ulica', 'Źdźbło;Świętosława;ul. Ćwiąkały 1', 'Łącka-Ńęż;Żaneta;ul. Óśma 2')
const polishLetters: Record<string, string> = {
  'windows-1250': 'Ą=a5 ą=b9 Ć=c6 ć=e6 Ę=ca ę=ea Ł=a3 ł=b3 Ń=d1 ń=f1 Ó=d3 ó=f3 Ś=8c ś=9c Ź=8f ź=9f Ż=af ż=bf',
  'iso-8859-2': 'Ą=a1 ą=b1 Ć=c6 ć=e6 Ę=ca ę=ea Ł=a3 ł=b3 Ń=d1 ń=f1 Ó=d3 ó=f3 Ś=a6 ś=b6 Ź=ac ź=bc Ż=af ż=bf',
}

/** The bytes of a text as an office program writes them in this encoding. */
function encoded(text: string, encoding: string): Buffer {
  const letters = polishLetters[encoding]
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const codes = new Map(letters?.split(' ').map((pair) => pair.split('=') as [string, string]))
  return Buffer.from(
    [...text].map((letter) => Number.parseInt(codes.get(letter) ?? '', 16) || letter.charCodeAt(0)),
  )
}

describe('the encoding', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'])(
    '%s is told by the bytes',
    async (encoding) => {
      const opened = await openFile(api, encoded(table, encoding))
      expect(opened.options).toMatchObject({ encoding, separator: ';', headerRow: 0 })
      expect((await dryRun(api, opened)).rows.map(({ cells }) => cells)).toEqual([
        { surname: 'Źdźbło', firstNames: 'Świętosława', street: 'ul. Ćwiąkały 1' },
        { surname: 'Łącka-Ńęż', firstNames: 'Żaneta', street: 'ul. Óśma 2' },
      ])
    },
  )

  test.each(['utf-16le', 'utf-16be'])('%s is told without its mark', async (encoding) => {
    const opened = await openFile(api, encoded(table, encoding).subarray(2))
    expect(opened.options).toMatchObject({ encoding, separator: ';', headerRow: 0 })
    expect((await dryRun(api, opened)).rows[0]?.cells).toMatchObject({ firstNames: 'Świętosława' })
  })

  test('utf-8 may have a byte order mark, which belongs to no title', async () => {
    const opened = await openFile(api, `\ufeff${table}`)
    expect(opened.options).toMatchObject({
      encoding: 'utf-8',
      mapping: [['surname'], ['firstNames'], ['street']],
    })
    expect(opened.sample[0]?.[0]).toBe('Nazwisko')
  })

  test('without any Polish letter does not matter', async () => {
    expect(await rowsOf(api, 'Nazwisko;Imie\nNowak;Jan\n')).toMatchObject([
      { action: 'create', cells: { surname: 'Nowak', firstNames: 'Jan' } },
    ])
  })

  test('that was guessed wrongly is put right by the clerk', async () => {
    const opened = await openFile(api, encoded('Nazwisko;Imię\nGłód;Łucja', 'iso-8859-2'))
    expect(opened.options.encoding).toBe('windows-1250')
    const { mapping: _, ...options } = opened.options
    const again = await api.imports.guess({ id: opened.id, options: { ...options, encoding: 'utf-8' } })
    expect(again.sample[1]?.[0]).toContain('\ufffd')
    expect(again.options.mapping).toEqual([['surname'], []])
  })
})

describe('the separator', () => {
  test.each([
    [';', 'średnik'],
    [',', 'przecinek'],
    ['\t', 'tabulator'],
    ['|', 'kreska'],
  ])('%j is the one that splits the lines alike', async (separator) => {
    const lines = [
      ['Nazwisko', 'Imię', 'Adres', 'Uwagi'],
      ['Nowak', 'Jan', '"ul. Długa 1, m. 2; klatka B|C\tD"', ''],
      ['Kowalska', 'Anna', 'ul. Krótka 3', 'dzwonić'],
    ]
    const opened = await openFile(api, csv(...lines.map((cells) => cells.join(separator))))
    expect(opened.options).toMatchObject({
      separator,
      mapping: [['surname'], ['firstNames'], ['street'], ['notes']],
    })
    expect((await dryRun(api, opened)).rows[0]?.cells.street).toBe('ul. Długa 1, m. 2; klatka B|C\tD')
  })

  test('named by Excel in a line of its own leaves the table as it is', async () => {
    const opened = await openFile(api, csv('sep=;', 'Nazwisko;Imię', 'Nowak;Jan'))
    expect(opened.options).toMatchObject({ separator: ';', headerRow: 1 })
    expect((await dryRun(api, opened)).rows).toMatchObject([{ line: 3, action: 'create' }])
  })

  test('may be changed; then the columns are proposed anew', async () => {
    const opened = await openFile(api, csv('Nazwisko,Imię;Telefon', 'Nowak,Jan;601234567', 'Kos,Ewa;'))
    const { mapping: _, ...options } = opened.options
    const again = await api.imports.guess({ id: opened.id, options: { ...options, separator: ',' } })
    expect(again.options.mapping).toHaveLength(2)
    expect(again.options.mapping[0]).toEqual(['surname'])
  })
})

describe('the row of titles', () => {
  test('may stand below lines of other text, and rows are counted as a spreadsheet does', async () => {
    const above = ['Ośrodek;;', '"Rejestr\nwolontariuszy";;', '', 'stan na 31.12.2007;;']
    const opened = await openFile(
      api,
      csv(...above, 'Nazwisko;Imię;Uwagi', '', 'Nowak;Jan;', ';;', 'Kos;Ewa;'),
    )
    expect(opened.options.headerRow).toBe(4)
    expect((await dryRun(api, opened)).rows.map(({ line }) => line)).toEqual([7, 9])
  })

  test('is chosen by the clerk where the guess is wrong; one beyond the file is guessed again', async () => {
    const opened = await openFile(api, csv('Nazwisko;Imię', 'Surname;Name', 'Nowak;Jan'))
    const { mapping: _, ...options } = opened.options
    const second = await api.imports.guess({ id: opened.id, options: { ...options, headerRow: 1 } })
    expect(second.options.mapping).toEqual([[], []])
    const beyond = await api.imports.guess({ id: opened.id, options: { ...options, headerRow: 900 } })
    expect(beyond.options).toMatchObject({ headerRow: 0, mapping: [['surname'], ['firstNames']] })
  })

  test('alone gives nothing to write', async () => {
    const opened = await openFile(api, 'Nazwisko;Imię\r\n')
    expect((await dryRun(api, opened)).totals).toMatchObject({ rows: 0, create: 0 })
    const nothing = api.imports.run({ id: opened.id, options: opened.options, decisions: {} })
    expect(await refusalOf(nothing)).toEqual(ruleRefusal('imports.errors.nothing'))
  })
})

describe('the columns', () => {
  test.each(volunteerImportFields.map(({ key, headers }) => [key, headers] as const))(
    'of %s are known by each of their titles',
    async (key, headers) => {
      for (const title of headers) {
        for (const written of [title, title.toUpperCase(), `${title}:`, `"${title} "`]) {
          const { options } = await openFile(api, csv(`${written};xyz`, 'a;b'))
          expect(options.mapping[0], written).toEqual([key])
        }
      }
    },
  )

  test('may stand in any order, with others between them', async () => {
    const [row] = await rowsOf(api, csv('Uwagi;Imię;Lp.;Nazwisko;Rozmiar', 'dzwonić;Jan;1;Nowak;XL'))
    expect(row?.cells).toEqual({ notes: 'dzwonić', firstNames: 'Jan', surname: 'Nowak' })
  })

  test.each([
    ['Nazwisko i imię', 'Nowak-Kos Anna Maria', { surname: 'Nowak-Kos', firstNames: 'Anna Maria' }],
    ['Imię i nazwisko', 'Anna Maria Nowak-Kos', { surname: 'Nowak-Kos', firstNames: 'Anna Maria' }],
    ['Nazwisko, imię', 'NOWAK, ANNA', { surname: 'Nowak', firstNames: 'Anna' }],
  ])('with the whole name in one (%s) are taken apart', async (title, name, person) => {
    const { id, options } = await openFile(api, csv(`${title};Uwagi`, `${name};`))
    await api.imports.run({ id, options, decisions: {} })
    expect((await api.volunteers.list({})).rows).toMatchObject([person])
  })

  test('of the same title twice: the first counts, the second is left out until the clerk maps it', async () => {
    const opened = await openFile(api, csv('Nazwisko;Imię;Telefon;Telefon', 'Nowak;Jan;601234567;602234567'))
    expect(opened.options.mapping).toEqual([['surname'], ['firstNames'], ['phone'], []])
    const mapping = [['surname'], ['firstNames'], [], ['phone']]
    const { rows } = await dryRun(api, { ...opened, options: { ...opened.options, mapping } })
    expect(rows[0]?.cells.phone).toBe('602234567')
  })

  test('of one field are joined in the order of the file, and one column may fill several fields', async () => {
    const file = csv('Nazwisko;Imię;Drugie imię;Ulica;Nr domu', 'Nowak;Jan;Karol;ul. Długa;3', 'Kos;Ewa;;;7')
    const opened = await openFile(api, file)
    const mapping = [['surname'], ['firstNames'], ['firstNames'], ['street', 'notes'], ['street']]
    const { rows, columns } = await dryRun(api, { ...opened, options: { ...opened.options, mapping } })
    expect(rows.map(({ cells }) => cells)).toEqual([
      { surname: 'Nowak', firstNames: 'Jan Karol', street: 'ul. Długa 3', notes: 'ul. Długa' },
      { surname: 'Kos', firstNames: 'Ewa', street: '7', notes: '' },
    ])
    expect(columns).toContainEqual({ field: 'street', title: 'Ulica + Nr domu' })
  })

  test('without a name are an error in every row', async () => {
    const rows = await rowsOf(api, csv('Imię;Telefon', 'Jan;601234567', 'Ewa;'))
    for (const { problems } of rows)
      expect(problems[0]).toMatchObject({ key: 'imports.problems.nameIncomplete', level: 'error' })
  })

  test('that a row lacks are empty, those that it has too many are nobody’s', async () => {
    expect(
      await rowsOf(api, csv('Nazwisko;Imię;Telefon', 'Nowak;Jan', 'Kos;Ewa;601234567;x;y')),
    ).toMatchObject([
      { cells: { phone: '' }, action: 'create' },
      { cells: { phone: '601234567' }, action: 'create' },
    ])
  })
})

describe('the cells', () => {
  test('may hold line breaks and quotation marks in quotes', async () => {
    const file = 'Nazwisko;Imię;Uwagi\r\nNowak;Jan;"pierwszy\r\ndrugi; ""trzeci"""\r\nKos;Ewa;\r\n'
    const { id, options } = await openFile(api, file)
    await api.imports.run({ id, options, decisions: {} })
    const { rows } = await api.volunteers.list({ search: 'nowak' })
    expect(await api.volunteers.get({ id: rows[0]?.id ?? 0 })).toMatchObject({
      notes: 'pierwszy\ndrugi; "trzeci"',
    })
    expect(await api.volunteers.count({})).toBe(2)
  })

  test.each([
    ['not closed', 'Nazwisko;Imię;Adres\nNowak;Jan;\nKos;Ewa;"ul. Długa\nLis;Adam;\n', 3],
    ['closed in the middle', 'Nazwisko;Imię;Adres\nNowak;Jan;"Dom" nr 1\nKos;Ewa;\n', 2],
  ])('with a quotation mark %s would swallow what follows: the row is named', async (_, file, line) => {
    expect(await refusalOf(openFile(api, file))).toEqual(ruleRefusal('imports.errors.quotes', { line }))
  })

  test('with marks that nobody sees are cleaned', async () => {
    const { id, options } = await openFile(
      api,
      csv('Nazwisko;Imię', 'No\u00adwak\u200b;\u00a0Jan\u00a0 Karol '),
    )
    await api.imports.run({ id, options, decisions: {} })
    expect((await api.volunteers.list({})).rows).toMatchObject([
      { surname: 'Nowak', firstNames: 'Jan Karol' },
    ])
  })
})

describe('a file that is no table is refused in words', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  test.each([
    ['of nothing but blanks', ' ;; \r\n\r\n', 'empty'],
    ['a picture', png, 'unreadable'],
    ['a picture without a zero', Buffer.from('ffd8ffe1010245786966', 'hex'), 'unreadable'],
    ['a PDF', '%PDF-1.7\n1;2\n', 'unreadable'],
    [
      'a web page that calls itself a spreadsheet',
      '\n<html><table><tr><td>Nowak;Jan</td></tr></table>',
      'unreadable',
    ],
    [
      'zero bytes on one side that are no UTF-16',
      Buffer.from('\u0001a;b\n'.repeat(9), 'utf16le'),
      'unreadable',
    ],
    [
      'UTF-16 cut off in the middle of a letter',
      Buffer.from('Nazwisko;Imię', 'utf16le').subarray(1),
      'unreadable',
    ],
    ['a workbook of 2003, or one with a password', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'oldOrLocked'],
    ['a workbook that is cut off', Buffer.from('PK\u0003\u0004\u0014\u0000'), 'unreadable'],
    ['wider than any register', csv(Array(201).fill('x').join(';'), 'a;b'), 'tooWide'],
  ])('%s', async (_, content, reason) => {
    expect(await refusalOf(openFile(api, content))).toEqual(ruleRefusal(`imports.errors.${reason}`))
  })

  test('of no bytes at all', async () => {
    expect(await refusalOf(openFile(api, ''))).toEqual(ruleRefusal('imports.errors.empty'))
  })

  test('of more than 200,000 rows', async () => {
    const file = `Nazwisko;Imię\n${'Nowak;Jan\n'.repeat(200_000)}`
    expect(await refusalOf(openFile(api, file))).toEqual(
      ruleRefusal('imports.errors.tooManyRows', { max: 200_000 }),
    )
  })

  test('of more than 25 MB', async () => {
    const file = Buffer.alloc(maxImportBytes + 1024, 'Nazwisko;Imię\n')
    expect(await refusalOf(openFile(api, file))).toEqual(fieldRefusal('content', 'imports.errors.tooLarge'))
    expect(
      await openFile(
        api,
        Buffer.concat([Buffer.from('Nazwisko;Imię\n'), Buffer.alloc(maxImportBytes - 100, 'a')]),
      ),
    ).toMatchObject({
      options: { mapping: [['surname'], ['firstNames']] },
    })
  })

  test('leaves nothing behind', async () => {
    await refusalOf(openFile(api, png))
    expect(await api.imports.list()).toEqual([])
    await expect(
      api.imports.preview({
        id: 1,
        options: { encoding: null, separator: null, headerRow: 0, mapping: [] },
        decisions: {},
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
