import { addDays, type Day, yearOf } from '../../kit/dates.ts'
import type { SignatoryFields } from '../signatories/signatories.contract.ts'
import { whyMayNotSign } from '../signatories/signatories.rules.ts'
import type { VolunteerFields } from '../volunteers/volunteers.contract.ts'
import { birthDayOf, isMinorOn } from '../volunteers/volunteers.rules.ts'
import type { AgreementFields } from './agreements.contract.ts'
import {
  birthdaysDuring,
  insuranceFor,
  isLongService,
  isWaiverAgreed,
  isWaiverTooWide,
  lengthInDays,
  representedAs,
  shortServiceDays,
} from './agreements.rules.ts'

/**
 * Something in the way of signing, or worth a look. `stop` refuses the signature, `warning` leaves the decision
 * to the clerk, `hint` explains. `basis` is the key of the legal basis shown with it.
 */
export interface Obstacle {
  key: string
  level: 'stop' | 'warning' | 'hint'
  field?: keyof AgreementFields
  params?: Record<string, string | number>
  basis?: Basis
}

/** Legal bases by key; the page has the article and says how certain it is (found in the act, found in part, own reading). */
export type Basis =
  | 'content'
  | 'writtenForm'
  | 'stateCover'
  | 'nnw'
  | 'nnwFirstDays'
  | 'costs'
  | 'waiver'
  | 'minors13to17'
  | 'minorsUnder13'
  | 'notice'
  | 'partlyIncapacitated'
  | 'fullyIncapacitated'
  | 'internship'
  | 'workWithMinors'
  | 'addingUp'
  | 'authorisation'

/** What the rules need to know of the world around an agreement. */
export interface AgreementSurroundings {
  volunteer: Pick<
    VolunteerFields,
    'birthOn' | 'pesel' | 'legalStatus' | 'engagement' | 'formOfAddress' | 'street' | 'postCode' | 'town'
  >
  unit: { servesMinors: boolean; isActive: boolean } | null
  /** The kind of activity; null where none was chosen. */
  kind: { withMinors: boolean } | null
  signatory: Pick<SignatoryFields, 'fullName' | 'isHead' | 'validFrom' | 'validTo' | 'authorisations'> | null
  /** What the gate before work with minors says of the first day, asked where the agreement is about such work. */
  admission: { isAdmitted: boolean; missing: number; isUnsettled: boolean } | null
  /** The volunteer's other signed agreements. */
  others: { number: string | null; unitId: number | null; startsOn: Day; endsOn: Day | null }[]
  today: Day
  /** What the signatory is to sign: the agreement, unless said otherwise. */
  signs?: 'agreement' | 'annex'
}

/**
 * Everything that stands in the way of concluding an agreement, stops first. The form shows the list while one
 * types and the server asks the same function before it gives a number, so the two cannot disagree.
 */
export function obstaclesTo(agreement: AgreementFields, around: AgreementSurroundings): Obstacle[] {
  return stopsFirst([
    ...contentObstacles(agreement, around),
    ...formObstacles(agreement),
    ...insuranceObstacles(agreement),
    ...costObstacles(agreement),
    ...minorObstacles(agreement, around),
    ...dateObstacles(agreement, around),
    ...otherAgreementObstacles(agreement, around),
  ])
}

/** Obstacles as they are shown: what stops, then warnings, then hints. */
export function stopsFirst(found: readonly Obstacle[]): Obstacle[] {
  const order = { stop: 0, warning: 1, hint: 2 }
  return found.toSorted((a, b) => order[a.level] - order[b.level])
}

/** Why an agreement may not be signed: the first obstacle that stops, or undefined. */
export function whyNotSignable(
  agreement: AgreementFields,
  around: AgreementSurroundings,
): Obstacle | undefined {
  return obstaclesTo(agreement, around).find(({ level }) => level === 'stop')
}

type Level = Obstacle['level']

/** An obstacle by its name among the texts. */
export function obstacle(level: Level, name: string, rest: Omit<Obstacle, 'key' | 'level'> = {}): Obstacle {
  return { key: `agreements.obstacles.${name}`, level, ...rest }
}

