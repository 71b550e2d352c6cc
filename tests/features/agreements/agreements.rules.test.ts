import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysWithoutGap } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import {
  formFor,
  insuranceFor,
  isLongService,
  lengthInDays,
  representedAs,
  stateOn,
  templateFor,
  weeklyTimeInWords,
} from '#shared/features/agreements/agreements.rules.ts'
import type { CapacityFacts } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'

/** Counts days on the clock of the computer, not with the functions under test. */
function later(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => later('1990-01-01', count))

describe('the length of a service', () => {
  test.each<[string, Day, Day, number]>([
    ['one day', '2026-09-01', '2026-09-01', 1],
    ['September', '2026-09-01', '2026-09-30', 30],
    ['September and a day', '2026-09-01', '2026-10-01', 31],
    ['October', '2026-10-01', '2026-10-31', 31],
    ['over the end of a year', '2026-12-15', '2027-01-13', 30],
    ['February of a common year and two days', '2026-02-01', '2026-03-02', 30],
    ['February of a leap year and a day', '2028-02-01', '2028-03-01', 30],
    ['the same days of a common year', '2027-02-01', '2027-03-01', 29],
    ['from a leap day', '2028-02-29', '2028-03-29', 30],
    ['over the change to summer time', '2026-03-15', '2026-04-13', 30],
    ['over the change to winter time', '2026-10-10', '2026-11-08', 30],
    ['no leap day in 2100', '2100-02-01', '2100-03-02', 30],
  ])('%s: %s to %s is %i days', (_, startsOn, endsOn, days) => {
    expect(lengthInDays(startsOn, endsOn)).toBe(days)
  })

  test('counts both ends, whatever the days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 4000 }), (startsOn, days) => {
        expect(lengthInDays(startsOn, later(startsOn, days - 1))).toBe(days)
      }),
    )
  })

  test('has no number for an indefinite time', () => {
    expect(lengthInDays('2026-09-01', null)).toBeNull()
  })
})

describe('what the act asks for (UDPP art. 44 ust. 4, art. 46 ust. 2 and 3)', () => {
  test.each<[Day, Day | null, ReturnType<typeof formFor>, ReturnType<typeof insuranceFor>]>([
    ['2026-09-01', '2026-09-01', 'onDemand', 'nnw'],
    ['2026-09-01', '2026-09-29', 'onDemand', 'nnw'],
    ['2026-09-01', '2026-09-30', 'onDemand', 'nnw'],
    ['2026-09-01', '2026-10-01', 'written', 'state'],
    ['2028-02-01', '2028-03-01', 'onDemand', 'nnw'],
    ['2028-02-01', '2028-03-02', 'written', 'state'],
    ['2026-09-01', '2031-09-01', 'written', 'state'],
    ['2026-09-01', null, 'written', 'state'],
  ])('%s to %s: form %s, cover %s', (startsOn, endsOn, form, insurance) => {
    expect(formFor(startsOn, endsOn)).toBe(form)
    expect(insuranceFor(startsOn, endsOn)).toBe(insurance)
  })

  test('changes between the 30th and the 31st day, from whatever day one counts', () => {
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const [thirtieth, next] = [later(startsOn, 29), later(startsOn, 30)]
        expect([isLongService(startsOn, thirtieth), isLongService(startsOn, next)]).toEqual([false, true])
        expect([formFor(startsOn, thirtieth), formFor(startsOn, next)]).toEqual(['onDemand', 'written'])
        expect([insuranceFor(startsOn, thirtieth), insuranceFor(startsOn, next)]).toEqual(['nnw', 'state'])
      }),
    )
  })

  test('a term that is extended never needs less form than before, and loses the duty of a policy only past 30 days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (startsOn, days, more) => {
        const [before, after] = [later(startsOn, days), later(startsOn, days + more)]
        if (formFor(startsOn, before) === 'written') expect(formFor(startsOn, after)).toBe('written')
        const isPolicyDuty = insuranceFor(startsOn, after) === 'nnw'
        expect(isPolicyDuty).toBe(days + more + 1 <= 30)
      }),
    )
  })
})

describe('the template', () => {
  const long = { startsOn: '2026-12-01', endsOn: '2027-06-30', concludedOn: '2026-11-22' }
  const short = { ...long, endsOn: '2026-12-30' }
  const born = (birthOn: Day | null, pesel = '', legalStatus: CapacityFacts['legalStatus'] = 'byAge') => ({
    birthOn,
    pesel,
    legalStatus,
  })

  test.each<[string, typeof long, CapacityFacts, string]>([
    ['an adult, long', long, born('1970-05-05'), 'agreement-long'],
    ['an adult, short', short, born('1970-05-05'), 'agreement-short'],
    ['the eighteenth birthday', long, born('2008-11-22'), 'agreement-long'],
    ['the day before the eighteenth birthday', long, born('2008-11-23'), 'agreement-minor'],
    ['a minor, short', short, born('2010-07-01'), 'agreement-minor'],
    ['a child', long, born('2015-01-01'), 'agreement-minor'],
    ['a minor by PESEL alone', long, born(null, '10270177731'), 'agreement-minor'],
    ['an adult by PESEL alone', long, born(null, '44051401359'), 'agreement-long'],
    ['nobody knows', long, born(null), 'agreement-long'],
    [
      'an adult incapacitated in part',
      long,
      born('1970-05-05', '', 'partlyIncapacitated'),
      'agreement-minor',
    ],
    ['an adult incapacitated wholly', short, born('1970-05-05', '', 'fullyIncapacitated'), 'agreement-minor'],
  ])('%s: %j, %j is %s', (_, agreement, volunteer, template) => {
    expect(templateFor(agreement, volunteer)).toBe(template)
  })
})

