import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  belowAfter,
  existsOn,
  type PlacedUnit,
  versionOn,
  whyNotItsTime,
  whyNotPlaced,
} from '#shared/features/units/units.rules.ts'
import { addDays } from '#shared/kit/dates.ts'

const first = '2026-11-20'
const days = Array.from({ length: 12 }, (_, index) => addDays(first, index))
const dayAmongThem = fc.constantFrom(...days.slice(1, -1))

const version = fc.record({
  kind: fc.constantFrom('section', 'team'),
  numberLabel: fc.constantFrom('', '7'),
  name: fc.constantFrom('Sekcja', 'Zespół', 'zespol', 'Klub'),
  symbol: fc.constantFrom('', '', 'DPS', 'dps'),
  parentId: fc.option(fc.constantFrom(0, 1, 2)),
})

const units: fc.Arbitrary<PlacedUnit[]> = fc
  .array(
    fc.record({
      validFrom: fc.option(dayAmongThem),
      validTo: fc.option(dayAmongThem),
      begun: version,
      later: fc.uniqueArray(fc.record({ fromOn: dayAmongThem, version }), {
        selector: ({ fromOn }) => fromOn,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) =>
    made.map(({ validFrom, validTo, begun, later }, id) => ({
      id,
      validFrom,
      validTo,
      versions: [
        { fromOn: null, ...begun },
        ...later.map(({ fromOn, version: changed }) => ({ fromOn, ...changed })),
      ],
    })),
  )

/** What a unit is on a day; undefined where it does not exist. */
const stateOn = (unit: PlacedUnit, day: string) =>
  existsOn(unit, day) ? versionOn(unit.versions, day) : undefined

describe('a place in the structure', () => {
  test('is refused where on some day two units would have what one may have, or a unit would outlive its parent', () => {
    fc.assert(
      fc.property(units, dayAmongThem, (made, since) => {
        const [unit, ...others] = made as [PlacedUnit, ...PlacedUnit[]]
        const low = (text: string) => text.toLowerCase().replace('ół', 'ol')
        const clashes = days.some((day) => {
          const own = stateOn(unit, day)
          if (!own || day < since) return false
          const parent = made.find(({ id }) => id === own.parentId)
          if (parent?.validTo && parent.validTo < day) return true
          return others.some((each) => {
            const other = stateOn(each, day)
            if (!other) return false
            if (own.symbol && low(own.symbol) === low(other.symbol)) return true
            if (own.parentId !== other.parentId) return false
            const areNumbersSame = own.numberLabel !== '' && own.numberLabel === other.numberLabel
            return low(own.name) === low(other.name) || (own.kind === other.kind && areNumbersSame)
          })
        })
        expect(whyNotPlaced(unit, made, since) !== undefined).toBe(clashes)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    [{ name: 'zespol 7' }, { field: 'name', key: 'units.errors.nameTaken' }],
    [
      { numberLabel: '7', kind: 'team' },
      { field: 'numberLabel', key: 'units.errors.numberTaken' },
    ],
    [{ numberLabel: '7', kind: 'section' }, undefined],
    [
      { symbol: 'dps.vii', parentId: 3 },
      { field: 'symbol', key: 'units.errors.symbolTaken' },
    ],
    [{ name: 'Zespół 7', numberLabel: '7', kind: 'team', parentId: 3 }, undefined],
  ])('%j beside team 7 gives %j', (entered, refusal) => {
    const team = { kind: 'team', numberLabel: '7', name: 'Zespół 7', symbol: 'DPS.VII', parentId: 2 }
    const always = { fromOn: null, validFrom: null, validTo: null }
    const placed = (id: number, state: object) => ({
      id,
      ...always,
      versions: [{ ...team, fromOn: null, ...state }],
    })
    const own = placed(9, { name: 'Inny', numberLabel: '', symbol: '', ...entered })
    expect(whyNotPlaced(own, [own, placed(1, {})], first)).toEqual(refusal)
  })
})

test('below a unit after a day stands whoever does so on any later day', () => {
  fc.assert(
    fc.property(units, dayAmongThem, (made, day) => {
      const expected = made.filter((unit) =>
        days.some((later) => later > day && stateOn(unit, later)?.parentId === 0),
      )
      expect(belowAfter(made, 0, day)).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  [{ validFrom: null, validTo: null }, undefined],
  [{ validFrom: '2026-09-30', validTo: '2026-10-01' }, undefined],
  [{ validFrom: '2026-10-01', validTo: null }, 'units.errors.changedBefore'],
  [{ validFrom: null, validTo: '2026-09-30' }, 'units.errors.changesAfter'],
])('the days %j of a unit that was reorganised on 1 October give %j', (time, key) => {
  expect(whyNotItsTime(time, [{ fromOn: null }, { fromOn: '2026-10-01' }])?.key).toBe(key)
})
