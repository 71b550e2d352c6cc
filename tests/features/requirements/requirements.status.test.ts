import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNotMarked } from '#shared/features/requirements/requirements.marks.rules.ts'
import {
  type Facts,
  type Mark,
  marks,
  type RuleBook,
} from '#shared/features/requirements/requirements.model.rules.ts'
import { statusCourse } from '#shared/features/requirements/requirements.status.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { book, dayRoom, facts, office, rule } from './facts.ts'

const training = rule(1)
const agreement = rule(2, { source: 'agreement' })
const gate = rule(3, { appliesTo: 'withMinors', source: 'childProtection' })
const rules = book(training, agreement, gate)

const agreed = { concludedOn: '2026-03-01', startsOn: '2026-03-10', endsOn: '2026-09-30' }
const trained = { requirementId: 1, doneOn: '2026-02-10', validUntil: null }
const chosen = { id: office.id, chosenOn: '2026-02-01' }
const at = (known: Facts, day: string, by: RuleBook = rules) => {
  const { status, since, reason } = statusCourse(by, known, day).current
  return [status, since, reason]
}
const mark = (kind: Mark, onDay: string, untilOn: string | null = null, id = 1) => ({
  id,
  mark: kind,
  onDay,
  untilOn,
})

describe('the way in', () => {
  const known = facts({ kinds: [chosen], completions: [trained], agreements: [agreed] })
  test.each([
    ['2026-01-31', 'candidate', '2026-01-01'],
    ['2026-02-01', 'inVerification', '2026-02-01'],
    ['2026-02-28', 'inVerification', '2026-02-01'],
    ['2026-03-01', 'active', '2026-03-01'],
    ['2026-09-30', 'active', '2026-03-01'],
    ['2026-10-01', 'ended', '2026-10-01'],
  ])('on %s: %s since %s', (day, status, since) => {
    expect(at(known, day).slice(0, 2)).toEqual([status, since])
  })

  test('one kind of activity that is ready is enough', () => {
    const both = facts({ ...known, kinds: [chosen, { id: dayRoom.id, chosenOn: '2026-02-01' }] })
    expect(at(both, '2026-03-01')[0]).toBe('active')
    const minorsOnly = facts({ ...known, kinds: [{ id: dayRoom.id, chosenOn: '2026-02-01' }] })
    expect(at(minorsOnly, '2026-03-01')[0]).toBe('inVerification')
  })

  test('without a chosen kind nobody becomes active', () => {
    expect(at(facts({ ...known, kinds: [] }), '2026-03-01')[0]).toBe('inVerification')
  })

  test('an exemption does what doing it does', () => {
    const exempt = facts({
      ...known,
      completions: [],
      exemptions: [{ requirementId: 1, fromOn: '2026-02-10', untilOn: '2026-04-30' }],
    })
    expect(at(exempt, '2026-03-01')[0]).toBe('active')
    expect(at(exempt, '2026-05-01')).toEqual(['suspended', '2026-05-01', 'notDone'])
  })
})

describe('what lapses', () => {
  const lapsing = facts({
    kinds: [chosen],
    agreements: [{ ...agreed, endsOn: null }],
    completions: [{ ...trained, validUntil: '2026-05-31' }],
  })
  test('suspends on the day after, with the requirement, and doing it resumes', () => {
    expect(at(lapsing, '2026-05-31')[0]).toBe('active')
    expect(statusCourse(rules, lapsing, '2026-06-01').current).toMatchObject({
      status: 'suspended',
      since: '2026-06-01',
      reason: 'lapsed',
      requirementId: 1,
    })
    const again = facts({
      ...lapsing,
      completions: [...lapsing.completions, { ...trained, doneOn: '2026-06-15', validUntil: null }],
    })
    expect(at(again, '2026-06-15')).toEqual(['active', '2026-06-15', 'complete'])
  })

  test('the next turning day is told', () => {
    expect(statusCourse(rules, lapsing, '2026-05-01').nextOn).toBe('2026-06-01')
  })

  test('a rule for all suspends who has not done it when its day comes', () => {
    const known = facts({
      kinds: [chosen],
      completions: [trained],
      agreements: [{ ...agreed, endsOn: null }],
    })
    const later = rule(4, { validFrom: '2026-06-01', forAllFrom: '2026-08-01' })
    const by = book(training, agreement, gate, later)
    expect(at(known, '2026-07-31', by)[0]).toBe('active')
    expect(at(known, '2026-08-01', by)).toEqual(['suspended', '2026-08-01', 'notDone'])
  })
})

