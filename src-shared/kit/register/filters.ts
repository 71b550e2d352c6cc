import { addDays, type Day, daySpan } from '../dates.ts'
import type { FilterOf, Span } from './register.ts'

/** The days from `from` to `to`, both included; null is open. */
export interface DayRange {
  from: Day | null
  to: Day | null
}

/** The days that a filter of days asks for, seen from today; undefined where it asks whether there is a day at all. */
export function dayRangeOf(filter: FilterOf<'day'>, today: Day): DayRange | undefined {
  if ('empty' in filter) return undefined
  if ('within' in filter) return rangeOfSpan(filter.within, today)
  if ('nextDays' in filter) return { from: today, to: addDays(today, filter.nextDays) }
  if ('lastDays' in filter) return { from: addDays(today, -filter.lastDays), to: today }
  return { from: filter.from ?? null, to: filter.to ?? null }
}

/** The days of a span that moves with the calendar. */
export function rangeOfSpan(span: Span, today: Day): DayRange {
  switch (span) {
    case 'today':
      return { from: today, to: today }
    case 'past':
      return { from: null, to: addDays(today, -1) }
    case 'future':
      return { from: addDays(today, 1), to: null }
    case 'thisWeek':
      return daySpan(today, 'week', 0)
    case 'thisMonth':
      return daySpan(today, 'month', 0)
    case 'nextMonth':
      return daySpan(today, 'month', 1)
    case 'lastMonth':
      return daySpan(today, 'month', -1)
    case 'thisYear':
      return daySpan(today, 'year', 0)
    case 'nextYear':
      return daySpan(today, 'year', 1)
    case 'lastYear':
      return daySpan(today, 'year', -1)
  }
}
