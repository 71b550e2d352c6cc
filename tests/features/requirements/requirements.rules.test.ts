import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleVersion } from '#shared/features/requirements/requirements.model.rules.ts'
import { waitingReminder, waitsFrom } from '#shared/features/requirements/requirements.reminders.rules.ts'
import {
  itemOf,
  itemsOf,
  optionsOf,
  rulesFor,
  unmetBefore,
  validUntil,
  workBeganOn,
} from '#shared/features/requirements/requirements.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { book, dayRoom, facts, home, office, rule } from './facts.ts'

describe('a term in months', () => {
  test.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-22', null, null],
  ])('%s and %s months end on %s', (doneOn, months, until) => expect(validUntil(doneOn, months)).toBe(until))
})

describe('a consent on paper that is noted with a guardian', () => {
  const guardianConsents = ['2026-09-01']
  test.each([
    ['does the requirement whose paper it is', {}, guardianConsents, '2026-09-01', 'done'],
    ['does it from its day on', {}, guardianConsents, '2026-08-31', 'missing'],
    ['is good as long as the rule says', { validityMonths: 12 }, guardianConsents, '2027-09-01', 'done'],
    ['and lapses after that', { validityMonths: 12 }, guardianConsents, '2027-09-02', 'lapsed'],
    [
      'does no other requirement',
      { documentKind: 'applicationCard' },
      guardianConsents,
      '2026-10-01',
      'missing',
    ],
    ['is missing where none was handed in', {}, [], '2026-10-01', 'missing'],
  ] as const)('%s', (_, over, consents, day, standing) => {
    const consent = rule(1, { documentKind: 'guardianConsent', ...over })
    expect(itemOf(consent, facts({ guardianConsents: consents }), day).standing).toBe(standing)
  })
})

describe('for whom a rule holds', () => {
  const codes = (versions: RuleVersion[], kind: typeof office | null, over = {}, day = '2026-06-01') =>
    rulesFor(book(...versions), kind, facts(over), null, day).map(({ requirementId }) => requirementId)

  test.each([
    ['all', office, true],
    ['all', null, true],
    ['withMinors', office, false],
    ['withMinors', dayRoom, true],
    ['withMinors', null, false],
    ['atHome', home, true],
    ['atHome', dayRoom, false],
    ['withClients', dayRoom, true],
    ['withClients', office, false],
    ['none', dayRoom, false],
  ] as const)('made %s, it is asked for %o: %s', (appliesTo, kind, isAsked) => {
    expect(codes([rule(1, { appliesTo })], kind)).toEqual(isAsked ? [1] : [])
  })

  test('made for chosen kinds, it is asked for them alone', () => {
    const chosen = rule(1, { appliesTo: 'chosen', kindIds: [office.id] })
    expect(codes([chosen], office)).toEqual([1])
    expect(codes([chosen], home)).toEqual([])
    expect(codes([chosen], null)).toEqual([])
  })

  test('minors are those under 18 on that day; without a date of birth nobody is taken for one', () => {
    const consent = rule(1, { audience: 'minors' })
    expect(codes([consent], office, { birthOn: '2008-06-02' })).toEqual([1])
    expect(codes([consent], office, { birthOn: '2008-06-01' })).toEqual([])
    expect(codes([consent], office, { birthOn: null })).toEqual([])
  })

  test('people without a PESEL are those who have none on record', () => {
    const identity = rule(1, { audience: 'withoutPesel' })
    expect(codes([identity], office, { hasPesel: false })).toEqual([1])
    expect(codes([identity], office)).toEqual([])
  })

  test('it is asked from its first day to its last', () => {
    const ended = rule(1, { validFrom: '2026-06-01', endsOn: '2026-06-30' })
    expect(codes([ended], office, {}, '2026-05-31')).toEqual([])
    expect(codes([ended], office, {}, '2026-06-01')).toEqual([1])
    expect(codes([ended], office, {}, '2026-06-30')).toEqual([1])
    expect(codes([ended], office, {}, '2026-07-01')).toEqual([])
  })
})

