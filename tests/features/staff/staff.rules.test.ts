import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { staffGroups } from '#shared/features/positions/positions.contract.ts'
import { headcountBy, headcountWays, totalHeadcount } from '#shared/features/staff/staff.headcount.rules.ts'
import {
  isEmployedOn,
  nearestDayOfEmployment,
  postOn,
  staffStateOn,
  whyNoPostFrom,
} from '#shared/features/staff/staff.rules.ts'
import { addDays } from '#shared/kit/dates.ts'

const employed = (employedFrom: string | null, employedTo: string | null) => ({ employedFrom, employedTo })

describe('employment', () => {
  test.each([
    [employed('2020-02-01', '2026-11-30'), '2020-01-31', 'coming', '2020-02-01'],
    [employed('2020-02-01', '2026-11-30'), '2020-02-01', 'employed', '2020-02-01'],
    [employed('2020-02-01', '2026-11-30'), '2026-11-30', 'employed', '2026-11-30'],
    [employed('2020-02-01', '2026-11-30'), '2026-12-01', 'left', '2026-11-30'],
    [employed('2020-02-01', null), '2099-01-01', 'employed', '2099-01-01'],
    [employed(null, '2026-11-30'), '1990-01-01', 'employed', '1990-01-01'],
    [employed(null, '2026-11-30'), '2026-12-01', 'left', '2026-11-30'],
    [employed(null, null), '2026-12-01', 'employed', '2026-12-01'],
  ])('%j on %s: %s, nearest day %s', (employment, day, state, nearest) => {
    expect(staffStateOn(employment, day)).toBe(state)
    expect(isEmployedOn(employment, day)).toBe(state === 'employed')
    expect(nearestDayOfEmployment(employment, day)).toBe(nearest)
  })
})

const days = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days))
const changes = fc.uniqueArray(days, { maxLength: 6 })

describe('the post of a day', () => {
  const posts = [{ fromOn: '2026-03-01' }, { fromOn: '' }, { fromOn: '2025-06-15' }]

  test.each([
    ['1950-01-01', ''],
    ['2025-06-14', ''],
    ['2025-06-15', '2025-06-15'],
    ['2026-02-28', '2025-06-15'],
    ['2026-03-01', '2026-03-01'],
    ['2099-12-31', '2026-03-01'],
  ])('%s is the last that began by then', (day, fromOn) => expect(postOn(posts, day)).toEqual({ fromOn }))

  test('is none where there are none', () => expect(postOn([], '2026-01-01')).toBeUndefined())

  test('is what one comes to who walks from the beginning to that day', () => {
    fc.assert(
      fc.property(changes, days, (froms, day) => {
        const all = ['', ...froms].map((fromOn) => ({ fromOn }))
        let held = ''
        for (let at = '2025-12-31'; at <= day; at = addDays(at, 1)) if (froms.includes(at)) held = at
        expect(postOn(all, day)?.fromOn).toBe(held)
      }),
    )
  })
})

describe('a post can begin', () => {
  const employment = employed('2026-01-10', '2026-01-30')
  test.each([
    ['2026-01-09', 'staff.errors.postBeforeEmployment'],
    ['2026-01-10', 'staff.errors.postBeforeEmployment'],
    ['2026-01-11', undefined],
    ['2026-01-20', 'staff.errors.postSameDay'],
    ['2026-01-30', undefined],
    ['2026-01-31', 'staff.errors.postAfterEmployment'],
  ])('on %s: %s', (day, reason) => {
    expect(whyNoPostFrom(day, employment, ['', '2026-01-20'])).toBe(reason)
  })
})

describe('a headcount', () => {
  const cells = fc.array(
    fc.record({
      unitId: fc.option(fc.integer({ min: 1, max: 3 })),
      positionId: fc.integer({ min: 1, max: 3 }),
      staffGroup: fc.constantFrom(...staffGroups),
      count: fc.integer({ min: 1, max: 50 }),
    }),
  )

  test.each(headcountWays)('by %s adds up to the whole, group by group', (by) => {
    fc.assert(
      fc.property(cells, (drawn) => {
        const all = drawn.map((cell) => ({ ...cell, unitName: '', positionName: '' }))
        const lines = headcountBy(all, by)
        const { groups, total } = totalHeadcount(all)
        expect(lines.reduce((sum, line) => sum + line.total, 0)).toBe(total)
        for (const group of staffGroups)
          expect(lines.reduce((sum, line) => sum + line.groups[group], 0)).toBe(groups[group])
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
      }),
    )
  })
  test('stands in Polish order with numbers by their size, and who has no unit last', () => {
    const names = ['Zespół nr 10', null, 'Łąka', 'Zespół nr 2', 'Lipa', 'Źródło']
    const lines = headcountBy(
      names.map((unitName, index) => ({
        unitId: unitName === null ? null : index + 1,
        unitName,
        positionId: 1,
        positionName: '',
        staffGroup: 'managers' as const,
        count: 1,
      })),
      'unit',
    )
    expect(lines.map(({ name }) => name)).toEqual([
      'Lipa',
      'Łąka',
      'Zespół nr 2',
      'Zespół nr 10',
      'Źródło',
      null,
    ])
  })
})
