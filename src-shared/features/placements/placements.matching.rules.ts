import type { Day } from '../../kit/dates.ts'
import type { FieldProblem } from '../../kit/procedure.ts'
import { commonMinutes, minutesOfWeek, type WeekHours } from './placements.hours.rules.ts'
import { clashOf, isWithin, type Period, periodsMeet, type TimeTaken } from './placements.rules.ts'

/** What somebody is looked for. */
export interface SoughtNeed extends Period {
  id: number
  unitId: number | null
  familyId: number | null
  activityKindId: number | null
  hours: readonly WeekHours[]
  needsSignLanguage: boolean
  isForMinors: boolean
}

/** Another placement of a person. */
export interface OtherPlacement extends TimeTaken {
  id: number
  needId: number | null
  unitId: number | null
  familyId: number | null
  /** The unit; null for a family, of which nothing is told. */
  unitName: string | null
}

/** What is known of a person whom one might offer for a need. */
export interface CandidateFacts {
  volunteerId: number
  /** The agreements that are concluded and not cancelled. */
  agreements: readonly (Period & { id: number })[]
  /** May the person serve, by status? Null where the centre keeps no status. */
  isActive: boolean | null
  placements: readonly OtherPlacement[]
  /** Empty where nothing is known. */
  availability: readonly WeekHours[]
  hasSignLanguage: boolean
  prefersKind: boolean
  prefersUnit: boolean
  hasConflictNote: boolean
}

/** What takes a question of its own, and so is asked only of those for whom all else fits. */
export interface ReadinessFacts {
  isAdmitted: boolean
  missingChecks: number
  notReady: readonly FieldProblem[]
}

/** The agreement under which a need could be served: the one that covers most of it, from the first day. */
export function agreementFor<Agreement extends Period>(
  need: Period,
  agreements: readonly Agreement[],
): Agreement | undefined {
  const fitting = agreements.filter(
    (agreement) =>
      agreement.startsOn <= need.startsOn &&
      periodsMeet({ startsOn: need.startsOn, endsOn: need.startsOn }, agreement),
  )
  return fitting.find((agreement) => isWithin(need, agreement)) ?? fitting[0]
}

/**
 * Why a person is not offered for a need: every reason, as a text key; none where the person is offered. An unknown
 * availability is no reason, nor is an agreement that ends before the need does: one asks, and one prolongs.
 *
 * @param today nobody is placed in the past: a need that has begun is asked about from today on
 */
export function whyNotOffered(
  need: SoughtNeed,
  person: CandidateFacts,
  today: Day,
  readiness?: ReadinessFacts,
): FieldProblem[] {
  const asked = { ...need, startsOn: need.startsOn < today ? today : need.startsOn }
  const found: FieldProblem[] = []
  const already = person.placements.some(
    (other) =>
      other.needId === need.id ||
      (periodsMeet(asked, other) &&
        ((need.unitId !== null && other.unitId === need.unitId) ||
          (need.familyId !== null && other.familyId === need.familyId))),
  )
  if (already) found.push({ key: 'needs.reasons.alreadyPlaced' })
  if (!agreementFor(asked, person.agreements)) found.push({ key: 'needs.reasons.noAgreement' })
  if (person.isActive === false) found.push({ key: 'needs.reasons.notActive' })
  if (
    need.hours.length > 0 &&
    person.availability.length > 0 &&
    commonMinutes(need.hours, person.availability) === 0
  )
    found.push({ key: 'needs.reasons.notAvailable' })
  const clash = already ? undefined : clashOf(asked, person.placements)
  if (clash)
    found.push(
      clash.unitName === null
        ? { key: 'needs.reasons.placedAtFamily' }
        : { key: 'needs.reasons.placedElsewhere', params: { place: clash.unitName } },
    )
  if (need.needsSignLanguage && !person.hasSignLanguage) found.push({ key: 'needs.reasons.noSignLanguage' })
  if (person.hasConflictNote) found.push({ key: 'needs.reasons.conflictNote' })
  if (readiness && need.isForMinors && !readiness.isAdmitted)
    found.push({ key: 'needs.reasons.notAdmitted', params: { count: readiness.missingChecks } })
  found.push(...(readiness?.notReady ?? []))
  return found
}

/** How well a person fits a need. */
export interface Fit {
  /** Which part of the hours of the need the person is free, from 0 to 1; null where that is not known. */
  covered: number | null
  hasSignLanguage: boolean
  prefersKind: boolean
  prefersUnit: boolean
  /** How many placements the person has now. */
  placements: number
  /** Does the agreement last as long as the need? */
  lastsLongEnough: boolean
}

/** How well a person fits a need. */
export function fitOf(need: SoughtNeed, person: CandidateFacts): Fit {
  const asked = minutesOfWeek(need.hours)
  const isKnown = person.availability.length > 0 && asked > 0
  return {
    covered: isKnown ? commonMinutes(need.hours, person.availability) / asked : null,
    hasSignLanguage: person.hasSignLanguage,
    prefersKind: person.prefersKind,
    prefersUnit: person.prefersUnit,
    placements: person.placements.length,
    lastsLongEnough: person.agreements.some((agreement) => isWithin(need, agreement)),
  }
}

/**
 * Compares two people for a need, the better one first: who signs, where that is needed; then who is free at more of the
 * hours, who wished for such work or place, whose agreement lasts, and who has fewer placements. Distance is not known.
 */
export function byFit(need: Pick<SoughtNeed, 'needsSignLanguage'>, one: Fit, other: Fit): number {
  const yes = (is: boolean) => (is ? 1 : 0)
  return (
    (need.needsSignLanguage ? yes(other.hasSignLanguage) - yes(one.hasSignLanguage) : 0) ||
    (other.covered ?? 0) - (one.covered ?? 0) ||
    yes(other.prefersKind) + yes(other.prefersUnit) - yes(one.prefersKind) - yes(one.prefersUnit) ||
    yes(other.lastsLongEnough) - yes(one.lastsLongEnough) ||
    one.placements - other.placements
  )
}
