import type { ReportAsked } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  ageBands,
  figuresOfMonths,
  joinYears,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportTable,
  type ReportWay,
  repeats,
  reportWays,
  wholeOf,
  withHours,
  yearsOf,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { categories } from '#shared/features/volunteers/volunteers.register.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import { countHours, listHours } from './volunteering-report.hours.queries.ts'
import * as queries from './volunteering-report.queries.ts'

const months = Array.from({ length: 12 }, (_, month) => month + 1)
const orders: Record<ReportWay, readonly (number | string)[] | null> = {
  unit: null,
  activity: null,
  category: categories,
  ageBand: ageBands,
  month: months,
}

/** What somebody may ask: a head about the own unit only. */
export function withinReach(user: User, asked: ReportAsked): ReportAsked {
  return { ...asked, unitId: unitScope(user) ?? asked.unitId }
}

async function peopleOfYear(db: Db, counted: queries.Counted, way: ReportWay) {
  if (way !== 'month') return queries.countLines(db, counted, way)
  const figures = figuresOfMonths(await queries.listMonths(db, counted))
  return figures.map((month, index) => ({ id: index + 1, name: null, ...month }))
}

async function linesOfYear(db: Db, counted: queries.Counted, way: ReportWay) {
  return withHours(await peopleOfYear(db, counted, way), await listHours(db, counted, way))
}

async function linesBy(db: Db, asked: ReportAsked, way: ReportWay): Promise<ReportLine[]> {
  const years = []
  for (const year of yearsOf(asked)) years.push(await linesOfYear(db, { ...asked, year }, way))
  return joinYears(years, orders[way])
}

async function totalsBy(db: Db, asked: ReportAsked, basis: ReportBasis) {
  const totals = []
  for (const year of yearsOf(asked)) {
    const counted = { ...asked, year, basis }
    totals.push({ ...(await queries.countYear(db, counted)), ...(await countHours(db, counted)) })
  }
  return totals
}

async function headOf(
  db: Db,
  asked: ReportAsked,
  known?: ReportFigures[],
): Promise<Omit<ReportTable, 'lines'>> {
  const totalsOf = async (basis: ReportBasis) =>
    (basis === asked.basis ? known : undefined) ?? (await totalsBy(db, asked, basis))
  return {
    years: yearsOf(asked),
    totals: { inForce: await totalsOf('inForce'), concluded: await totalsOf('concluded') },
  }
}

/** The report told by one way, as it stands now. What is asked lies within the reach of who asks. */
export async function reportTable(db: Db, asked: ReportAsked, way: ReportWay): Promise<ReportTable> {
  const lines = await linesBy(db, asked, way)
  // Where lines add up to the whole, the database need not count it again.
  const known = repeats(way) ? undefined : wholeOf(lines, asked.compared + 1)
  return { ...(await headOf(db, asked, known)), lines }
}

/** The whole report as it stands now; see `reportTable`. */
export async function wholeReport(db: Db, asked: ReportAsked): Promise<ReportContent> {
  const lines: Partial<ReportContent['lines']> = {}
  for (const way of reportWays) lines[way] = await linesBy(db, asked, way)
  return {
    ...(await headOf(db, asked)),
    unitName: asked.unitId === null ? null : await queries.findUnitName(db, asked.unitId),
    lines: lines as ReportContent['lines'],
    hasHours: true,
  }
}

/** A frozen report within the reach of a user. Refuses `NOT_FOUND`. */
export async function getFrozen(db: Db, user: User, id: number) {
  const frozen = await queries.findFrozen(db, id, unitScope(user))
  if (!frozen) throw notFound('volunteeringReport')
  return frozen
}
