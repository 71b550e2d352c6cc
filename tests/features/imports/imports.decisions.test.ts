import { beforeEach, describe, expect, test } from 'vitest'
import { importsEn } from '#shared/features/imports/imports.en.ts'
import { importsPl } from '#shared/features/imports/imports.pl.ts'
import type { ImportDecisions } from '#shared/kit/import.ts'
import { aVolunteer } from '#tests/support/builders.ts'
import { refusalOf, ruleRefusal } from '#tests/support/refusals.ts'
import { type Api, openTestApp, type TestApp } from '#tests/support/testApp.ts'
import { csv, dryRun, openFile, problemsIn, rowsOf } from './importing.ts'

let app: TestApp
let api: Api
beforeEach(async () => {
  app = await openTestApp()
  api = app.api
  return () => app.close()
})

const titles = 'Nazwisko;Imię;Data urodzenia;PESEL;Miejscowość;Telefon;Uwagi'
const volunteers = (...rows: string[]) => csv(titles, ...rows)

/** Opens a file and looks at it with one set of decisions after another. */
async function look(file: string, ...decisions: ImportDecisions[]) {
  const opened = await openFile(api, file)
  const runs = []
  for (const made of decisions) runs.push(await dryRun(api, opened, made))
  return { opened, runs, actions: runs.map(({ rows }) => rows.map(({ action }) => action)) }
}

async function written(file: string, decisions: ImportDecisions) {
  const { id, options } = await openFile(api, file)
  await api.imports.run({ id, options, decisions })
  const { rows } = await api.volunteers.list({ sort: 'registerNumber' })
  return Promise.all(rows.map(({ id }) => api.volunteers.get({ id })))
}

