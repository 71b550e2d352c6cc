import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { aVolunteer } from '#tests/support/builders.ts'
import { withSqlite } from '#tests/support/databases.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, importFile, openFile, problemsIn } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('dates that can be read in two ways', () => {
  const file = csv(
    'Nazwisko;Imię;Data urodzenia',
    'Nowak;Jan;02/03/1980',
    'Kos;Ewa;11/12/1990',
    'Lis;Adam;25/12/1970',
    'Wilk;Jan;1.2.85',
    'Żuk;Zofia;32905',
  )

  test('wait for one decision about the whole column, which may be changed', async () => {
    const opened = await openFile(api, file)
    const found = await dryRun(api, opened)
    expect(found.totals).toMatchObject({ create: 1, undecided: 4 })
    expect(found.dates).toEqual([
      {
        field: 'birthOn',
        title: 'Data urodzenia',
        doubts: [
          { doubt: 'order', count: 2, examples: ['02/03/1980', '11/12/1990'] },
          { doubt: 'century', count: 1, examples: ['1.2.85'] },
          { doubt: 'serial', count: 1, examples: ['32905'] },
        ],
      },
    ])
    const monthFirst = { dates: { birthOn: { order: 'monthFirst' as const } } }
    expect(problemsIn(await dryRun(api, opened, {}, monthFirst))).toEqual([
      '4 birthOn error noSuchDay',
      '5 birthOn error twoDigitYear',
      '6 birthOn error serialDate',
    ])
    const rules = { dates: { birthOn: { order: 'dayFirst', century: 'past', serial: '1900' } } } as const
    const decided = await dryRun(api, opened, {}, rules)
    expect(decided.totals).toMatchObject({ create: 5, undecided: 0 })
    expect(decided.dates[0]?.doubts).toHaveLength(3)
    await api.imports.run({ id: opened.id, options: opened.options, decisions: {}, rules })
    const { rows } = await api.volunteers.list({})
    expect(rows.map(({ birthOn }) => birthOn)).toEqual([
      '1990-12-11',
      '1970-12-25',
      '1980-03-02',
      '1985-02-01',
      '1990-02-01',
    ])
  })

  test('are never written while nobody decided', async () => {
    const run = importFile(api, file)
    expect(await refusalOf(run)).toEqual(ruleRefusal('imports.errors.undecided'))
    expect(await api.volunteers.count({})).toBe(0)
  })
})

