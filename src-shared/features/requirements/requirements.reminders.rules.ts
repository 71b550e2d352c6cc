import { addDays, type Day } from '../../kit/dates.ts'

/**
 * The day on which a reminder is due: so many days before the due day, or on the day after it (0), so that nothing lapses
 * without being shown.
 */
export function reminderDay(dueOn: Day, daysBefore: number): Day {
  return daysBefore === 0 ? addDays(dueOn, 1) : addDays(dueOn, -daysBefore)
}

/** The reminders of a due day that nobody has noted as done, the earliest first; noting one does away with those before it. */
function open(reminderDays: readonly number[], noted: readonly number[]): number[] {
  const nearest = Math.min(Number.POSITIVE_INFINITY, ...noted)
  return [...new Set([...reminderDays, 0])].filter((days) => days < nearest).sort((a, b) => b - a)
}

/** The day from which a reminder waits; null where all were noted. */
export function waitsFrom(dueOn: Day, reminderDays: readonly number[], noted: readonly number[]): Day | null {
  const [first] = open(reminderDays, noted)
  return first === undefined ? null : reminderDay(dueOn, first)
}

/** The reminder that waits on a day: of those whose day has come the one nearest to the due day. Undefined where none does. */
export function waitingReminder(
  dueOn: Day,
  reminderDays: readonly number[],
  noted: readonly number[],
  day: Day,
): number | undefined {
  return open(reminderDays, noted).findLast((days) => reminderDay(dueOn, days) <= day)
}
