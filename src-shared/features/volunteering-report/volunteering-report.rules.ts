import { type Day, dayFrom, daySpan } from '../../kit/dates.ts'

/**
 * Which agreements a year counts: those in force on one of its days at least, or those concluded in it. Only concluded
 * agreements count, of which none was cancelled.
 */
export const reportBases = ['inForce', 'concluded'] as const
export type ReportBasis = (typeof reportBases)[number]

/** What a year is told by. */
export const reportWays = ['unit', 'activity', 'category', 'ageBand', 'month'] as const
export type ReportWay = (typeof reportWays)[number]

/**
 * May a person or an agreement stand in several lines (two units, several activities, many months), so that lines do not
 * add up to the whole?
 */
export function repeats(way: ReportWay): way is 'unit' | 'activity' | 'month' {
  return way === 'unit' || way === 'activity' || way === 'month'
}

/**
 * What is counted; each figure is of one of them, and they are never added to each other. Hours that were confirmed and
 * hours that were not are two measures, both in minutes.
 */
export const reportMeasures = ['persons', 'agreements', 'minutes', 'unconfirmedMinutes'] as const
export type ReportMeasure = (typeof reportMeasures)[number]
export type ReportFigures = Record<ReportMeasure, number>
export type PeopleFigures = Pick<ReportFigures, 'persons' | 'agreements'>
export type HoursFigures = Pick<ReportFigures, 'minutes' | 'unconfirmedMinutes'>

/** What a table shows at once: who served and under what, or for how long. */
export const reportShows = ['people', 'hours'] as const
export type ReportShow = (typeof reportShows)[number]

/** The measures of what is shown. */
export const measuresOf = {
  people: ['persons', 'agreements'],
  hours: ['minutes', 'unconfirmedMinutes'],
} as const satisfies Record<ReportShow, readonly ReportMeasure[]>

/** Is this figure a time, in minutes? */
export function isTime(measure: ReportMeasure): boolean {
  return measure === 'minutes' || measure === 'unconfirmedMinutes'
}

/** `1 234,5`: minutes in hours, as a table of figures has them. */
export function hoursText(minutes: number): string {
  const [whole = '', decimals] = String(Math.abs(minutes) / 60).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = minutes < 0 ? '−' : ''
  return sign + (decimals ? `${grouped},${decimals.slice(0, 2)}` : grouped)
}

/** Age bands by the age reached in the year; 13 and 18 are borders of legal capacity (Kodeks cywilny, art. 10–15). */
export const ageBands = ['to12', 'to17', 'to25', 'to39', 'to59', 'from60', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

const youngestOf: Record<Exclude<AgeBand, 'unknown'>, number> = {
  to12: 0,
  to17: 13,
  to25: 18,
  to39: 26,
  to59: 40,
  from60: 60,
}
const known = ageBands.filter((band): band is keyof typeof youngestOf => band !== 'unknown')

/**
 * The birth days of a band in a year: the age is that on 31 December, so everybody born in one year is of one band, and
 * no day of the year matters. Null is open; of those who were born after the year none is in a band but the youngest.
 */
export function birthDaysOf(
  band: Exclude<AgeBand, 'unknown'>,
  year: number,
): { from: Day | null; to: Day | null } {
  const next = known[known.indexOf(band) + 1]
  const first = next === undefined ? null : year - youngestOf[next] + 1
  const last = band === 'to12' ? null : year - youngestOf[band]
  return {
    from: first === null ? null : (dayFrom(first, 1, 1) ?? null),
    to: last === null ? null : (dayFrom(last, 12, 31) ?? null),
  }
}

/** The band of somebody in a year, by the age on its last day. */
export function ageBandOf(birthOn: Day | null, year: number): AgeBand {
  if (!birthOn) return 'unknown'
  const age = year - Number(birthOn.slice(0, 4))
  return known.findLast((band) => youngestOf[band] <= age) ?? 'to12'
}

/** The first and last day of a year. */
export function daysOfYear(year: number): { from: Day; to: Day } {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The first and last day of a month, 1 to 12. */
export function daysOfMonth(year: number, month: number): { from: Day; to: Day } {
  return daySpan(`${year}-${String(month).padStart(2, '0')}-01`, 'month', 0)
}

/** A line of a report: what it is about, and its figures in each year of the report, the newest first. */
export interface ReportLine {
  /** A unit, an activity or a month by its number, a category or a band by its code; null: none of them. */
  id: number | string | null
  /** The name of a unit or an activity; null where the name is a text. */
  name: string | null
  years: ReportFigures[]
}

/** A year and the years before it, told by one way. */
export interface ReportTable {
  /** The newest first. */
  years: number[]
  /** By year, for both ways of counting agreements. */
  totals: Record<ReportBasis, ReportFigures[]>
  lines: ReportLine[]
}

/** A table and what was asked for it, so that figures are never read as the answer to something else. */
export interface ToldTable extends ReportTable {
  by: ReportWay
  basis: ReportBasis
  unitId: number | null
}

/** How many people the figures of hours are about, in each year: of the wholes, and of each line in the order of the lines. */
export interface ServedPeople {
  totals: Record<ReportBasis, HoursFigures[]>
  lines: Record<ReportWay, HoursFigures[][]>
}

/** Everything that a report says; what is frozen. */
export interface ReportContent extends Omit<ReportTable, 'lines'> {
  /** The name of the unit that it is about; null: the whole centre. */
  unitName: string | null
  lines: Record<ReportWay, ReportLine[]>
  /** How many people its figures of hours are about; null where that was not counted when it was frozen. */
  served: ServedPeople | null
  /** Does it tell hours? What was frozen before the report counted them does not; its hours stand as 0. */
  hasHours: boolean
}

export const noFigures: ReportFigures = { persons: 0, agreements: 0, minutes: 0, unconfirmedMinutes: 0 }

/** Do two reports say the same, as far as both tell it? */
export function saySame(
  one: Pick<ReportContent, 'lines' | 'hasHours'>,
  other: Pick<ReportContent, 'lines' | 'hasHours'>,
): boolean {
  const measures = one.hasHours && other.hasHours ? reportMeasures : measuresOf.people
  const told = ({ lines }: Pick<ReportContent, 'lines'>) =>
    reportWays.map((way) =>
      lines[way]
        .map(({ id, name, years }) => ({
          id,
          name,
          years: years.map((figures) => measures.map((measure) => figures[measure])),
        }))
        .filter(({ years }) => years.flat().some((figure) => figure > 0)),
    )
  return JSON.stringify(told(one)) === JSON.stringify(told(other))
}

/** The years of a report: the asked one and so many before it. */
export function yearsOf({ year, compared }: { year: number; compared: number }): number[] {
  return Array.from({ length: compared + 1 }, (_, back) => year - back)
}

/** Lines of then and of now side by side: the figures of the newest year of each, first those of now. */
export function besides(now: readonly ReportLine[], then: readonly ReportLine[]): ReportLine[] {
  const keyOf = ({ id }: ReportLine) => id
  const frozen = new Map(then.map((line) => [keyOf(line), line]))
  const present = new Map(now.map((line) => [keyOf(line), line]))
  const all = [...then, ...now.filter((line) => !frozen.has(keyOf(line)))]
  return all.map((line) => ({
    ...line,
    years: [present, frozen].map((of) => of.get(keyOf(line))?.years[0] ?? noFigures),
  }))
}
