import { expect, test } from 'vitest'
import { readTotalHours, typedHours } from '#shared/features/documents/documents.hours.rules.ts'

test.each([
  ['120', 7200],
  ['12,5', 750],
  ['12.5', 750],
  ['12:30', 750],
  [' 0 ', 0],
  ['', null],
  ['abc', undefined],
  ['12,5 abc', undefined],
  ['12:75', undefined],
  ['-3', undefined],
  ['1e3', undefined],
  [',5', undefined],
])('%j hours are %j minutes', (typed, minutes) => expect(readTotalHours(typed)).toBe(minutes))

test.each([
  [750, '12,5'],
  [7200, '120'],
  [75, '1,25'],
  [740, '12:20'],
])('%j minutes are typed %s, and read again', (minutes, typed) => {
  expect(typedHours(minutes)).toBe(typed)
  expect(readTotalHours(typed)).toBe(minutes)
})
