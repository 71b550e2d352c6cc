import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreementSurroundings } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { guardian, shortTerm } from '#tests/support/builders.ts'
import { around, found, names, noAddress, type Over, person } from './obstacles.ts'

test('nothing stands in the way of a sound agreement, long or short', () => {
  expect(found()).toEqual([])
  expect(found(shortTerm)).toEqual([])
})

describe('what a porozumienie must say (UDPP art. 44 ust. 1)', () => {
  test.each<[string, Over, Partial<AgreementSurroundings>, string[]]>([
    ['no unit', { unitId: null }, { unit: null }, ['stop unitMissing']],
    ['a closed unit', {}, { unit: { servesMinors: false, isActive: false } }, ['warning unitClosed']],
    ['no task', { tasks: [] }, {}, ['stop tasksMissing']],
    ['only blank tasks', { tasks: [' ', ''] }, {}, ['stop tasksMissing']],
    ['neither hours nor days', { weeklyMinutes: null, schedule: '' }, {}, ['stop timeMissing']],
    ['hours alone', { schedule: '' }, {}, []],
    ['days alone', { weeklyMinutes: null }, {}, []],
    ['no town', { concludedIn: ' ' }, {}, ['stop townMissing']],
    ['no signatory', { signatoryId: null }, { signatory: null }, ['stop signatoryMissing']],
    ['no identity', {}, person(null), ['stop volunteerWithoutIdentity']],
    ['an age that nobody knows', {}, person(null, '90011512347'), ['stop birthDateUnknown']],
    ['a PESEL alone', {}, person(null, '90011512346'), []],
    ['no form of address', {}, person('1970-05-05', '', 'unknown'), ['warning formOfAddressUnknown']],
    ['no address', {}, { volunteer: { ...around.volunteer, ...noAddress } }, ['warning addressMissing']],
    ['a town alone', {}, { volunteer: { ...around.volunteer, ...noAddress, town: 'Łęczna' } }, []],
  ])('%s', (_, over, surroundings, expected) => {
    expect(names(found(over, surroundings))).toEqual(expected)
  })

  test.each([
    ['2026-11-22', null, true],
    ['2026-11-23', null, false],
    [null, '2026-11-22', true],
    [null, '2026-11-21', false],
    ['2026-11-22', '2026-11-22', true],
  ])('an office held from %s to %s on 22 November: %s', (validFrom, validTo, isValid) => {
    const expected = isValid ? [] : ['stop signatories.whyNot.outOfOffice']
    const signatory = { fullName: 'Maria Dyrektorska', isHead: true, authorisations: [], validFrom, validTo }
    expect(names(found({}, { signatory }))).toEqual(expected)
  })
})

describe('the accident policy (UDPP art. 46 ust. 3)', () => {
  test.each<[string, Over, string[]]>([
    ['no insurer', { nnwInsurer: '' }, ['stop nnwMissing']],
    ['no number', { nnwPolicy: '' }, ['stop nnwMissing']],
    ['nobody who provides it', { nnwProvider: '' }, ['stop nnwMissing']],
    ['one provided by somebody else', { nnwProvider: 'other' }, []],
    ['no first day', { nnwFrom: null }, ['stop nnwPeriodMissing']],
    ['no last day', { nnwTo: null }, ['stop nnwPeriodMissing']],
    ['one from the first day to the last', { nnwTo: '2026-12-30' }, []],
    ['one that begins a day late', { nnwFrom: '2026-12-02' }, ['stop nnwPeriodTooShort']],
    ['one that ends a day early', { nnwTo: '2026-12-29' }, ['stop nnwPeriodTooShort']],
  ])('for 30 days, %s', (_, over, expected) => {
    expect(names(found({ ...shortTerm, ...over }))).toEqual(expected)
  })

  test('is asked for up to the 30th day and no longer from the 31st, when a term is extended', () => {
    const none = { startsOn: '2026-12-01' }
    expect(names(found({ ...none, endsOn: '2026-12-30' }))).toEqual(['stop nnwMissing'])
    expect(names(found({ ...none, endsOn: '2026-12-31' }))).toEqual([])
  })

  test('is advised for an indefinite time, and asked for no more once it is named', () => {
    expect(names(found({ endsOn: null }))).toEqual(['hint nnwAdvised'])
    expect(names(found({ ...shortTerm, endsOn: null }))).toEqual([])
  })

  test('stops an agreement of 30 days and less exactly when a day of service is without cover', () => {
    const day = (index: number) => `2026-12-${String(index).padStart(2, '0')}`
    const span = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number])
    fc.assert(
      fc.property(span, span, ([starts, ends], [from, to]) => {
        const isCovered = Array.from({ length: ends - starts + 1 }, (_, index) => starts + index).every(
          (served) => from <= served && served <= to,
        )
        const over = { startsOn: day(starts), endsOn: day(ends), nnwFrom: day(from), nnwTo: day(to) }
        expect(names(found({ ...shortTerm, ...over }))).toEqual(isCovered ? [] : ['stop nnwPeriodTooShort'])
      }),
    )
  })
})

