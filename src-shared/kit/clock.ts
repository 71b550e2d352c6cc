/** The minutes of a day; as a time of the day, midnight at its end (`24.00`). */
export const dayMinutes = 24 * 60

/** From when to when, in minutes of the day; both null where that is not known. */
export interface TimeSpan {
  fromMinute: number | null
  toMinute: number | null
}

/** A time of the day as offices in Poland write it: 570 → `9.30`, 1440 → `24.00`. */
export function formatTime(minute: number): string {
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`
}

/** `16.00–18.30`; empty where the times are not known. */
export function formatTimeSpan({ fromMinute, toMinute }: TimeSpan): string {
  return fromMinute === null || toMinute === null ? '' : `${formatTime(fromMinute)}–${formatTime(toMinute)}`
}

/**
 * Reads a time of the day as people and spreadsheets write it: `16`, `16.30`, `16:30`, `1630`, `16:30:00`, `16 h`. In
 * minutes of the day.
 *
 * @returns null where it is none
 */
export function readTime(typed: string): number | null {
  const found = /^(\d{1,2})(?:[:.,]?([0-5]\d)(?::00)?)?\s*(?:h|godz\.?)?$/.exec(typed.trim().toLowerCase())
  if (!found) return null
  const minute = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return minute <= dayMinutes ? minute : null
}
