import { join } from 'node:path'
import Papa from 'papaparse'
import { beforeEach, describe, expect, test } from 'vitest'
import { dayFrom } from '#shared/kit/dates.ts'
import type { ImportDecisions } from '#shared/kit/import.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { type Cell, dryRun, importFile, openFile, problemsIn, sample, workbook } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const volunteersFile = sample('wolontariusze-2007.csv')
const agreementsFile = sample('porozumienia-2007.csv')

/** What a careful clerk decides about the register of volunteers. */
const ofVolunteers: ImportDecisions = {
  11: { fields: { pesel: { choice: 'keep', note: 'tak w dowodzie' } } },
  23: { fields: { birthOn: { choice: 'toNotes' } } },
  86: { row: 'skip' },
  87: { row: 'skip' },
}

/** The clerk knows which of the two namesakes it was. */
async function ofAgreements(): Promise<ImportDecisions> {
  const { rows } = await api.volunteers.list({ search: 'Rutkowski Tomasz' })
  const [older, younger] = rows.map(({ id }) => id).sort((a, b) => a - b) as [number, number]
  return {
    7: { fields: { volunteer: { reference: older } } },
    59: { fields: { volunteer: { reference: younger } } },
  }
}

const importVolunteers = (file = volunteersFile) => importFile(api, file, { decisions: ofVolunteers })
const importAgreements = async (file = agreementsFile) =>
  importFile(api, file, { register: 'agreements', decisions: await ofAgreements() })

/** Everything that the two registers and the units hold. */
function registers(): Record<string, unknown[]> {
  return withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
    Object.fromEntries(
      ['volunteers', 'agreements', 'units'].map((table) => [
        table,
        sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
      ]),
    ),
  )
}

