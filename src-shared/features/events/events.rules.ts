import type { TimeSpan } from '../../kit/clock.ts'
import { addDays, type Day, daysBetween, formatDay } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'
import { shortServiceDays } from '../agreements/agreements.rules.ts'
import type { VolunteerFields } from '../volunteers/volunteers.contract.ts'
import { legalCapacityOn } from '../volunteers/volunteers.rules.ts'

/**
 * The longest event, in calendar days. For longer service the act asks for a written agreement with each person and for
 * another cover (UDPP art. 44 ust. 4, art. 46), so it cannot be done by a list.
 */
export const maxEventDays = shortServiceDays

/** The most people on the list of one event. */
export const maxMembers = 200

/** Is the event too long to be served by a list? */
export function isTooLong({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): boolean {
  return daysBetween(startsOn, endsOn) + 1 > maxEventDays
}

/** The days of an event, the first first. */
export function daysOfEvent({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Day[] {
  return Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, index) => addDays(startsOn, index))
}

/** How long one day of an event is, in minutes; null where its hours are not known. */
export function minutesOfDay({ fromMinute, toMinute }: TimeSpan): number | null {
  return fromMinute === null || toMinute === null ? null : toMinute - fromMinute
}

/** A day or a span of days as people read it: `5.12.2026`, `5.12.2026 – 7.12.2026`. */
export function daysText({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string {
  return startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`
}

/** Something in the way of a person's agreement by the list: a `stop` leaves the person out, a `warning` does not. */
export interface MemberProblem extends FieldProblem {
  level: 'stop' | 'warning'
}

/** A person on a list, as far as the rules ask. */
export interface JudgedMember {
  birthOn: Day | null
  legalStatus: VolunteerFields['legalStatus']
  guardianName: string | null
  guardianRelation: string | null
  consentOn: Day | null
  /** Were the checks before admission to work with minors passed? Only asked where the event is with minors. */
  isAdmitted: boolean
  /** The number of another agreement for the same days and the same work. */
  sameWork: string | null
}

/** An event, as far as the rules ask. */
export interface JudgedEvent extends TimeSpan {
  startsOn: Day
  endsOn: Day
  unitId: number | null
  tasks: readonly string[]
  worksWithMinors: boolean
  nnwProvider: string
  nnwInsurer: string
  nnwPolicy: string
  nnwFrom: Day | null
  nnwTo: Day | null
}

const stop = (name: string, params?: FieldProblem['params']): MemberProblem => ({
  key: `events.problems.${name}`,
  level: 'stop',
  ...(params && { params }),
})
const warning = (name: string, params?: FieldProblem['params']): MemberProblem => ({
  ...stop(name, params),
  level: 'warning',
})

/**
 * What stands in the way of a person's agreement by the list of an event.
 *
 * Who has limited legal capacity, as everybody from 13 to 17, needs the consent of a guardian (KC art. 15, 17), by the first
 * day at the latest; for a child under 13 and for who is fully incapacitated the guardian makes an agreement of its own, which
 * no list replaces (KC art. 12, 14). For work with minors the checks come before (UOM art. 21).
 */
export function memberProblems(member: JudgedMember, event: JudgedEvent): MemberProblem[] {
  const found: MemberProblem[] = []
  const capacity = legalCapacityOn(member.birthOn, event.startsOn, member.legalStatus)
  if (capacity === 'unknown') found.push(stop('ageUnknown'))
  if (capacity === 'none')
    found.push(stop(member.legalStatus === 'fullyIncapacitated' ? 'incapacitated' : 'child'))
  if (capacity === 'limited') {
    if (!member.guardianName || !member.guardianRelation) found.push(stop('noGuardian'))
    if (member.consentOn === null) found.push(stop('noConsent'))
    else if (member.consentOn > event.startsOn) found.push(stop('lateConsent'))
  }
  if (event.worksWithMinors && !member.isAdmitted) found.push(stop('notAdmitted'))
  if (member.sameWork !== null) found.push(warning('sameWork', { number: member.sameWork }))
  return found
}

/**
 * What an event lacks before agreements can be concluded by its list: place, work, hours, and the accident policy, which
 * for 30 days and less is obligatory and must cover every day (UDPP art. 44 ust. 1, art. 46 ust. 3).
 */
export function eventProblems(event: JudgedEvent): MemberProblem[] {
  const found: MemberProblem[] = []
  if (event.unitId === null) found.push(stop('noUnit'))
  if (event.tasks.length === 0) found.push(stop('noTasks'))
  if (minutesOfDay(event) === null) found.push(stop('noHours'))
  if (!event.nnwInsurer || !event.nnwPolicy || !event.nnwProvider) found.push(stop('noPolicy'))
  else if (!event.nnwFrom || !event.nnwTo) found.push(stop('noPolicyPeriod'))
  else if (event.nnwFrom > event.startsOn || event.nnwTo < event.endsOn) found.push(stop('policyTooShort'))
  return found
}
