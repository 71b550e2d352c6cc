import { addDays, type Day } from '../../kit/dates.ts'
import { whyMayNotSign } from '../signatories/signatories.rules.ts'
import type { AgreementLife } from './agreements.annexes.rules.ts'
import type { AgreementFields } from './agreements.contract.ts'
import {
  type AgreementSurroundings,
  type Obstacle,
  obstacle,
  representationBasis,
  stopsFirst,
} from './agreements.obstacles.rules.ts'
import { isLongService, representedAs } from './agreements.rules.ts'
import type { TerminationFields } from './agreements.terminations.contract.ts'

/**
 * The last day of an agreement that is ended with notice: the day on which the statement is handed over does not count, and
 * the term ends with its last day (Kodeks cywilny, art. 111; own knowledge). 0 days of notice end it on the day itself.
 */
export function lastDayAfterNotice(givenOn: Day, noticeDays: number): Day {
  return addDays(givenOn, noticeDays)
}

/** The first day that may be the last one of an agreement which is ended so. */
export function earliestEnd(
  { mode, givenOn }: Pick<TerminationFields, 'mode' | 'givenOn'>,
  { noticeDays }: Pick<AgreementFields, 'noticeDays'>,
): Day {
  return mode === 'notice' ? lastDayAfterNotice(givenOn, noticeDays) : givenOn
}

/** Everything that stands in the way of ending an agreement before its time, stops first. */
export function terminationObstacles(
  agreement: AgreementFields,
  termination: TerminationFields,
  around: Pick<AgreementSurroundings, 'volunteer' | 'signatory' | 'today'>,
  life: AgreementLife,
): Obstacle[] {
  return stopsFirst([
    ...stateObstacles(agreement, termination, life),
    ...dayObstacles(agreement, termination, life),
    ...signingObstacles(termination, around),
  ])
}

function stateObstacles(
  agreement: AgreementFields,
  { mode, reason, givenOn }: TerminationFields,
  life: AgreementLife,
): Obstacle[] {
  const found: Obstacle[] = []
  if (life.status !== 'signed') found.push(obstacle('stop', 'terminationNotConcluded'))
  if (life.isTerminated) found.push(obstacle('stop', 'terminationTwice'))
  if (agreement.endsOn && agreement.endsOn < givenOn)
    found.push(obstacle('stop', 'terminationAfterEnd', { params: { day: agreement.endsOn } }))
  if (mode === 'atOnce' && !reason)
    found.push(obstacle('stop', 'terminationReasonMissing', { basis: 'content' }))
  return found
}

function dayObstacles(
  agreement: AgreementFields,
  termination: TerminationFields,
  life: AgreementLife,
): Obstacle[] {
  const { mode, givenOn, endsOn } = termination
  const found: Obstacle[] = []
  const earliest = earliestEnd(termination, agreement)
  if (mode === 'mutual') {
    if (endsOn < givenOn) found.push(obstacle('warning', 'terminationBackdated', { field: 'endsOn' }))
  } else if (endsOn < earliest) {
    const name = mode === 'notice' ? 'terminationNoticeShort' : 'terminationBackdated'
    const basis = mode === 'notice' ? { basis: 'notice' as const } : {}
    found.push(obstacle('stop', name, { field: 'endsOn', params: { day: earliest }, ...basis }))
  }
  if (endsOn < agreement.startsOn)
    found.push(
      obstacle('stop', 'terminationBeforeStart', { field: 'endsOn', params: { day: agreement.startsOn } }),
    )
  else if (agreement.endsOn && endsOn >= agreement.endsOn)
    found.push(
      obstacle('stop', 'terminationNotEarlier', { field: 'endsOn', params: { day: agreement.endsOn } }),
    )
  if (life.lastConfirmedOn && endsOn < life.lastConfirmedOn)
    found.push(obstacle('stop', 'hoursAfterEnd', { field: 'endsOn', params: { day: life.lastConfirmedOn } }))
  else if (life.lastServedOn && endsOn < life.lastServedOn)
    found.push(
      obstacle('warning', 'openHoursAfterEnd', { field: 'endsOn', params: { day: life.lastServedOn } }),
    )
  const isShortened =
    isLongService(agreement.startsOn, agreement.endsOn) &&
    endsOn >= agreement.startsOn &&
    !isLongService(agreement.startsOn, endsOn)
  if (isShortened && !agreement.nnwPolicy)
    found.push(obstacle('warning', 'terminationWithin30', { field: 'endsOn', basis: 'nnwFirstDays' }))
  return found
}

function signingObstacles(
  { signatoryId, givenOn, mode, party }: TerminationFields,
  { volunteer, signatory, today }: Pick<AgreementSurroundings, 'volunteer' | 'signatory' | 'today'>,
): Obstacle[] {
  const found: Obstacle[] = []
  if (!signatoryId) found.push(obstacle('stop', 'signatoryMissing', { field: 'signatoryId' }))
  const whyNot = signatory && whyMayNotSign(signatory, 'termination', givenOn)
  if (whyNot)
    found.push({
      key: `signatories.whyNot.${whyNot}`,
      level: 'stop',
      field: 'signatoryId',
      params: { name: signatory.fullName },
      basis: 'authorisation',
    })
  if (givenOn > today) found.push(obstacle('warning', 'terminationInFuture'))
  const represented = representedAs(volunteer, givenOn)
  if (represented && (mode === 'mutual' || party === 'volunteer')) {
    const isByGuardian = represented === 'child' || represented === 'fullyIncapacitated'
    const basis = representationBasis[represented]
    found.push(
      obstacle('warning', isByGuardian ? 'terminationByGuardian' : 'terminationNeedsConsent', { basis }),
    )
  }
  return found
}
