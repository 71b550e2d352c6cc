import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, yearOf } from './dates.ts'

/**
 * The days free from work besides Sundays: 14 in a year since 2025, when Christmas Eve became one (ustawa z 18.01.1951 o
 * dniach wolnych od pracy, art. 1; 24 December: ustawa z 6.12.2024, Dz.U. poz. 1965). Month and day.
 */
const fixed = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26']
const christmasEve = { day: '12-24', since: 2025 }

/** Days after Easter Sunday: itself, Monday, Pentecost, Corpus Christi. */
const movable = [0, 1, 49, 60]

/** Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }).toString()
}

const holidaysByYear = new Map<number, ReadonlySet<Day>>()

function holidaysOf(year: number): ReadonlySet<Day> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const easter = easterOf(year)
  const eve = year >= christmasEve.since ? [christmasEve.day] : []
  const days = new Set([
    ...[...fixed, ...eve].map((day) => `${year}-${day}`),
    ...movable.map((after) => addDays(easter, after)),
  ])
  holidaysByYear.set(year, days)
  return days
}

/** Which day of the week is it? 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** Do offices in Poland work on this day? Neither on Saturdays and Sundays nor on statutory holidays. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) < 6 && !holidaysOf(yearOf(day)).has(day)
}

/** The first working day that is not earlier than this one. */
export function workingDayFrom(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, 1)
  return found
}
