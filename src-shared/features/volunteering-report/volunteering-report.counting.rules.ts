import type { Day } from '../../kit/dates.ts'
import {
  ageBandOf,
  daysOfYear,
  type HoursFigures,
  noFigures,
  type PeopleFigures,
  type ReportLine,
} from './volunteering-report.rules.ts'

/** What a line of a report is about. */
export type LineId = ReportLine['id']

/** The figures of each line, in each of some years or months. */
export type Lines<Figures> = Map<LineId, Figures[]>

/** An agreement that counts from a day to a day: while it is in force, or on the one day on which it was concluded. */
export interface CountedAgreement {
  volunteerId: number
  from: Day
  to: Day
}

type Days = Pick<CountedAgreement, 'from' | 'to'>

/** The years in which an agreement counts, as bits; bit 0 is the first of the years asked about. */
export function yearsWithin({ from, to }: Days, years: readonly number[]): number {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return years.reduce((bits, year, place) => (first <= year && last >= year ? bits | (1 << place) : bits), 0)
}

/** The months of a year in which an agreement counts, as bits; bit 0 is January. */
export function monthsWithin({ from, to }: Days, year: number): number {
  const days = daysOfYear(year)
  if (from > days.to || to < days.from) return 0
  const first = from < days.from ? 1 : Number(from.slice(5, 7))
  const last = to > days.to ? 12 : Number(to.slice(5, 7))
  return (1 << last) - (1 << (first - 1))
}

/** An agreement of a volunteer in a line, and the periods in which it counts there, as bits. */
export interface Presence {
  id: LineId
  volunteerId: number
  periods: number
}

/** How many people and agreements each line has in each of so many periods; somebody with two agreements in it is one person. */
export function countPeople(presences: Iterable<Presence>, count: number): Lines<PeopleFigures> {
  const lines = new Map<LineId, { figures: PeopleFigures[]; known: Map<number, number> }>()
  for (const { id, volunteerId, periods } of presences) {
    if (periods === 0) continue
    const { figures, known } = entryOf(lines, id, () => ({
      figures: Array.from({ length: count }, () => ({ persons: 0, agreements: 0 })),
      known: new Map<number, number>(),
    }))
    const before = known.get(volunteerId) ?? 0
    known.set(volunteerId, before | periods)
    for (let period = 0; period < count; period++) {
      const bit = 1 << period
      const ofPeriod = figures[period]
      if (!ofPeriod || !(periods & bit)) continue
      ofPeriod.agreements++
      if (!(before & bit)) ofPeriod.persons++
    }
  }
  return new Map([...lines].map(([id, { figures }]) => [id, figures]))
}

/** The hours of a line in a year. */
export interface LineHours extends HoursFigures {
  year: number
  id: LineId
}

/** The hours of each line in each of the years. */
export function addHours(hours: readonly LineHours[], years: readonly number[]): Lines<HoursFigures> {
  const lines: Lines<HoursFigures> = new Map()
  for (const { year, id, minutes, unconfirmedMinutes } of hours) {
    const line = entryOf(lines, id, () => years.map(() => ({ minutes: 0, unconfirmedMinutes: 0 })))
    const figures = line[years.indexOf(year)]
    if (!figures) continue
    figures.minutes += minutes
    figures.unconfirmedMinutes += unconfirmedMinutes
  }
  return lines
}

/**
 * The lines of age bands from those of years of birth (null: not known). They add up: everybody born in one year is of one band,
 * which changes as years pass.
 */
export function inAgeBands<Measure extends string>(
  born: ReadonlyMap<LineId, readonly Record<Measure, number>[]>,
  years: readonly number[],
): Lines<Record<Measure, number>> {
  const bands: Lines<Record<Measure, number>> = new Map()
  for (const [bornIn, ofYears] of born) {
    for (const [place, figures] of ofYears.entries()) {
      const measures = Object.keys(figures) as Measure[]
      if (measures.every((measure) => figures[measure] === 0)) continue
      const band = ageBandOf(bornIn === null ? null : `${bornIn}-01-01`, years[place] ?? 0)
      const nothing = () =>
        Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>
      const line = entryOf(bands, band, () => years.map(nothing))
      for (const measure of measures) (line[place] as Record<Measure, number>)[measure] += figures[measure]
    }
  }
  return bands
}

/**
 * The lines of a report from the people and the hours of each: a line for whatever has one of them. Units and activities, which
 * have names, stand in Polish order, numbers in them by size, what has none last; months, categories and bands in their own.
 */
export function joinLines(
  people: ReadonlyMap<LineId, readonly PeopleFigures[]>,
  hours: ReadonlyMap<LineId, readonly HoursFigures[]>,
  years: readonly number[],
  { names, order }: { names: ReadonlyMap<LineId, string>; order: readonly LineId[] | null },
): ReportLine[] {
  const isServed = (id: LineId) =>
    hours.get(id)?.some(({ minutes, unconfirmedMinutes }) => minutes !== 0 || unconfirmedMinutes !== 0)
  const ids = new Set([...people.keys(), ...[...hours.keys()].filter(isServed)])
  const lines = [...ids].map((id) => ({
    id,
    name: names.get(id) ?? null,
    years: years.map((_, place) => ({ ...noFigures, ...people.get(id)?.[place], ...hours.get(id)?.[place] })),
  }))
  return lines.sort((a, b) => {
    if (order) return order.indexOf(a.id) - order.indexOf(b.id)
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
    return a.name.localeCompare(b.name, 'pl', { numeric: true })
  })
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
