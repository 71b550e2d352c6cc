import { beforeEach, describe, expect, test } from 'vitest'
import { kindOfWord } from '#shared/features/units/units.import.ts'
import { treeOf } from '#shared/features/units/units.rules.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, importFile, openFile, problemsIn, rowsOf, sample } from '../imports/importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const titles = 'Rodzaj;Numer;Nazwa;Jednostka nadrzędna;Symbol;Telefon;Od;Do'
const register = 'units' as const

test.each([
  ['Filia', 'branch'],
  ['SEKCJA PRACY SOCJALNEJ', 'section'],
  ['zespół', 'team'],
  ['Samodzielne stanowisko pracy', 'post'],
  ['dziale', undefined],
  ['', undefined],
])('%j is the kind %s', (word, kind) => {
  expect(kindOfWord(word)).toBe(kind)
})

describe('the sample', () => {
  const file = sample('jednostki-lublin.csv')

  test('becomes 26 units: 21 sections in 5 branches, with the gaps in their numbers', async () => {
    const opened = await openFile(api, file, register)
    expect(opened.options).toMatchObject({ encoding: 'windows-1250', headerRow: 0 })
    expect((await dryRun(api, opened)).totals).toMatchObject({ rows: 26, create: 26, undecided: 0 })
    expect(await importFile(api, file, { register })).toMatchObject({ importedRows: 26, skippedRows: 0 })
    const branches = treeOf(await api.units.tree({ on: '2026-11-22' }))
    expect(branches.map(({ unit, children }) => [unit.kind, unit.numberLabel, children.length])).toEqual([
      ['branch', '1', 5],
      ['branch', '2', 5],
      ['branch', '3', 4],
      ['branch', '4', 3],
      ['branch', '5', 4],
    ])
    const sections = branches.flatMap(({ children }) => children.map(({ unit }) => unit))
    expect(new Set(sections.map(({ kind }) => kind))).toEqual(new Set(['section']))
    const numbers = sections.map(({ numberLabel }) => Number(numberLabel)).sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])
    const atOneAddress = sections.filter(({ address }) => address === 'ul. Startowa 11')
    expect(atOneAddress.map(({ name }) => name)).toEqual([
      'Sekcja Pracy Socjalnej nr 7',
      'Sekcja Pracy Socjalnej nr 12',
    ])
  })

  test('is undone whole, and the second time is nothing but repeats', async () => {
    await importFile(api, file, { register })
    const again = await openFile(api, file, register)
    expect(again.importedAt).not.toBeNull()
    expect((await dryRun(api, again)).totals).toMatchObject({ create: 0, undecided: 26 })
    const [line] = await api.imports.list()
    await api.imports.undo({ id: line?.id ?? 0 })
    expect(await api.units.all()).toEqual([])
  })
})

test('a unit may stand before the one above it, and its cells are read as offices write them', async () => {
  const file = csv(
    titles,
    'Punkt;;Punkt przy Sekcji;Sekcja nr 7;;81 466 54 41 (sekretariat); 1.02.2020;31.12.2030',
    'Sekcja;7;Sekcja nr 7;filia nr 2;SPS.7;;;',
    ';2;Filia nr 2;;;;;',
  )
  await importFile(api, file, { register })
  const byName = new Map((await api.units.all()).map((unit) => [unit.name, unit]))
  expect(byName.get('Punkt przy Sekcji')).toMatchObject({
    kind: 'point',
    parentId: byName.get('Sekcja nr 7')?.id,
    phones: [{ number: '81 466 54 41', note: 'sekretariat' }],
    validFrom: '2020-02-01',
    validTo: '2030-12-31',
  })
  expect(byName.get('Sekcja nr 7')).toMatchObject({ symbol: 'SPS.7', parentId: byName.get('Filia nr 2')?.id })
  expect(byName.get('Filia nr 2')).toMatchObject({ kind: 'branch', numberLabel: '2', parentId: null })
  expect(await api.imports.list()).toHaveLength(1)
})

test('what cannot be is told in its row and column', async () => {
  await api.units.create({ name: 'Klub', symbol: 'KS' })
  const rows = await rowsOf(
    api,
    csv(
      titles,
      'Sekcja;1;Sekcja nr 1;Filia nr 9;;;;',
      'Brygada;;Brygada;;;;;',
      'Filia;1;Filia A;;;;;',
      'Filia;1;Filia B;;;;;',
      'Filia;2;Filia A;;;;;',
      'Punkt;;Punkt;;ks;;;',
      'Dział;;Dział A;Dział B;;;;',
      'Dział;;Dział B;Dział A;;;;',
      'Inna;;Klub;;;;;',
      'Zespół;;;;;;;',
    ),
    register,
  )
  expect(problemsIn({ rows })).toEqual([
    '2 parent error units.problems.parentNotFound',
    '3 kind error unknownWord',
    '5 numberLabel error units.errors.numberTaken',
    '6 name error units.errors.nameTaken',
    '7 symbol error units.errors.symbolTaken',
    '8 parent error units.errors.belowItself',
    '9 parent error units.errors.belowItself',
    '10 row error units.problems.there',
    '11 name error validation.required',
  ])
})

test('a unit that another import entered by its name alone is completed, and put back by undoing', async () => {
  const before = await api.units.create({ name: 'Filia nr 2' })
  const file = csv(titles, 'Filia;2;Filia nr 2;;;81 466 00 00;;')
  await importFile(api, file, { register, rules: { repeats: 'overwrite' } })
  expect(await api.units.get({ id: before.id })).toMatchObject({
    kind: 'branch',
    numberLabel: '2',
    phones: [{ number: '81 466 00 00', note: '' }],
  })
  expect(await api.units.versions({ id: before.id })).toMatchObject([{ kind: 'branch' }])
  const [line] = await api.imports.list()
  await api.imports.undo({ id: line?.id ?? 0 })
  expect(await api.units.get({ id: before.id })).toEqual({ ...before, version: 3 })
})