describe('work from before the rules', () => {
  const before = facts({
    addedOn: '2026-11-01',
    agreements: [{ concludedOn: '2025-05-01', startsOn: '2025-05-10', endsOn: '2026-08-31' }],
  })
  test('is active by its agreement, and ends with it', () => {
    expect(at(before, '2026-08-31')).toEqual(['active', '2025-05-01', 'beforeRules'])
    expect(at(before, '2026-11-01')).toEqual(['ended', '2026-09-01', 'agreementEnded'])
  })
  test('a new agreement after a break is under the rules', () => {
    const again = facts({
      ...before,
      agreements: [...before.agreements, { concludedOn: '2026-10-01', startsOn: '2026-10-05', endsOn: null }],
    })
    expect(at(again, '2026-10-01')).toEqual(['inVerification', '2026-10-01', 'agreementAfterEnd'])
  })
  test('one that follows without a day between goes on', () => {
    const again = facts({
      ...before,
      agreements: [...before.agreements, { concludedOn: '2026-08-20', startsOn: '2026-09-01', endsOn: null }],
    })
    expect(at(again, '2026-11-01')).toEqual(['active', '2025-05-01', 'beforeRules'])
  })
})

describe('decisions', () => {
  const known = (...of: Facts['marks']) =>
    facts({ kinds: [chosen], completions: [trained], agreements: [{ ...agreed, endsOn: null }], marks: of })

  test('a suspension until a day is over after it; one without an end lasts until it is resumed', () => {
    const until = known(mark('suspended', '2026-04-01', '2026-04-30'))
    expect(at(until, '2026-04-30')).toEqual(['suspended', '2026-04-01', 'manual'])
    expect(at(until, '2026-05-01')).toEqual(['active', '2026-05-01', 'suspensionOver'])
    const open = known(mark('suspended', '2026-04-01'))
    expect(at(open, '2027-01-01')[0]).toBe('suspended')
    const resumed = known(mark('suspended', '2026-04-01'), mark('resumed', '2026-06-01', null, 2))
    expect(at(resumed, '2026-06-01')).toEqual(['active', '2026-06-01', 'manual'])
  })

  test('a suspension entered ahead holds from its day', () => {
    expect(at(known(mark('suspended', '2026-08-01')), '2026-07-31')[0]).toBe('active')
  })

  test('a rejection holds whatever is done, until the person is taken up again', () => {
    const rejected = known(mark('rejected', '2026-04-01'))
    expect(at(rejected, '2027-01-01')).toEqual(['rejected', '2026-04-01', 'manual'])
    const again = known(mark('rejected', '2026-04-01'), mark('reopened', '2026-06-01', null, 2))
    expect(at(again, '2026-06-01')[0]).toBe('active')
  })

  test('an end holds until a new agreement', () => {
    const ended = facts({
      kinds: [chosen],
      completions: [trained],
      agreements: [agreed, { concludedOn: '2026-12-01', startsOn: '2026-12-05', endsOn: '2026-12-31' }],
      marks: [mark('ended', '2026-10-15')],
    })
    expect(at(ended, '2026-11-30')).toEqual(['ended', '2026-10-01', 'manual'])
    expect(at(ended, '2026-12-01')[0]).toBe('active')
    expect(at(ended, '2027-01-01')).toEqual(['ended', '2027-01-01', 'agreementEnded'])
  })

  test.each([
    ['resumed', '2026-04-01', null, { field: 'mark', key: 'requirements.errors.markUnfit' }],
    ['ended', '2026-04-01', null, { field: 'mark', key: 'requirements.errors.agreementInForce' }],
    ['rejected', '2026-07-01', null, { field: 'onDay', key: 'requirements.errors.future' }],
    ['suspended', '2026-07-01', '2026-06-30', { field: 'untilOn', key: 'requirements.errors.untilBefore' }],
    ['suspended', '2026-07-01', null, undefined],
    ['rejected', '2026-06-01', null, undefined],
  ] as const)('%s on %s until %s', (kind, onDay, untilOn, problem) => {
    const of = known()
    const current = statusCourse(rules, of, '2026-06-01').current
    const around = { current, facts: of, today: '2026-06-01' }
    expect(whyNotMarked({ mark: kind, onDay, untilOn }, around)).toEqual(problem)
  })
})

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-06-01', days))
const span = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }))
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    addedOn: day,
    completions: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), span), { maxLength: 5 }),
    exemptions: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), span), { maxLength: 2 }),
    agreements: fc.array(fc.tuple(span, fc.integer({ min: 0, max: 20 })), { maxLength: 3 }),
    kinds: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), day), { maxLength: 2 }),
    marks: fc.array(fc.tuple(fc.constantFrom(...marks), span), { maxLength: 3 }),
  })
  .map((known) => {
    const until = (from: string, length: number | null) => (length === null ? null : addDays(from, length))
    return facts({
      addedOn: known.addedOn,
      kinds: known.kinds.map(([id, chosenOn]) => ({ id, chosenOn })),
      completions: known.completions.map(([requirementId, [doneOn, length]]) => ({
        requirementId,
        doneOn,
        validUntil: until(doneOn, length),
      })),
      exemptions: known.exemptions.map(([requirementId, [fromOn, length]]) => ({
        requirementId,
        fromOn,
        untilOn: until(fromOn, length),
      })),
      agreements: known.agreements.map(([[concludedOn, length], ahead]) => {
        const startsOn = addDays(concludedOn, ahead)
        return { concludedOn, startsOn, endsOn: until(startsOn, length) }
      }),
      marks: known.marks.map(([kind, [onDay, length]], id) =>
        mark(kind, onDay, until(onDay, length), id + 1),
      ),
    })
  })

