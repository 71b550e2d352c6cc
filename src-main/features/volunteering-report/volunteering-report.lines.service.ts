import type { ReportAsked } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  addHours,
  countPeople,
  inAgeBands,
  joinLines,
  type LineHours,
  type LineId,
  type Lines,
  monthsWithin,
  type Presence,
  yearsWithin,
} from '#shared/features/volunteering-report/volunteering-report.counting.rules.ts'
import {
  ageBands,
  type HoursFigures,
  measuresOf,
  noFigures,
  type PeopleFigures,
  type ReportFigures,
  type ReportLine,
  type ReportWay,
  repeats,
  yearsOf,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { categories } from '#shared/features/volunteers/volunteers.register.ts'
import type { Db } from '../../database/database.ts'
import { countHours, isGrouped, listHours, listServedUnder } from './volunteering-report.hours.queries.ts'
import * as queries from './volunteering-report.queries.ts'

const months = Array.from({ length: 12 }, (_, month) => month + 1)
const orders: Record<ReportWay, readonly LineId[] | null> = {
  unit: null,
  activity: null,
  category: categories,
  ageBand: ageBands,
  month: months,
}

/** The years of a report as one span. */
export function spanOf(asked: ReportAsked): queries.Counted {
  return { ...asked, from: asked.year - asked.compared, to: asked.year }
}

/** The lines of a report told by one way, and its whole, by the asked way of counting. */
export async function tellBy(
  db: Db,
  asked: ReportAsked,
  way: ReportWay,
): Promise<{ lines: ReportLine[]; whole: ReportFigures[] }> {
  const years = yearsOf(asked)
  const listed = await queries.listCounted(db, spanOf(asked), way)
  const agreements = listed.map((of) => Object.assign(of, { years: yearsWithin(of, years) }))
  const people = await peopleBy(db, asked, way, agreements)
  const hours = await hoursBy(db, asked, way, agreements)
  const names = await namesOf(db, way, [...people.keys(), ...hours.keys()])
  const counted = repeats(way) ? peopleOfAll(agreements, years) : addUp(people, measuresOf.people, years)
  const served = way === 'activity' ? await hoursOfAll(db, asked) : addUp(hours, measuresOf.hours, years)
  return {
    lines: joinLines(people, hours, years, { names, order: orders[way] }),
    whole: years.map((_, place) => ({ ...noFigures, ...counted[place], ...served[place] })),
  }
}

/** An agreement with the years in which it counts, as bits. */
type Agreement = queries.ToldAgreement & { years: number }

async function peopleBy(
  db: Db,
  asked: ReportAsked,
  way: ReportWay,
  agreements: readonly Agreement[],
): Promise<Lines<PeopleFigures>> {
  const years = yearsOf(asked)
  if (way === 'month') return peopleByMonth(agreements, years)
  if (way === 'activity') {
    const activities = await queries.listActivities(db, spanOf(asked))
    return countPeople(byActivity(agreements, activities), years.length)
  }
  const present = agreements.map(({ told, volunteerId, years }) => ({
    id: told,
    volunteerId,
    periods: years,
  }))
  const lines = countPeople(present, years.length)
  return way === 'ageBand' ? inAgeBands(lines, years) : lines
}

function* byActivity(
  agreements: readonly Agreement[],
  activities: Awaited<ReturnType<typeof queries.listActivities>>,
): Generator<Presence> {
  const of = new Map(agreements.map((agreement) => [agreement.id, agreement]))
  for (const { agreementId, activityId } of activities) {
    const agreement = of.get(agreementId)
    if (agreement) yield { id: activityId, volunteerId: agreement.volunteerId, periods: agreement.years }
  }
}

/** Every month has a line, whether anybody was there or not. */
function peopleByMonth(agreements: readonly Agreement[], years: number[]): Lines<PeopleFigures> {
  const ofYears = years.map((year, place) => {
    const present = agreements
      .filter((agreement) => agreement.years & (1 << place))
      .map((agreement) => ({
        id: null,
        volunteerId: agreement.volunteerId,
        periods: monthsWithin(agreement, year),
      }))
    return countPeople(present, months.length).get(null)
  })
  const nobody = { persons: 0, agreements: 0 }
  return new Map(months.map((month) => [month, ofYears.map((of) => of?.[month - 1] ?? nobody)]))
}

async function hoursBy(
  db: Db,
  asked: ReportAsked,
  way: ReportWay,
  agreements: readonly Agreement[],
): Promise<Lines<HoursFigures>> {
  const years = yearsOf(asked)
  const hours: LineHours[] = []
  if (isGrouped(way)) {
    for (const year of years) hours.push(...(await listHours(db, spanOf(asked), way, year)))
    return addHours(hours, years)
  }
  const told = new Map(agreements.map((agreement) => [agreement.id, agreement.told]))
  for (const year of years) {
    const served = await listServedUnder(db, spanOf(asked), year)
    // Some serve outside the days of their agreement, or under one that was cancelled later.
    const others = served
      .filter(({ agreementId }) => !told.has(agreementId))
      .map(({ agreementId }) => agreementId)
    for (const other of await queries.listAgreementsOf(db, others, asked.basis, way))
      told.set(other.id, other.told)
    for (const { agreementId, minutes, unconfirmedMinutes } of served)
      hours.push({ year, id: told.get(agreementId) ?? null, minutes, unconfirmedMinutes })
  }
  const lines = addHours(hours, years)
  return way === 'ageBand' ? inAgeBands(lines, years) : lines
}

function peopleOfAll(agreements: readonly Agreement[], years: number[]): PeopleFigures[] {
  const all = agreements.map(({ volunteerId, years }) => ({ id: null, volunteerId, periods: years }))
  return countPeople(all, years.length).get(null) ?? []
}

/** An entry may stand under several activities, so they do not add up. */
async function hoursOfAll(db: Db, asked: ReportAsked): Promise<HoursFigures[]> {
  const hours = []
  for (const year of yearsOf(asked)) hours.push(await countHours(db, spanOf(asked), year))
  return hours
}

/** Lines in which everything stands once, as one. */
function addUp<Measure extends string>(
  lines: Lines<Record<Measure, number>>,
  measures: readonly Measure[],
  years: number[],
): Record<Measure, number>[] {
  const sum = (measure: Measure, place: number) =>
    [...lines.values()].reduce((all, line) => all + (line[place]?.[measure] ?? 0), 0)
  return years.map(
    (_, place) =>
      Object.fromEntries(measures.map((measure) => [measure, sum(measure, place)])) as Record<
        Measure,
        number
      >,
  )
}

/** The names of units and activities; the others are told by texts. */
async function namesOf(db: Db, way: ReportWay, ids: LineId[]): Promise<ReadonlyMap<LineId, string>> {
  if (way !== 'unit' && way !== 'activity') return new Map()
  return queries.listNames(
    db,
    way === 'unit' ? 'units' : 'activities',
    ids.filter((id) => typeof id === 'number'),
  )
}
