import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dueDays,
  type MonitoringStage,
  monitoringStateOn,
  proposedRhythm,
  type Rhythm,
  ruleOn,
  stageUnits,
} from '#shared/features/placements/placements.monitoring.rules.ts'
import { addDays } from '#shared/kit/dates.ts'
import { isWorkingDay } from '#shared/kit/working-days.ts'

const contactsOf = (rhythm: Rhythm, from: string, until: string) =>
  dueDays(rhythm, from, until)
    .filter(({ purpose }) => purpose === 'contact')
    .map(({ day }) => day)

describe('the days on which a placement is to be looked after', () => {
  test('after 2 days, four weeks in a row, then every month; a talk each quarter', () => {
    // A Tuesday; the weekly 24 December is free, and so is what follows up to the 27th.
    expect(dueDays(proposedRhythm, '2026-12-01', '2027-03-31')).toEqual([
      { purpose: 'contact', day: '2026-12-03' },
      { purpose: 'contact', day: '2026-12-10' },
      { purpose: 'contact', day: '2026-12-17' },
      { purpose: 'contact', day: '2026-12-28' },
      { purpose: 'contact', day: '2026-12-31' },
      { purpose: 'contact', day: '2027-02-01' },
      { purpose: 'contact', day: '2027-03-01' },
      { purpose: 'talk', day: '2027-03-01' },
      { purpose: 'contact', day: '2027-03-31' },
    ])
  })

  test('a month after the 31st is the last day of a shorter one, and the 31st again after it', () => {
    const monthly: Rhythm = { stages: [{ every: 1, unit: 'month', times: null }], talkEveryMonths: null }
    expect(contactsOf(monthly, '2025-12-31', '2026-04-30')).toEqual([
      // Saturday 31 January and Saturday 28 February move.
      '2026-02-02',
      '2026-03-02',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  test('two days that would meet become one', () => {
    const daily: Rhythm = { stages: [{ every: 1, unit: 'day', times: 4 }], talkEveryMonths: null }
    // From a Thursday: Friday, and Saturday, Sunday and Monday in one.
    expect(contactsOf(daily, '2026-11-26', '2026-12-31')).toEqual(['2026-11-27', '2026-11-30'])
  })

  test('what would move behind the end falls away', () => {
    const once: Rhythm = { stages: [{ every: 2, unit: 'day', times: 1 }], talkEveryMonths: null }
    expect(contactsOf(once, '2026-11-26', '2026-11-29')).toEqual([])
    expect(contactsOf(once, '2026-11-26', '2026-11-30')).toEqual(['2026-11-30'])
  })

  const stage = fc.record({
    every: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom(...stageUnits),
    times: fc.integer({ min: 1, max: 8 }),
  })
  const rhythms = fc.record({
    stages: fc
      .tuple(fc.array(stage, { minLength: 0, maxLength: 3 }), stage, fc.boolean())
      .map(([first, last, isEndless]): MonitoringStage[] => [
        ...first,
        { ...last, times: isEndless ? null : last.times },
      ]),
    talkEveryMonths: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
  })
  const starts = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count))
  const lengths = fc.integer({ min: 0, max: 500 })

  test('follow each other, are worked on, lie after the start and not behind the end', () => {
    fc.assert(
      fc.property(rhythms, starts, lengths, (rhythm, from, length) => {
        const until = addDays(from, length)
        const found = dueDays(rhythm, from, until)
        for (const { day } of found)
          expect(day > from && day <= until && isWorkingDay(day), `${from} ${day} ${until}`).toBe(true)
        const days = found.map(({ day }) => day)
        expect(days).toEqual(days.toSorted())
        const contacts = found.filter(({ purpose }) => purpose === 'contact')
        expect(new Set(contacts.map(({ day }) => day)).size).toBe(contacts.length)
      }),
    )
  })

  test('stay the same when more of them are asked for: what is laid out is only added to', () => {
    fc.assert(
      fc.property(rhythms, starts, lengths, lengths, (rhythm, from, length, more) => {
        const until = addDays(from, length)
        const all = dueDays(rhythm, from, addDays(until, more))
        expect(all.filter(({ day }) => day <= until)).toEqual(dueDays(rhythm, from, until))
      }),
    )
  })
})

test('a changed rhythm holds for placements that begin later', () => {
  const rules = [
    { id: 2, validFrom: '2026-06-01' },
    { id: 3, validFrom: '2027-01-01' },
    { id: 1, validFrom: '2000-01-01' },
  ]
  expect(ruleOn(rules, '2026-05-31')?.id).toBe(1)
  expect(ruleOn(rules, '2026-06-01')?.id).toBe(2)
  expect(ruleOn(rules, '2028-01-01')?.id).toBe(3)
  expect(ruleOn(rules, '1999-12-31')).toBeUndefined()
})

test.each([
  [{ dueOn: '2026-11-29', doneOn: null, skippedOn: null }, 'overdue'],
  [{ dueOn: '2026-11-30', doneOn: null, skippedOn: null }, 'today'],
  [{ dueOn: '2026-12-01', doneOn: null, skippedOn: null }, 'coming'],
  [{ dueOn: '2026-11-01', doneOn: '2026-11-03', skippedOn: null }, 'done'],
  [{ dueOn: '2026-11-01', doneOn: null, skippedOn: '2026-11-03' }, 'skipped'],
] as const)('%o is %s', (entry, state) => expect(monitoringStateOn(entry, '2026-11-30')).toBe(state))
