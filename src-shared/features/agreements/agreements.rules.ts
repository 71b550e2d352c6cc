import { addDays, addYears, type Day, daysBetween } from '../../kit/dates.ts'
import { pluralForm } from '../../kit/polish.ts'
import {
  birthDayOf,
  type CapacityFacts,
  capacityOn,
  isMinorOn,
  type LegalCapacity,
} from '../volunteers/volunteers.rules.ts'
import type { AgreementFields } from './agreements.contract.ts'

/** The longest service that counts as "not longer than 30 days" (UDPP art. 44 ust. 4, art. 46 ust. 3). */
export const shortServiceDays = 30

/**
 * The length of a service in calendar days, both ends included: 1–30 September is 30. Null for an indefinite time.
 * Calendar days from the first day of service, not days of actual work (practice with UDPP art. 46).
 */
export function lengthInDays(startsOn: Day, endsOn: Day | null): number | null {
  return endsOn ? daysBetween(startsOn, endsOn) + 1 : null
}

/** Is the service longer than 30 days? An open end counts as longer. */
export function isLongService(startsOn: Day, endsOn: Day | null): boolean {
  const days = lengthInDays(startsOn, endsOn)
  return days === null || days > shortServiceDays
}

/**
 * The form that the act asks for (UDPP art. 44): `written` for more than 30 days, `onDemand` for 30 and less
 * (an oral agreement is valid; the volunteer may ask for a written confirmation).
 */
export function formFor(startsOn: Day, endsOn: Day | null): 'written' | 'onDemand' {
  return isLongService(startsOn, endsOn) ? 'written' : 'onDemand'
}

/**
 * The accident cover (UDPP art. 46): `nnw`, a policy that the centre must provide for 30 days and less; `state`,
 * provision by the act of 30 October 2002 for longer service, where practice advises a policy for the first 30
 * days as well (found in part in public sources).
 */
export function insuranceFor(startsOn: Day, endsOn: Day | null): 'nnw' | 'state' {
  return isLongService(startsOn, endsOn) ? 'state' : 'nnw'
}

/** What the volunteer may do alone on the day of conclusion. */
export function capacityAtConclusion(volunteer: CapacityFacts, concludedOn: Day): LegalCapacity {
  return capacityOn(volunteer, concludedOn)
}

/**
 * What the volunteer may do alone on a day of service, told as on the day of conclusion: who was a minor then may be of age
 * by now.
 */
export function capacityOnDay(volunteer: CapacityFacts, day: Day): LegalCapacity {
  return capacityAtConclusion(volunteer, day)
}

/** The birthdays within the term of an agreement that change what the volunteer may do alone: the 13th, the 18th. */
export function birthdaysDuring(
  volunteer: { birthOn: Day | null; pesel: string },
  { startsOn, endsOn }: Pick<AgreementFields, 'startsOn' | 'endsOn'>,
): { age: 13 | 18; day: Day }[] {
  const birth = birthDayOf(volunteer)
  if (!birth) return []
  return ([13, 18] as const)
    .map((age) => ({ age, day: addYears(birth, age) }))
    .filter(({ day }) => day >= startsOn && (!endsOn || day <= endsOn))
}

type Waiver = Pick<AgreementFields, 'travelCosts'> & { waiverSignedOn: Day | null }

/** Is a waiver of travel costs agreed, of all of them or of a part? Whether it counts is for `isWaiverInForce` to say. */
export function isWaiverAgreed({ travelCosts }: Pick<AgreementFields, 'travelCosts'>): boolean {
  return travelCosts === 'waived' || travelCosts === 'partlyWaived'
}

/**
 * Does a waiver of travel costs count for costs of a day? It is void unless it is in writing (UDPP art. 45 ust. 4), so it
 * counts from the day of its signature. That it leaves what was spent before alone is own knowledge, and the reading that
 * takes nothing from the volunteer.
 */
export function isWaiverInForce(agreement: Waiver, day: Day): boolean {
  const { waiverSignedOn } = agreement
  return isWaiverAgreed(agreement) && waiverSignedOn !== null && waiverSignedOn <= day
}

