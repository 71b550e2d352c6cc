import { daysOfMonth, monthAfter } from '#shared/kit/months.ts'
import { isWorkingDay, weekdayOf } from '#shared/kit/working-days.ts'
import { listInForceOf } from './features/agreements/agreements.reader.ts'
import { confirmHours } from './features/hours/hours.cells.service.ts'
import { enterHours } from './features/hours/hours.service.ts'
import { listByName } from './features/volunteers/volunteers.service.ts'
import type { CommandContext } from './kit/context.ts'

type DemoContext = Omit<CommandContext, 'session'>

interface Served {
  surname: string
  firstNames: string
  /** Of the duties one after the other, in minutes; 0: did not come. */
  rhythm: readonly number[]
  /** Are all months that are over confirmed, or all but the last one? */
  confirmed: 'all' | 'butLast'
}

/** Who served in the last two months and in this one, by a rhythm that begins anew. */
const served: readonly Served[] = [
  { surname: 'Kozłowska', firstNames: 'Celina', rhythm: [90, 120, 90, 90, 0, 105], confirmed: 'all' },
  { surname: 'Łukasik', firstNames: 'Elżbieta', rhythm: [90, 90, 90, 120], confirmed: 'all' },
  { surname: 'Nowak', firstNames: 'Zofia', rhythm: [90, 90, 0, 90, 135], confirmed: 'all' },
  { surname: 'Wróbel', firstNames: 'Andrzej', rhythm: [60, 90, 75], confirmed: 'butLast' },
  { surname: 'Żółkiewski', firstNames: 'Ignacy', rhythm: [60, 60], confirmed: 'all' },
]

/** At three in the afternoon, when duties begin. */
const begins = 15 * 60
const dutyWeekdays = [2, 4]

/**
 * Hours of fictional volunteers on Tuesdays and Thursdays since the beginning of the month before the last one. What is over
 * is confirmed, but for one person's last month, so that something waits; this month is open.
 */
export async function serveDemo(context: DemoContext): Promise<void> {
  const { tx, today } = context
  const months = [-2, -1, 0].map((away) => monthAfter(today.slice(0, 7), away))
  const duties = months
    .flatMap(daysOfMonth)
    .filter((day) => day <= today && isWorkingDay(day) && dutyWeekdays.includes(weekdayOf(day)))
  for (const { surname, firstNames, rhythm, confirmed } of served) {
    const [volunteer] = await listByName(tx, [{ surname, firstNames }])
    const agreement = (await listInForceOf(tx, volunteer?.id ?? 0)).at(-1)
    if (!agreement) throw new Error('the example lacks an agreement')
    const own = duties.filter((day) => day >= agreement.startsOn)
    for (const [index, servedOn] of own.entries()) {
      const minutes = rhythm[index % rhythm.length] ?? 0
      if (minutes === 0) continue
      const span = { fromMinute: begins, toMinute: begins + minutes }
      const entry = { agreementId: agreement.id, servedOn, minutes, ...span, place: '', task: '' }
      await enterHours(context, entry)
    }
    const over = months.slice(0, confirmed === 'all' ? 2 : 1)
    for (const month of over) await confirmHours(context, { month, agreementIds: [agreement.id] })
  }
}
