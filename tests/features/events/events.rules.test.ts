import { describe, expect, test } from 'vitest'
import { sharesTask } from '#shared/features/agreements/agreements.rules.ts'
import { scheduleOf } from '#shared/features/events/events.document.ts'
import { readPastedPeople } from '#shared/features/events/events.pasting.rules.ts'
import { daysOfEvent, isTooLong, memberProblems } from '#shared/features/events/events.rules.ts'

describe('the days of an event', () => {
  test('are counted with both ends: 30 are an event, 31 are not', () => {
    expect(isTooLong({ startsOn: '2026-09-01', endsOn: '2026-09-30' })).toBe(false)
    expect(isTooLong({ startsOn: '2026-09-01', endsOn: '2026-10-01' })).toBe(true)
    expect(daysOfEvent({ startsOn: '2026-12-31', endsOn: '2027-01-01' })).toEqual([
      '2026-12-31',
      '2027-01-01',
    ])
  })
})

test('the schedule of a long name keeps the hours', () => {
  const long = { name: 'x'.repeat(200), fromMinute: 600, toMinute: 855 }
  expect(scheduleOf(long).length).toBeLessThanOrEqual(200)
  expect(scheduleOf(long)).toMatch(/…”, godz\. 10\.00–14\.15$/)
})

const event = {
  startsOn: '2026-12-05',
  endsOn: '2026-12-05',
  fromMinute: 600,
  toMinute: 840,
  unitId: 1,
  tasks: ['praca'],
  worksWithMinors: false,
  nnwProvider: 'centre',
  nnwInsurer: 'PZU',
  nnwPolicy: '1',
  nnwFrom: '2026-12-05',
  nnwTo: '2026-12-05',
}
const adult = {
  birthOn: '1990-01-01',
  legalStatus: 'byAge' as const,
  guardianName: '',
  guardianRelation: '',
  consentOn: null,
  isAdmitted: false,
  sameWork: null,
}
const minor = { ...adult, guardianName: 'Hanna', guardianRelation: 'parent', consentOn: '2026-12-01' }

test.each([
  ['an adult', adult, event, []],
  ['one who turns 18 on the day', { ...adult, birthOn: '2008-12-05' }, event, []],
  ['one who turns 18 the day after', { ...adult, birthOn: '2008-12-06' }, event, ['noGuardian', 'noConsent']],
  ['a minor with consent', { ...minor, birthOn: '2013-12-05' }, event, []],
  [
    'consent of the day after',
    { ...minor, birthOn: '2010-01-01', consentOn: '2026-12-06' },
    event,
    ['lateConsent'],
  ],
  ['a child who turns 13 the day after', { ...minor, birthOn: '2013-12-06' }, event, ['child']],
  [
    'partly incapacitated',
    { ...adult, legalStatus: 'partlyIncapacitated' as const },
    event,
    ['noGuardian', 'noConsent'],
  ],
  ['fully incapacitated', { ...adult, legalStatus: 'fullyIncapacitated' as const }, event, ['incapacitated']],
  ['nobody knows how old', { ...adult, birthOn: null }, event, ['ageUnknown']],
  ['with minors, not admitted', adult, { ...event, worksWithMinors: true }, ['notAdmitted']],
  ['with minors, admitted', { ...adult, isAdmitted: true }, { ...event, worksWithMinors: true }, []],
  ['the same work elsewhere', { ...adult, sameWork: '7/2026' }, event, ['sameWork']],
])('on a list: %s', (_, member, of, expected) =>
  expect(memberProblems(member, of).map(({ key }) => key.split('.').at(-1))).toEqual(expected),
)

test('work is the same whatever its case', () => {
  expect(sharesTask(['Pomoc w szatni'], ['pomoc w szatni ', 'inne'])).toBe(true)
  expect(sharesTask(['pomoc'], ['pomoc w szatni'])).toBe(false)
})

describe('a pasted list', () => {
  const read = (text: string) =>
    readPastedPeople(text, '2026-11-22').people.map(
      ({ surname, firstNames, birthOn, phone }) => `${surname}|${firstNames}|${birthOn ?? ''}|${phone}`,
    )

  test.each([
    ['Nowak\tAnna\t12.03.2010\t601234567', 'Nowak|Anna|2010-03-12|601 234 567'],
    ['Nowak; Anna Maria; 2010-03-12', 'Nowak|Anna Maria|2010-03-12|'],
    ['Nowak Anna, 12.03.2010, +48 601 234 567', 'Nowak|Anna|2010-03-12|601 234 567'],
    ['1. NOWAK-ĆMA ANNA ur. 12.03.2010 r.', 'Nowak-Ćma|Anna|2010-03-12|'],
    ['- nowak anna 601 234 567', 'Nowak|Anna||601 234 567'],
    ['7\tŹdźbło\tEwa', 'Źdźbło|Ewa||'],
    ['von Braun;Jan', 'von Braun|Jan||'],
    ['O’Brien;Jan;5.5.85', 'O’Brien|Jan|1985-05-05|'],
    ['Nowak\tAnna\t12.03.2099', 'Nowak|Anna||'],
    ['Jan Kowalski; 1.1.1990', 'Kowalski|Jan|1990-01-01|'],
    ['Jan Maria Kowalski', 'Kowalski|Jan Maria||'],
    ['Kasia\tNowak-Ćma', 'Nowak-Ćma|Kasia||'],
    ['ANNA VAN DER BERG', 'Van Der Berg|Anna||'],
    ['Adam Jan', 'Adam|Jan||'],
    ['Adam Kacper', 'Adam|Kacper||'],
    ['Kazimierz Nowak', 'Nowak|Kazimierz||'],
    ['Żółć Ximena', 'Żółć|Ximena||'],
  ])('%s', (line, expected) => expect(read(line)).toEqual([expected]))

  test('has titles, blank lines and notes passed over', () => {
    expect(read('Lp.\tNazwisko\tImię\tData urodzenia\n\n1\tNowak\tAnna\t12.03.2010\n')).toHaveLength(1)
    expect(read('')).toEqual([])
  })

  test('is read in the order that its titles say', () => {
    expect(read('Imię i nazwisko\nXenia Adam\nAdam Xenia')).toEqual(['Adam|Xenia||', 'Xenia|Adam||'])
    expect(read('Nazwisko;Imię\nAdam;Xenia')).toEqual(['Adam|Xenia||'])
    expect(read('Imię;Nazwisko\nXenia;Adam')).toEqual(['Adam|Xenia||'])
  })

  test('tells the lines that have no surname with a first name', () => {
    const { people, unread } = readPastedPeople('Nowak Anna\nX\nKowalska\n12.03.2010', '2026-11-22')
    expect(people).toHaveLength(1)
    expect(unread).toEqual(['X', 'Kowalska', '12.03.2010'])
  })
})
