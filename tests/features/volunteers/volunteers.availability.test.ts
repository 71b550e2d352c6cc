import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AvailableSpan,
  formatAvailability,
  formatSpans,
  isSpan,
  readAvailability,
  readSpans,
  sharedMinutes,
  tidyAvailability,
} from '#shared/features/volunteers/volunteers.availability.rules.ts'

const anySpan = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
  .map(([weekday, a, b]): AvailableSpan => ({ weekday, from: Math.min(a, b), to: Math.max(a, b) }))
const anyWeek = fc.array(anySpan, { maxLength: 20 })
const minutesOf = (spans: readonly AvailableSpan[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** Has somebody time in that minute? */
const covers = (spans: readonly AvailableSpan[], weekday: number, minute: number) =>
  spans.some((span) => span.weekday === weekday && span.from <= minute && minute < span.to)

describe('the tidy form of a week', () => {
  test('has the same minutes, in order, with a gap between spans of a day', () => {
    fc.assert(
      fc.property(
        anyWeek,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1439 }),
        (week, weekday, minute) => {
          const tidy = tidyAvailability(week)
          expect(covers(tidy, weekday, minute)).toBe(covers(week, weekday, minute))
          for (const [index, span] of tidy.entries()) {
            expect(isSpan(span)).toBe(true)
            const next = tidy[index + 1]
            if (next)
              expect(
                next.weekday > span.weekday || (next.weekday === span.weekday && next.from > span.to),
              ).toBe(true)
          }
        },
      ),
    )
  })

  test('is the same whatever the order, and when it is tidied again', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const tidy = tidyAvailability(week)
        expect(tidyAvailability([...week].reverse())).toEqual(tidy)
        expect(tidyAvailability(tidy)).toEqual(tidy)
      }),
    )
  })

  test('leaves out what is no stretch of one day', () => {
    const wrong = [
      { weekday: 0, from: 0, to: 60 },
      { weekday: 8, from: 0, to: 60 },
      { weekday: 1, from: 60, to: 60 },
      { weekday: 1, from: 600, to: 60 },
      { weekday: 1, from: -1, to: 60 },
      { weekday: 1, from: 0, to: 1441 },
      { weekday: 1, from: 0.5, to: 60 },
    ]
    expect(tidyAvailability(wrong)).toEqual([])
  })
})

describe('the minutes that two weeks share', () => {
  test('are counted once, both ways alike, and never exceed either', () => {
    fc.assert(
      fc.property(anyWeek, anyWeek, (one, other) => {
        const shared = sharedMinutes(one, other)
        expect(sharedMinutes(other, one)).toBe(shared)
        expect(shared).toBeLessThanOrEqual(
          Math.min(minutesOf(tidyAvailability(one)), minutesOf(tidyAvailability(other))),
        )
        expect(sharedMinutes(one, one)).toBe(minutesOf(tidyAvailability(one)))
      }),
    )
  })
})

describe('a week in one line', () => {
  const at = (weekday: number, from: number, to: number) => ({ weekday, from: from * 60, to: to * 60 })

  test.each<[string, AvailableSpan[]]>([
    ['', []],
    ['pon. 16.00–18.00', [at(1, 16, 18)]],
    ['pon., wt. 16.00–18.00', [at(1, 16, 18), at(2, 16, 18)]],
    ['pon.–śr. 16.00–18.00', [at(1, 16, 18), at(2, 16, 18), at(3, 16, 18)]],
    ['pon., śr. 16.00–18.00', [at(1, 16, 18), at(3, 16, 18)]],
    ['pon.–pt. 9.00–12.00, 16.00–18.00', [1, 2, 3, 4, 5].flatMap((day) => [at(day, 9, 12), at(day, 16, 18)])],
    ['wt. 8.00–10.30; niedz. 0.00–24.00', [at(7, 0, 24), at(2, 8, 10.5)]],
  ])('is „%s”, and reads back as the same', (text, week) => {
    expect(formatAvailability(week)).toBe(text)
    expect(readAvailability(text)).toEqual(tidyAvailability(week))
  })

  test('reads back as the week that was written', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        expect(readAvailability(formatAvailability(week))).toEqual(tidyAvailability(week))
      }),
    )
  })

  test.each<[string, string | undefined]>([
    ['pn 16-18, sob. 9.00–12.00', 'pon. 16.00–18.00; sob. 9.00–12.00'],
    ['pn, wt 16-18', 'pon., wt. 16.00–18.00'],
    ['poniedziałki i środy od 15:30 do 17', 'pon., śr. 15.30–17.00'],
    ['pon-pt 8-10; niedziela 10-12', 'pon.–pt. 8.00–10.00; niedz. 10.00–12.00'],
    ['czw: 9-12, 16-18', 'czw. 9.00–12.00, 16.00–18.00'],
    ['sobota', 'sob. 0.00–24.00'],
    ['popołudniami', undefined],
    ['16-18', undefined],
    ['pn 18-16', undefined],
    ['pn 9-25', undefined],
    ['constructor 9-10', undefined],
    ['pt-pon 9-10', undefined],
  ])('„%s” is read as %s', (text, week) => {
    const read = readAvailability(text)
    expect(read && formatAvailability(read)).toBe(week)
  })
})

describe('the hours of one day', () => {
  test.each<[string, string | undefined]>([
    ['', ''],
    ['9-12', '9.00–12.00'],
    ['9.00–12.30, 16-18', '9.00–12.30, 16.00–18.00'],
    ['od 9 do 12 i 16–18', '9.00–12.00, 16.00–18.00'],
    ['0-24', '0.00–24.00'],
    ['9', undefined],
    ['12-9', undefined],
    ['9.75-10', undefined],
    ['rano', undefined],
  ])('typed as „%s” are %s', (text, spans) => {
    const read = readSpans(text)
    expect(read && formatSpans(read)).toBe(spans)
  })
})