describe('travel costs (UDPP art. 45 ust. 1 pkt 3 and ust. 4)', () => {
  test.each<[Over, string[]]>([
    [{ travelCosts: 'reimbursed' }, []],
    [{ travelCosts: 'waived' }, ['hint waiverNeedsSignature']],
    [{ travelCosts: 'partlyWaived', waiverScope: 'diety' }, ['hint waiverNeedsSignature']],
    [{ travelCosts: 'partlyWaived', waiverPercent: 50 }, ['hint waiverNeedsSignature']],
    [{ travelCosts: 'partlyWaived', waiverAmount: 2000 }, ['hint waiverNeedsSignature']],
    [{ travelCosts: 'partlyWaived' }, ['stop waiverScopeMissing']],
    [{ travelCosts: 'notEstablished' }, ['stop costsNotEstablished']],
  ])('%j', (over, expected) => {
    expect(names(found(over))).toEqual(expected)
  })
})

describe('a minor volunteer (KC art. 12, 14, 15, 17)', () => {
  test.each([
    ['the day before the 13th birthday', '2013-11-23', 'minorsUnder13'],
    ['the 13th birthday', '2013-11-22', 'minors13to17'],
    ['the day before the 18th birthday', '2008-11-23', 'minors13to17'],
    ['the 18th birthday', '2008-11-22', undefined],
    ['a leap day, 18 on 28 February', '2008-02-29', undefined],
  ])('concluding on %s', (_, birthOn, basis) => {
    const stop = found({}, person(birthOn)).find(({ level }) => level === 'stop')
    expect(stop?.basis).toBe(basis)
    expect(stop?.key).toBe(basis && 'agreements.obstacles.guardianMissing')
  })

  test('on 27 February is one day short of 18 when born on a leap day', () => {
    const concludedOn = (day: string) => ({ concludedOn: day, startsOn: '2026-03-01' })
    expect(names(found(concludedOn('2026-02-27'), person('2008-02-29')))).toContain('stop guardianMissing')
    expect(names(found(concludedOn('2026-02-28'), person('2008-02-29')))).not.toContain(
      'stop guardianMissing',
    )
  })

  test.each<[string, Over, string[]]>([
    ['nobody', {}, ['stop guardianMissing', 'warning guardianPhoneMissing']],
    ['somebody without a relation', { ...guardian, guardianRelation: '' }, ['stop guardianMissing']],
    ['somebody without a telephone', { ...guardian, guardianPhone: '' }, ['warning guardianPhoneMissing']],
    ['a guardian', guardian, []],
  ])('represented by %s', (_, over, expected) => {
    expect(names(found(over, person('2012-01-01')))).toEqual(expected)
  })

  test.each([
    ['2008-11-30', '2027-06-30', false],
    ['2008-12-01', '2027-06-30', true],
    ['2009-06-30', '2027-06-30', true],
    ['2009-07-01', '2027-06-30', false],
    ['2012-07-01', null, true],
  ])('born on %s comes of age by the end of %s: %s', (birthOn, endsOn, isWithin) => {
    const hint = found({ ...guardian, endsOn }, person(birthOn)).find(({ key }) =>
      key.endsWith('.comesOfAge'),
    )
    expect(hint?.params?.day).toBe(
      isWithin ? `${Number(birthOn.slice(0, 4)) + 18}${birthOn.slice(4)}` : undefined,
    )
  })
})

