import { expect, test } from 'vitest'
import { formatTime, formatTimeSpan, readTime } from '#shared/kit/clock.ts'

test.each([
  ['8', 480],
  ['10.30', 630],
  ['10:30', 630],
  ['8,15', 495],
  ['1030', 630],
  ['0730', 450],
  ['16:20:00', 980],
  [' 16 h ', 960],
  ['16.30 godz.', 990],
  ['24', 1440],
  ['24.01', null],
  ['8:60', null],
  ['16:20:30', null],
  ['', null],
  ['rano', null],
])('the time %j is read as %s', (typed, minute) => expect(readTime(typed)).toBe(minute))

test('every minute of a day is read as it is written', () => {
  for (let minute = 0; minute <= 1440; minute++) expect(readTime(formatTime(minute))).toBe(minute)
})

test('times are written as offices write them', () => {
  expect(formatTimeSpan({ fromMinute: 570, toMinute: 1440 })).toBe('9.30–24.00')
  expect(formatTimeSpan({ fromMinute: null, toMinute: null })).toBe('')
})
