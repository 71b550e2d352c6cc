import { type Day, daysBetween, formatDay } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import { areCostsClosed, isWaiverAgreed, isWaiverInForce } from '../agreements/agreements.rules.ts'
import { waiverPartInWords } from '../agreements/agreements.words.rules.ts'
import { longestSpan, type SettlementFields } from './cost-settlements.fields.contract.ts'
import { type CountedLine, daysOfLine, overlap, spanOf, sumsOf } from './cost-settlements.lines.rules.ts'
import type { CostState } from './cost-settlements.register.ts'

/** Something in the way of a settlement: a `stop` forbids handing it in, a `warning` asks to look. */
export interface SettlementProblem extends FieldProblem {
  level: 'stop' | 'warning'
  /** The line that it is about, from 0. */
  line?: number
  /** The text key of the legal basis, where there is one. */
  basis?: string
}

/** What a settlement is judged by besides what was entered. */
export interface SettlementSurroundings {
  agreement: Pick<
    Agreement,
    | 'status'
    | 'startsOn'
    | 'endsOn'
    | 'travelCosts'
    | 'waiverScope'
    | 'waiverPercent'
    | 'waiverAmount'
    | 'waiverSignedOn'
  >
  today: Day
  /** The days on which confirmed hours of the volunteer stand in the log. */
  servedDays: ReadonlySet<Day>
  /** The days that other settlements of the volunteer are about, with what those are for. */
  settledDays: ReadonlyMap<Day, string>
}

const costs = 'costSettlements.basis.costs'
const waiver = 'costSettlements.basis.waiver'

/**
 * Why costs under an agreement cannot be settled at all; undefined where those of some days can. Only a concluded agreement
 * gives a right to them (UDPP art. 45(1)(3)); it gives none where the volunteer released the centre in whole, in a waiver
 * that was signed by the first day (art. 45(4)).
 */
export function whyNothingDue(
  agreement: Pick<Agreement, 'status' | 'startsOn' | 'travelCosts' | 'waiverSignedOn'>,
): SettlementProblem | undefined {
  if (agreement.status !== 'signed')
    return { key: 'costSettlements.problems.notConcluded', level: 'stop', basis: costs }
  if (areCostsClosed(agreement, agreement.startsOn))
    return { key: 'costSettlements.problems.waived', level: 'stop', basis: waiver }
  return undefined
}

/** How many days a problem names. */
const named = 5

function listed(days: readonly Day[]): string {
  const shown = days.slice(0, named).map(formatDay).join(', ')
  return days.length > named ? `${shown} …` : shown
}

/** Everything in the way of a settlement, what stops it first. */
export function settlementProblems(
  settlement: SettlementFields,
  counted: readonly CountedLine[],
  surroundings: SettlementSurroundings,
): SettlementProblem[] {
  const { agreement } = surroundings
  const nothingDue = whyNothingDue(agreement)
  const problems = [
    ...(nothingDue ? [nothingDue] : []),
    ...waiverProblems(settlement, counted, surroundings),
    ...settlement.lines.flatMap((line, index) =>
      lineProblems(line, counted[index], surroundings).map((problem) => ({ ...problem, line: index })),
    ),
    ...tripProblems(settlement.lines),
  ]
  const add = (
    level: SettlementProblem['level'],
    name: string,
    params?: FieldProblem['params'],
    basis?: string,
  ) =>
    problems.push({
      key: `costSettlements.problems.${name}`,
      level,
      ...(params && { params }),
      ...(basis && { basis }),
    })

  const { startsOn, endsOn } = spanOf(settlement.lines)
  if (daysBetween(startsOn, endsOn) >= longestSpan) add('stop', 'spanTooLong', { count: longestSpan })
  if (settlement.lines.some(({ kind }) => kind === 'vehicle') && !settlement.hasVehicleConsent)
    add('stop', 'noVehicleConsent', undefined, 'costSettlements.basis.vehicle')
  const lines = settlement.lines.map(({ kind }, index) => ({ kind, amount: counted[index]?.amount ?? 0 }))
  if (sumsOf(lines, settlement.waivedAmount).total === 0) add('stop', 'nothing')
  const unserved = unservedDays(settlement, surroundings)
  if (unserved.length > 0) add('warning', 'withoutHours', { count: unserved.length, days: listed(unserved) })
  return problems.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'stop' ? -1 : 1))
}

