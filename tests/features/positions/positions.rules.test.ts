import { expect, test } from 'vitest'
import type { DatedGroup } from '#shared/features/positions/positions.contract.ts'
import { regrouped } from '#shared/features/positions/positions.rules.ts'

const first: DatedGroup = { fromOn: '', staffGroup: 'specialists' }
const second: DatedGroup = { fromOn: '2026-03-01', staffGroup: 'managers' }

test.each([
  ['another from a day on', [first], 'managers', '2026-03-01', [first, second]],
  ['a mistake from the beginning', [first], 'managers', null, [{ fromOn: '', staffGroup: 'managers' }]],
  [
    'a mistake since a day',
    [first, second],
    'administration',
    null,
    [first, { fromOn: '2026-03-01', staffGroup: 'administration' }],
  ],
  ['a mistake since a day, which was no change at all', [first, second], 'specialists', null, [first]],
  [
    'another from an earlier day, in the place of later ones',
    [first, second],
    'administration',
    '2026-01-01',
    [first, { fromOn: '2026-01-01', staffGroup: 'administration' }],
  ],
  [
    'the first one again, from a later day',
    [first, second],
    'specialists',
    '2026-05-01',
    [first, second, { fromOn: '2026-05-01', staffGroup: 'specialists' }],
  ],
] as const)('%s', (_, groups, staffGroup, fromOn, result) => {
  expect(regrouped(groups, staffGroup, fromOn)).toEqual(result)
})
