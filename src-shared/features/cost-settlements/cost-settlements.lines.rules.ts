import { type Day, type LocalTime, minutesBetween } from '../../kit/dates.ts'
import { ratePerZloty } from '../../kit/money.ts'
import type { CostRate, LineFields, RateCode, SettlementSums } from './cost-settlements.fields.contract.ts'
import { perDiemOf, type TripDay, tripDays } from './cost-settlements.perDiem.rules.ts'

/** A rate as far as counting asks. */
export type Rate = Pick<CostRate, 'code' | 'validFrom' | 'amount'>

/** The rate of a kind on a day: the last one that had begun. Undefined where there is none yet. */
export function rateOn(rates: readonly Rate[], code: RateCode, day: Day): Rate | undefined {
  return rates
    .filter((rate) => rate.code === code && rate.validFrom <= day)
    .reduce<Rate | undefined>(
      (last, rate) => (last === undefined || rate.validFrom > last.validFrom ? rate : last),
      undefined,
    )
}

/**
 * One part of an amount: a day on which a way was gone, or a day of a trip. `rate` is that of the day, in ten-thousandths
 * of a złoty; `share` is what is left of a per-diem after the rule of hours and the free meals, in percent.
 */
export interface CountedPart {
  from: Day | LocalTime
  rate: number
  share?: TripDay['share']
  amount: number
}

/** The amount of a line in grosze, and the parts that make it up; none where it was entered as it is. */
export interface CountedLine {
  amount: number
  parts: CountedPart[]
  /** A day for which there is no rate; the amount is then without it. */
  withoutRate?: Day
}

/** A line counted by the rates of its days: where a rate changes between two days, each has its own. */
export function countLine(line: LineFields, rates: readonly Rate[]): CountedLine {
  switch (line.kind) {
    case 'ticket':
    case 'other':
      return { amount: line.price, parts: [] }
    case 'vehicle':
      return sumOf(
        line.days.map((day) => {
          const rate = rateOn(rates, line.vehicle, day)
          return rate ? { from: day, rate: rate.amount, amount: wayAmount(line.hectometres, rate) } : day
        }),
      )
    case 'perDiem':
      return sumOf(
        tripDays(line.departsAt, line.returnsAt).map(({ from, share }, index) => {
          const day = from.slice(0, 10)
          const rate = rateOn(rates, 'perDiem', day)
          if (!rate) return day
          const full = Math.round(rate.amount / (ratePerZloty / 100))
          return { from, rate: rate.amount, share, amount: perDiemOf(share, full, line.meals[index] ?? []) }
        }),
      )
  }
}

/** What a way costs by the rate of a kilometre, in whole grosze. */
function wayAmount(hectometres: number, { amount }: Rate): number {
  return Math.round((hectometres * amount) / 10 / (ratePerZloty / 100))
}

function sumOf(found: (CountedPart | Day)[]): CountedLine {
  const parts = found.filter((part): part is CountedPart => typeof part !== 'string')
  const withoutRate = found.find((part): part is Day => typeof part === 'string')
  return {
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    parts,
    ...(withoutRate !== undefined && { withoutRate }),
  }
}

/** The sums of counted lines, without what a waiver takes off; never below nothing. */
export function sumsOf(
  lines: readonly { kind: LineFields['kind']; amount: number }[],
  waivedAmount: number,
): SettlementSums {
  const sum = (isPerDiem: boolean) =>
    lines
      .filter(({ kind }) => (kind === 'perDiem') === isPerDiem)
      .reduce((all, { amount }) => all + amount, 0)
  const [travelAmount, perDiemAmount] = [sum(false), sum(true)]
  return {
    travelAmount,
    perDiemAmount,
    waivedAmount,
    total: Math.max(0, travelAmount + perDiemAmount - waivedAmount),
  }
}

/** The days of the calendar that a line is about, in order. */
export function daysOfLine(line: LineFields): Day[] {
  if (line.kind !== 'perDiem') return line.days
  const first = Date.parse(`${line.departsAt.slice(0, 10)}T00:00:00Z`)
  const last = Date.parse(`${line.returnsAt.slice(0, 10)}T00:00:00Z`)
  const count = Math.round((last - first) / 86_400_000) + 1
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
}

/** The first and last day of a settlement. */
export function spanOf(lines: readonly LineFields[]): { startsOn: Day; endsOn: Day } {
  const days = lines.flatMap(daysOfLine).sort()
  return { startsOn: days[0] as Day, endsOn: days.at(-1) as Day }
}

/** Do two trips share some time, so that a per-diem would be paid twice for it? */
export function overlap(
  one: Pick<Extract<LineFields, { kind: 'perDiem' }>, 'departsAt' | 'returnsAt'>,
  other: Pick<Extract<LineFields, { kind: 'perDiem' }>, 'departsAt' | 'returnsAt'>,
): boolean {
  return (
    minutesBetween(one.departsAt, other.returnsAt) > 0 && minutesBetween(other.departsAt, one.returnsAt) > 0
  )
}
