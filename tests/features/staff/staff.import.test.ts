import { beforeEach, describe, expect, test } from 'vitest'
import { totalHeadcount } from '#shared/features/staff/staff.headcount.rules.ts'
import { groupOfWord } from '#shared/features/staff/staff.import.ts'
import type { FieldDecision } from '#shared/kit/import.ts'
import { fold } from '#shared/kit/polish.ts'
import { aMember } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, importFile, openFile, problemsIn, sample } from '../imports/importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const register = 'staff' as const

test.each([
  ['kadra kierownicza i nadzorująca', 'managers'],
  ['kadra pracowników socjalnych', 'socialWorkers'],
  ['Kadra Wyspecjalizowana', 'specialists'],
  ['administracja', 'administration'],
  ['goście', undefined],
])('%j is the group %s', (word, group) => expect(groupOfWord(word)).toBe(group))

/** What enters every unit and position that the file names and the registers lack. */
async function creatingAll(file: Buffer) {
  const { rows } = await dryRun(api, await openFile(api, file, register))
  const texts: Record<string, Record<string, FieldDecision>> = {}
  for (const { cells, problems } of rows)
    for (const { field, choices } of problems)
      if (choices.includes('create'))
        texts[field] = { ...texts[field], [fold(cells[field] ?? '')]: { choice: 'create' } }
  return { texts }
}

describe('the sample', () => {
  const file = sample('pracownicy.csv')

  test('becomes 214 people: 14 managers, 182 social workers, 18 specialists, in 11 units', async () => {
    const rules = await creatingAll(file)
    expect(Object.keys(rules.texts.unit ?? {})).toHaveLength(11)
    expect(Object.keys(rules.texts.position ?? {})).toHaveLength(9)
    const run = await dryRun(api, await openFile(api, file, register), {}, rules)
    expect(run.totals).toMatchObject({ rows: 214, create: 214, undecided: 0 })
    expect(run.newUnits).toHaveLength(11)
    await importFile(api, file, { register, rules })
    const { groups, total } = totalHeadcount(await api.staff.headcount({ day: '2026-11-22' }))
    expect(total).toBe(214)
    expect(groups).toEqual({ managers: 14, socialWorkers: 182, specialists: 18, administration: 0 })
    expect(await api.staff.count({ filters: { staffGroup: { oneOf: ['managers'] } } })).toBe(14)

    const again = await dryRun(api, await openFile(api, file, register))
    expect(again.totals).toMatchObject({ create: 0, undecided: 214 })
    for (const repeats of ['fill', 'overwrite'] as const) {
      const recognised = await dryRun(api, await openFile(api, file, register), {}, { repeats })
      expect(recognised.totals).toMatchObject({ create: 0, change: 0, undecided: 0, skip: 214 })
    }
  })
})

test('a unit that is called otherwise is offered', async () => {
  const unit = await api.units.create({ name: 'Terenowy Zespół Pracy Socjalnej nr 7' })
  await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
  const file = csv(
    'Nr;Nazwisko;Imię;Stanowisko;Grupa;Komórka',
    '1;Nowak;Jan;kierownik;kadra kierownicza;Zespół Terenowej Pracy Socjalnej nr 7',
    '1;Nowak;Ewa;kierownik;administracja;',
  )
  const run = await dryRun(api, await openFile(api, file, register))
  expect(problemsIn(run)).toEqual([
    '2 unit error staff.problems.unitNotFound',
    '3 staffGroup error staff.problems.groupDiffers',
    '3 personalNumber error staff.problems.numberTwice',
  ])
  expect(run.rows[0]?.problems[0]?.candidates?.map(({ id }) => id)).toEqual([unit.id])
  const decisions = {
    '2': { fields: { unit: { reference: unit.id } } },
    '3': { fields: { staffGroup: { choice: 'keep' as const }, personalNumber: { text: '2' } } },
  }
  await importFile(api, file, { register, decisions })
  expect((await api.staff.list({})).rows).toMatchObject([
    { name: 'Nowak Ewa', staffGroup: 'administration', unit: null, hasOwnGroup: true },
    { name: 'Nowak Jan', staffGroup: 'managers', unit: { id: unit.id } },
  ])
})

