import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { workingDayFrom } from '../../kit/working-days.ts'
import type { MonitoringPurpose, MonitoringState } from './placements.monitoring.register.ts'

export const stageUnits = ['day', 'week', 'month'] as const

/** A stretch of the rhythm: every so many days, weeks or months, so many times; null times: until the end. */
const stage = z.object({
  every: z.int().min(1).max(60),
  unit: z.enum(stageUnits),
  times: z.int().min(1).max(60).nullable(),
})
export type MonitoringStage = z.output<typeof stage>

/** How often a placement is looked after: contacts in stages one after the other, and a talk every so many months. */
export const rhythm = z.object({
  stages: z
    .array(stage)
    .min(1)
    .max(10)
    .refine((stages) => stages.slice(0, -1).every(({ times }) => times !== null), {
      error: 'monitoring.errors.endlessStage',
    }),
  /** Null: no regular talk. */
  talkEveryMonths: z.int().min(1).max(24).nullable(),
})
export type Rhythm = z.output<typeof rhythm>

/** The rhythm that the program proposes: after 2 days, four times a week apart, then every month; a talk each quarter. */
export const proposedRhythm: Rhythm = {
  stages: [
    { every: 2, unit: 'day', times: 1 },
    { every: 1, unit: 'week', times: 4 },
    { every: 1, unit: 'month', times: null },
  ],
  talkEveryMonths: 3,
}

/** A day on which something is due. */
export interface DueDay {
  purpose: Extract<MonitoringPurpose, 'contact' | 'talk'>
  day: Day
}

function after(day: Day, count: number, unit: MonitoringStage['unit']): Day {
  return Temporal.PlainDate.from(day)
    .add({ [`${unit}s`]: count })
    .toString()
}

/**
 * The days on which a placement that became active on `from` is to be looked after, up to `until`, in their order. A day
 * that is no working day moves to the next one; two contacts that would meet become one. A month after the 31st is the
 * last day of a shorter month, and what follows is counted from the 31st again.
 *
 * @param until the last day that counts, itself included: that of the placement, or that up to which one plans
 */
export function dueDays({ stages, talkEveryMonths }: Rhythm, from: Day, until: Day): DueDay[] {
  const contacts: Day[] = []
  let anchor = from
  for (const { every, unit, times } of stages) {
    const start = anchor
    for (let turn = 1; times === null || turn <= times; turn++) {
      anchor = after(start, every * turn, unit)
      if (anchor > until) break
      const due = workingDayFrom(anchor)
      if (due <= until && due !== contacts.at(-1)) contacts.push(due)
    }
    if (anchor > until) break
  }
  const talks: Day[] = []
  for (let turn = 1; talkEveryMonths !== null; turn++) {
    const nominal = after(from, talkEveryMonths * turn, 'month')
    if (nominal > until) break
    const due = workingDayFrom(nominal)
    if (due <= until) talks.push(due)
  }
  return [
    ...contacts.map((day) => ({ purpose: 'contact' as const, day })),
    ...talks.map((day) => ({ purpose: 'talk' as const, day })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** What an entry of the monitoring is on a day. */
export function monitoringStateOn(
  { dueOn, doneOn, skippedOn }: { dueOn: Day; doneOn: Day | null; skippedOn: Day | null },
  today: Day,
): MonitoringState {
  if (doneOn) return 'done'
  if (skippedOn) return 'skipped'
  if (dueOn < today) return 'overdue'
  return dueOn === today ? 'today' : 'coming'
}

/** A version of the rhythm that holds for placements which become active from a day on. */
export interface DatedRule {
  validFrom: Day
}

/** The version that holds for a placement which becomes active on a day: the last that began by then. */
export function ruleOn<Rule extends DatedRule>(rules: readonly Rule[], day: Day): Rule | undefined {
  return rules
    .filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}