/** The same table as a workbook: real dates where the calendar has them, figures where a spreadsheet would. */
function twinOf(file: Buffer, figures: RegExp): Promise<Buffer> {
  const { data } = Papa.parse<string[]>(new TextDecoder('windows-1250').decode(file), { delimiter: ';' })
  return workbook(
    data.slice(0, -1).map((cells) =>
      cells.map((text): Cell => {
        const [, date = '', month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? []
        const day = dayFrom(Number(year), Number(month), Number(date))
        if (day) return new Date(day)
        return figures.test(text) ? Number(text.replace(',', '.')) : text
      }),
    ),
  )
}

describe('the register of volunteers of 2007', () => {
  test('is read without a question, but for four rows', async () => {
    const opened = await openFile(api, volunteersFile)
    expect(opened.options).toMatchObject({ encoding: 'windows-1250', separator: ';', headerRow: 2 })
    expect(opened.importedAt).toBeNull()
    const found = await dryRun(api, opened)
    expect(found.totals).toEqual({ rows: 84, create: 80, change: 0, skip: 0, undecided: 4, warnings: 0 })
    expect(problemsIn(found)).toEqual([
      '11 pesel error peselChecksum',
      '23 birthOn error noLeapDay',
      '86 row error duplicate.pesel',
      '87 row error duplicate.nameAndBirth',
    ])
    expect(found.rows.find(({ line }) => line === 86)?.problems[0]?.candidates).toMatchObject([
      { id: null, line: 5, label: 'Ęcka Anna', details: ['10.10.1948', 'Lublin'] },
    ])
    expect(found.columns.map(({ title }) => title)).toEqual(
      'Nazwisko i imię,Data urodzenia,PESEL,Adres,Kod,Miejscowość,Telefon,E-mail,Kategoria,Uwagi'.split(','),
    )
  })

  test('becomes 82 volunteers, with what was decided', async () => {
    expect(await importVolunteers()).toMatchObject({ importedRows: 82, skippedRows: 2 })
    expect(await api.volunteers.count({})).toBe(82)
    const find = async (search: string) => {
      const { rows } = await api.volunteers.list({ search })
      return api.volunteers.get({ id: rows[0]?.id ?? 0 })
    }
    expect(await find('lukasik')).toMatchObject({ surname: 'Łukasik', birthOn: '1965-12-23' })
    expect(await find('zolc')).toMatchObject({ surname: 'Żółć', category: 'pupil' })
    expect(await find('michalak')).toMatchObject({ pesel: '55062086555', peselNote: 'tak w dowodzie' })
    expect(await find('jaworska renata')).toMatchObject({ notes: 'Data urodzenia: 29.02.1985' })
    expect(await find('adamczyk anna')).toMatchObject({ birthOn: '1979-02-25' })
    expect(await find('krawczyk zofia')).toMatchObject({ postCode: '20-012' })
  })
})

describe('the register of agreements of 2007', () => {
  test('asks which of two namesakes is meant, and names the places that are new', async () => {
    await importVolunteers()
    const found = await dryRun(api, await openFile(api, agreementsFile, 'agreements'))
    expect(found.totals).toMatchObject({ rows: 92, create: 90, undecided: 2 })
    expect(problemsIn(found).filter((problem) => problem.includes('error'))).toEqual([
      '7 volunteer error volunteerAmbiguous',
      '59 volunteer error volunteerAmbiguous',
    ])
    expect(new Set(problemsIn(found).map((problem) => problem.split(' ').at(-1)))).toEqual(
      new Set(['volunteerAmbiguous', 'otherYear', 'nnwMissing', 'costsNo']),
    )
    expect(found.newUnits).toHaveLength(6)
    expect(found.newUnits).toContain('Centrum Aktywizacji i Rozwoju Seniorów')
  })

  test('becomes 92 agreements of paper with the 82 volunteers, and six units', async () => {
    await importVolunteers()
    expect(await importAgreements()).toMatchObject({ importedRows: 92, skippedRows: 0 })
    expect(await api.agreements.count({})).toBe(92)
    expect(await api.units.all()).toHaveLength(6)
    const { rows } = await api.agreements.list({ search: '4/2007' })
    expect(rows.find(({ number }) => number === '4/2007')).toMatchObject({
      startsOn: '2007-07-19',
      endsOn: '2007-07-19',
      unit: { text: 'Filia nr 2' },
    })
    expect(await api.documents.count({})).toBe(0)
  })

  test('finds nobody before the volunteers are there', async () => {
    const found = await dryRun(api, await openFile(api, agreementsFile, 'agreements'))
    expect(found.totals).toMatchObject({ create: 0, undecided: 92 })
    expect(found.rows[0]?.problems).toContainEqual(
      expect.objectContaining({ key: 'imports.problems.volunteerNotFound' }),
    )
  })
})

test('the same registers as workbooks, with real dates and figures, become the same', async () => {
  await importVolunteers()
  await importAgreements()
  const fromText = registers()
  await app.close()
  app = await openTestApp()
  api = app.api
  await importVolunteers(await twinOf(volunteersFile, /^\d{9}$/))
  await importAgreements(await twinOf(agreementsFile, /^\d+(,\d+)?$/))
  expect(registers()).toEqual(fromText)
})

describe('a file that was imported before', () => {
  test('is told by its bytes, and is nothing but duplicates', async () => {
    await importVolunteers()
    const again = await openFile(api, volunteersFile)
    expect(again.importedAt).toBe('2026-11-22T10:00:00.000Z')
    const { totals, rows } = await dryRun(api, again)
    expect(totals).toMatchObject({ rows: 84, create: 0, undecided: 84 })
    for (const { problems } of rows) expect(problems.map(({ field }) => field)).toContain('row')
    expect((await openFile(api, Buffer.concat([volunteersFile, Buffer.from('\r\n')]))).importedAt).toBeNull()
    expect((await openFile(api, volunteersFile, 'agreements')).importedAt).toBeNull()
  })

  test('gives no number of an agreement twice', async () => {
    await importVolunteers()
    await importAgreements()
    const { totals, rows } = await dryRun(api, await openFile(api, agreementsFile, 'agreements'))
    expect(totals).toMatchObject({ rows: 92, create: 0, undecided: 92 })
    for (const { problems } of rows)
      expect(problems).toContainEqual(expect.objectContaining({ key: 'imports.problems.numberTaken' }))
    const { id, options } = await openFile(api, agreementsFile, 'agreements')
    const all: ImportDecisions = Object.fromEntries(rows.map(({ line }) => [line, { row: 'skip' }]))
    await expect(api.imports.run({ id, options, decisions: all })).rejects.toMatchObject({
      data: { reason: 'imports.errors.nothing' },
    })
  })
})