describe('versions of a rule', () => {
  const first = rule(1, { validFrom: '2026-01-01' })
  const second = rule(1, { validFrom: '2026-06-01', appliesTo: 'none' })
  const on = (began: string | null, day: string, versions = [first, second]) =>
    rulesFor(book(...versions), office, facts(), began, day).length

  test('who has not begun is asked by the version of the day', () => {
    expect([on(null, '2026-05-31'), on(null, '2026-06-01')]).toEqual([1, 0])
  })
  test('who began before a version stays with the one before it', () => {
    expect([on('2026-03-01', '2026-12-31'), on('2026-06-01', '2026-12-31')]).toEqual([1, 0])
  })
  test('who began before all of them is asked nothing', () => {
    expect(on('2025-12-31', '2026-12-31')).toBe(0)
    expect(on('2025-12-31', '2026-12-31', [{ ...first, forAllFrom: '2026-09-01' }])).toBe(1)
    expect(on('2025-12-31', '2026-08-31', [{ ...first, forAllFrom: '2026-09-01' }])).toBe(0)
  })
})

describe('the beginning of the work', () => {
  const agreed = (startsOn: string, endsOn: string | null, concludedOn = startsOn) => ({
    concludedOn,
    startsOn,
    endsOn,
  })
  test.each([
    ['none', [], null],
    ['one', [agreed('2026-01-10', '2026-12-31')], '2026-01-10'],
    ['one that is to begin', [agreed('2026-07-10', '2026-12-31', '2026-05-01')], '2026-07-10'],
    ['one that is over', [agreed('2025-01-10', '2025-12-31')], null],
    [
      'two without a day between',
      [agreed('2025-03-01', '2025-12-31'), agreed('2026-01-01', null)],
      '2025-03-01',
    ],
    [
      'two with a day between',
      [agreed('2025-03-01', '2025-12-30'), agreed('2026-01-01', null)],
      '2026-01-01',
    ],
    ['one that is concluded later', [agreed('2026-01-10', null, '2026-06-02')], null],
  ])('%s', (_, agreements, began) => expect(workBeganOn({ agreements }, '2026-06-01')).toBe(began))
})

describe('how a requirement stands', () => {
  const at = (over: Parameters<typeof facts>[0], day = '2026-06-01', of = rule(1)) => {
    const { standing, until } = itemOf(of, facts(over), day)
    return [standing, until]
  }
  const done = (doneOn: string, validUntil: string | null) => ({ requirementId: 1, doneOn, validUntil })

  test('it is missing until it is done, and done to its last day', () => {
    expect(at({})).toEqual(['missing', null])
    expect(at({ completions: [done('2026-06-02', null)] })).toEqual(['missing', null])
    expect(at({ completions: [done('2026-06-01', null)] })).toEqual(['done', null])
    expect(at({ completions: [done('2025-06-01', '2026-06-01')] })).toEqual(['done', '2026-06-01'])
    expect(at({ completions: [done('2025-05-31', '2026-05-31')] })).toEqual(['lapsed', '2026-05-31'])
  })

  test('what is done again in time goes on without a gap', () => {
    const completions = [done('2025-06-01', '2026-06-10'), done('2026-06-11', '2027-06-11')]
    expect(at({ completions })).toEqual(['done', '2027-06-11'])
    expect(at({ completions: [done('2025-06-01', '2026-06-10'), done('2026-06-12', null)] })).toEqual([
      'done',
      '2026-06-10',
    ])
  })

  test('an exemption counts on its days, and what is done goes before it', () => {
    const exemptions = [{ requirementId: 1, fromOn: '2026-05-01', untilOn: '2026-06-30' }]
    expect(at({ exemptions })).toEqual(['exempt', '2026-06-30'])
    expect(at({ exemptions }, '2026-07-01')).toEqual(['missing', null])
    expect(at({ exemptions, completions: [done('2026-05-01', null)] })).toEqual(['done', null])
  })

  test('an agreement, a document and a field do it by themselves', () => {
    const agreement = rule(1, { source: 'agreement' })
    const agreements = [{ concludedOn: '2026-05-01', startsOn: '2026-07-01', endsOn: '2026-12-31' }]
    expect(at({ agreements }, '2026-06-01', agreement)).toEqual(['done', '2026-12-31'])
    expect(at({ agreements }, '2027-01-01', agreement)).toEqual(['lapsed', '2026-12-31'])
    const document = rule(1, { source: 'document', sourceDetail: 'safetyInformation' })
    expect(
      at({ documents: [{ kind: 'safetyInformation', issuedOn: '2026-06-01' }] }, '2026-06-01', document),
    ).toEqual(['done', null])
    expect(at({ documents: [{ kind: 'badge', issuedOn: '2026-06-01' }] }, '2026-06-01', document)).toEqual([
      'missing',
      null,
    ])
    const field = rule(1, { source: 'field', sourceDetail: 'guardian' })
    expect(at({ knownFields: ['guardian'] }, '2026-06-01', field)).toEqual(['done', null])
    expect(at({ knownFields: ['birthOn'] }, '2026-06-01', field)).toEqual(['missing', null])
  })
})

