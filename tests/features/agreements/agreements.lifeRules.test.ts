import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amended,
  changesOf,
  crossing,
  termsBefore,
} from '#shared/features/agreements/agreements.annexes.rules.ts'
import { daysWithoutGap } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import {
  areCostsClosed,
  birthdaysDuring,
  capacityOnDay,
  formFor,
  insuranceFor,
  isLongService,
  isWaiverInForce,
  lengthInDays,
} from '#shared/features/agreements/agreements.rules.ts'
import { earliestEnd, lastDayAfterNotice } from '#shared/features/agreements/agreements.terminations.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { agreed, annexTo, terminationFound } from './changes.ts'
import { person } from './obstacles.ts'

const minor = person('2011-04-03')

describe('an end before time', () => {
  test.each<
    [string, Parameters<typeof terminationFound>[0], Parameters<typeof terminationFound>[1], string[]]
  >([
    ['with the notice of 14 days', {}, {}, []],
    ['a day before the notice ends', { endsOn: '2026-12-05' }, {}, ['stop terminationNoticeShort']],
    ['later than the notice', { endsOn: '2026-12-20' }, {}, []],
    ['with no notice agreed', { endsOn: '2026-11-22' }, { agreement: { noticeDays: 0 } }, []],
    ['by agreement of both, today', { mode: 'mutual', endsOn: '2026-11-22' }, {}, []],
    [
      'by agreement, backwards',
      { mode: 'mutual', endsOn: '2026-11-20' },
      {},
      ['warning terminationBackdated'],
    ],
    [
      'at once without a reason',
      { mode: 'atOnce', endsOn: '2026-11-22' },
      {},
      ['stop terminationReasonMissing'],
    ],
    ['at once with a reason', { mode: 'atOnce', endsOn: '2026-11-22', reason: 'Wyjazd' }, {}, []],
    [
      'at once, before it was said',
      { mode: 'atOnce', endsOn: '2026-11-21', reason: 'Wyjazd' },
      {},
      ['stop terminationBackdated'],
    ],
    [
      'before hours that were confirmed',
      {},
      { lived: { lastServedOn: '2026-12-10', lastConfirmedOn: '2026-12-10' } },
      ['stop hoursAfterEnd'],
    ],
    ['when it ends anyway', {}, { agreement: { endsOn: '2026-12-06' } }, ['stop terminationNotEarlier']],
    [
      'after it lapsed',
      {},
      { agreement: { endsOn: '2026-11-21' } },
      ['stop terminationAfterEnd', 'stop terminationNotEarlier'],
    ],
    [
      'before it began',
      { mode: 'mutual', endsOn: '2026-11-30' },
      { agreement: { startsOn: '2026-12-01' } },
      ['stop terminationBeforeStart'],
    ],
    ['twice', {}, { lived: { isTerminated: true } }, ['stop terminationTwice']],
    [
      'within 30 days of an uninsured long agreement',
      { mode: 'mutual', endsOn: '2026-11-30' },
      { agreement: { startsOn: '2026-11-10' } },
      ['warning terminationWithin30'],
    ],
    ['by a minor', {}, { surroundings: minor }, ['warning terminationNeedsConsent']],
    ['by the centre with a minor', { party: 'centre' }, { surroundings: minor }, []],
  ])('%s', (_, over, where, expected) => {
    expect(terminationFound(over, where).sort()).toEqual([...expected].sort())
  })
})