test('HR imports staff, and no volunteers', async () => {
  const hr = await app.windowOf('hr')
  expect((await openFile(hr, 'Nr;Nazwisko', register)).fields).toContain('personalNumber')
  expect(await refusalOf(openFile(hr, 'Nazwisko', 'volunteers'))).toEqual({
    code: 'FORBIDDEN',
    data: { permission: 'volunteers.write' },
  })
})

test('somebody with another number is told of where the name is the same, and asked about where more is', async () => {
  const { id: positionId } = await api.positions.create({ name: 'referent', staffGroup: 'administration' })
  await api.staff.create(
    aMember({ positionId, personalNumber: '1', surname: 'Nowak', firstNames: 'Jan', phone: '601 234 567' }),
  )
  const file = csv(
    'Nr;Nazwisko;Imię;Stanowisko;Telefon',
    '7;Jan;Nowak;referent;',
    '8;Nowak;Jan;referent;601-234-567',
    '9;Kos;Ewa;referent;601-234-567',
  )
  const run = await dryRun(api, await openFile(api, file, register))
  expect(problemsIn(run)).toEqual(['2 row warning staff.problems.alike', '3 row error staff.problems.alike'])
  expect(run.rows[1]?.problems[0]?.candidates).toMatchObject([
    { label: 'Nowak Jan', details: ['1'], likeness: { score: 70, reasons: ['name', 'phone'] } },
    { id: null, line: 2, likeness: { score: 50 } },
  ])
  await importFile(api, file, { register, decisions: { 3: { row: 'import' } } })
  expect(await api.staff.count({})).toBe(4)
})

