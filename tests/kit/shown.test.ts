import { describe, expect, test } from 'vitest'
import { en } from '#shared/english-texts.ts'
import { type ShownValue, shownValue } from '#shared/kit/shown.ts'
import { roles } from '#shared/permissions.ts'
import { pl } from '#shared/texts.ts'

describe('a value is shown', () => {
  test.each<[string, unknown, ShownValue]>([
    ['unitId', 7, { text: '7' }],
    ['unitId', null, { text: '–' }],
    ['servesMinors', true, { key: 'common.yes' }],
    ['travelCosts', 'waived', { key: 'agreements.travelCosts.waived' }],
    ['role', 'head', { key: 'accounts.roles.head' }],
    ['weeklyMinutes', 150, { text: '2,5' }],
    ['validFrom', '2026-12-01', { text: '01.12.2026' }],
    ['validTo', '2026-12-32', { text: '2026-12-32' }],
    ['kind', 'branch', { key: 'units.kinds.branch' }],
    [
      'phones',
      [
        { number: '81 1', note: 'biuro' },
        { number: '81 2', note: '' },
      ],
      { text: '81 1 – biuro; 81 2' },
    ],
    ['tasks', ['pomoc', 'spacery'], { text: 'pomoc; spacery' }],
  ])('of %s: %j', (field, value, shown) => expect(shownValue(field, value)).toEqual(shown))

  test.each(roles)('for the role %s there is a word in both languages', (role) => {
    for (const { accounts } of [pl, en]) expect(accounts.roles[role]).toEqual(expect.any(String))
  })
})