function contentObstacles(
  agreement: AgreementFields,
  { volunteer, unit, signatory, signs = 'agreement' }: AgreementSurroundings,
) {
  const found: Obstacle[] = []
  // A student placement is agreed upon with the school or university, under other rules.
  if (volunteer.engagement === 'internship')
    found.push(obstacle('stop', 'internship', { field: 'volunteerId', basis: 'internship' }))
  if (!volunteer.birthOn && !volunteer.pesel)
    found.push(obstacle('stop', 'volunteerWithoutIdentity', { field: 'volunteerId' }))
  else if (!birthDayOf(volunteer)) found.push(obstacle('stop', 'birthDateUnknown', { field: 'volunteerId' }))
  if (volunteer.formOfAddress === 'unknown')
    found.push(obstacle('warning', 'formOfAddressUnknown', { field: 'volunteerId' }))
  if (!volunteer.street && !volunteer.postCode && !volunteer.town)
    found.push(obstacle('warning', 'addressMissing', { field: 'volunteerId' }))
  if (!agreement.unitId) found.push(obstacle('stop', 'unitMissing', { field: 'unitId', basis: 'content' }))
  if (unit && !unit.isActive) found.push(obstacle('warning', 'unitClosed', { field: 'unitId' }))
  if (agreement.tasks.length === 0)
    found.push(obstacle('stop', 'tasksMissing', { field: 'tasks', basis: 'content' }))
  const { weeklyMinutes, plannedMinutes, weekdays, schedule } = agreement
  if (weeklyMinutes === null && plannedMinutes === null && weekdays.length === 0 && !schedule) {
    found.push(obstacle('stop', 'timeMissing', { field: 'weeklyMinutes', basis: 'content' }))
  }
  if (!agreement.concludedIn) found.push(obstacle('stop', 'townMissing', { field: 'concludedIn' }))
  if (!agreement.signatoryId) found.push(obstacle('stop', 'signatoryMissing', { field: 'signatoryId' }))
  const whyNot = signatory && whyMayNotSign(signatory, signs, agreement.concludedOn)
  if (whyNot) {
    const params = { name: signatory.fullName }
    const rest = { level: 'stop', field: 'signatoryId', params, basis: 'authorisation' } as const
    found.push({ key: `signatories.whyNot.${whyNot}`, ...rest })
  }
  return found
}

/** More than 30 days are to be agreed upon in writing; an oral agreement is valid all the same, so a reason sets the stop aside. */
function formObstacles({ form, formReason, startsOn, endsOn }: AgreementFields): Obstacle[] {
  if (form === 'written' || !isLongService(startsOn, endsOn)) return []
  return [
    formReason
      ? obstacle('warning', 'oralWithReason', { field: 'formReason', basis: 'writtenForm' })
      : obstacle('stop', 'oralTooLong', { field: 'form', basis: 'writtenForm' }),
  ]
}

function insuranceObstacles(agreement: AgreementFields): Obstacle[] {
  const { startsOn, endsOn, nnwFrom, nnwTo } = agreement
  const isPolicyNamed = Boolean(agreement.nnwInsurer && agreement.nnwPolicy && agreement.nnwProvider)
  if (insuranceFor(startsOn, endsOn) === 'state') {
    // The panel of the law advises it for every longer term; who enters an end date has thought of the term.
    return endsOn || agreement.nnwPolicy
      ? []
      : [obstacle('hint', 'nnwAdvised', { field: 'nnwPolicy', basis: 'nnwFirstDays' })]
  }
  if (!isPolicyNamed) return [obstacle('stop', 'nnwMissing', { field: 'nnwPolicy', basis: 'nnw' })]
  if (!nnwFrom || !nnwTo) return [obstacle('stop', 'nnwPeriodMissing', { field: 'nnwFrom', basis: 'nnw' })]
  const covers = nnwFrom <= startsOn && endsOn !== null && nnwTo >= endsOn
  return covers ? [] : [obstacle('stop', 'nnwPeriodTooShort', { field: 'nnwTo', basis: 'nnw' })]
}

function costObstacles(agreement: AgreementFields): Obstacle[] {
  if (agreement.travelCosts === 'notEstablished') {
    return [obstacle('stop', 'costsNotEstablished', { field: 'travelCosts', basis: 'costs' })]
  }
  const isExtentNamed = agreement.waiverScope || agreement.waiverPercent || agreement.waiverAmount
  if (agreement.travelCosts === 'partlyWaived' && !isExtentNamed) {
    return [obstacle('stop', 'waiverScopeMissing', { field: 'waiverScope', basis: 'waiver' })]
  }
  if (!isWaiverAgreed(agreement)) return []
  return isWaiverTooWide(agreement.waiverScope)
    ? [obstacle('stop', 'waiverTooWide', { field: 'waiverScope', basis: 'waiver' })]
    : [obstacle('hint', 'waiverNeedsSignature', { field: 'travelCosts', basis: 'waiver' })]
}

/** The legal basis of acting for a volunteer, by why that is needed. */
export const representationBasis = {
  child: 'minorsUnder13',
  minor: 'minors13to17',
  fullyIncapacitated: 'fullyIncapacitated',
  partlyIncapacitated: 'partlyIncapacitated',
} as const satisfies Record<string, Basis>

