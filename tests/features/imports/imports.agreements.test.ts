import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportDecisions } from '#shared/kit/import.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile, problemsIn, rowsOf } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

describe('an agreement of paper', () => {
  const heading =
    'Nr porozumienia;Wolontariusz;Data zawarcia;Od;Do;Miejsce;Zakres świadczeń;Godz. tygodniowo;Polisa NNW;Zwrot kosztów;Uwagi'
  const sound = '17/2007;Łukasik Elżbieta;01.02.2007;02.02.2007;30.06.2007;Klub;zajęcia;2,5;;zwrot;'
  const agreements = (...rows: string[]) => csv(heading, ...rows)
  const problemsOf = async (...rows: string[]) =>
    problemsIn({ rows: await rowsOf(api, agreements(...rows), 'agreements') })

  beforeEach(async () => {
    await api.volunteers.create(aVolunteer())
  })

  test('is read as it was', async () => {
    const { id, options } = await openFile(api, agreements(sound), 'agreements')
    await api.imports.run({ id, options, decisions: {} })
    const { rows } = await api.agreements.list({})
    expect(await api.agreements.get({ id: rows[0]?.id ?? 0 })).toMatchObject({
      number: '17/2007',
      isPaper: true,
      concludedOn: '2007-02-01',
      startsOn: '2007-02-02',
      endsOn: '2007-06-30',
      unitName: 'Klub',
      tasks: ['zajęcia'],
      weeklyMinutes: 150,
      travelCosts: 'reimbursed',
      volunteerName: 'Łukasik Elżbieta',
    })
  })

  test.each([
    ['17/2007', '', '2 number error validation.required'],
    ['17/2007', '0/2007', '2 number error notARegisterNumber'],
    ['17/2007', '17/1989', '2 number error numberYear'],
    ['17/2007', '17/2028', '2 number error numberYear'],
    ['17/2007', '1001/2007', '2 number warning numberFar'],
    ['17/2007', 'siedemnaście', '2 number error notARegisterNumber'],
    ['Łukasik Elżbieta', '', '2 volunteer error validation.required'],
    ['Łukasik Elżbieta', 'Łukasik Ewa', '2 volunteer error volunteerNotFound'],
    ['02.02.2007', '', '2 startsOn error validation.required'],
    ['02.02.2007', '29.02.2007', '2 startsOn error noLeapDay'],
    ['30.06.2007', '01.01.2007', '2 endsOn error validation.endBeforeStart'],
    ['30.06.2007', 'do odwołania', '2 endsOn error notADate'],
    ['2,5', '200', '2 weekly error notHours'],
    ['2,5', 'codziennie', '2 weekly error notHours'],
    ['zwrot', 'może', '2 travelCosts error unknownWord'],
    ['zwrot', 'nie', '2 travelCosts warning costsNo'],
    ['01.02.2007', '', '2 concludedOn warning concludedAsStart'],
    ['01.02.2007', '03.02.2007', '2 startsOn warning startsBeforeConclusion'],
    ['01.02.2007', '31.12.2006', '2 number warning otherYear'],
    ['30.06.2007', '20.02.2007', '2 nnw warning nnwMissing'],
  ])('with %j changed to %j: %s', async (was, is, problem) => {
    expect(await problemsOf(sound.replace(was, is))).toEqual([problem])
  })

  const columns = { unit: 'Klub', tasks: 'zajęcia', nnw: '', notes: '' }
  const withText = (texts: Partial<typeof columns>) => {
    const { unit, tasks, nnw, notes } = { ...columns, ...texts }
    return `17/2007;Łukasik Elżbieta;01.02.2007;02.02.2007;30.06.2007;${unit};${tasks};2,5;${nnw};zwrot;${notes}`
  }
  const list = (count: number) => `"${Array.from({ length: count }, (_, at) => `zadanie ${at}`).join('\n')}"`

  test.each([
    ['tasks', 'z'.repeat(400), 'z'.repeat(401), 'validation.tooLong', 400],
    ['tasks', list(20), list(21), 'imports.problems.tooManyTasks', 20],
    ['nnw', '1'.repeat(80), '1'.repeat(81), 'validation.tooLong', 80],
    ['nnw', `${'P'.repeat(120)} 12`, `${'P'.repeat(121)} 12`, 'validation.tooLong', 120],
    ['unit', 'K'.repeat(160), 'K'.repeat(161), 'validation.tooLong', 160],
    ['notes', 'u'.repeat(4000), 'u'.repeat(4001), 'validation.tooLong', 4000],
  ])('with too much in %s is never cut, but asked about', async (field, fitting, tooMuch, key, max) => {
    expect(await problemsOf(withText({ [field]: fitting }))).toEqual([])
    const [row] = await rowsOf(api, agreements(withText({ [field]: tooMuch })), 'agreements')
    const choices = field === 'notes' ? [] : ['clear', 'toNotes']
    expect(row?.problems).toEqual([{ field, level: 'error', key, params: { max }, choices }])
  })

  test('keeps in the notes, whole, what was too much elsewhere', async () => {
    const task = 'z'.repeat(401)
    const opened = await openFile(api, agreements(withText({ tasks: task, notes: 'dawne' })), 'agreements')
    const decisions: ImportDecisions = { 2: { fields: { tasks: { choice: 'toNotes' } } } }
    await api.imports.run({ id: opened.id, options: opened.options, decisions })
    const { rows } = await api.agreements.list({})
    expect(await api.agreements.get({ id: rows[0]?.id ?? 0 })).toMatchObject({
      tasks: [],
      notes: `dawne\nZakres świadczeń: ${task}`,
    })
  })

  test('names its place as the register of units does, without doubled blanks', async () => {
    const { id, options } = await openFile(
      api,
      agreements(withText({ unit: ' Klub \t  Seniora ' })),
      'agreements',
    )
    await api.imports.run({ id, options, decisions: {} })
    expect(await api.units.all()).toMatchObject([{ name: 'Klub Seniora' }])
  })

  test('may be open-ended in the words of offices', async () => {
    for (const word of ['', '-', '–', 'czas nieokreślony', 'bezterminowo'])
      expect(await problemsOf(sound.replace('30.06.2007', word))).toEqual([])
  })

  test('cannot have a number that is in the register, or in an earlier row that is not skipped', async () => {
    const file = agreements(sound, sound, sound.replace('17/', '017/'))
    const opened = await openFile(api, file, 'agreements')
    const twice = await dryRun(api, opened)
    expect(problemsIn(twice)).toEqual(['3 number error numberTwice', '4 number error numberTwice'])
    const decisions: ImportDecisions = { 2: { row: 'skip' }, 4: { fields: { number: { text: '18/2007' } } } }
    expect(problemsIn(await dryRun(api, opened, decisions))).toEqual([])
    await api.imports.run({ id: opened.id, options: opened.options, decisions })
    expect(await problemsOf(sound, sound.replace('17/', '18/'), sound.replace('17/', '19/'))).toEqual([
      '2 number error numberTaken',
      '3 number error numberTaken',
    ])
  })

  test('warns of a number far beyond all others of its year, in the file and in the register', async () => {
    const numbered = (...numbers: string[]) => numbers.map((number) => sound.replace('17/2007', number))
    const far = numbered('1000/2007', '2000/2007', '3001/2007', '3002/2007')
    expect(await problemsOf(...far)).toEqual(['4 number warning numberFar'])
    const { id, options } = await openFile(
      api,
      agreements(...numbered('900/2007', '1900/2007')),
      'agreements',
    )
    await api.imports.run({ id, options, decisions: {} })
    expect(await problemsOf(...numbered('2900/2007'))).toEqual([])
    expect(await problemsOf(...numbered('2901/2007'))).toEqual(['2 number warning numberFar'])
  })

  test('of one of two namesakes waits until the clerk says whose', async () => {
    const other = await api.volunteers.create(aVolunteer({ pesel: '', birthOn: '1990-01-01' }))
    const opened = await openFile(api, agreements(sound), 'agreements')
    const { rows } = await dryRun(api, opened)
    expect(rows[0]?.problems[0]).toMatchObject({
      field: 'volunteer',
      key: 'imports.problems.volunteerAmbiguous',
    })
    expect(rows[0]?.problems[0]?.candidates).toHaveLength(2)
    const stranger = await api.volunteers.create(aVolunteer({ surname: 'Kos', pesel: '' }))
    const chosen = (volunteer: number): ImportDecisions => ({
      2: { fields: { volunteer: { reference: volunteer } } },
    })
    expect((await dryRun(api, opened, chosen(stranger.id))).totals.undecided).toBe(1)
    await api.imports.run({ id: opened.id, options: opened.options, decisions: chosen(other.id) })
    expect((await api.agreements.list({})).rows).toMatchObject([{ volunteer: { id: other.id } }])
  })

  test('names a place once, however it is written, and takes one that is there', async () => {
    await api.units.create({ name: 'Świetlica nr 1' })
    const rows = ['KLUB SENIORA', 'Klub Seniora', 'świetlica nr 1', ''].map((place, index) =>
      sound.replace('17/', `${index + 1}/`).replace(';Klub;', `;${place};`),
    )
    const opened = await openFile(api, agreements(...rows), 'agreements')
    expect((await dryRun(api, opened)).newUnits).toHaveLength(1)
    expect((await dryRun(api, opened, { 2: { row: 'skip' }, 3: { row: 'skip' } })).newUnits).toEqual([])
    await api.imports.run({ id: opened.id, options: opened.options, decisions: {} })
    expect(await api.units.all()).toHaveLength(2)
  })
})