describe('the status is a function of what is known and of the day', () => {
  test('the order in which things were noted is of no account', () => {
    fc.assert(
      fc.property(anyFacts, day, (known, on) => {
        const turned = {
          ...known,
          completions: known.completions.toReversed(),
          exemptions: known.exemptions.toReversed(),
          agreements: known.agreements.toReversed(),
          kinds: known.kinds.toReversed(),
        }
        expect(statusCourse(rules, turned, on).current.status).toBe(
          statusCourse(rules, known, on).current.status,
        )
      }),
    )
  })

  test('it stays the same until the next turning day', () => {
    fc.assert(
      fc.property(anyFacts, day, (known, on) => {
        const { current, nextOn } = statusCourse(rules, known, on)
        const before = nextOn === null ? addDays(on, 1000) : addDays(nextOn, -1)
        if (before > on) expect(statusCourse(rules, known, before).current).toEqual(current)
      }),
    )
  })

  test('the course of a day is the beginning of the course of a later one', () => {
    fc.assert(
      fc.property(anyFacts, day, fc.integer({ min: 0, max: 400 }), (known, on, days) => {
        const { course } = statusCourse(rules, known, on)
        const later = statusCourse(rules, known, addDays(on, days)).course
        expect(later.slice(0, course.length)).toEqual(course)
      }),
    )
  })

  test('nobody is active of whom something is asked for each chosen kind and not done', () => {
    fc.assert(
      fc.property(anyFacts, day, (known, on) => {
        const bare = { ...known, completions: [], exemptions: [], agreements: [] }
        expect(statusCourse(rules, bare, on).current.status).not.toBe('active')
      }),
    )
  })

  test('a rejection without anything after it holds', () => {
    fc.assert(
      fc.property(anyFacts, day, (known, on) => {
        const rejected = { ...known, marks: [mark('rejected', '2025-06-01')] }
        if (on >= '2025-06-01')
          expect(statusCourse(rules, rejected, on).current.status).toBe(
            on < known.addedOn && known.addedOn < '2025-06-01' ? 'candidate' : 'rejected',
          )
      }),
    )
  })
})