describe('over all days', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))
  const term = fc
    .record({ startsOn: day, length: fc.option(fc.integer({ min: 1, max: 120 })) })
    .map(({ startsOn, length }) => ({
      startsOn,
      endsOn: length === null ? null : addDays(startsOn, length - 1),
    }))

  test('form and cover are a function of the length alone', () => {
    fc.assert(
      fc.property(term, ({ startsOn, endsOn }) => {
        const days = lengthInDays(startsOn, endsOn)
        const isLong = days === null || days > 30
        expect([formFor(startsOn, endsOn), insuranceFor(startsOn, endsOn)]).toEqual(
          isLong ? ['written', 'state'] : ['onDemand', 'nnw'],
        )
      }),
    )
  })

  test('a change of the end crosses day 30 if and only if the cover differs, and back again undoes it', () => {
    fc.assert(
      fc.property(term, term, ({ startsOn, endsOn }, other) => {
        const before = { startsOn, endsOn }
        const length = lengthInDays(other.startsOn, other.endsOn)
        const after = { startsOn, endsOn: length === null ? null : addDays(startsOn, length - 1) }
        const differs = isLongService(startsOn, endsOn) !== isLongService(startsOn, after.endsOn)
        expect(crossing(before, after) !== null).toBe(differs)
        const agreement = agreed({ startsOn, endsOn, concludedOn: startsOn })
        const changes = changesOf(agreement, annexTo(agreement, { clauses: ['end'], endsOn: after.endsOn }))
        const changed = amended(agreement, changes)
        expect(changed.endsOn === null || changed.endsOn >= changed.startsOn).toBe(true)
        expect(amended(changed, termsBefore(agreement, changes))).toEqual(agreement)
      }),
    )
  })

  test('days without a gap are the same from whichever of two agreements that touch one counts', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        fc.pre(touch(a, b))
        expect(daysWithoutGap(a, [b])).toBe(daysWithoutGap(b, [a]))
      }),
    )
  })

  const touch = (a: { startsOn: string; endsOn: string | null }, b: typeof a) =>
    (!a.endsOn || b.startsOn <= addDays(a.endsOn, 1)) && (!b.endsOn || a.startsOn <= addDays(b.endsOn, 1))

  test('an end with notice is never before the notice is over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (givenOn, noticeDays) => {
        expect(earliestEnd({ mode: 'notice', givenOn }, { noticeDays })).toBe(addDays(givenOn, noticeDays))
        expect(lastDayAfterNotice(givenOn, noticeDays) >= givenOn).toBe(true)
      }),
    )
  })
})

describe('birthdays during an agreement', () => {
  test.each([
    ['2008-12-24', '2026-12-01', '2027-06-30', [{ age: 18, day: '2026-12-24' }]],
    ['2008-12-24', '2026-12-25', null, []],
    [
      '2013-05-01',
      '2026-01-01',
      null,
      [
        { age: 13, day: '2026-05-01' },
        { age: 18, day: '2031-05-01' },
      ],
    ],
    ['2008-02-29', '2026-02-01', '2026-03-31', [{ age: 18, day: '2026-02-28' }]],
  ])('of somebody born on %s, from %s to %s', (birthOn, startsOn, endsOn, expected) => {
    expect(birthdaysDuring({ birthOn, pesel: '' }, { startsOn, endsOn })).toEqual(expected)
  })
})

describe('costs of 22 November 2026', () => {
  test.each([
    // [what is agreed, when the waiver was signed, does it count, are costs closed]
    ['waived', '2026-11-22', true, true],
    ['waived', '2026-11-21', true, true],
    ['waived', '2026-11-23', false, false],
    ['waived', null, false, false],
    ['partlyWaived', '2026-11-22', true, false],
    ['partlyWaived', '2026-11-23', false, false],
    ['partlyWaived', null, false, false],
    ['reimbursed', null, false, false],
    // What is left of a waiver that an annex took back counts for nothing.
    ['reimbursed', '2026-11-01', false, false],
    ['notEstablished', null, false, false],
  ] as const)('%s, signed on %s', (travelCosts, waiverSignedOn, counts, isClosed) => {
    const agreement = { travelCosts, waiverSignedOn }
    expect(isWaiverInForce(agreement, '2026-11-22')).toBe(counts)
    expect(areCostsClosed(agreement, '2026-11-22')).toBe(isClosed)
  })
})

test('what a volunteer may do alone is told for each day of service', () => {
  const volunteer = { birthOn: '2008-12-24', pesel: '', legalStatus: 'byAge' } as const
  expect(
    ['2021-12-23', '2021-12-24', '2026-12-23', '2026-12-24'].map((day) => capacityOnDay(volunteer, day)),
  ).toEqual(['none', 'limited', 'limited', 'full'])
})