describe('rows that the register has', () => {
  const titles = 'Nazwisko;Imię;Data urodzenia;PESEL;Telefon;Miejscowość'
  const row = 'Łukasik;Elżbieta;23.12.1965;65122300348;601234567;Lublin'

  test.each([
    ['skip', 'skip', { phone: '', town: 'Łęczna' }],
    ['fill', 'change', { phone: '601 234 567', town: 'Łęczna' }],
    ['overwrite', 'change', { phone: '601 234 567', town: 'Lublin' }],
  ] as const)('are decided together: %s', async (repeats, action, expected) => {
    const { id } = await api.volunteers.create(aVolunteer({ phone: '', town: 'Łęczna', notes: 'dawne' }))
    const opened = await openFile(api, csv(titles, row, 'Kos;Ewa;01.01.1980;;;'))
    const found = await dryRun(api, opened, {}, { repeats })
    expect(found).toMatchObject({ repeats: 1, mayChange: true })
    expect(found.rows[0]?.action).toBe(action)
    expect(
      await api.imports.run({ id: opened.id, options: opened.options, decisions: {}, rules: { repeats } }),
    ).toMatchObject({ importedRows: 1, changedRows: repeats === 'skip' ? 0 : 1 })
    expect(await api.volunteers.get({ id })).toMatchObject({ ...expected, notes: 'dawne' })
  })

  test('show what would change, before and after, and who it is', async () => {
    const { id } = await api.volunteers.create(aVolunteer({ phone: '', town: 'Łęczna' }))
    const opened = await openFile(api, csv(titles, row))
    const [found] = (await dryRun(api, opened, { 2: { row: 'overwrite' } })).rows
    expect(found?.change).toEqual({
      id,
      label: 'Łukasik Elżbieta',
      fields: { phone: ['', '601 234 567'], town: ['Łęczna', 'Lublin'] },
    })
    expect(found?.problems).toEqual([])
  })

  test('say nothing new: then there is nothing to write', async () => {
    await api.volunteers.create(aVolunteer({ town: 'Lublin' }))
    const opened = await openFile(api, csv('Nazwisko;Imię;PESEL', 'Łukasik;Elżbieta;65122300348'))
    const [found] = (await dryRun(api, opened, {}, { repeats: 'overwrite' })).rows
    expect(found).toMatchObject({ action: 'skip', change: { fields: {} } })
  })

  test('twice in the file change the record once; the other row waits', async () => {
    await api.volunteers.create(aVolunteer({ phone: '' }))
    const opened = await openFile(api, csv(titles, row, row))
    const found = await dryRun(api, opened, {}, { repeats: 'overwrite' })
    expect(problemsIn(found)).toEqual(['3 row error sameTarget'])
  })

  test('and several people alike: the clerk names the one that is changed', async () => {
    const birthOn = '1965-12-23'
    await api.volunteers.create(aVolunteer({ pesel: '', birthOn, town: 'Łęczna' }))
    const other = await api.volunteers.create(aVolunteer({ pesel: '', birthOn, town: 'Świdnik' }))
    const opened = await openFile(
      api,
      csv('Nazwisko;Imię;Data urodzenia;E-mail', 'Łukasik;Elżbieta;23.12.1965;e@example.org'),
    )
    expect((await dryRun(api, opened, {}, { repeats: 'fill' })).totals).toMatchObject({ undecided: 1 })
    const decisions = { 2: { row: 'overwrite' as const, target: other.id } }
    await api.imports.run({ id: opened.id, options: opened.options, decisions })
    expect(await api.volunteers.get({ id: other.id })).toMatchObject({ email: 'e@example.org' })
  })
})

describe('references', () => {
  const titles = 'Nr;Wolontariusz;Data zawarcia;Od;Do;Miejsce'
  const rowOf = (number: number, name: string, unit: string) =>
    `${number}/2026;${name};01.03.2026;01.03.2026;31.12.2026;${unit}`

  test('that fit nobody have people of similar names to choose from, for all rows with the same text', async () => {
    const person = await api.volunteers.create(aVolunteer())
    const file = csv(titles, rowOf(1, 'Łukaszik Elżbieta', ''), rowOf(2, 'ŁUKASZIK ELŻBIETA', ''))
    const opened = await openFile(api, file, 'agreements')
    const [found] = (await dryRun(api, opened)).rows
    expect(found?.problems).toMatchObject([
      { key: 'imports.problems.volunteerNotFound', sameText: 2, candidates: [{ id: person.id }] },
    ])
    const rules = { texts: { volunteer: { 'lukaszik elzbieta': { reference: person.id } } } }
    expect((await dryRun(api, opened, {}, rules)).totals).toMatchObject({ create: 2, undecided: 0 })
  })

  test('to a unit that is only similar wait: the known one, or a new one', async () => {
    await api.volunteers.create(aVolunteer())
    const club = await api.units.create({ name: 'Klub Seniora' })
    await api.units.create({ name: 'Filia nr 1' })
    const name = 'Łukasik Elżbieta'
    const file = csv(
      titles,
      rowOf(1, name, 'Klub Senora'),
      rowOf(2, name, 'Filia nr 2'),
      rowOf(3, name, 'klub seniora'),
    )
    const opened = await openFile(api, file, 'agreements')
    const found = await dryRun(api, opened)
    expect(problemsIn(found)).toEqual(['2 unit error unitSimilar'])
    expect(found.newUnits).toEqual(['Filia nr 2'])
    expect(found.rows[0]?.problems[0]).toMatchObject({ choices: ['create'], candidates: [{ id: club.id }] })
    const asNew = await dryRun(api, opened, { 2: { fields: { unit: { choice: 'create' } } } })
    expect(asNew.newUnits).toEqual(['Klub Senora', 'Filia nr 2'])
    const asKnown = await dryRun(api, opened, { 2: { fields: { unit: { reference: club.id } } } })
    expect(asKnown).toMatchObject({ newUnits: ['Filia nr 2'], totals: { undecided: 0 } })
  })
})

