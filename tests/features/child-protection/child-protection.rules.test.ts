import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  admissionGaps,
  admissionOn,
  type CheckFacts,
  type CheckKind,
  countOfGaps,
  isStandardOutdated,
  recheckDueOn,
  statesNeeded,
  stepsOf,
  supersedes,
} from '#shared/features/child-protection/child-protection.rules.ts'
import { stateCodes, stateName } from '#shared/features/child-protection/child-protection.states.rules.ts'

const adult = { birthOn: '1970-05-05' }
const day = '2026-12-01'

function check(kind: CheckKind, over: Partial<CheckFacts> = {}): CheckFacts {
  return {
    kind,
    doneOn: '2026-11-20',
    issuedOn: null,
    result: 'clear',
    state: '',
    citizenships: kind === 'declaration' ? ['PL'] : [],
    residences: [],
    standardsFrom: null,
    supersededOn: null,
    isCancelled: false,
    ...over,
  }
}

const complete = [
  check('restrictedRegister'),
  check('commissionRegister'),
  check('criminalRecord', { issuedOn: '2026-11-10' }),
  check('declaration'),
  check('standards', { standardsFrom: '2024-08-15' }),
]
const without = (kind: CheckKind) => complete.filter((each) => each.kind !== kind)
const withOther = (kind: CheckKind, over: Partial<CheckFacts>) => [...without(kind), check(kind, over)]

/** `stop criminalRecord found`: what is missing, and how sure the reading of the act is. */
const gaps = (checks: CheckFacts[], on = day, person: { birthOn: string | null } = adult) =>
  admissionGaps(checks, on, person).map(({ key, level, certainty }) => `${level} ${key} ${certainty}`)

describe('admission to work with minors (UOM art. 21)', () => {
  test.each<[string, CheckFacts[], string[]]>([
    ['everything is there', complete, []],
    [
      'nothing is there',
      [],
      [
        'stop restrictedRegister found',
        'stop commissionRegister found',
        'stop criminalRecord found',
        'stop declaration foundInPart',
        'stop standards foundInPart',
      ],
    ],
    ['only one of the two registers (2)', without('commissionRegister'), ['stop commissionRegister found']],
    ['no criminal record (3)', without('criminalRecord'), ['stop criminalRecord found']],
    ['no declaration (4)–(6)', without('declaration'), ['stop declaration foundInPart']],
    ['standards not known (22b–22c)', without('standards'), ['stop standards foundInPart']],
    [
      'a citizen of another state without its paper (4)',
      withOther('declaration', { citizenships: ['UA'] }),
      ['stop foreignRecord found'],
    ],
    [
      'a citizen of two states without the paper of the other',
      withOther('declaration', { citizenships: ['PL', 'UA'] }),
      ['stop foreignRecord found'],
    ],
    [
      'a paper for each state of residence (5)',
      [...withOther('declaration', { residences: ['DE', 'GB'] }), check('foreignRecord', { state: 'DE' })],
      ['stop foreignRecord found'],
    ],
    [
      'a statement where a state issues none (7)–(8)',
      [
        ...withOther('declaration', { citizenships: ['UA'], residences: ['DE'] }),
        check('foreignRecord', { state: 'DE' }),
        check('foreignStatement', { state: 'UA' }),
      ],
      [],
    ],
    [
      'one paper for a state that is of citizenship and of residence',
      [
        ...withOther('declaration', { citizenships: ['UA'], residences: ['UA'] }),
        check('foreignRecord', { state: 'UA' }),
      ],
      [],
    ],
    [
      'a check noted by mistake counts for nothing',
      withOther('criminalRecord', { isCancelled: true }),
      ['stop criminalRecord found'],
    ],
    [
      'somebody is listed: the part is missing, and nothing says why',
      withOther('restrictedRegister', { result: 'listed' }),
      ['stop restrictedRegister found'],
    ],
    [
      'a paper of another state lists somebody, though Poland does not',
      [
        ...withOther('declaration', { residences: ['DE'] }),
        check('foreignRecord', { state: 'DE', result: 'listed' }),
      ],
      ['stop foreignRecord found'],
    ],
  ])('%s', (_, checks, expected) => expect(gaps(checks)).toEqual(expected))

  test.each<[string, string, boolean]>([
    ['on the day before the first check', '2026-11-19', false],
    ['on the day of the checks itself', '2026-11-20', true],
    ['long after: the act names no age of a check', '2031-01-01', true],
  ])('the checks must lie before the work: %s', (_, on, isAdmitted) => {
    expect(admissionOn(complete, on, adult).isAdmitted).toBe(isAdmitted)
  })

  test('holds from the day of the last check', () => {
    const late = withOther('standards', { doneOn: '2026-11-25' })
    expect(admissionOn(late, day, adult)).toMatchObject({ isAdmitted: true, since: '2026-11-25' })
    expect(admissionOn(late, '2026-11-24', adult)).toMatchObject({ isAdmitted: false, since: null })
    expect(stepsOf(late, '2026-11-24', adult).find(({ key }) => key === 'standards')?.standing).toBe('late')
    const again = [...late, check('restrictedRegister', { doneOn: '2026-11-30' })]
    expect(admissionOn(again, day, adult).since).toBe('2026-11-25')
  })

  test.each<[string, string | null, string[], boolean]>([
    ['17 on that day', '2009-12-01', ['stop criminalRecord found'], false],
    ['17 the day after', '2009-12-02', ['warning criminalRecord notEstablished'], true],
    ['of unknown age', null, ['stop criminalRecord found'], false],
  ])('a person %s without a criminal record', (_, birthOn, expected, isAdmitted) => {
    expect(gaps(without('criminalRecord'), day, { birthOn })).toEqual(expected)
    expect(admissionOn(without('criminalRecord'), day, { birthOn }).isAdmitted).toBe(isAdmitted)
  })

  test('a young person whose record lists something is stopped all the same', () => {
    const young = { birthOn: '2011-01-01' }
    const listed = withOther('criminalRecord', { result: 'listed' })
    expect(admissionOn(listed, day, young).isAdmitted).toBe(false)
    expect(countOfGaps(admissionOn(listed, day, young))).toBe(1)
  })
})

