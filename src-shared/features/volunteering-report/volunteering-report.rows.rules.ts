import type { Filters } from '../../kit/register/register.ts'
import type { agreementsRegister } from '../agreements/agreements.register.ts'
import type { hoursRegister } from '../hours/hours.register.ts'
import type { volunteersRegister } from '../volunteers/volunteers.register.ts'
import {
  type AgeBand,
  birthDaysOf,
  daysOfMonth,
  daysOfYear,
  type ReportBasis,
  type ReportLine,
  type ReportWay,
} from './volunteering-report.rules.ts'

type Agreements = Filters<typeof agreementsRegister>
type Volunteers = Filters<typeof volunteersRegister>
type Hours = Filters<typeof hoursRegister>
type Category = NonNullable<Agreements['category']>['oneOf'][number]

/** The filters of the lists that have the rows behind a figure: people, agreements, and the entries of hours of both kinds. */
export interface RowsBehind {
  volunteers: Volunteers
  agreements: Agreements
  hours: { minutes: Hours; unconfirmedMinutes: Hours }
}

/** Agreements that are concluded and not cancelled; which of their states they are in today does not matter. */
const concluded = { oneOf: ['upcoming', 'active', 'ending', 'ended'] } satisfies Agreements['state']

/**
 * The rows behind the figures of a line in a year, or (null) of the whole year: as many people, as many agreements, and
 * entries of as many hours as the figures say.
 */
export function rowsBehind(
  { year, basis, unitId }: { year: number; basis: ReportBasis; unitId: number | null },
  way: ReportWay,
  line: Pick<ReportLine, 'id'> | null,
): RowsBehind {
  const days = way === 'month' && line ? daysOfMonth(year, Number(line.id)) : daysOfYear(year)
  const unit = unitId === null ? undefined : { oneOf: [unitId] }
  const ofYear =
    basis === 'inForce'
      ? { volunteers: { agreementInForce: days }, agreements: { inForce: days }, hours: {} }
      : {
          volunteers: { agreementConcluded: days },
          agreements: { concludedOn: days, state: concluded },
          hours: { concludedOn: daysOfYear(year) },
        }
  const ofLine = line ? filtersOfLine(year, way, line.id) : { volunteers: {}, agreements: {}, hours: {} }
  const hours = (isConfirmed: boolean): Hours => ({
    servedOn: days,
    isConfirmed: { is: isConfirmed },
    ...ofYear.hours,
    ...(unit && { unit }),
    ...ofLine.hours,
  })
  return {
    volunteers: { ...ofYear.volunteers, ...(unit && { agreementUnit: unit }), ...ofLine.volunteers },
    agreements: { ...ofYear.agreements, ...(unit && { unit }), ...ofLine.agreements },
    hours: { minutes: hours(true), unconfirmedMinutes: hours(false) },
  }
}

interface LineFilters {
  volunteers: Volunteers
  agreements: Agreements
  hours: Hours
}

function filtersOfLine(year: number, way: ReportWay, id: ReportLine['id']): LineFilters {
  const reference = id === null ? { empty: true } : { oneOf: [Number(id)] }
  switch (way) {
    case 'unit':
      return {
        volunteers: { agreementUnit: reference },
        agreements: { unit: reference },
        hours: { unit: reference },
      }
    case 'activity':
      return {
        volunteers: { agreementActivity: reference },
        agreements: { activity: reference },
        hours: { activity: reference },
      }
    case 'category': {
      const category = { oneOf: [id as Category] }
      return { volunteers: { category }, agreements: { category }, hours: { category } }
    }
    case 'ageBand': {
      const birthOn = birthFilter(id as AgeBand, year)
      return { volunteers: { birthOn }, agreements: { birthOn }, hours: { birthOn } }
    }
    case 'month':
      return { volunteers: {}, agreements: {}, hours: {} }
  }
}

function birthFilter(band: AgeBand, year: number) {
  if (band === 'unknown') return { empty: true }
  const { from, to } = birthDaysOf(band, year)
  return { ...(from && { from }), ...(to && { to }) }
}