describe('the columns of a header', () => {
  const file = csv('Kto;Gdzie mieszka;Dane', 'Nowak Jan;Lublin;x')
  const other = csv('Rejestr', 'KTO;gdzie mieszka:;Dane', 'Kos Ewa;Świdnik;y')
  const mapping = [['surnameFirst'], ['town'], []]

  test('are remembered for the next file with the same titles, wherever they stand', async () => {
    const { id, options } = await openFile(api, file)
    expect(options.mapping.flat()).toEqual([])
    await api.imports.run({ id, options: { ...options, mapping }, decisions: {} })
    expect(await openFile(api, other)).toMatchObject({
      isRemembered: true,
      options: { headerRow: 1, mapping },
    })
    expect(await openFile(api, file, 'agreements')).toMatchObject({ isRemembered: false })
  })

  test('are not remembered of an import that was not carried out', async () => {
    const { id, options } = await openFile(api, file)
    await dryRun(api, { id, options: { ...options, mapping } } as Awaited<ReturnType<typeof openFile>>)
    expect(await openFile(api, other)).toMatchObject({ isRemembered: false })
  })
})

describe('the problems', () => {
  const file = csv('Nazwisko;Imię;PESEL;Telefon', 'Nowak;Jan;123;', 'Kos;;;12', 'Lis;Adam;123;', 'Wilk;Ewa;;')

  test('are filtered by kind and by column, and counted', async () => {
    const { id, options } = await openFile(api, file)
    const look = (filter: object) => api.imports.preview({ id, options, decisions: {}, ...filter })
    const all = await look({ show: 'problems' })
    expect(all.problemKinds).toContainEqual({ key: 'volunteers.errors.peselLength', params: [], rows: 2 })
    expect(all.problemFields).toContainEqual({ field: 'phone', rows: 1 })
    const byKind = await look({ problem: 'volunteers.errors.peselLength' })
    expect(byKind.rows.map(({ line }) => line)).toEqual([2, 4])
    expect((await look({ field: 'phone' })).rows.map(({ line }) => line)).toEqual([3])
    expect((await look({ show: 'undecided' })).shownRows).toBe(3)
  })

  test('are told for a file of them, in the order of the rows, with what stands in the cell', async () => {
    const { id, options } = await openFile(api, file)
    const { problems, total } = await api.imports.problems({ id, options, decisions: {}, field: 'pesel' })
    expect(total).toBe(2)
    expect(problems[0]).toEqual({
      line: 2,
      field: 'pesel',
      title: 'PESEL',
      value: '123',
      level: 'error',
      key: 'volunteers.errors.peselLength',
    })
    const traces = withSqlite(join(app.folder, 'osrodek.db'), (sqlite) =>
      sqlite.prepare("SELECT changes FROM history WHERE action = 'problemsExported'").pluck().all(),
    )
    expect(traces).toEqual(['{"problems":[null,2]}'])
  })
})

test('a check may be stopped, and asked for again', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `Nowak-${index};Anna`)
  const opened = await openFile(api, csv('Nazwisko;Imię', ...rows))
  const check = refusalOf(dryRun(api, opened))
  while ((await api.imports.progress({ id: opened.id }))?.phase !== 'checking')
    await new Promise((resolve) => setImmediate(resolve))
  await api.imports.cancel({ id: opened.id })
  expect(await check).toEqual(ruleRefusal('imports.errors.checkCancelled'))
  expect((await dryRun(api, opened)).totals).toMatchObject({ create: 20_000 })
}, 60_000)