describe('work with minors (UOM art. 21)', () => {
  const admitted = { isAdmitted: true, missing: 0, isUnsettled: false }
  const refused = { isAdmitted: false, missing: 2, isUnsettled: false }
  const servesMinors = { unit: { servesMinors: true, isActive: true } }

  test.each<[string, Over, Partial<AgreementSurroundings>, string[]]>([
    ['not checked', { worksWithMinors: true }, {}, ['stop minorsCheckMissing']],
    [
      'said to be checked, as the form once asked',
      { worksWithMinors: true, isMinorsCheckConfirmed: true },
      {},
      ['stop minorsCheckMissing'],
    ],
    ['checked', { worksWithMinors: true }, { admission: admitted }, []],
    [
      'checked but for a record whose need is not settled',
      { worksWithMinors: true },
      { admission: { ...admitted, isUnsettled: true } },
      ['warning minorsRecordUnsettled'],
    ],
    [
      'not checked to the end',
      { worksWithMinors: true },
      { admission: refused },
      ['stop minorsCheckMissing'],
    ],
    ['in a unit for minors, not said', {}, servesMinors, ['warning unitServesMinors']],
    ['of a kind with minors, not said', {}, { kind: { withMinors: true } }, ['warning kindWithMinors']],
    [
      'in a unit for minors, not checked',
      { worksWithMinors: true },
      servesMinors,
      ['stop minorsCheckMissing'],
    ],
  ])('%s', (_, over, surroundings, expected) => {
    expect(names(found(over, surroundings))).toEqual(expected)
  })
})

describe('dates', () => {
  test.each<[Over, string[]]>([
    [{ startsOn: '2026-11-22' }, []],
    [{ startsOn: '2026-11-21' }, ['warning startsBeforeConclusion']],
    [{ concludedOn: '2026-11-23' }, ['warning concludedInFuture']],
    [{ concludedOn: '2025-12-31' }, ['warning otherYear']],
    [{ concludedOn: '2026-01-01' }, []],
  ])('%j', (over, expected) => {
    expect(names(found(over))).toEqual(expected)
  })
})

describe('the volunteer’s other agreements', () => {
  const other = (startsOn: string, endsOn: string | null, unitId = 1) => ({
    others: [{ number: '7/2026', unitId, startsOn, endsOn }],
  })
  const long = ['warning overlapping']

  test.each<[string, Over, Partial<AgreementSurroundings>, string[]]>([
    ['over on the day before', {}, other('2026-06-01', '2026-11-30'), []],
    ['over on the first day', {}, other('2026-06-01', '2026-12-01'), long],
    ['beginning on the last day', {}, other('2027-06-30', '2027-12-31'), long],
    ['without an end', {}, other('2026-01-01', null), long],
    ['in another unit', {}, other('2026-06-01', null, 2), []],
    ['a short one that adjoins', shortTerm, other('2026-11-01', '2026-11-30'), ['warning addsUp']],
    ['a short one after a gap', shortTerm, other('2026-11-01', '2026-11-29'), []],
    ['one without an end that follows', shortTerm, other('2026-12-31', null), ['warning addsUpToOpenEnd']],
  ])('%s', (_, over, surroundings, expected) => {
    expect(names(found(over, surroundings))).toEqual(expected)
  })

  test('are named by number and by the days that they add up to', () => {
    expect(found({}, other('2026-06-01', '2026-12-01'))).toMatchObject([{ params: { number: '7/2026' } }])
    expect(found(shortTerm, other('2026-11-01', '2026-11-30'))).toMatchObject([{ params: { days: 60 } }])
  })
})