describe('who does not conclude alone', () => {
  test.each<[Day | null, CapacityFacts['legalStatus'], ReturnType<typeof representedAs>]>([
    ['1970-05-05', 'byAge', null],
    ['1970-05-05', 'partlyIncapacitated', 'partlyIncapacitated'],
    ['1970-05-05', 'fullyIncapacitated', 'fullyIncapacitated'],
    ['2010-05-05', 'byAge', 'minor'],
    ['2010-05-05', 'fullyIncapacitated', 'fullyIncapacitated'],
    ['2015-05-05', 'byAge', 'child'],
    [null, 'byAge', null],
    [null, 'partlyIncapacitated', 'partlyIncapacitated'],
    [null, 'fullyIncapacitated', 'fullyIncapacitated'],
  ])('born on %s, %s: %s', (birthOn, legalStatus, why) => {
    expect(representedAs({ birthOn, pesel: '', legalStatus }, '2026-11-22')).toBe(why)
  })
})

describe('agreements that adjoin each other', () => {
  const term = (startsOn: Day, endsOn: Day | null) => ({ startsOn, endsOn })

  test.each<[string, ReturnType<typeof term>[], number]>([
    ['alone', [], 10],
    ['the day after', [term('2026-09-20', '2026-09-29')], 20],
    ['the day before', [term('2026-08-31', '2026-09-09')], 20],
    ['a gap of one day', [term('2026-09-21', '2026-09-30')], 10],
    ['a chain given backwards', [term('2026-09-30', '2026-10-09'), term('2026-09-20', '2026-09-29')], 30],
    ['one within the other', [term('2026-09-12', '2026-09-13')], 10],
    ['one around the other', [term('2026-09-01', '2026-09-30')], 30],
    ['an open end that follows', [term('2026-09-20', null)], Number.POSITIVE_INFINITY],
    ['an open end that began before', [term('2026-01-01', null)], Number.POSITIVE_INFINITY],
    ['an open end after a gap', [term('2026-09-21', null)], 10],
  ])('%s', (_, others, days) => {
    expect(daysWithoutGap(term('2026-09-10', '2026-09-19'), others)).toBe(days)
  })

  test('count every day around the first one that is served, once', () => {
    const span = fc.record({ start: fc.nat(120), days: fc.integer({ min: 1, max: 30 }) })
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 8 }), (own, others) => {
        const served = new Set(
          [own, ...others].flatMap(({ start, days }) =>
            Array.from({ length: days }, (_, index) => start + index),
          ),
        )
        let [first, last] = [own.start, own.start]
        while (served.has(first - 1)) first--
        while (served.has(last + 1)) last++
        const terms = [own, ...others].map(({ start, days }) =>
          term(later('2026-01-01', start), later('2026-01-01', start + days - 1)),
        ) as [ReturnType<typeof term>, ...ReturnType<typeof term>[]]
        expect(daysWithoutGap(terms[0], terms.slice(1))).toBe(last - first + 1)
      }),
    )
  })
})

describe('the state of an agreement', () => {
  const signed = { status: 'signed', startsOn: '2026-12-01', endsOn: '2027-06-30' } as const

  test.each<[Day, string]>([
    ['2026-11-30', 'upcoming'],
    ['2026-12-01', 'active'],
    ['2027-05-30', 'active'],
    ['2027-05-31', 'ending'],
    ['2027-06-30', 'ending'],
    ['2027-07-01', 'ended'],
  ])('on %s is %s', (today, state) => {
    expect(stateOn(signed, today)).toBe(state)
  })

  test('never ends without an end', () => {
    expect(stateOn({ ...signed, endsOn: null }, '2299-12-31')).toBe('active')
  })

  test('is that of the paper, not of the dates, before it is concluded and after it is cancelled', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('draft' as const, 'cancelled' as const), (today, status) => {
        expect(stateOn({ ...signed, status }, today)).toBe(status)
      }),
    )
  })
})

describe('the weekly time in words', () => {
  test.each([
    [15, '15 minut'],
    [45, '45 minut'],
    [60, '1 godzina'],
    [75, '1,25 godziny'],
    [90, '1,5 godziny'],
    [120, '2 godziny'],
    [240, '4 godziny'],
    [300, '5 godzin'],
    [720, '12 godzin'],
    [1320, '22 godziny'],
    [1500, '25 godzin'],
    [10080, '168 godzin'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(weeklyTimeInWords(minutes)).toBe(words)
  })
})
