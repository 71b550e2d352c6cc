import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import {
  countLine,
  daysOfLine,
  type Rate,
  rateOn,
  sumsOf,
} from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import {
  type Meal,
  meals,
  perDiemOf,
  readHour,
  tripDays,
} from '#shared/features/cost-settlements/cost-settlements.perDiem.rules.ts'
import { addMinutes } from '#shared/kit/dates.ts'

const rates: Rate[] = [
  { code: 'perDiem', validFrom: '2022-07-28', amount: 380_000 },
  { code: 'perDiem', validFrom: '2023-01-01', amount: 450_000 },
  { code: 'carLarge', validFrom: '2007-11-14', amount: 8358 },
  { code: 'carLarge', validFrom: '2023-01-17', amount: 11_500 },
]

type Trip = Extract<LineFields, { kind: 'perDiem' }>
const trip = (departsAt: string, minutes: number, freeMeals: Meal[][] = []): Trip => ({
  kind: 'perDiem',
  route: 'Wrocław, szkolenie',
  departsAt,
  returnsAt: addMinutes(departsAt, minutes),
  meals: freeMeals,
})
const amountOf = (line: LineFields) => countLine(line, rates).amount
const hours = 60

describe('the rule of hours (§ 7 ust. 2)', () => {
  test.each([
    ['7 h 59 min', 8 * hours - 1, [0]],
    ['8 h', 8 * hours, [50]],
    ['12 h', 12 * hours, [50]],
    ['12 h 1 min', 12 * hours + 1, [100]],
    ['a day', 24 * hours, [100]],
    ['a day and a minute', 24 * hours + 1, [100, 50]],
    ['a day and 8 h', 32 * hours, [100, 50]],
    ['a day and 8 h 1 min', 32 * hours + 1, [100, 100]],
    ['two days', 48 * hours, [100, 100]],
  ])('%s', (_, minutes, shares) => {
    const { departsAt, returnsAt } = trip('2026-11-03T07:30', minutes)
    expect(tripDays(departsAt, returnsAt).map(({ share }) => share)).toEqual(shares)
  })

  test('counts the time that passes, also in the night in which clocks are put back', () => {
    // From 20:00 to 4:00 there are nine hours that night, and seven in March.
    expect(tripDays('2026-10-24T20:00', '2026-10-25T04:00')).toMatchObject([{ minutes: 540, share: 50 }])
    expect(tripDays('2026-03-28T20:00', '2026-03-29T04:00')).toMatchObject([{ minutes: 420, share: 0 }])
  })

  test('nothing is due where the return is not after the departure', () => {
    expect(tripDays('2026-11-03T07:30', '2026-11-03T07:30')).toEqual([])
    expect(tripDays('2026-11-03T07:30', '2026-11-03T07:00')).toEqual([])
  })
})

describe('free meals (§ 7 ust. 4)', () => {
  test.each<[number, 0 | 50 | 100, Meal[], number]>([
    [4500, 100, [], 4500],
    [4500, 100, ['breakfast'], 3375],
    [4500, 100, ['lunch'], 2250],
    [4500, 100, ['dinner'], 3375],
    [4500, 50, ['lunch'], 0],
    [4500, 50, ['breakfast'], 1125],
    [4500, 50, ['lunch', 'dinner'], 0],
    [4500, 100, ['breakfast', 'lunch', 'dinner'], 0],
  ])('of %i gr, %i %%, without %j: %i', (rate, share, free, amount) => {
    expect(perDiemOf(share, rate, free)).toBe(amount)
  })

  test('a meal that is named twice is one meal', () => {
    expect(perDiemOf(100, 4500, ['lunch', 'lunch'])).toBe(2250)
  })
})

