import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountCell } from '#shared/features/staff/staff.contract.ts'
import { addDays } from '#shared/kit/dates.ts'
import { aMember } from '#tests/support/builders.ts'
import { openTestApp, type TestApp } from '#tests/support/testApp.ts'

let app: TestApp
afterEach(() => app.close())

const start = '2026-01-01'
const dayAt = (days: number) => addDays(start, days)
const post = fc.record({
  position: fc.nat(2),
  unit: fc.option(fc.nat(1)),
  ownGroup: fc.option(fc.constantFrom(...staffGroups)),
})
const person = fc
  .record({
    from: fc.option(fc.integer({ min: 0, max: 8 })),
    length: fc.option(fc.integer({ min: 0, max: 12 })),
    first: post,
    later: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 20 }), post), {
      selector: ([day]) => day,
      maxLength: 3,
    }),
  })
  .map(({ from, length, first, later }) => {
    const begins = from ?? 0
    const ends = length === null ? null : begins + length
    return { from, ends, first, later: later.filter(([day]) => day > begins && day <= (ends ?? 99)) }
  })
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never

/** What somebody is on a day, found by walking over the days one by one. */
function postHeldOn({ from, ends, first, later }: Person, day: number) {
  if (day < (from ?? 0) && from !== null) return undefined
  if (ends !== null && day > ends) return undefined
  let held = first
  for (let at = 0; at <= day; at++) held = later.find(([begins]) => begins === at)?.[1] ?? held
  return held
}

const groupsOfPositions: StaffGroup[] = ['managers', 'socialWorkers', 'administration']
const keyOf = ({ unitId, positionId, staffGroup }: HeadcountCell) => `${unitId}/${positionId}/${staffGroup}`

describe('the headcount', () => {
  test('of any day is that of a plain model, and every figure has as many rows behind it', async () => {
    app = await openTestApp({ now: '2026-01-10T10:00:00Z' })
    const { api } = app
    const positions: number[] = []
    for (const staffGroup of groupsOfPositions)
      positions.push((await api.positions.create({ name: `stanowisko ${staffGroup}`, staffGroup })).id)
    const units: number[] = []
    for (const name of ['Filia nr 1', 'Filia nr 2']) units.push((await api.units.create({ name })).id)
    const idsOf = ({ position, unit, ownGroup }: Person['first']) => ({
      positionId: positions[position] ?? 0,
      unitId: unit === null ? null : (units[unit] ?? 0),
      ownGroup,
    })

    const people: Person[] = fc.sample(person, { numRuns: 40, seed: 7 })
    for (const { from, ends, first, later } of people) {
      let member = await api.staff.create(
        aMember({
          ...idsOf(first),
          employedFrom: from === null ? null : dayAt(from),
          employedTo: ends === null ? null : dayAt(ends),
        }),
      )
      for (const [day, held] of later)
        member = await api.staff.changePostFrom({ ...member, ...idsOf(held), fromOn: dayAt(day) })
    }

    for (const day of [0, 3, 8, 9, 10, 14, 25]) {
      const expected = new Map<string, number>()
      for (const each of people) {
        const held = postHeldOn(each, day)
        if (!held) continue
        const { positionId, unitId, ownGroup } = idsOf(held)
        const staffGroup = ownGroup ?? (groupsOfPositions[held.position] as StaffGroup)
        const key = `${unitId}/${positionId}/${staffGroup}`
        expected.set(key, (expected.get(key) ?? 0) + 1)
      }
      const cells = await api.staff.headcount({ day: dayAt(day) })
      expect(new Map(cells.map((cell) => [keyOf(cell), cell.count]))).toEqual(expected)
      for (const cell of cells) {
        const { rows } = await api.staff.list({
          filters: {
            employedOn: { from: dayAt(day), to: dayAt(day) },
            unit: cell.unitId === null ? { empty: true } : { oneOf: [cell.unitId] },
            position: { oneOf: [cell.positionId] },
            staffGroup: { oneOf: [cell.staffGroup] },
          },
        })
        expect(rows).toHaveLength(cell.count)
        expect(rows[0]).toMatchObject({
          state: 'employed',
          staffGroup: cell.staffGroup,
          position: { id: cell.positionId, text: cell.positionName },
          employedOn: dayAt(day),
        })
      }
    }
  })
})