test('a later step asks for what the earlier ones ask for', () => {
  const items = (['agreement', 'status', 'placement'] as const).map((blocks, index) =>
    itemOf(rule(index + 1, { blocks }), facts(), '2026-06-01'),
  )
  expect(unmetBefore('agreement', items)).toHaveLength(1)
  expect(unmetBefore('status', items)).toHaveLength(2)
  expect(unmetBefore('placement', items)).toHaveLength(3)
})

test('work of a kind that was chosen later is asked by the rules of that day', () => {
  const known = facts({
    agreements: [{ concludedOn: '2025-01-01', startsOn: '2025-01-01', endsOn: null }],
    kinds: [
      { id: office.id, chosenOn: '2025-01-01' },
      { id: dayRoom.id, chosenOn: '2026-05-01' },
    ],
  })
  const gate = rule(1, { appliesTo: 'withMinors' })
  const options = optionsOf(book(gate, rule(2)), known, '2026-06-01')
  expect(options.map(({ kind, items }) => [kind?.id ?? null, items.length])).toEqual([
    [office.id, 0],
    [dayRoom.id, 2],
    [null, 0],
  ])
  expect(itemsOf(options).map(({ rule: { requirementId } }) => requirementId)).toEqual([1, 2])
})

describe('reminders', () => {
  const due = '2026-12-31'
  test('the nearest whose day has come waits, and noting it does away with those before', () => {
    expect(waitsFrom(due, [60, 30, 7], [])).toBe('2026-11-01')
    expect(waitingReminder(due, [60, 30, 7], [], '2026-10-31')).toBeUndefined()
    expect(waitingReminder(due, [60, 30, 7], [], '2026-12-02')).toBe(30)
    expect(waitsFrom(due, [60, 30, 7], [30])).toBe('2026-12-24')
    expect(waitingReminder(due, [60, 30, 7], [30], '2026-12-23')).toBeUndefined()
  })
  test('the day after is always one, and after it there is none', () => {
    expect(waitsFrom(due, [], [])).toBe('2027-01-01')
    expect(waitingReminder(due, [60], [60], '2027-01-01')).toBe(0)
    expect(waitsFrom(due, [60, 30, 7], [0])).toBeNull()
  })
  test('the same one never waits twice, whatever is noted when', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 5 }),
        fc.array(fc.integer({ min: -100, max: 10 }), { maxLength: 12 }),
        (steps, offsets) => {
          const noted: number[] = []
          for (const offset of offsets.sort((a, b) => a - b)) {
            const waiting = waitingReminder(due, steps, noted, addDays(due, offset))
            if (waiting === undefined) continue
            expect(noted).not.toContain(waiting)
            noted.push(waiting)
          }
          expect(noted).toEqual([...noted].sort((a, b) => b - a))
        },
      ),
    )
  })
})
