import { dayMinutes, readTime } from '../../kit/clock.ts'
import { addMinutes, type LocalTime, minutesBetween } from '../../kit/dates.ts'

/** A day of a trip is counted from the hour of departure, not from midnight. */
export const dayOfTripMinutes = dayMinutes
const eightHours = 8 * 60
const twelveHours = 12 * 60

/** The meals that somebody else pays for, and how much of a full per-diem each takes off, in percent. */
export const mealShares = { breakfast: 25, lunch: 50, dinner: 25 } as const
export const meals = ['breakfast', 'lunch', 'dinner'] as const
export type Meal = (typeof meals)[number]

/** One day of a trip: when it begins, how long it is, and which share of a per-diem is due, in percent. */
export interface TripDay {
  from: LocalTime
  minutes: number
  share: 0 | 50 | 100
}

/**
 * The days of a trip with the share of a per-diem that is due for each (rozporządzenie MPiPS z 29 stycznia 2013 r., § 7
 * ust. 2; own knowledge): a trip of a day at most gives nothing below 8 hours, a half from 8 to 12, the whole above 12.
 * A longer one gives the whole for each full day; for the rest a half up to 8 hours and the whole above.
 *
 * Time is counted as it passes: over a change of the clocks a day of a trip has 24 hours all the same.
 */
export function tripDays(departsAt: LocalTime, returnsAt: LocalTime): TripDay[] {
  const minutes = minutesBetween(departsAt, returnsAt)
  if (minutes <= 0) return []
  const days: TripDay[] = []
  for (let gone = 0; gone < minutes; gone += dayOfTripMinutes) {
    const length = Math.min(dayOfTripMinutes, minutes - gone)
    const share = minutes <= dayOfTripMinutes ? shareOfShortTrip(length) : length > eightHours ? 100 : 50
    days.push({ from: addMinutes(departsAt, gone), minutes: length, share })
  }
  return days
}

function shareOfShortTrip(minutes: number): TripDay['share'] {
  if (minutes < eightHours) return 0
  return minutes <= twelveHours ? 50 : 100
}

/**
 * The per-diem of one day of a trip, in grosze: the share that is due, without the meals that were free. A meal takes its
 * share of the full per-diem off, also where a half is due (§ 7 ust. 4); what is left is never less than nothing.
 *
 * @param rate the full per-diem of that day, in grosze
 */
export function perDiemOf(share: TripDay['share'], rate: number, freeMeals: readonly Meal[]): number {
  const taken = [...new Set(freeMeals)].reduce((sum, meal) => sum + mealShares[meal], 0)
  return Math.round((rate * Math.max(0, share - taken)) / 100)
}

/** Reads an hour as people type it (`readTime`). Answers `07:30`, as a local time has it; undefined where it is none. */
export function readHour(text: string): string | undefined {
  const minute = readTime(text)
  if (minute === null || minute === dayMinutes) return undefined
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
