import type { ReportAsked } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  addHours,
  inAgeBands,
  type LineHours,
} from '#shared/features/volunteering-report/volunteering-report.counting.rules.ts'
import {
  type HoursFigures,
  type ReportBasis,
  type ReportContent,
  type ReportFigures,
  type ReportLine,
  type ReportTable,
  type ReportWay,
  reportWays,
  type ServedPeople,
  yearsOf,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import { countHours, listServed } from './volunteering-report.hours.queries.ts'
import { spanOf, tellBy } from './volunteering-report.lines.service.ts'
import * as queries from './volunteering-report.queries.ts'

/** What somebody may ask: a head about the own unit only. */
export function withinReach(user: User, asked: ReportAsked): ReportAsked {
  return { ...asked, unitId: unitScope(user) ?? asked.unitId }
}

async function totalsBy(db: Db, asked: ReportAsked, basis: ReportBasis): Promise<ReportFigures[]> {
  const totals = []
  for (const year of yearsOf(asked)) {
    const counted = { from: year, to: year, basis, unitId: asked.unitId }
    totals.push({ ...(await queries.countYears(db, counted)), ...(await countHours(db, counted, year)) })
  }
  return totals
}

/** The years, and their wholes by both ways of counting; that of the asked one is known from its lines. */
async function headOf(
  db: Db,
  asked: ReportAsked,
  whole: ReportFigures[],
): Promise<Omit<ReportTable, 'lines'>> {
  const totalsOf = async (basis: ReportBasis) =>
    basis === asked.basis ? whole : await totalsBy(db, asked, basis)
  return {
    years: yearsOf(asked),
    totals: { inForce: await totalsOf('inForce'), concluded: await totalsOf('concluded') },
  }
}

/** The report told by one way, as it stands now. What is asked lies within the reach of who asks. */
export async function reportTable(db: Db, asked: ReportAsked, way: ReportWay): Promise<ReportTable> {
  const { lines, whole } = await tellBy(db, asked, way)
  return { ...(await headOf(db, asked, whole)), lines }
}

/** How many people the hours of the whole years are about. */
async function servedInAll(db: Db, asked: ReportAsked): Promise<HoursFigures[]> {
  const served: LineHours[] = []
  for (const year of yearsOf(asked)) served.push(...(await listServed(db, spanOf(asked), null, year)))
  return yearsOf(asked)
    .map((year) => served.find((of) => of.year === year) ?? noHours)
    .map(bare)
}

const noHours: HoursFigures = { minutes: 0, unconfirmedMinutes: 0 }
const bare = ({ minutes, unconfirmedMinutes }: HoursFigures) => ({ minutes, unconfirmedMinutes })

/** How many people the hours of each line are about. */
async function servedBy(db: Db, asked: ReportAsked, way: ReportWay, lines: readonly ReportLine[]) {
  const years = yearsOf(asked)
  const served: LineHours[] = []
  for (const year of years) served.push(...(await listServed(db, spanOf(asked), way, year)))
  const found = addHours(served, years)
  const by = way === 'ageBand' ? inAgeBands(found, years) : found
  return lines.map(({ id }) => by.get(id) ?? years.map(() => noHours))
}

/** The whole report as it stands now; see `reportTable`. */
export async function wholeReport(db: Db, asked: ReportAsked): Promise<ReportContent> {
  const lines: Partial<ReportContent['lines']> = {}
  const served: Partial<ServedPeople['lines']> = {}
  for (const way of reportWays) {
    const told = (await tellBy(db, asked, way)).lines
    lines[way] = told
    served[way] = await servedBy(db, asked, way, told)
  }
  return {
    ...(await headOf(db, asked, await totalsBy(db, asked, asked.basis))),
    unitName: asked.unitId === null ? null : await queries.findUnitName(db, asked.unitId),
    lines: lines as ReportContent['lines'],
    served: {
      totals: {
        inForce: await servedInAll(db, { ...asked, basis: 'inForce' }),
        concluded: await servedInAll(db, { ...asked, basis: 'concluded' }),
      },
      lines: served as ServedPeople['lines'],
    },
    hasHours: true,
  }
}

/** A frozen report within the reach of a user. Refuses `NOT_FOUND`. */
export async function getFrozen(db: Db, user: User, id: number) {
  const frozen = await queries.findFrozen(db, id, unitScope(user))
  if (!frozen) throw notFound('volunteeringReport')
  return frozen
}
