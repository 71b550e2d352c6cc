import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay, isDay } from '#shared/kit/dates.ts'
import { type RowDecision, rowReader } from '#shared/kit/import.ts'
import { guessHeaderRow, guessMapping } from '#shared/kit/import-columns.ts'
import {
  isUnlikelyYear,
  readOfficeDay,
  readOfficeNumber,
  readRegisterNumber,
} from '#shared/kit/import-reading.ts'

describe('readOfficeDay', () => {
  test.each([
    ['22.11.2026', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['22 11 2026', '2026-11-22'],
    ['1.2.2007', '2007-02-01'],
    ['22.11.2026 r.', '2026-11-22'],
    ['22.11.2026r.', '2026-11-22'],
    ['22.11.2026 r', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026.11.22', '2026-11-22'],
    ['2026-11-22T00:00:00.000Z', '2026-11-22'],
    ['2026-11-22 00:00', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['11/11/2026', '2026-11-11'],
    ['29.02.2008', '2008-02-29'],
  ])('%j is %s', (text, value) => expect(readOfficeDay(text)).toEqual({ value }))

  test.each([
    ['22.11.26', 'imports.problems.twoDigitYear'],
    ['01/02/2026', 'imports.problems.ambiguousDate'],
    ['12/11/2026', 'imports.problems.ambiguousDate'],
    ['31.04.2026', 'imports.problems.noSuchDay'],
    ['22.13.2026', 'imports.problems.noSuchDay'],
    ['11/22/2026', 'imports.problems.ambiguousDate'],
    ['2026-11-22T14:30', 'imports.problems.notADate'],
    ['listopad 2026', 'imports.problems.notADate'],
    ['22 listopadowa 2026', 'imports.problems.notADate'],
    ['39408', 'imports.problems.serialDate'],
    ['22.11', 'imports.problems.notADate'],
    ['', 'imports.problems.notADate'],
  ])('%j is refused: %s', (text, key) => expect(readOfficeDay(text)).toMatchObject({ problem: { key } }))

  test('29 February of a common year is told by its year', () => {
    expect(readOfficeDay('29.02.1985')).toEqual({
      problem: { key: 'imports.problems.noLeapDay', params: { year: 1985 } },
    })
  })

  test('a day that offices write is read back; with slashes never the other way round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('1950-01-01', days)
        expect(readOfficeDay(formatDay(day))).toEqual({ value: day })
        const slashed = readOfficeDay(formatDay(day).replaceAll('.', '/'))
        if (slashed.value) expect(slashed.value).toBe(day)
        else expect(slashed.problem?.key).toBe('imports.problems.ambiguousDate')
      }),
    )
  })

  test('whatever stands there, it is a day or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./- r') }), (text) => {
        const { value, problem } = readOfficeDay(text)
        expect(value === undefined).toBe(problem !== undefined)
        if (value !== undefined) expect(isDay(value)).toBe(true)
      }),
    )
  })

  test.each([
    ['1989-12-31', true],
    ['1990-01-01', false],
    ['2036-12-31', false],
    ['2037-01-01', true],
  ])('%s is unlikely: %s', (day, is) => expect(isUnlikelyYear(day, '2026-11-22')).toBe(is))
})

describe('readOfficeNumber', () => {
  test.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1 343 278,00', 1_343_278],
    ['1\u00a0343,5', 1343.5],
    ['18.000,00', 18_000],
    ['1.343.278', 1_343_278],
    ['1.500', 1500],
    ['-3', -3],
    ['007', 7],
  ])('%j is %d', (text, value) => expect(readOfficeNumber(text)).toEqual({ value }))

  test.each(['', 'dwa', '2,5 h', '1,2,3', '1.2.3', '1e3', '0x10', '--2', ',5', '5,', 'NaN', 'Infinity'])(
    '%j is no number',
    (text) => expect(readOfficeNumber(text).problem?.key).toBe('imports.problems.notANumber'),
  )

  test('what Poles write with two decimals is read back', () => {
    const polish = new Intl.NumberFormat('pl', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (grosze) => {
        expect(readOfficeNumber(polish.format(grosze / 100).replace('−', '-'))).toEqual({
          value: grosze / 100,
        })
      }),
    )
  })
})

describe('readRegisterNumber', () => {
  test.each([
    ['17/2007', 17, 2007],
    ['017/2007', 17, 2007],
    ['nr 17 / 2007', 17, 2007],
    ['Nr17-2007', 17, 2007],
    ['17.2007', 17, 2007],
  ])('%j is %i of %i', (text, sequence, year) => {
    expect(readRegisterNumber(text)).toEqual({ value: { sequence, year } })
  })
  test.each(['', '17', '17/07', 'A/2007', '17/2007/1', '1234567/2007'])('%j is none', (text) => {
    expect(readRegisterNumber(text).problem?.key).toBe('imports.problems.notARegisterNumber')
  })
})

const fields = [
  { key: 'surname', headers: ['Nazwisko'] },
  { key: 'firstNames', headers: ['Imię', 'Imiona', 'Imię (imiona)'] },
  { key: 'surnameFirst', headers: ['Nazwisko i imię'] },
  { key: 'phone', headers: ['Telefon', 'Tel'] },
  { key: 'id', headers: ['Nr'] },
]

