import { expect, test } from 'vitest'
import { isCategory, keptUntil, readPlan } from '#shared/features/cases/cases.rules.ts'

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

test.each([
  ['052\tWolontariat\tB5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['052;Wolontariat;B5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['052   Wolontariat   B5', [{ symbol: '052', title: 'Wolontariat', category: 'B5', line: 1 }]],
  ['\n14\tSzkolenie\n', [{ symbol: '14', title: 'Szkolenie', category: '', line: 2 }]],
])('%j is read as lines of a plan', (text, lines) => expect(readPlan(text)).toEqual({ lines }))

test('a line that is none is named by its number', () => {
  expect(readPlan('052\tWolontariat\tB5\nbez symbolu')).toEqual({ wrongLine: 2 })
  expect(readPlan('052')).toEqual({ wrongLine: 1 })
})
