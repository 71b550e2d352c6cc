import { describe, expect, test } from 'vitest'
import { agreementsPl } from '#shared/features/agreements/agreements.pl.ts'
import { isWaiverTooWide } from '#shared/features/agreements/agreements.rules.ts'
import type { DocumentSource } from '#shared/features/documents/documents.kind.ts'
import { inputSchema } from '#shared/features/documents/documents.kind.ts'
import { documentKinds, kindOf } from '#shared/features/documents/documents.kinds.ts'
import { documentsPl } from '#shared/features/documents/documents.pl.ts'
import {
  type IssueSurroundings,
  problemsOf,
  whyNotIssuable,
} from '#shared/features/documents/documents.rules.ts'
import { plainHead } from '#shared/features/letterheads/letterheads.rules.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { found, type Over, person } from '#tests/features/agreements/obstacles.ts'
import { aVolunteer, centre, shortTerm } from '#tests/support/builders.ts'

/** The numbers are those of the list of hard stops in the domain notes; 12 and 13 belong to later modules. */
const ofAgreements: [string, ReturnType<typeof found>, { key: string; level: string; basis?: string }][] = [
  [
    '2: up to 30 days without an accident policy',
    found({ ...shortTerm, nnwPolicy: '' }),
    { key: 'nnwMissing', level: 'stop', basis: 'nnw' },
  ],
  [
    '4: a minor of 13 to 17 without a representative',
    found({}, person('2012-05-05')),
    { key: 'guardianMissing', level: 'stop', basis: 'minors13to17' },
  ],
  [
    '4: a minor under 13 without a representative',
    found({}, person('2016-05-05')),
    { key: 'guardianMissing', level: 'stop', basis: 'minorsUnder13' },
  ],
  [
    '5: work with minors before the checks',
    found({ worksWithMinors: true }),
    { key: 'minorsCheckMissing', level: 'stop', basis: 'workWithMinors' },
  ],
  [
    '6: a waiver of more than travel and per-diems',
    found({ travelCosts: 'partlyWaived', waiverScope: 'koszty ubezpieczenia NNW' }),
    { key: 'waiverTooWide', level: 'stop', basis: 'waiver' },
  ],
  [
    '8: a start before the conclusion',
    found({ startsOn: '2026-11-01' }),
    { key: 'startsBeforeConclusion', level: 'warning' },
  ],
  [
    '9: another agreement in force at the same place',
    found({}, { others: [{ number: '1/2026', unitId: 1, startsOn: '2026-06-01', endsOn: null }] }),
    { key: 'overlapping', level: 'warning' },
  ],
  [
    '11: a form of address that nobody knows',
    found({}, person('1970-05-05', '', 'unknown')),
    { key: 'formOfAddressUnknown', level: 'warning' },
  ],
]

describe('before an agreement is concluded', () => {
  test.each(ofAgreements)('%s', (_, obstacles, { key, ...expected }) => {
    const obstacle = obstacles.find((each) => each.key === `agreements.obstacles.${key}`)
    expect(obstacle).toMatchObject(expected)
    if (expected.basis) expect(agreementsPl.basis).toHaveProperty(expected.basis)
  })

  test('7: a signatory without a valid authorisation', () => {
    const signatory = { fullName: 'Ewa X', isHead: false, validFrom: null, validTo: null, authorisations: [] }
    expect(found({}, { signatory })).toContainEqual({
      key: 'signatories.whyNot.noAuthorisation',
      level: 'stop',
      field: 'signatoryId',
      basis: 'authorisation',
      params: { name: 'Ewa X' },
    })
  })

  test.each<[Over, boolean]>([
    [{ travelCosts: 'waived', waiverScope: '' }, true],
    [{ travelCosts: 'partlyWaived', waiverScope: 'diety w całości' }, true],
    [{ travelCosts: 'reimbursed', waiverScope: 'ubezpieczenie' }, true],
    [{ travelCosts: 'waived', waiverScope: 'także odzież ochronna' }, false],
  ])('6: %j is a waiver that the act allows: %s', (over, isAllowed) => {
    expect(found(over).some(({ key }) => key.endsWith('waiverTooWide'))).toBe(!isAllowed)
  })

  test.each([
    ['przejazdy komunikacją miejską', false],
    ['koszty dojazdu na szkolenie', false],
    ['diety i noclegi w podróży', false],
    ['koszty szkolenia', true],
    ['zapewnienie środków ochrony indywidualnej', true],
    ['warunki BHP', true],
    ['polisa', true],
  ])('6: %j names other duties: %s', (scope, isWide) => expect(isWaiverTooWide(scope)).toBe(isWide))
})