function minorObstacles(
  agreement: AgreementFields,
  { volunteer, unit, kind, admission }: AgreementSurroundings,
): Obstacle[] {
  const found: Obstacle[] = []
  const represented = representedAs(volunteer, agreement.concludedOn)
  if (represented) {
    const basis = representationBasis[represented]
    if (!agreement.guardianName || !agreement.guardianRelation) {
      found.push(obstacle('stop', 'guardianMissing', { field: 'guardianName', basis }))
    }
    if (!agreement.guardianPhone)
      found.push(obstacle('warning', 'guardianPhoneMissing', { field: 'guardianPhone' }))
    if (isMinorOn(birthDayOf(volunteer), agreement.concludedOn))
      for (const { age, day } of birthdaysDuring(volunteer, agreement))
        found.push(obstacle('hint', age === 18 ? 'comesOfAge' : 'turns13', { params: { day } }))
  }
  if (agreement.worksWithMinors) {
    const rest = { field: 'worksWithMinors', basis: 'workWithMinors' } as const
    if (!admission?.isAdmitted) {
      // Only how many parts are missing: which one might tell what a register says.
      const params = { count: admission?.missing ?? 0 }
      found.push(obstacle('stop', 'minorsCheckMissing', { ...rest, params }))
    }
    if (admission?.isUnsettled) found.push(obstacle('warning', 'minorsRecordUnsettled', rest))
  }
  if (unit?.servesMinors && !agreement.worksWithMinors) {
    found.push(obstacle('warning', 'unitServesMinors', { field: 'worksWithMinors', basis: 'workWithMinors' }))
  }
  if (kind?.withMinors && !agreement.worksWithMinors) {
    found.push(obstacle('warning', 'kindWithMinors', { field: 'worksWithMinors', basis: 'workWithMinors' }))
  }
  return found
}

function dateObstacles(agreement: AgreementFields, { today }: AgreementSurroundings): Obstacle[] {
  const found: Obstacle[] = []
  const { concludedOn, startsOn } = agreement
  if (startsOn < concludedOn) found.push(obstacle('warning', 'startsBeforeConclusion', { field: 'startsOn' }))
  if (concludedOn > today) found.push(obstacle('warning', 'concludedInFuture', { field: 'concludedOn' }))
  else if (yearOf(concludedOn) !== yearOf(today)) {
    found.push(
      obstacle('warning', 'otherYear', { field: 'concludedOn', params: { year: yearOf(concludedOn) } }),
    )
  }
  return found
}

function otherAgreementObstacles(agreement: AgreementFields, { others }: AgreementSurroundings): Obstacle[] {
  const found: Obstacle[] = []
  const endOf = (term: { endsOn: Day | null }) => term.endsOn ?? '9999-12-31'
  const overlapping = others.find(
    (other) =>
      other.unitId === agreement.unitId &&
      other.startsOn <= endOf(agreement) &&
      agreement.startsOn <= endOf(other),
  )
  if (overlapping) {
    found.push(
      obstacle('warning', 'overlapping', { field: 'startsOn', params: { number: overlapping.number ?? '' } }),
    )
  }
  const total = daysWithoutGap(agreement, others)
  if (!isLongService(agreement.startsOn, agreement.endsOn) && total > shortServiceDays) {
    const rest = { field: 'endsOn', basis: 'addingUp' } as const
    found.push(
      Number.isFinite(total)
        ? obstacle('warning', 'addsUp', { ...rest, params: { days: total } })
        : obstacle('warning', 'addsUpToOpenEnd', rest),
    )
  }
  return found
}

/**
 * The days of service that adjoin each other without a gap, this agreement included: consecutive short agreements
 * may count as one long service (own reading: the act says nothing of it). Infinity where one of them has an open end.
 */
export function daysWithoutGap(
  agreement: Pick<AgreementFields, 'startsOn' | 'endsOn'>,
  others: { startsOn: Day; endsOn: Day | null }[],
): number {
  let { startsOn, endsOn } = agreement
  for (let grew = true; grew && endsOn; ) {
    grew = false
    for (const other of others) {
      const isApart =
        other.startsOn > addDays(endsOn, 1) || (other.endsOn && addDays(other.endsOn, 1) < startsOn)
      if (isApart) continue
      if (!other.endsOn) return Number.POSITIVE_INFINITY
      if (other.startsOn < startsOn || other.endsOn > endsOn) {
        startsOn = other.startsOn < startsOn ? other.startsOn : startsOn
        endsOn = other.endsOn > endsOn ? other.endsOn : endsOn
        grew = true
      }
    }
  }
  return lengthInDays(startsOn, endsOn) ?? Number.POSITIVE_INFINITY
}