describe('a doubtful cell of a volunteer', () => {
  test.each([
    ['29.02.1985', '', '2 birthOn error noLeapDay'],
    ['31.04.1985', '', '2 birthOn error noSuchDay'],
    ['01.02.85', '', '2 birthOn error twoDigitYear'],
    ['01/02/1985', '', '2 birthOn error ambiguousDate'],
    ['w lutym', '', '2 birthOn error notADate'],
    ['23.12.1965', '65122300349', '2 pesel error peselChecksum'],
    ['23.12.1965', '65133300348', '2 pesel error peselDate'],
    ['23.12.1965', '651223', '2 pesel error volunteers.errors.peselLength'],
    ['24.12.1965', '65122300348', '2 birthOn warning volunteers.warnings.peselBirthDiffers'],
    ['', '', '2 birthOn warning volunteers.warnings.neitherPeselNorBirth'],
    ['23.11.2026', '', '2 birthOn warning volunteers.warnings.birthInFuture'],
    ['23.12.2199', '', '2 birthOn warning volunteers.warnings.birthInFuture'],
    ['23.12.1865', '', '2 birthOn warning volunteers.warnings.veryOld'],
  ])('is shown with its row and column: %s, %s', async (birthOn, pesel, problem) => {
    const rows = await rowsOf(api, volunteers(`Nowak;Anna;${birthOn};${pesel};;;`))
    expect(problemsIn({ rows })).toEqual([problem])
    expect(rows[0]?.action).toBe(problem.includes('error') ? 'undecided' : 'create')
  })

  test('stands beside others of its row', async () => {
    const file = csv(
      'Nazwisko;Imię;Kod;Telefon;E-mail;Kategoria;Forma grzecznościowa',
      'Nowak;;2;12;a@;kosmonauta;ktoś',
    )
    expect(problemsIn({ rows: await rowsOf(api, file) })).toEqual([
      '2 firstNames error nameIncomplete',
      '2 formOfAddress error unknownWord',
      '2 postCode error validation.postCode',
      '2 phone error validation.phone',
      '2 email error validation.email',
      '2 category error unknownWord',
      '2 birthOn warning volunteers.warnings.neitherPeselNorBirth',
    ])
  })

  const wrongPesel = volunteers('Nowak;Anna;23.12.1965;65122300349;Lublin;601234567;dzwonić')
  test.each([
    [
      { choice: 'keep', note: 'tak w dowodzie' },
      { pesel: '65122300349', peselNote: 'tak w dowodzie' },
    ],
    [{ choice: 'clear' }, { pesel: '', notes: 'dzwonić' }],
    [{ choice: 'toNotes' }, { pesel: '', notes: 'dzwonić', peselNote: '65122300349' }],
    [{ text: '65122300348' }, { pesel: '65122300348', peselNote: '' }],
  ] as const)('is decided: %j', async (pesel, expected) => {
    const [volunteer] = await written(wrongPesel, { 2: { fields: { pesel } } })
    expect(volunteer).toMatchObject({ birthOn: '1965-12-23', ...expected })
  })

  test('of a PESEL is read in the register only by those who may read the number', async () => {
    await written(wrongPesel, { 2: { fields: { pesel: { choice: 'toNotes' } } } })
    const viewer = await app.windowOf('viewer')
    const { rows } = await viewer.volunteers.list({})
    const seen = await viewer.volunteers.get({ id: rows[0]?.id ?? 0 })
    expect(seen.notes).toBe('dzwonić')
    expect(JSON.stringify(seen)).not.toContain('65122300349')
  })

  test('of a PESEL that its note cannot hold may not be moved there', async () => {
    const long = volunteers(`Nowak;Anna;23.12.1965;${'numer '.repeat(40)};;;`)
    const [row] = await rowsOf(api, long)
    expect(row?.problems[0]).toMatchObject({ field: 'pesel', choices: ['clear'] })
  })

  test.each([
    [{ choice: 'fromPesel' }, { birthOn: '1965-12-23' }],
    [{ choice: 'toNotes' }, { birthOn: '1965-12-23', notes: 'Data urodzenia: 29.02.1965' }],
    [{ text: '23.12.1965' }, { birthOn: '1965-12-23', notes: '' }],
  ] as const)('of a date is decided: %j', async (birthOn, expected) => {
    const file = volunteers('Nowak;Anna;29.02.1965;65122300348;;;')
    const [volunteer] = await written(file, { 2: { fields: { birthOn } } })
    expect(volunteer).toMatchObject(expected)
  })

  test('stays undecided where the decision is none: a wrong correction, a choice not offered', async () => {
    const decisions: ImportDecisions[] = [
      { 2: { fields: { pesel: { text: '123' } } } },
      { 2: { fields: { pesel: { choice: 'fromPesel' } } } },
      { 2: { fields: { birthOn: { choice: 'clear' } } } },
      { 2: { row: 'import' } },
      { 3: { row: 'skip' } },
    ]
    const { actions } = await look(wrongPesel, ...decisions)
    expect(actions).toEqual(decisions.map(() => ['undecided']))
  })

  test('may be taken back: without the decision it is what it was', async () => {
    const skip: ImportDecisions = { 2: { row: 'skip' } }
    const keep: ImportDecisions = { 2: { fields: { pesel: { choice: 'keep', note: 'tak' } } } }
    const { runs, actions } = await look(wrongPesel, {}, skip, {}, keep, {})
    expect(actions).toEqual([['undecided'], ['skip'], ['undecided'], ['create'], ['undecided']])
    expect(runs[4]).toEqual(runs[0])
  })
})

