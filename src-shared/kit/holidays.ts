import { addDays, type Day, dayFrom, yearOf } from './dates.ts'

/** Easter Sunday of a year, by the Gregorian rule (Meeus, Jones, Butcher). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayFrom(year, Math.floor(sum / 31), (sum % 31) + 1) as Day
}

/** Holidays of a fixed day, and the year from which each is free of work. */
const fixed: Record<string, number> = {
  '01-01': 1951,
  '01-06': 2011,
  '05-01': 1951,
  '05-03': 1990,
  '08-15': 1989,
  '11-01': 1951,
  '11-11': 1989,
  '12-24': 2025,
  '12-25': 1951,
  '12-26': 1951,
}

/** How many days after Easter Sunday: itself, Easter Monday, Whitsun, Corpus Christi. */
const movable = [0, 1, 49, 60]

/**
 * Is it a holiday free of work in Poland (ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Christmas Eve:
 * ustawa z 6 grudnia 2024 r., Dz.U. poz. 1965)? Sundays that are none besides do not count.
 */
export function isHoliday(day: Day): boolean {
  const since = fixed[day.slice(5)]
  const year = yearOf(day)
  if (since !== undefined) return year >= since
  const easter = easterOf(year)
  return movable.some((days) => addDays(easter, days) === day)
}