describe('somebody who is listed', () => {
  const listed = check('restrictedRegister', { result: 'listed', doneOn: '2026-11-25' })

  test('closes the gate whatever was noted before, also for days before', () => {
    for (const on of ['2026-11-20', '2026-11-25', '2030-01-01'])
      expect(admissionOn([...complete, listed], on, adult).isAdmitted).toBe(false)
  })

  test('and is checked anew may be admitted from that day on', () => {
    const answered = [
      ...complete,
      { ...listed, supersededOn: '2026-12-10' },
      check('restrictedRegister', { doneOn: '2026-12-10' }),
    ]
    expect(admissionOn(answered, '2026-12-09', adult).isAdmitted).toBe(false)
    expect(admissionOn(answered, '2026-12-10', adult)).toMatchObject({
      isAdmitted: true,
      since: '2026-12-10',
    })
    expect(admissionOn(answered, '2026-11-21', adult).isAdmitted).toBe(true)
  })

  test('stays so where the check that answered is another person’s again, or was a mistake', () => {
    const alone = [...without('restrictedRegister'), { ...listed, supersededOn: '2026-12-10' }]
    expect(admissionOn(alone, '2027-01-01', adult).isAdmitted).toBe(false)
    const mistaken = [...alone, check('restrictedRegister', { doneOn: '2026-12-10', isCancelled: true })]
    expect(admissionOn(mistaken, '2027-01-01', adult).isAdmitted).toBe(false)
  })

  test('of two merged records is never lost, whichever was checked last', () => {
    const newer = check('restrictedRegister', { doneOn: '2026-12-30' })
    expect(admissionOn([...complete, newer, listed], '2027-01-01', adult).isAdmitted).toBe(false)
  })

  test('is superseded by a clear check of the same register, not older', () => {
    const fresh = (over: Partial<CheckFacts>) =>
      check('restrictedRegister', { doneOn: '2026-11-25', ...over })
    expect(supersedes(fresh({}), listed)).toBe(true)
    expect(supersedes(fresh({ doneOn: '2026-11-24' }), listed)).toBe(false)
    expect(supersedes(fresh({ result: 'listed' }), listed)).toBe(false)
    expect(supersedes(check('commissionRegister', { doneOn: '2026-12-25' }), listed)).toBe(false)
    const ofState = (state: string) => check('foreignRecord', { state })
    expect(supersedes(ofState('DE'), ofState('DE'))).toBe(true)
    expect(supersedes(ofState('DE'), ofState('UA'))).toBe(false)
  })

  test('is told like somebody who was not checked: the gaps are the same', () => {
    const kinds = ['restrictedRegister', 'commissionRegister', 'criminalRecord'] as const
    fc.assert(
      fc.property(fc.constantFrom(...kinds), (kind) => {
        const closed = admissionOn(withOther(kind, { result: 'listed' }), day, adult)
        expect(closed).toEqual(admissionOn(without(kind), day, adult))
      }),
    )
  })
})

describe('the declaration', () => {
  const first = check('declaration', { residences: ['DE'], doneOn: '2026-11-01' })
  const second = check('declaration', { residences: ['GB'], doneOn: '2026-11-10' })

  test('that is newer takes the place of the older one', () => {
    expect(statesNeeded([{ ...first, supersededOn: '2026-11-10' }, second], day)).toEqual(['GB'])
    expect(statesNeeded([{ ...first, supersededOn: '2026-11-10' }, second], '2026-11-05')).toEqual(['DE'])
  })

  test('of two merged records asks for the papers of both', () => {
    expect(statesNeeded([first, second], day)).toEqual(['DE', 'GB'])
  })
})

describe('the policy of the centre', () => {
  test.each<[number, CheckFacts[], string | null]>([
    [0, complete, null],
    [12, complete, '2027-11-20'],
    [12, without('commissionRegister'), null],
    [12, [...complete, check('restrictedRegister', { doneOn: '2027-01-31' })], '2027-11-20'],
    [
      6,
      [
        check('restrictedRegister', { doneOn: '2026-08-31' }),
        check('commissionRegister', { doneOn: '2026-08-31' }),
      ],
      '2027-02-28',
    ],
  ])('reminds after %i months', (months, checks, expected) => {
    expect(recheckDueOn(checks, months)).toBe(expected)
  })

  test('says of an older version of the standards that there is a newer one', () => {
    expect(isStandardOutdated(complete, '2026-08-01')).toBe(true)
    expect(isStandardOutdated(complete, '2024-08-15')).toBe(false)
    expect(isStandardOutdated(complete, null)).toBe(false)
    expect(isStandardOutdated([], '2026-08-01')).toBe(false)
  })
})

test('every state has a name in both languages', () => {
  for (const code of stateCodes)
    for (const language of ['pl', 'en']) expect(stateName(code, language)).not.toBe(code)
  expect(stateName('UA', 'pl')).toBe('Ukraina')
})