describe('a likely duplicate', () => {
  const twins = volunteers(
    'Nowak;Anna;23.12.1965;65122300348;Lublin;;',
    'NOWAK;ANNA;;65122300348;;;',
    'Anna;Nowak;23.12.1965;;;;',
    'Nowak;Anna;;;;;',
    'Nowak;Anna;24.12.1965;;;;',
  )

  test('within the file is shown with the earlier row that it resembles', async () => {
    const rows = await rowsOf(api, twins)
    expect(rows.map(({ problems }) => problems.find(({ field }) => field === 'row')?.key)).toEqual([
      undefined,
      'imports.problems.duplicate.pesel',
      'imports.problems.duplicate.nameAndBirth',
      'imports.problems.duplicate.name',
      'imports.problems.duplicate.name',
    ])
    expect(rows[1]?.problems[0]?.candidates).toEqual([
      {
        id: null,
        line: 2,
        label: 'Nowak Anna',
        details: ['23.12.1965', 'Lublin'],
        likeness: { score: 100, reasons: ['pesel', 'name'], doubts: [] },
      },
    ])
    expect(rows[3]?.problems[0]?.candidates?.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  test('of somebody in the register is shown with that person', async () => {
    const { id } = await api.volunteers.create(aVolunteer())
    const file = volunteers('Łukasik;Elżbieta;23.12.1965;;;;', 'lukasik;elzbieta;;65122300348;;;')
    const rows = await rowsOf(api, file)
    expect(rows.map(({ problems }) => problems[0]?.key)).toEqual([
      'imports.problems.duplicate.nameAndBirth',
      'imports.problems.duplicate.pesel',
    ])
    for (const { problems } of rows)
      expect(problems[0]?.candidates?.[0]).toMatchObject({
        id,
        line: null,
        label: 'Łukasik Elżbieta',
        details: ['23.12.1965', 'Łęczna'],
      })
  })

  test('is nobody with another PESEL or another birth date', async () => {
    await api.volunteers.create(aVolunteer())
    const file = volunteers('Łukasik;Elżbieta;;78021416984;;;', 'Łukasik;Elżbieta;24.12.1965;;;;')
    expect(
      problemsIn({ rows: await rowsOf(api, file) }).filter((problem) => problem.includes('row')),
    ).toEqual(['3 row error duplicate.name'])
  })

  test('is skipped, or written all the same where it is somebody else', async () => {
    const { actions } = await look(
      twins,
      { 4: { row: 'import' }, 5: { row: 'import' }, 6: { row: 'skip' } },
      { 2: { row: 'skip' } },
    )
    expect(actions[0]).toEqual(['create', 'undecided', 'create', 'create', 'skip'])
    // Without the first row the second is the first of its PESEL.
    expect(actions[1]).toEqual(['skip', 'create', 'undecided', 'undecided', 'undecided'])
  })

  test('of the same PESEL is never written a second time, whatever was decided', async () => {
    const { opened, actions } = await look(twins, { 3: { row: 'import' } })
    expect(actions[0]?.[1]).toBe('undecided')
    const decisions: ImportDecisions = Object.fromEntries(
      [3, 4, 5, 6].map((line) => [line, { row: 'import' }]),
    )
    const run = api.imports.run({ id: opened.id, options: opened.options, decisions })
    expect(await refusalOf(run)).toEqual(ruleRefusal('imports.errors.undecided'))
    expect(await api.volunteers.count({})).toBe(0)
  })

  test('of many has five candidates', async () => {
    const rows = await rowsOf(api, volunteers(...Array(12).fill('Nowak;Anna;;;;;')))
    expect(rows.at(-1)?.problems[0]?.candidates).toHaveLength(5)
  })
})

describe('the texts of problems', () => {
  /** Says what to do: a verb of the imperative, in Polish or in English. */
  const advice =
    /[Pp]opraw|[Ss]prawdź|[Pp]omiń|[Dd]opisz|[Ww]skaż|[Ww]czytaj|[Pp]odziel|[Ss]kopiuj|[Zz]apisz|[Uu]suń|[Zz]ostaw|[Oo]twórz/

  test.each(['problems', 'errors'] as const)('in Polish say what is wrong and what to do: %s', (group) => {
    const telling = new Set(['concludedAsStart', 'costsNo', 'cancelled', 'checkCancelled', 'undoCancelled'])
    const texts = Object.entries(flat(importsPl[group])).filter(([key]) => !telling.has(key))
    expect(texts.length).toBeGreaterThan(10)
    for (const [key, text] of texts) {
      expect(text, key).toMatch(advice)
      expect(text, key).toMatch(/[.:]$/)
    }
  })

  test('are there in both languages, with the same values in them', () => {
    const [polish, english] = [flat(importsPl.problems), flat(importsEn.problems)]
    const valuesOf = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    for (const [key, text] of Object.entries(polish))
      expect(valuesOf(english[key]), key).toEqual(valuesOf(text))
  })
})

function flat(texts: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' ? [[prefix + key, text]] : Object.entries(flat(text, `${prefix}${key}.`)),
    ),
  )
}
