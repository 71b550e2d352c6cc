import { describe, expect, test } from 'vitest'
import type { AnnexFields } from '#shared/features/agreements/agreements.annexes.contract.ts'
import {
  changedClauses,
  changesOf,
  termsBefore,
} from '#shared/features/agreements/agreements.annexes.rules.ts'
import { guardian, shortTerm } from '#tests/support/builders.ts'
import { agreed, annexFound, annexTo } from './changes.ts'
import { person } from './obstacles.ts'

const short = { ...shortTerm, startsOn: '2026-11-10', endsOn: '2026-11-29', nnwFrom: '2026-11-10' } as const
const minor = person('2011-04-03')

describe('an annex', () => {
  test.each<[string, Partial<AnnexFields>, Parameters<typeof annexFound>[1], string[]]>([
    ['moves the end of a long agreement', { clauses: ['end'], endsOn: '2027-03-31' }, {}, []],
    ['changes nothing', {}, {}, ['stop annexEmpty']],
    ['has words of its own', { freeText: 'Strony ustalają nową porę zajęć.' }, {}, []],
    ['names a clause and leaves it', { clauses: ['tasks'] }, {}, ['stop annexEmpty']],
    [
      'takes 20 days to 45 (law.md, day arithmetic)',
      { clauses: ['end'], endsOn: '2026-12-24' },
      { agreement: short },
      ['hint annexBecomesLong', 'hint annexNeedsWriting'],
    ],
    [
      'takes 20 days to exactly 30: nothing crosses',
      { clauses: ['end'], endsOn: '2026-12-09' },
      { agreement: short },
      [],
    ],
    [
      'takes 20 days to 31',
      { clauses: ['end'], endsOn: '2026-12-10' },
      { agreement: short },
      ['hint annexBecomesLong', 'hint annexNeedsWriting'],
    ],
    [
      'takes 20 days to no end',
      { clauses: ['end'], endsOn: null },
      { agreement: short },
      ['hint annexBecomesOpen', 'hint annexNeedsWriting'],
    ],
    [
      'crosses day 30 without the policy of the first days',
      { clauses: ['end', 'insurance'], endsOn: '2026-12-24', nnwPolicy: '', nnwInsurer: '' },
      { agreement: short },
      ['stop annexDropsPolicy', 'hint annexBecomesLong', 'hint annexNeedsWriting'],
    ],
    [
      'crosses day 30 where there never was a policy',
      { clauses: ['end'], endsOn: '2026-12-24' },
      { agreement: { ...short, nnwPolicy: '' } },
      ['warning nnwFirstDaysMissing', 'hint annexBecomesLong', 'hint annexNeedsWriting'],
    ],
    [
      'shortens to 28 days: a policy is needed',
      { clauses: ['end'], endsOn: '2026-11-28' },
      { agreement: { startsOn: '2026-11-01', concludedOn: '2026-11-01' } },
      ['stop nnwMissing', 'warning annexBecomesShort'],
    ],
    [
      'puts a long oral agreement into writing',
      { clauses: ['end'], endsOn: '2026-12-24' },
      { agreement: { ...short, form: 'oralConfirmed' } },
      ['hint annexBecomesLong', 'hint annexNeedsWriting'],
    ],
    [
      'to an agreement that lapsed',
      { clauses: ['end'], endsOn: '2027-01-31' },
      { agreement: { endsOn: '2026-11-21' } },
      ['stop annexAfterEnd'],
    ],
    [
      'leaves a gap',
      { clauses: ['end'], endsOn: '2027-01-31', validFrom: '2026-12-02' },
      { agreement: { endsOn: '2026-11-30' } },
      ['stop annexLeavesGap'],
    ],
    [
      'joins without a gap',
      { clauses: ['end'], endsOn: '2027-01-31', validFrom: '2026-12-01' },
      { agreement: { endsOn: '2026-11-30' } },
      [],
    ],
    [
      'is valid before the agreement',
      { clauses: ['end'], endsOn: '2027-01-31', validFrom: '2026-08-31' },
      {},
      ['stop annexBeforeStart', 'warning annexBackdated'],
    ],
    [
      'is valid backwards',
      { clauses: ['notice'], noticeDays: 7, validFrom: '2026-11-01' },
      {},
      ['warning annexBackdated'],
    ],
    [
      'overtakes one that waits',
      { clauses: ['notice'], noticeDays: 7 },
      { lived: { waitingFrom: '2026-12-01' } },
      ['stop annexBeforeWaiting'],
    ],
    [
      'to an agreement that was ended',
      { clauses: ['notice'], noticeDays: 7 },
      { lived: { isTerminated: true } },
      ['stop annexTerminated'],
    ],
    [
      'ends before confirmed hours',
      { clauses: ['end'], endsOn: '2026-12-15' },
      { lived: { lastServedOn: '2026-12-20', lastConfirmedOn: '2026-12-16' } },
      ['stop hoursAfterEnd'],
    ],
    [
      'ends before hours that are not confirmed',
      { clauses: ['end'], endsOn: '2026-12-15' },
      { lived: { lastServedOn: '2026-12-20', lastConfirmedOn: '2026-12-01' } },
      ['warning openHoursAfterEnd'],
    ],
    ['waives costs', { clauses: ['costs'], travelCosts: 'waived' }, {}, ['hint waiverNeedsSignature']],
    [
      'waives more than travel costs',
      { clauses: ['costs'], travelCosts: 'partlyWaived', waiverScope: 'ubezpieczenie NNW' },
      {},
      ['stop waiverTooWide'],
    ],
    [
      'begins work with minors before the gate is passed',
      { clauses: ['minors'], worksWithMinors: true },
      { surroundings: { admission: { isAdmitted: false, missing: 2, isUnsettled: false } } },
      ['stop minorsCheckMissing'],
    ],
    [
      'without a signatory',
      { clauses: ['notice'], noticeDays: 7, signatoryId: null },
      {},
      ['stop signatoryMissing'],
    ],
    [
      'with a minor: the guardian consents',
      { clauses: ['notice'], noticeDays: 7 },
      { agreement: { ...guardian }, surroundings: minor },
      ['hint annexNeedsConsent'],
    ],
    [
      'with a minor of whom no guardian is known',
      { clauses: ['notice'], noticeDays: 7 },
      { surroundings: minor },
      ['stop guardianMissing', 'warning guardianPhoneMissing', 'hint annexNeedsConsent'],
    ],
    [
      'with somebody who came of age since',
      { clauses: ['notice'], noticeDays: 7 },
      { agreement: { ...guardian }, surroundings: person('2008-10-01') },
      ['hint annexByAdult'],
    ],
    [
      'leaves alone what an imported agreement lacks',
      { clauses: ['notice'], noticeDays: 7 },
      {
        agreement: {
          tasks: [],
          weeklyMinutes: null,
          schedule: '',
          travelCosts: 'notEstablished',
          unitId: null,
        },
      },
      [],
    ],
  ])('that %s', (_, over, where, expected) => {
    expect(annexFound(over, where).sort()).toEqual([...expected].sort())
  })

  test('of one clause changes the fields of that clause which differ, and no others', () => {
    const agreement = agreed()
    const annex = annexTo(agreement, {
      clauses: ['time'],
      weeklyMinutes: 240,
      noticeDays: 3,
      schedule: agreement.schedule,
    })
    const changes = changesOf(agreement, annex)
    expect(changes).toEqual({ weeklyMinutes: 240 })
    expect(termsBefore(agreement, changes)).toEqual({ weeklyMinutes: 150 })
    expect(changedClauses(changes)).toEqual(['time'])
  })

  test('that changes a waiver asks for a new signature', () => {
    const agreement = { ...agreed({ travelCosts: 'waived' }), waiverSignedOn: '2026-09-01' }
    const annex = annexTo(agreement, { clauses: ['costs'], travelCosts: 'partlyWaived', waiverPercent: 50 })
    expect(changesOf(agreement, annex)).toMatchObject({ travelCosts: 'partlyWaived', waiverSignedOn: null })
  })
})
