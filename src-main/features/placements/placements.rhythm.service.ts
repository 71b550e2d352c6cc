import type {
  MonitoringRule,
  monitoringContract,
} from '#shared/features/placements/placements.monitoring.contract.ts'
import { dueDays, ruleOn } from '#shared/features/placements/placements.monitoring.rules.ts'
import type { PlaceKind } from '#shared/features/placements/placements.register.ts'
import { lastDayOf } from '#shared/features/placements/placements.rules.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as entries from './placements.monitoring.queries.ts'
import * as queries from './placements.rhythm.queries.ts'

/** How far ahead what is due is laid out, and how near its end may come before more is. */
const ahead = 120
const atLeast = 60

/** A placement as far as its monitoring asks. */
export interface Monitored {
  id: number
  ruleId: number | null
  activeOn: Day | null
  /** Up to when it is laid out; null for not at all. */
  dueUntil: Day | null
  endsOn: Day | null
  agreementEndsOn: Day | null
}

/** Lays out what is due in a placement for the months to come, after what is laid out already. */
export async function layOut(
  tx: Tx,
  placement: Monitored,
  { rules, today, now }: { rules: readonly MonitoringRule[]; today: Day; now: string },
): Promise<void> {
  const rule = rules.find(({ id }) => id === placement.ruleId)
  const { id, activeOn, dueUntil } = placement
  if (!rule || activeOn === null) return
  const lastDay = lastDayOf(placement, { endsOn: placement.agreementEndsOn })
  const horizon = addDays(today > activeOn ? today : activeOn, ahead)
  const until = lastDay !== null && lastDay < horizon ? lastDay : horizon
  const after = dueUntil ?? activeOn
  if (until <= after) return
  const due = dueDays(rule, activeOn, until).filter(({ day }) => day > after)
  await entries.insertDue(tx, id, due, now)
  await queries.markLaidOut(tx, id, until)
}

/** The version of the rhythm that holds for a placement which becomes active on a day; undefined where there is none. */
export function ruleFor(
  rules: readonly MonitoringRule[],
  kind: PlaceKind,
  day: Day,
): MonitoringRule | undefined {
  return ruleOn(
    rules.filter((rule) => rule.kind === kind),
    day,
  )
}

/** The days on which a placement is to be looked after first, for its letter. */
export async function firstDueDays(
  db: Db,
  { placeKind, from, until, count }: { placeKind: PlaceKind; from: Day; until: Day | null; count: number },
): Promise<Day[]> {
  const rule = ruleFor(await queries.listRules(db), placeKind, from)
  if (!rule) return []
  const horizon = addDays(from, ahead)
  const days = dueDays(rule, from, until !== null && until < horizon ? until : horizon)
  return [...new Set(days.map(({ day }) => day))].slice(0, count)
}

/** Lays out more wherever little is left, when a day begins. */
export async function layOutMore(tx: Tx, today: Day, now: string): Promise<void> {
  const found = await queries.listToLayOut(tx, addDays(today, atLeast))
  if (found.length === 0) return
  const rules = await queries.listRules(tx)
  for (const placement of found) await layOut(tx, placement, { rules, today, now })
}

async function getRule(db: Db, id: number): Promise<MonitoringRule> {
  const rule = (await queries.listRules(db)).find((each) => each.id === id)
  if (!rule) throw notFound('monitoring')
  return rule
}

async function refuseSameDay(
  tx: Tx,
  { kind, validFrom }: Pick<MonitoringRule, 'kind' | 'validFrom'>,
  exceptId: number | null,
): Promise<void> {
  const rules = await queries.listRules(tx)
  if (rules.some((rule) => rule.kind === kind && rule.validFrom === validFrom && rule.id !== exceptId))
    throw fieldRefused('validFrom', 'monitoring.errors.sameDay')
}

function told({
  kind,
  validFrom,
  stages,
  talkEveryMonths,
}: Omit<MonitoringRule, 'id' | 'placements' | 'version'>) {
  return {
    placeKind: kind,
    validFrom,
    stages: stages.map(({ every, unit, times }) => [every, unit, times ?? '…'].join(' ')),
    talkEveryMonths,
  }
}

export const monitoringRhythmHandlers: Pick<
  Handlers<typeof monitoringContract>,
  'rules' | 'addRule' | 'changeRule' | 'removeRule'
> = {
  rules: ({ db }) => queries.listRules(db),

  addRule: async ({ tx, record, now }, rule) => {
    await refuseSameDay(tx, rule, null)
    const id = await queries.insertRule(tx, rule, now)
    await record({ kind: 'monitoring', recordId: id, action: 'created', after: told(rule) })
    return queries.listRules(tx)
  },

  changeRule: async ({ tx, record }, { id, version, ...rule }) => {
    const before = await getRule(tx, id)
    if (before.placements > 0) throw ruleBroken('monitoring.errors.ruleInUse')
    await refuseSameDay(tx, rule, id)
    if (!(await queries.updateRule(tx, id, version, rule))) throw conflict(before)
    await record({
      kind: 'monitoring',
      recordId: id,
      action: 'changed',
      before: told(before),
      after: told(rule),
    })
    return queries.listRules(tx)
  },

  removeRule: async ({ tx, record }, { id, version }) => {
    const before = await getRule(tx, id)
    if (before.placements > 0) throw ruleBroken('monitoring.errors.ruleInUse')
    const rules = await queries.listRules(tx)
    if (rules.filter(({ kind }) => kind === before.kind).length === 1)
      throw ruleBroken('monitoring.errors.lastRule')
    if (!(await queries.deleteRule(tx, id, version))) throw conflict(before)
    await record({ kind: 'monitoring', recordId: id, action: 'discarded', before: told(before) })
    return queries.listRules(tx)
  },
}