describe('an import over people of the register', () => {
  const setUp = async () => {
    const { id: positionId } = await api.positions.create({ name: 'referent', staffGroup: 'administration' })
    await api.positions.create({ name: 'kierownik', staffGroup: 'managers' })
    const own = await api.units.create({ name: 'Filia nr 1' })
    const other = await api.units.create({ name: 'Filia nr 2' })
    const named = { personalNumber: '7', surname: 'Nowak', firstNames: 'Jan' }
    const member = await api.staff.create(aMember({ ...named, positionId, unitId: own.id }))
    return { member, own, other }
  }
  const title =
    'Nr;Nazwisko i imię;Stanowisko;Komórka;Role;Stopień specjalizacji;Praca w terenie;Zatrudniony do'

  test('makes another position or unit a post from today, and its undoing brings all back', async () => {
    const { member, other } = await setUp()
    const file = csv(
      title,
      '7;Nowak Jan;kierownik;Filia nr 2;Superwizorka, edukator i koordynator wolontariatu;II stopień;tak;31.12.2026',
    )
    const rules = { repeats: 'overwrite' as const }
    const run = await dryRun(api, await openFile(api, file, register), {}, rules)
    expect(run.totals).toMatchObject({ change: 1, undecided: 0 })
    const written = await importFile(api, file, { register, rules })
    expect(await api.staff.get(member)).toMatchObject({
      position: { text: 'kierownik' },
      unit: { id: other.id },
      staffGroup: 'managers',
      roles: ['supervisor', 'educator', 'volunteerCoordinator'],
      specialisation: 'second',
      isFieldWorker: true,
      employedFrom: '2020-02-01',
      employedTo: '2026-12-31',
    })
    const before = await api.staff.posts(member)
    expect(before.map(({ fromOn, positionName }) => [fromOn, positionName])).toEqual([
      ['2026-11-22', 'kierownik'],
      ['', 'referent'],
    ])
    const again = await dryRun(api, await openFile(api, file, register), {}, rules)
    expect(again.totals).toMatchObject({ change: 0, skip: 1 })

    await api.imports.undo({ id: written.id })
    const { version: _, ...restored } = await api.staff.get(member)
    const { version: __, ...found } = member
    expect(restored).toEqual(found)
    expect(await api.staff.posts(member)).toMatchObject([{ fromOn: '', positionName: 'referent' }])
  })

  test('takes the positions and units that it entered on the way out again, where nobody else has come to use them', async () => {
    const { member } = await setUp()
    const file = csv(title, '7;Nowak Jan;czarodziej;Dział Czarów;;;;', '8;Kos Ewa;wróżka;Dział Czarów;;;;')
    const choice = { choice: 'create' as const }
    const fields = { position: choice, unit: choice }
    const decisions = { 2: { fields }, 3: { fields } }
    const enter = () =>
      importFile(api, file, { register, rules: { repeats: 'overwrite' as const }, decisions })
    const namesNow = async () => [
      ...(await api.positions.list()).map(({ name }) => name),
      ...(await api.units.all()).map(({ name }) => name),
    ]
    const before = await namesNow()
    const { id } = await enter()
    expect(await namesNow()).toEqual(expect.arrayContaining(['czarodziej', 'wróżka', 'Dział Czarów']))
    const undone = await api.imports.undo({ id })
    expect(undone).toMatchObject({ restored: 1, kept: 0 })
    expect(await namesNow()).toEqual(before)
    expect(await api.staff.get(member)).toMatchObject({ position: { text: 'referent' } })

    const again = await enter()
    const used = (await api.positions.list()).find(({ name }) => name === 'wróżka')
    await api.staff.create(aMember({ positionId: used?.id ?? 0, personalNumber: '9', surname: 'Inna' }))
    expect((await api.imports.undo({ id: again.id })).keptRecords).toMatchObject([
      { kind: 'positions', label: 'wróżka', reason: 'staff' },
    ])
  })

  test('finds somebody by name, fills what is missing and leaves what is there', async () => {
    const { member } = await setUp()
    const file = csv(title, '8;NOWAK Jan;kierownik;Filia nr 2;ekspert;;nie;')
    const run = await dryRun(api, await openFile(api, file, register))
    expect(run.rows[0]?.problems[0]).toMatchObject({ field: 'row', candidates: [{ id: member.id }] })
    await importFile(api, file, { register, decisions: { 2: { row: 'fill', target: member.id } } })
    expect(await api.staff.get(member)).toMatchObject({
      personalNumber: '7',
      position: { text: 'referent' },
      unit: { text: 'Filia nr 1' },
      roles: ['expert'],
    })
    expect(await api.staff.count({})).toBe(1)
  })

  test('ends the account of who leaves', async () => {
    const { member } = await setUp()
    await api.staff.createAccount({ ...member, login: 'jan', role: 'viewer', password })
    const file = csv(title, '7;Nowak Jan;referent;Filia nr 1;;;;30.11.2026')
    await importFile(api, file, { register, rules: { repeats: 'overwrite' } })
    expect(await api.staff.account(member)).toMatchObject({ endsOn: '2026-11-30' })
  })

  test('holds a day back that would leave a post outside of employment', async () => {
    const { member } = await setUp()
    const [post] = await api.staff.posts(member)
    await api.staff.changePostFrom({
      ...member,
      positionId: post?.positionId ?? 0,
      unitId: null,
      ownGroup: null,
      fromOn: '2027-02-01',
    })
    const file = csv(title, '7;Nowak Jan;referent;Filia nr 1;;;;31.12.2026')
    const rules = { repeats: 'overwrite' as const }
    const run = await dryRun(api, await openFile(api, file, register), {}, rules)
    expect(problemsIn(run)).toEqual(['2 employedTo error staff.errors.endsBeforePost'])
    const decisions = { 2: { fields: { employedTo: { choice: 'clear' as const } } } }
    const cleared = await dryRun(api, await openFile(api, file, register), decisions, rules)
    expect(cleared.totals).toMatchObject({ undecided: 0, skip: 1 })
  })

  test('holds a word back that means no role', async () => {
    const run = await dryRun(
      api,
      await openFile(api, csv('Nr;Nazwisko i imię;Role', '1;Kos Ewa;skarbnik'), register),
    )
    expect(problemsIn(run)).toEqual(['2 position error validation.required', '2 roles error unknownWord'])
  })
})
