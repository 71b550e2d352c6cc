import { addDays, type Day } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'
import { weekdayOf } from '../../kit/working-days.ts'
import { commonMinutes, type WeekHours } from './placements.hours.rules.ts'
import type { PlaceKind, PlacementState } from './placements.register.ts'

/** From a day to a day, both included; null: without an end. */
export interface Period {
  startsOn: Day
  endsOn: Day | null
}

const endOfTime = '9999-12-31'
const endOf = ({ endsOn }: Period) => endsOn ?? endOfTime

/** Do two periods have a day in common? */
export function periodsMeet(one: Period, other: Period): boolean {
  return one.startsOn <= endOf(other) && other.startsOn <= endOf(one)
}

/** Does the whole of a period lie within another? */
export function isWithin(inner: Period, outer: Period): boolean {
  return inner.startsOn >= outer.startsOn && endOf(inner) <= endOf(outer)
}

/** When somebody is somewhere. */
export interface TimeTaken extends Period {
  hours: readonly WeekHours[]
}

/**
 * The first of the other placements of a person that takes the same time: a day of the period, the weekday and the hours in
 * common. Placements without hours take no time that could be told.
 */
export function clashOf<Other extends TimeTaken>(
  placement: TimeTaken,
  others: readonly Other[],
): Other | undefined {
  return others.find(
    (other) =>
      periodsMeet(placement, other) &&
      commonMinutes(placement.hours, other.hours) > 0 &&
      sharesWeekday(placement, other),
  )
}

/** A period of some days may hold none of the weekdays on which both would be there. */
function sharesWeekday(one: TimeTaken, other: TimeTaken): boolean {
  const from = one.startsOn > other.startsOn ? one.startsOn : other.startsOn
  const to = endOf(one) < endOf(other) ? endOf(one) : endOf(other)
  if (to >= addDays(from, 6)) return true
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    const ofDay = (hours: readonly WeekHours[]) => hours.filter((each) => each.weekday === weekday)
    if (commonMinutes(ofDay(one.hours), ofDay(other.hours)) > 0) return true
  }
  return false
}

/** The meeting of the volunteer, the family or unit, and who is responsible, with the consents given at it. */
export interface Introduced {
  introducedOn: Day
  placeConsentOn: Day | null
  volunteerConsentOn: Day | null
  withdrawnOn: Day | null
}

/** Everything on which the beginning of a placement depends. */
export interface PlacementFacts extends Period {
  placeKind: PlaceKind
  /** The meeting that counts: the last one; null where there was none. */
  introduction: Introduced | null
  agreement: Period & { status: string }
  /** Does the unit, the family or the kind of activity mean work with minors? */
  isForMinors: boolean
  /** Was the volunteer admitted to work with minors on the first day, and how many elements are missing? */
  admission: { isAdmitted: boolean; missing: number }
  /** Is it said what kind of activity it is? What is asked of the volunteer depends on it. */
  hasActivityKind: boolean
  /** What else is missing for this kind of activity. */
  notReady: readonly FieldProblem[]
}

/** Something in the way of beginning, with the text key of what it stands on. */
export interface PlacementObstacle extends FieldProblem {
  basis?: 'minors' | 'agreement' | 'consent'
}

/**
 * Everything that forbids a placement to begin; none where it may. Work with minors waits for the checks of UOM art. 21,
 * which lie before admission; a family is entered only with its consent and the volunteer's, after the meeting of three.
 */
export function obstaclesToStart(facts: PlacementFacts): PlacementObstacle[] {
  const { placeKind, introduction, agreement, isForMinors, admission, notReady } = facts
  const found: PlacementObstacle[] = []
  if (agreement.status !== 'signed')
    found.push({ key: 'placements.obstacles.agreementNotConcluded', basis: 'agreement' })
  else if (!isWithin(facts, agreement))
    found.push({ key: 'placements.obstacles.outsideAgreement', basis: 'agreement' })
  if (isForMinors && !admission.isAdmitted)
    found.push({
      key: 'placements.obstacles.notAdmitted',
      params: { count: admission.missing },
      basis: 'minors',
    })
  if (!facts.hasActivityKind) found.push({ key: 'placements.obstacles.noActivityKind' })
  found.push(...notReady)
  if (placeKind === 'family') {
    if (!introduction) found.push({ key: 'placements.obstacles.notIntroduced', basis: 'consent' })
    else if (introduction.withdrawnOn)
      found.push({ key: 'placements.obstacles.consentWithdrawn', basis: 'consent' })
    else {
      if (!introduction.placeConsentOn)
        found.push({ key: 'placements.obstacles.noFamilyConsent', basis: 'consent' })
      if (!introduction.volunteerConsentOn)
        found.push({ key: 'placements.obstacles.noVolunteerConsent', basis: 'consent' })
    }
  }
  return found
}

/** Does this keep somebody from going on with what has begun? What the volunteer has to meet does, the rest was asked before. */
export function isForVolunteerToMeet({ key }: Pick<PlacementObstacle, 'key'>): boolean {
  return key === 'placements.obstacles.notAdmitted' || key.startsWith('requirements.notReady.')
}

/** What can be done with a placement in a state. */
const steps = {
  planned: ['introduce', 'start', 'end'],
  introduced: ['introduce', 'start', 'withdraw', 'end'],
  active: ['suspend', 'withdraw', 'end'],
  suspended: ['introduce', 'resume', 'end'],
  ended: [],
} as const satisfies Record<PlacementState, readonly string[]>
export type PlacementStep = 'introduce' | 'start' | 'suspend' | 'resume' | 'withdraw' | 'end'

/** May this be done with a placement in that state? */
export function mayStep(state: PlacementState, step: PlacementStep): boolean {
  return (steps[state] as readonly string[]).includes(step)
}

/** The last day on which a placement can be served: its own, or that of the agreement where that comes first. */
export function lastDayOf(placement: Pick<Period, 'endsOn'>, agreement: Pick<Period, 'endsOn'>): Day | null {
  const ends = [placement.endsOn, agreement.endsOn].filter((day): day is Day => day !== null)
  return ends.sort()[0] ?? null
}
