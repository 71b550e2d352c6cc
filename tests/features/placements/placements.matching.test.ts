import { describe, expect, test } from 'vitest'
import {
  agreementFor,
  byFit,
  type CandidateFacts,
  fitOf,
  type ReadinessFacts,
  type SoughtNeed,
  whyNotOffered,
} from '#shared/features/placements/placements.matching.rules.ts'

const today = '2026-11-22'
const tuesday = { weekday: 2, from: 16 * 60, to: 18 * 60 }
const wednesday = { ...tuesday, weekday: 3 }
const need: SoughtNeed = {
  id: 5,
  unitId: null,
  familyId: 3,
  activityKindId: 1,
  startsOn: '2026-12-01',
  endsOn: '2027-06-30',
  hours: [tuesday],
  needsSignLanguage: false,
  isForMinors: true,
}
const agreed = (startsOn: string, endsOn: string | null) => ({ id: 1, startsOn, endsOn })
const person: CandidateFacts = {
  volunteerId: 1,
  agreements: [agreed('2026-01-01', null)],
  isActive: true,
  placements: [],
  availability: [tuesday],
  hasSignLanguage: false,
  prefersKind: false,
  prefersUnit: false,
  hasConflictNote: false,
}
const ready: ReadinessFacts = { isAdmitted: true, missingChecks: 0, notReady: [] }
const elsewhere = {
  id: 9,
  needId: null,
  unitId: 4,
  familyId: null,
  unitName: 'Filia nr 7',
  startsOn: '2026-11-01',
  endsOn: null,
  hours: [tuesday],
}
const withFamily = { ...elsewhere, unitId: null, unitName: null }

interface Case {
  need?: Partial<SoughtNeed>
  person?: Partial<CandidateFacts>
  readiness?: Partial<ReadinessFacts>
}

describe('why somebody is not offered', () => {
  test.each<[string, Case, string[]]>([
    ['nothing', {}, []],
    ['no agreement', { person: { agreements: [] } }, ['noAgreement']],
    [
      'an agreement that is over',
      { person: { agreements: [agreed('2026-01-01', '2026-11-30')] } },
      ['noAgreement'],
    ],
    [
      'an agreement that begins later',
      { person: { agreements: [agreed('2026-12-02', null)] } },
      ['noAgreement'],
    ],
    [
      'an agreement that ends before the need',
      { person: { agreements: [agreed('2026-01-01', '2027-01-31')] } },
      [],
    ],
    ['not active', { person: { isActive: false } }, ['notActive']],
    ['a centre without status', { person: { isActive: null } }, []],
    ['not free then', { person: { availability: [wednesday] } }, ['notAvailable']],
    ['nothing known of when', { person: { availability: [] } }, []],
    ['a need without hours', { need: { hours: [] }, person: { availability: [wednesday] } }, []],
    ['placed elsewhere', { person: { placements: [elsewhere] } }, ['placedElsewhere']],
    [
      'placed with a family',
      { person: { placements: [{ ...withFamily, familyId: 8 }] } },
      ['placedAtFamily'],
    ],
    ['placed at another time', { person: { placements: [{ ...elsewhere, hours: [wednesday] }] } }, []],
    ['placed elsewhere before', { person: { placements: [{ ...elsewhere, endsOn: '2026-11-30' }] } }, []],
    ['placed here', { person: { placements: [{ ...withFamily, familyId: 3 }] } }, ['alreadyPlaced']],
    ['placed for this need', { person: { placements: [{ ...elsewhere, needId: 5 }] } }, ['alreadyPlaced']],
    ['does not sign', { need: { needsSignLanguage: true } }, ['noSignLanguage']],
    ['signs', { need: { needsSignLanguage: true }, person: { hasSignLanguage: true } }, []],
    ['a note on a conflict', { person: { hasConflictNote: true } }, ['conflictNote']],
    ['not admitted', { readiness: { isAdmitted: false, missingChecks: 2 } }, ['notAdmitted']],
    ['no minors', { need: { isForMinors: false }, readiness: { isAdmitted: false, missingChecks: 2 } }, []],
    [
      'everything at once',
      {
        need: { needsSignLanguage: true },
        person: { agreements: [], isActive: false, availability: [wednesday], hasConflictNote: true },
        readiness: { isAdmitted: false, missingChecks: 1, notReady: [] },
      },
      ['noAgreement', 'notActive', 'notAvailable', 'noSignLanguage', 'conflictNote', 'notAdmitted'],
    ],
  ])('%s', (_, over, keys) => {
    const readiness = { ...ready, ...over.readiness }
    const found = whyNotOffered({ ...need, ...over.need }, { ...person, ...over.person }, today, readiness)
    expect(found.map(({ key }) => key)).toEqual(keys.map((key) => `needs.reasons.${key}`))
  })

  test('a need that has begun is asked about from today on', () => {
    const since = { ...person, agreements: [agreed('2026-11-01', null)] }
    expect(whyNotOffered({ ...need, startsOn: '2026-06-01' }, since, today, ready)).toEqual([])
  })
})

test('the agreement that covers the whole need is taken before one that begins earlier', () => {
  const short = { id: 1, startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const long = { id: 2, startsOn: '2026-11-01', endsOn: '2027-12-31' }
  expect(agreementFor(need, [short, long])?.id).toBe(2)
  expect(agreementFor(need, [short])?.id).toBe(1)
  expect(agreementFor(need, [])).toBeUndefined()
})

test('who signs comes first where that is needed, then time, wish, longer agreement, fewer placements', () => {
  const people: [string, Partial<CandidateFacts>][] = [
    ['busy', { placements: [{ ...elsewhere, hours: [] }] }],
    ['free', {}],
    ['short agreement', { agreements: [agreed('2026-01-01', '2027-01-31')] }],
    ['wishes it', { prefersKind: true }],
    ['half the time', { availability: [{ ...tuesday, to: 17 * 60 }], prefersKind: true }],
    ['signs, time unknown', { availability: [], hasSignLanguage: true }],
  ]
  const ordered = (sought: SoughtNeed) =>
    people
      .map(([name, over]) => ({ name, fit: fitOf(sought, { ...person, ...over }) }))
      .sort((a, b) => byFit(sought, a.fit, b.fit))
      .map(({ name }) => name)
  const rest = ['wishes it', 'free', 'busy', 'short agreement', 'half the time']
  expect(ordered(need)).toEqual([...rest, 'signs, time unknown'])
  expect(ordered({ ...need, needsSignLanguage: true })).toEqual(['signs, time unknown', ...rest])
})
