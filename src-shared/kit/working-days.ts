import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from './dates.ts'
import { isHoliday } from './holidays.ts'

/** Which day of the week is it? 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** Do offices in Poland work on this day? Neither on Saturdays and Sundays nor on statutory holidays. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) < 6 && !isHoliday(day)
}

/** The first working day that is not earlier than this one. */
export function workingDayFrom(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}
