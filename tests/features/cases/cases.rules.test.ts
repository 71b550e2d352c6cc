import { expect, test } from 'vitest'
import { isCategory, keptUntil } from '#shared/features/cases/cases.rules.ts'

test.each([
  ['B5', '2026-03-10', '2032-01-01'],
  ['BE10', '2026-12-31', '2037-01-01'],
  ['A', '2026-03-10', null],
  ['Bc', '2026-03-10', null],
  ['', '2026-03-10', null],
])('records of category %s closed on %s may be proposed for disposal from %s', (category, closedOn, day) => {
  expect(keptUntil(category, closedOn)).toBe(day)
})

test.each([
  ['A', true],
  ['B5', true],
  ['BE50', true],
  ['Bc', true],
  ['B', false],
  ['B0', false],
  ['C5', false],
])('%s is a category: %s', (text, is) => expect(isCategory(text)).toBe(is))