describe('guessMapping', () => {
  test.each([
    [
      ['Nazwisko', 'Imię', 'Telefon'],
      [['surname'], ['firstNames'], ['phone']],
    ],
    [
      ['NAZWISKO', 'imie', 'Tel.'],
      [['surname'], ['firstNames'], ['phone']],
    ],
    [
      ['Nazwisko i imię', 'Telefon:'],
      [['surnameFirst'], ['phone']],
    ],
    [
      ['Telefon domowy', 'Telefon'],
      [[], ['phone']],
    ],
    [
      ['Telefon domowy', 'Telefon w pracy'],
      [['phone'], []],
    ],
    [
      ['Nr telefonu', 'Nrtest', ''],
      [[], [], []],
    ],
    [
      ['Nazwisko', 'Nazwisko'],
      [['surname'], []],
    ],
    [[], []],
  ])('%j: %j', (titles, mapping) => expect(guessMapping(titles, fields)).toEqual(mapping))

  test('proposes no field twice, whatever the titles', () => {
    const title = fc.oneof(fc.constantFrom(...fields.flatMap(({ headers }) => headers)), fc.string())
    fc.assert(
      fc.property(fc.array(title), (titles) => {
        const used = guessMapping(titles, fields).flat()
        expect(new Set(used).size).toBe(used.length)
      }),
    )
  })

  test('the row of titles is the one with most of them, among the first twenty', () => {
    const titles = ['Nazwisko', 'Imię', 'Telefon']
    const above = [['Rejestr wolontariuszy'], ['stan na', 'Telefon'], []]
    expect(guessHeaderRow([...above, titles, ['Nowak', 'Jan', '']], fields).row).toBe(3)
    expect(guessHeaderRow([['a'], ['b']], fields).row).toBe(0)
    expect(guessHeaderRow([], fields).row).toBe(0)
    expect(guessHeaderRow([...Array.from({ length: 25 }, () => ['']), titles], fields).row).toBe(0)
  })
})

describe('rowReader', () => {
  const cells = {
    texts: { birthOn: ' 22.11.65 ', notes: 'z rejestru', town: '' },
    titles: { birthOn: 'Data ur.' },
  }
  const reader = (decision?: RowDecision) => rowReader(cells, decision)
  const doubtful = () => ({ value: '2065-11-22', problem: { key: 'imports.problems.twoDigitYear' } })
  const refused = () => ({ problem: { key: 'imports.problems.notADate' } })

  test('an empty cell is what is empty there, and no problem', () => {
    const row = reader()
    expect(row.read('town', 'nigdzie', ['clear'], refused)).toBe('nigdzie')
    expect(row.read('nieznane', null, ['clear'], refused)).toBeNull()
    expect(row.problems).toEqual([])
  })

  test('a doubtful cell is an error until it is decided, with only what can be chosen', () => {
    const row = reader()
    expect(row.read('birthOn', null, ['keep', 'clear', 'fromPesel', 'toNotes'], doubtful)).toBeNull()
    expect(row.problems).toEqual([
      {
        field: 'birthOn',
        level: 'error',
        key: 'imports.problems.twoDigitYear',
        choices: ['keep', 'clear', 'toNotes'],
      },
    ])
    const other = reader()
    other.read('birthOn', null, ['keep', 'fromPesel'], refused, '1965-11-22')
    expect(other.problems).toMatchObject([{ choices: ['fromPesel'] }])
  })

  test.each([
    ['keep', '2065-11-22', 'z rejestru'],
    ['clear', null, 'z rejestru'],
    ['fromPesel', '1965-11-22', 'z rejestru'],
    ['toNotes', null, 'z rejestru\nData ur.: 22.11.65'],
  ] as const)('decided to %s', (choice, value, notes) => {
    const row = reader({ fields: { birthOn: { choice } } })
    expect(row.read('birthOn', null, ['keep', 'clear', 'fromPesel', 'toNotes'], doubtful, '1965-11-22')).toBe(
      value,
    )
    expect(row.problems).toEqual([])
    expect(row.notes()).toBe(notes)
  })

  test('a choice that was not offered decides nothing', () => {
    const row = reader({ fields: { birthOn: { choice: 'keep' } } })
    expect(row.read('birthOn', null, ['keep', 'clear'], refused)).toBeNull()
    expect(row.problems).toMatchObject([{ level: 'error', choices: ['clear'] }])
  })

  test('a corrected text is read instead of the cell, cleaned as typed texts are', () => {
    const row = reader({ fields: { birthOn: { text: ' 22.11.1965\u200b\u00a0' } } })
    expect(row.text('birthOn')).toBe('22.11.1965')
    expect(row.read('birthOn', null, [], readOfficeDay)).toBe('1965-11-22')
  })

  test('what notes cannot hold is an error, and nothing of it is lost', () => {
    const notes = (length: number) => {
      const row = rowReader({ texts: { notes: 'u'.repeat(length) }, titles: {} })
      return { text: row.notes(), problems: row.problems }
    }
    expect(notes(4000)).toEqual({ text: 'u'.repeat(4000), problems: [] })
    const problem = {
      field: 'notes',
      level: 'error',
      key: 'validation.tooLong',
      params: { max: 4000 },
      choices: [],
    }
    expect(notes(4001)).toEqual({ text: 'u'.repeat(4001), problems: [problem] })
  })

  test('the reason for keeping is the clerk’s, without outer blanks', () => {
    const cells = { texts: {}, titles: {} }
    const row = rowReader(cells, { fields: { pesel: { note: ' tak w dowodzie ' } } })
    expect([row.reasonFor('pesel'), row.reasonFor('town')]).toEqual(['tak w dowodzie', ''])
  })
})