describe('before another document is issued', () => {
  const volunteer = {
    ...volunteerFields.parse(aVolunteer()),
    id: 1,
    registerNumber: 'WOL/1/2026',
    createdAt: '2026-01-05T08:00:00.000Z',
    anonymisedOn: null,
    version: 1,
  }
  const source = {
    centre,
    head: plainHead,
    unit: null,
    volunteer,
    staff: null,
    nameForms: null,
    agreement: null,
    agreements: [],
    signatory: null,
    issuedOn: '2026-11-22',
    clause: () => 'tekst',
    event: null,
    hours: [],
    entries: [],
    clauseDay: () => '2026-01-01',
    people: [],
  } as unknown as DocumentSource
  const around: IssueSurroundings = {
    source,
    signatory: {
      fullName: 'Maria D',
      position: 'Dyrektor',
      isHead: true,
      validFrom: null,
      validTo: null,
      authorisations: [],
    },
    today: '2026-11-22',
    hasCase: true,
    isClassConfigured: true,
    earlier: null,
    guardDays: 30,
    isRelated: false,
  }

  function problems(code: string, over: Partial<IssueSurroundings> = {}, input: object = {}) {
    const kind = kindOf(code)
    if (!kind) throw new Error(code)
    return problemsOf(kind, { ...around, ...over }, inputSchema(kind.fields).parse(input))
  }

  test('6: a waiver of more than travel and per-diems', () => {
    expect(problems('costWaiver', {}, { extent: 'part', scope: 'ubezpieczenie' })).toContainEqual({
      key: 'documents.problems.waiverTooWide',
      level: 'stop',
      field: 'scope',
      basis: 'costWaiver',
    })
    expect(problems('costWaiver', {}, { extent: 'part', scope: 'diety' })).toEqual([])
  })

  test('7: a signatory whose authorisation is over, or does not cover the kind', () => {
    const authorisation = {
      number: '1/2026',
      givenOn: null,
      scope: '',
      kinds: ['letter'],
      validFrom: null,
      validTo: '2026-10-31',
      revokedOn: null,
      keptAt: '',
    }
    const signatory = {
      fullName: 'Ewa X',
      position: 'Zastępca',
      isHead: false,
      validFrom: null,
      validTo: null,
    }
    const whyNot = (code: string) =>
      problems(code, { signatory: { ...signatory, authorisations: [authorisation] } }).find(({ key }) =>
        key.startsWith('signatories.whyNot'),
      )
    expect(whyNot('letter')).toMatchObject({
      key: 'signatories.whyNot.expired',
      level: 'stop',
      basis: 'documents.basis.authorisation',
    })
    expect(whyNot('certificate')).toMatchObject({ key: 'signatories.whyNot.otherKinds', level: 'stop' })
  })

  test('10: a letter without a case, where no class is set', () => {
    const without = { hasCase: false, isClassConfigured: false }
    expect(problems('letter', without)).toContainEqual({
      key: 'documents.problems.noClass',
      level: 'stop',
      field: 'caseId',
      basis: 'documents.basis.caseSign',
    })
    expect(problems('letter', { ...without, isClassConfigured: true })).toContainEqual(
      expect.objectContaining({ key: 'documents.problems.noCase' }),
    )
  })

  test('11: a form of address that nobody knows, wherever forms go with it', () => {
    const nobodyKnows = {
      source: { ...source, volunteer: { ...volunteer, formOfAddress: 'unknown' as const } },
    }
    const warned = documentKinds
      .filter(({ code }) =>
        problems(code, nobodyKnows).some(
          ({ key, level }) => key === 'documents.problems.formOfAddressUnknown' && level === 'warning',
        ),
      )
      .map(({ code }) => code)
    expect(warned.sort()).toEqual(['annex', 'certificate', 'letter', 'opinion', 'placement', 'termination'])
  })

  test('the same document for the same person again: only with a reason', () => {
    const again = problems('letter', { earlier: { number: '7/2026', issuedOn: '2026-11-02' } })
    const stop = again.find(({ key }) => key === 'documents.problems.issuedBefore')
    expect(stop).toMatchObject({ level: 'stop', isOverridable: true })
    const only = stop ? [stop] : []
    expect(whyNotIssuable(only, {})).toBe(stop)
    expect(whyNotIssuable(only, { 'documents.problems.issuedBefore': '  ' })).toBe(stop)
    expect(whyNotIssuable(only, { 'documents.problems.issuedBefore': 'zgubiony' })).toBeUndefined()
  })

  test('nothing but the guard may be set aside', () => {
    const worst = { hasCase: false, isClassConfigured: false, signatory: null }
    for (const { code } of documentKinds) {
      const overridable = problems(code, {
        ...worst,
        earlier: { number: '', issuedOn: '2026-11-21' },
      }).filter(({ isOverridable }) => isOverridable)
      expect(overridable.map(({ key }) => key)).toEqual(['documents.problems.issuedBefore'])
    }
  })

  test('every basis that is named has its words', () => {
    for (const { basis } of documentKinds)
      for (const key of basis) expect(documentsPl.basis).toHaveProperty(key)
  })
})