/** Are costs of a day not to be covered at all? Only after a waiver of all of them that counts on that day. */
export function areCostsClosed(agreement: Waiver, day: Day): boolean {
  return agreement.travelCosts === 'waived' && isWaiverInForce(agreement, day)
}

/**
 * Why a volunteer does not conclude alone: a child under 13, a minor from 13 on, an adult who is incapacitated wholly or in
 * part. Null for one who does, and where the age is not known.
 */
export function representedAs(
  volunteer: CapacityFacts,
  concludedOn: Day,
): 'child' | 'minor' | 'fullyIncapacitated' | 'partlyIncapacitated' | null {
  const capacity = capacityAtConclusion(volunteer, concludedOn)
  if (capacity !== 'none' && capacity !== 'limited') return null
  const isMinor = isMinorOn(birthDayOf(volunteer), concludedOn)
  if (capacity === 'limited') return isMinor ? 'minor' : 'partlyIncapacitated'
  return isMinor && volunteer.legalStatus !== 'fullyIncapacitated' ? 'child' : 'fullyIncapacitated'
}

/** The template of the document: by the volunteer's legal capacity first, then by length. */
export type AgreementTemplate = 'agreement-long' | 'agreement-short' | 'agreement-minor'

/** Which of the three documents is printed. */
export function templateFor(
  agreement: Pick<AgreementFields, 'startsOn' | 'endsOn' | 'concludedOn'>,
  volunteer: CapacityFacts,
): AgreementTemplate {
  const capacity = capacityAtConclusion(volunteer, agreement.concludedOn)
  if (capacity === 'limited' || capacity === 'none') return 'agreement-minor'
  return isLongService(agreement.startsOn, agreement.endsOn) ? 'agreement-long' : 'agreement-short'
}

/** The state a clerk sees: a signed agreement is told by its dates. */
export type AgreementState = 'draft' | 'upcoming' | 'active' | 'ending' | 'ended' | 'cancelled'

/** The state of an agreement on a day; `ending` within 30 days of its last day. */
export function stateOn(
  agreement: { status: 'draft' | 'signed' | 'cancelled'; startsOn: Day; endsOn: Day | null },
  today: Day,
): AgreementState {
  if (agreement.status !== 'signed') return agreement.status
  if (agreement.startsOn > today) return 'upcoming'
  if (!agreement.endsOn) return 'active'
  if (agreement.endsOn < today) return 'ended'
  return agreement.endsOn <= addDays(today, endingSoonDays) ? 'ending' : 'active'
}

/** How many days before its end an agreement counts as ending. */
export const endingSoonDays = 30

/** Weekly time in words for a document: `3 godziny`, `2,5 godziny`, `45 minut`. */
export function weeklyTimeInWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minut`
  const hours = minutes / 60
  if (!Number.isInteger(hours)) return `${String(hours).replace('.', ',')} godziny`
  return `${hours} ${{ one: 'godzina', few: 'godziny', many: 'godzin' }[pluralForm(hours)]}`
}

/** What a volunteer cannot waive, by the words that offices use for it. Travel to a training is travel. */
const notTravel =
  /ubezpiecz|polis|\bNNW\b|\bbhp\b|bezpiecz|higien|odzież|obuwi|rękawic|środk\p{L}* ochrony|sprzęt\p{L}* ochronn|zaświadcz|opini|koszt\p{L}* szkole|opłat\p{L}* za szkole|informow/iu

/**
 * Does a waiver of costs reach beyond travel and per-diems? A volunteer may release the centre only from art. 45(1)(3)
 * UDPP (art. 45(4)); a waiver of insurance, protective equipment or safe conditions is void.
 */
export function isWaiverTooWide(scope: string): boolean {
  return notTravel.test(scope)
}

/**
 * Does one list of tasks share something with another? Told by their words, whatever blanks stand around them and whichever
 * letters are capitals, as the reports tell activities apart.
 */
export function sharesTask(one: readonly string[], other: readonly string[]): boolean {
  const folded = new Set(one.map((task) => task.trim().toLocaleLowerCase('pl')))
  return other.some((task) => folded.has(task.trim().toLocaleLowerCase('pl')))
}
