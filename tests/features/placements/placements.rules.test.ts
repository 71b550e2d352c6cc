import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  familyCode,
  seemsAnAddress,
  seemsToName,
  tidyCode,
  whyNoCode,
} from '#shared/features/placements/placements.families.rules.ts'
import {
  clashOf,
  lastDayOf,
  obstaclesToStart,
  type PlacementFacts,
} from '#shared/features/placements/placements.rules.ts'

describe('the code of a family', () => {
  test.each([
    ['R/2026/017', undefined],
    ['12/2026', undefined],
    ['AB-7', undefined],
    ['7', undefined],
    ['', 'shape'],
    ['R//7', 'shape'],
    ['R 7', 'shape'],
    ['KOWALSKI', 'name'],
    ['NOWAK/2026', 'name'],
    ['LIS7', 'name'],
    ['ŁÓ/7', 'name'],
    ['AB', 'name'],
    ['65122300348', 'number'],
    ['601234567', 'number'],
    ['601-234-567', 'number'],
  ])('%s: %s', (code, problem) => expect(whyNoCode(code)).toBe(problem))

  test('that the program gives is one, and is kept as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 9999 }), (year, number) => {
        const code = familyCode(year, number)
        expect(whyNoCode(code)).toBeUndefined()
        expect(tidyCode(code)).toBe(code)
      }),
    )
  })

  test('is never made of letters alone: no name passes', () => {
    const letter = fc.constantFrom(...'aąbcćdeęłńóśźżABCLŁ')
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), (letters) => {
        expect(whyNoCode(tidyCode(letters.join('')))).toBe('name')
      }),
    )
  })
})

test.each([
  ['Kontakt: Anna Nowak', true],
  ['Kontakt z Janem Kowalskim po południu', true],
  ['Pani Zofia Wiśniewska-Bąk nie otwiera', true],
  ['Rodzina prosi o wtorki. Klatka schodowa bez windy.', false],
  ['Prosimy o wtorki', false],
  ['', false],
])('%s: names somebody: %s', (text, is) => expect(seemsToName(text)).toBe(is))

test.each([
  ['ul. Głęboka 11', true],
  ['Głęboka 11/3', true],
  ['50-001', true],
  ['Stare Miasto', false],
  ['rejon 3', false],
  ['Dzielnica V', false],
])('%s is an address: %s', (text, is) => expect(seemsAnAddress(text)).toBe(is))

const monday = (from: number, to: number) => ({ weekday: 1, from: from * 60, to: to * 60 })
const period = { startsOn: '2026-12-01', endsOn: '2027-06-30' }
const atFour = [monday(16, 18)]

describe('two placements of a person', () => {
  const other = { id: 7, ...period, hours: atFour }
  test.each([
    ['at the same hours', { ...period, hours: [monday(17, 19)] }, 7],
    ['one after the other', { ...period, hours: [monday(18, 20)] }, undefined],
    ['on another day', { ...period, hours: [{ ...monday(16, 18), weekday: 2 }] }, undefined],
    ['in another period', { startsOn: '2027-07-01', endsOn: null, hours: atFour }, undefined],
    ['with an open end', { startsOn: '2026-01-01', endsOn: null, hours: atFour }, 7],
    // From Wednesday 2 to Sunday 6 December 2026, or to the Monday after it.
    [
      'in days without that weekday',
      { startsOn: '2026-12-02', endsOn: '2026-12-06', hours: atFour },
      undefined,
    ],
    ['in days with that weekday', { startsOn: '2026-12-02', endsOn: '2026-12-07', hours: atFour }, 7],
    ['without hours', { ...period, hours: [] }, undefined],
  ])('%s', (_, placement, id) => expect(clashOf(placement, [other])?.id).toBe(id))

  test('clash either way round', () => {
    const hours = fc.array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 0, max: 600 }),
        to: fc.integer({ min: 601, max: 1440 }),
      }),
      { maxLength: 2 },
    )
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-12-${String(date).padStart(2, '0')}`)
    const taken = fc.tuple(day, day, hours).map(([one, two, at]) => ({
      startsOn: one < two ? one : two,
      endsOn: one < two ? two : one,
      hours: at,
    }))
    fc.assert(
      fc.property(taken, taken, (one, two) => {
        expect(clashOf(one, [two]) === undefined).toBe(clashOf(two, [one]) === undefined)
      }),
    )
  })
})

test('the last day is that of the placement or of the agreement, whichever comes first', () => {
  expect(lastDayOf({ endsOn: null }, { endsOn: null })).toBeNull()
  expect(lastDayOf({ endsOn: '2027-01-01' }, { endsOn: null })).toBe('2027-01-01')
  expect(lastDayOf({ endsOn: '2027-01-01' }, { endsOn: '2026-12-31' })).toBe('2026-12-31')
})

describe('before a placement begins', () => {
  const met = {
    introducedOn: '2026-11-20',
    placeConsentOn: '2026-11-20',
    volunteerConsentOn: '2026-11-20',
    withdrawnOn: null,
  }
  const agreement = { status: 'signed', startsOn: '2026-11-01', endsOn: '2027-06-30' }
  const ready: PlacementFacts = {
    ...period,
    placeKind: 'family',
    introduction: met,
    agreement,
    isForMinors: true,
    admission: { isAdmitted: true, missing: 0 },
    hasActivityKind: true,
    notReady: [],
  }
  const notAdmitted = { isAdmitted: false, missing: 3 }
  test('what else is missing is told in its own words', () => {
    const missing = { key: 'requirements.notReady.missing', params: { names: 'BHP', count: 1 } }
    expect(obstaclesToStart({ ...ready, notReady: [missing] })).toEqual([missing])
  })

  test.each<[string, Partial<PlacementFacts>, string[]]>([
    ['nothing is missing', {}, []],
    ['a draft', { agreement: { ...agreement, status: 'draft' } }, ['agreementNotConcluded']],
    [
      'an agreement that ends before',
      { agreement: { ...agreement, endsOn: '2027-06-29' } },
      ['outsideAgreement'],
    ],
    [
      'an agreement that begins after',
      { agreement: { ...agreement, startsOn: '2026-12-02' } },
      ['outsideAgreement'],
    ],
    ['an open end under an agreement with one', { endsOn: null }, ['outsideAgreement']],
    ['work with minors, not admitted', { admission: notAdmitted }, ['notAdmitted']],
    ['no work with minors, not admitted', { isForMinors: false, admission: notAdmitted }, []],
    ['no kind of activity', { hasActivityKind: false }, ['noActivityKind']],
    ['no meeting', { introduction: null }, ['notIntroduced']],
    ['a unit needs no meeting', { placeKind: 'unit', introduction: null }, []],
    ['consent taken back', { introduction: { ...met, withdrawnOn: '2026-11-25' } }, ['consentWithdrawn']],
    ['no consent of the family', { introduction: { ...met, placeConsentOn: null } }, ['noFamilyConsent']],
    [
      'no consent at all',
      { introduction: { ...met, placeConsentOn: null, volunteerConsentOn: null } },
      ['noFamilyConsent', 'noVolunteerConsent'],
    ],
  ])('%s', (_, facts, keys) => {
    const found = obstaclesToStart({ ...ready, ...facts }).map(({ key }) => key)
    expect(found).toEqual(keys.map((key) => `placements.obstacles.${key}`))
  })
})