describe('rates', () => {
  test('the last that had begun is in force, and none before the first', () => {
    expect(rateOn(rates, 'perDiem', '2022-12-31')?.amount).toBe(380_000)
    expect(rateOn(rates, 'perDiem', '2023-01-01')?.amount).toBe(450_000)
    expect(rateOn(rates, 'perDiem', '2022-07-27')).toBeUndefined()
    expect(rateOn(rates, 'moped', '2026-01-01')).toBeUndefined()
  })

  test('a trip over a change of rates has on each day the one of that day', () => {
    const { parts, amount } = countLine(trip('2022-12-31T10:00', 48 * hours), rates)
    expect(parts.map(({ rate }) => rate)).toEqual([380_000, 450_000])
    expect(amount).toBe(3800 + 4500)
  })

  test('ways in an own car over a change of rates likewise', () => {
    const line: LineFields = {
      kind: 'vehicle',
      days: ['2023-01-16', '2023-01-17'],
      route: 'ośrodek – dom rodziny',
      vehicle: 'carLarge',
      hectometres: 125,
    }
    const { parts, amount } = countLine(line, rates)
    // 12,5 km × 0,8358 zł = 10,4475 zł, 12,5 km × 1,15 zł = 14,375 zł: each way in whole grosze.
    expect(parts.map((part) => part.amount)).toEqual([1045, 1438])
    expect(amount).toBe(2483)
  })

  test('a day without a rate is told', () => {
    expect(countLine(trip('2020-01-01T10:00', 600), rates)).toEqual({
      amount: 0,
      parts: [],
      withoutRate: '2020-01-01',
    })
  })
})

/** A departure within days around changes of clocks and rates. */
const departure = fc
  .tuple(
    fc.constantFrom('2022-12-29', '2026-03-27', '2026-10-24', '2026-11-03'),
    fc.integer({ min: 0, max: 1439 }),
  )
  .map(([day, minute]) => addMinutes(`${day}T00:00`, minute))
const length = fc.integer({ min: 1, max: 30 * 24 * 60 })
const freeMeals = fc.array(fc.subarray([...meals]), { maxLength: 31 })

describe('for whatever trip', () => {
  test('a longer one never gives less', () => {
    fc.assert(
      fc.property(departure, length, length, freeMeals, (from, one, other, free) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)]
        expect(amountOf(trip(from, long, free))).toBeGreaterThanOrEqual(amountOf(trip(from, short, free)))
      }),
    )
  })

  test('a free meal never gives more, and nothing is ever below zero', () => {
    fc.assert(
      fc.property(departure, length, freeMeals, (from, minutes, free) => {
        const amount = amountOf(trip(from, minutes, free))
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(amountOf(trip(from, minutes)))
      }),
    )
  })

  test('its days follow each other and make up its time', () => {
    fc.assert(
      fc.property(departure, length, (from, minutes) => {
        const { departsAt, returnsAt } = trip(from, minutes)
        const days = tripDays(departsAt, returnsAt)
        expect(days.reduce((sum, day) => sum + day.minutes, 0)).toBeGreaterThanOrEqual(minutes - 60)
        expect(days[0]?.from).toBe(departsAt)
        expect(daysOfLine(trip(from, minutes))).toContain(from.slice(0, 10))
      }),
    )
  })
})

test('the sum of a settlement is that of its lines without what is waived', () => {
  const line = fc.record({
    kind: fc.constantFrom('ticket', 'vehicle', 'other', 'perDiem' as const),
    amount: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 0, max: 100_000 }), (lines, waived) => {
      const sums = sumsOf(lines as Parameters<typeof sumsOf>[0], waived)
      const all = lines.reduce((sum, { amount }) => sum + amount, 0)
      expect(sums.travelAmount + sums.perDiemAmount).toBe(all)
      expect(sums.total).toBe(Math.max(0, all - waived))
    }),
  )
})

test.each([
  ['7', '07:00'],
  ['7:30', '07:30'],
  ['7.30', '07:30'],
  ['0730', '07:30'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['7:60', undefined],
  ['rano', undefined],
])('an hour typed as %s is %s', (typed, hour) => {
  expect(readHour(typed)).toBe(hour)
})
