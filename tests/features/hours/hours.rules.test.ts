import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hoursInCell,
  readHours,
  readServed,
  type ServedTime,
  whyNotServed,
} from '#shared/features/hours/hours.rules.ts'
import { dayMinutes } from '#shared/kit/clock.ts'

describe('a time typed into a cell', () => {
  test.each([
    ['2', 120],
    [' 2,5 ', 150],
    ['2.25', 135],
    ['0,75', 45],
    ['2:30', 150],
    ['45 min', 45],
    ['3 h', 180],
    ['1,5 godz.', 90],
    ['2½', 150],
    ['½', 30],
    ['2h30', 150],
    ['2 godz. 30 min', 150],
    ['2:30:00', 150],
    ['0:45', 45],
    [',5', 30],
    ['24', 1440],
    ['', 0],
    ['–', 0],
    ['0', 0],
  ])('%j is %i minutes', (typed, minutes) => expect(readHours(typed)).toBe(minutes))

  test.each(['2,1', '2:10', '24,25', '25', '-2', 'dwa', '2,5,1', '1e1', '10 min', 'h', '2.10', '24:15'])(
    '%j is none',
    (typed) => expect(readHours(typed)).toBeNull(),
  )

  test('what a cell shows is read as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: dayMinutes / 15 }), (quarters) => {
        expect(readHours(hoursInCell(quarters * 15))).toBe(quarters * 15)
      }),
    )
  })
})

describe('from when to when', () => {
  test.each([
    ['16-18:30', 960, 1110],
    ['16.00 – 18.30', 960, 1110],
    ['od 8 do 9:15', 480, 555],
    ['22-24', 1320, 1440],
    ['8:10-10:25', 490, 625],
  ])('%j', (typed, fromMinute, toMinute) =>
    expect(readServed(typed)).toEqual({ minutes: toMinute - fromMinute, fromMinute, toMinute }),
  )

  test.each(['18-16', '16-16', '16-16:10', '8-25', '22-6', '16-', '-'])('%j is none', (typed) =>
    expect(readServed(typed)?.fromMinute ?? null).toBeNull(),
  )

  test('a length alone has no hours of the day', () => {
    expect(readServed('2,5')).toEqual({ minutes: 150, fromMinute: null, toMinute: null })
    expect(readServed('x')).toBeNull()
  })
})

describe('hours', () => {
  const agreement = { status: 'signed', startsOn: '2026-09-10', endsOn: '2026-10-20' } as const
  const lasting = (minutes: number) => ({ minutes, fromMinute: null, toMinute: null })
  const asked = { today: '2026-11-22', others: [] as ServedTime[] }
  const why = (servedOn: string, minutes = 60, over: Partial<typeof asked> = {}) =>
    whyNotServed({ servedOn, ...lasting(minutes) }, agreement, { ...asked, ...over })?.key

  test.each([
    ['2026-09-09', 'hours.errors.before'],
    ['2026-09-10', undefined],
    ['2026-10-20', undefined],
    ['2026-10-21', 'hours.errors.after'],
  ])('on %s: %s', (day, key) => expect(why(day)).toBe(key))

  test('are not entered beforehand', () => {
    expect(why('2026-10-02', 60, { today: '2026-10-01' })).toBe('hours.errors.future')
    expect(why('2026-10-01', 60, { today: '2026-10-01' })).toBeUndefined()
  })

  test('belong to what was concluded', () => {
    const draft = { ...agreement, status: 'draft' } as const
    expect(whyNotServed({ servedOn: '2026-10-01', ...lasting(60) }, draft, asked)?.key).toBe(
      'hours.errors.notConcluded',
    )
  })

  test('are never more than the day has, with all other entries of the person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 0, max: 96 }), (quarters, others) => {
        const key = why('2026-10-01', quarters * 15, {
          others: others > 0 ? [lasting(others * 15)] : [],
        })
        expect(key).toBe(quarters + others > 96 ? 'hours.errors.overDay' : undefined)
      }),
    )
  })
})

test('nobody serves at two places at the same hours', () => {
  const agreement = { status: 'signed', startsOn: '2026-09-10', endsOn: null } as const
  const meets = (one: [number, number], other: [number, number]) => {
    const [time, met] = [one, other].map(([from, to]) => ({
      minutes: to - from,
      fromMinute: from,
      toMinute: to,
    })) as [ServedTime, ServedTime]
    const asked = { today: '2026-11-22', others: [met] }
    return whyNotServed({ servedOn: '2026-10-01', ...time }, agreement, asked)?.key === 'hours.errors.overlap'
  }
  const span = fc
    .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 100 }))
    .map(([from, length]): [number, number] => [from, from + length])
  fc.assert(
    fc.property(span, span, (one, other) => {
      const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0])
      expect(meets(one, other)).toBe(shared > 0)
    }),
  )
})