function waiverProblems(
  { waivedAmount, isWaiverConsidered, lines }: SettlementFields,
  counted: readonly CountedLine[],
  { agreement }: SettlementSurroundings,
): SettlementProblem[] {
  const { travelCosts, waiverSignedOn } = agreement
  const lastOn = spanOf(lines).endsOn
  const problems: SettlementProblem[] = []
  const add = (
    level: SettlementProblem['level'],
    name: string,
    basis: string,
    params?: FieldProblem['params'],
  ) =>
    problems.push({
      key: `costSettlements.problems.${name}`,
      level,
      basis,
      ...(params && { params }),
    })
  if (isWaiverAgreed(agreement) && waiverSignedOn === null) add('warning', 'waiverUnsigned', waiver)
  if (travelCosts === 'partlyWaived' && isWaiverInForce(agreement, lastOn)) {
    add('warning', 'partlyWaived', waiver, {
      scope: waiverPartInWords(agreement),
      day: formatDay(waiverSignedOn ?? lastOn),
    })
    if (!isWaiverConsidered) add('stop', 'waiverNotConsidered', waiver)
  } else if (waivedAmount > 0) add('stop', 'noWaiver', waiver)
  if (travelCosts === 'notEstablished') add('warning', 'notEstablished', costs)
  const sum = lines.reduce((all, _, index) => all + (counted[index]?.amount ?? 0), 0)
  if (waivedAmount > sum) add('stop', 'waivedTooMuch', waiver)
  return problems
}

function lineProblems(
  line: SettlementFields['lines'][number],
  counted: CountedLine | undefined,
  { agreement, today, settledDays }: SettlementSurroundings,
): Omit<SettlementProblem, 'line'>[] {
  const problems: SettlementProblem[] = []
  const add = (level: SettlementProblem['level'], name: string, params?: Record<string, string>) =>
    problems.push({ key: `costSettlements.problems.${name}`, level, ...(params && { params }) })
  const days = daysOfLine(line)
  const before = days.filter((day) => day < agreement.startsOn)
  const after = days.filter((day) => agreement.endsOn !== null && day > agreement.endsOn)
  const future = days.filter((day) => day > today)
  const settled = days.filter((day) => settledDays.has(day))
  const waived = days.filter((day) => areCostsClosed(agreement, day))
  if (before.length > 0)
    add('stop', 'beforeAgreement', { days: listed(before), day: formatDay(agreement.startsOn) })
  if (after.length > 0)
    add('stop', 'afterAgreement', { days: listed(after), day: formatDay(agreement.endsOn ?? '') })
  if (waived.length > 0 && !whyNothingDue(agreement))
    problems.push({
      key: 'costSettlements.problems.waivedSince',
      level: 'stop',
      basis: waiver,
      params: { days: listed(waived), day: formatDay(agreement.waiverSignedOn ?? '') },
    })
  if (future.length > 0) add('stop', 'future', { days: listed(future) })
  if (counted?.withoutRate) add('stop', 'noRate', { day: formatDay(counted.withoutRate) })
  if (line.kind === 'perDiem' && counted?.amount === 0 && !counted.withoutRate) add('warning', 'noPerDiem')
  if (settled.length > 0)
    add('warning', 'settledElsewhere', {
      days: listed(settled),
      purpose: settledDays.get(settled[0] as Day) ?? '',
    })
  return problems
}

/** Trips that share some time: for each the later one is named. */
function tripProblems(lines: SettlementFields['lines']): SettlementProblem[] {
  return lines.flatMap((line, index): SettlementProblem[] => {
    if (line.kind !== 'perDiem') return []
    const isRepeated = lines
      .slice(0, index)
      .some((earlier) => earlier.kind === 'perDiem' && overlap(earlier, line))
    return isRepeated ? [{ key: 'costSettlements.problems.tripTwice', level: 'stop', line: index }] : []
  })
}

/** The days of ways, and the first days of trips, that have no confirmed hours; of a trip one day with hours is enough. */
function unservedDays({ lines }: SettlementFields, { servedDays }: SettlementSurroundings): Day[] {
  const days = lines.flatMap((line) => {
    const ofLine = daysOfLine(line)
    if (line.kind !== 'perDiem') return ofLine.filter((day) => !servedDays.has(day))
    return ofLine.some((day) => servedDays.has(day)) ? [] : ofLine.slice(0, 1)
  })
  return [...new Set(days)].sort()
}

/** Can it be changed? A rejected one can be corrected. */
export function isOpen(state: CostState): boolean {
  return state === 'draft' || state === 'rejected'
}

/** From which states a step may be taken. */
export const stepsFrom = {
  submit: ['draft', 'rejected'],
  approve: ['submitted'],
  reject: ['submitted', 'approved'],
  pay: ['approved'],
  unpay: ['paid'],
} as const satisfies Record<string, readonly CostState[]>
export type CostStep = keyof typeof stepsFrom

/** May this step be taken in this state? */
export function mayStep(step: CostStep, state: CostState): boolean {
  return (stepsFrom[step] as readonly CostState[]).includes(state)
}
