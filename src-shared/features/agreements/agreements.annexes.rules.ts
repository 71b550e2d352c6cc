import { addDays, type Day } from '../../kit/dates.ts'
import {
  type Annex,
  type AnnexChanges,
  type AnnexClause,
  type AnnexFields,
  annexClauses,
} from './agreements.annexes.contract.ts'
import type { AgreementFields } from './agreements.contract.ts'
import {
  type AgreementSurroundings,
  type Obstacle,
  obstacle,
  obstaclesTo,
  representationBasis,
  stopsFirst,
} from './agreements.obstacles.rules.ts'
import {
  insuranceFor,
  isLongService,
  lengthInDays,
  representedAs,
  shortServiceDays,
} from './agreements.rules.ts'

/** What has become of an agreement until now, as far as a change of it asks. */
export interface AgreementLife {
  status: 'draft' | 'signed' | 'cancelled'
  isTerminated: boolean
  /** The day from which the last annex that waits is valid; null where none waits. */
  waitingFrom: Day | null
  /** The last day on which somebody served under it, and the last one of those confirmed. */
  lastServedOn: Day | null
  lastConfirmedOn: Day | null
}

/**
 * The fields that an annex changes, with the values that they are to have: those of its clauses that differ from the
 * agreement. An oral agreement that comes to last more than 30 days is put into writing by its annex (UDPP art. 44 ust. 4);
 * a waiver whose extent changes is to be signed anew (art. 45 ust. 4).
 */
export function changesOf(
  agreement: AgreementFields & { waiverSignedOn?: Day | null },
  annex: Pick<AnnexFields, AnnexField | 'clauses'>,
): AnnexChanges {
  const fields = annex.clauses.flatMap((clause): readonly AnnexField[] => annexClauses[clause])
  const changed = fields.filter((field) => JSON.stringify(annex[field]) !== JSON.stringify(agreement[field]))
  const changes: AnnexChanges = Object.fromEntries(changed.map((field) => [field, annex[field]]))
  const areCostsChanged = annexClauses.costs.some((field) => field in changes)
  if (areCostsChanged && agreement.waiverSignedOn) changes.waiverSignedOn = null
  const crossed = crossing(agreement, amended(agreement, changes))
  if (agreement.form === 'oralConfirmed' && crossed === 'becomesLong') changes.form = 'written'
  return changes
}

type AnnexField = (typeof annexClauses)[AnnexClause][number]

/** The same fields as they are in the agreement. */
export function termsBefore(
  agreement: AgreementFields & { waiverSignedOn?: Day | null },
  changes: AnnexChanges,
): AnnexChanges {
  const fields = Object.keys(changes) as (keyof AnnexChanges)[]
  return Object.fromEntries(fields.map((field) => [field, agreement[field]]))
}

/** An agreement as it is with these changes. */
export function amended<Terms extends Partial<AgreementFields>>(
  agreement: Terms,
  changes: AnnexChanges,
): Terms {
  return { ...agreement, ...changes }
}

/** The clauses in which something changes, in the order of the agreement. */
export function changedClauses(changes: AnnexChanges): AnnexClause[] {
  return (Object.keys(annexClauses) as AnnexClause[]).filter((clause) =>
    annexClauses[clause].some((field) => field in changes),
  )
}

type Term = Pick<AgreementFields, 'startsOn' | 'endsOn'>

/** Does a change of its term take an agreement across day 30, and in which direction? Then form and cover change. */
export function crossing(before: Term, after: Term): 'becomesLong' | 'becomesShort' | null {
  const [was, is] = [
    isLongService(before.startsOn, before.endsOn),
    isLongService(after.startsOn, after.endsOn),
  ]
  if (was === is) return null
  return is ? 'becomesLong' : 'becomesShort'
}

/** Is this annex of those in force on a day? Of those that are concluded. */
export function isWaiting({ status, inForceSince }: Pick<Annex, 'status' | 'inForceSince'>): boolean {
  return status === 'concluded' && inForceSince === null
}

/** What an agreement lacks from of old is no matter of an annex that leaves it as it is. */
const ofTheAgreement = new Set(
  [
    'unitMissing',
    'unitClosed',
    'unitServesMinors',
    'tasksMissing',
    'timeMissing',
    'costsNotEstablished',
    'waiverNeedsSignature',
    'nnwAdvised',
    'startsBeforeConclusion',
    'otherYear',
  ].map((name) => `agreements.obstacles.${name}`),
)

/**
 * Everything that stands in the way of an annex, stops first: what stands in the way of the agreement as it is to be, signed
 * on the day of the annex, and what an annex asks besides.
 *
 * @param agreement as it is when the annexes that wait are in force
 */
export function annexObstacles(
  agreement: AgreementFields,
  annex: AnnexFields,
  around: AgreementSurroundings,
  life: AgreementLife,
): Obstacle[] {
  const changes = changesOf(agreement, annex)
  const after: AgreementFields = {
    ...amended(agreement, changes),
    concludedOn: annex.concludedOn,
    concludedIn: annex.concludedIn,
    signatoryId: annex.signatoryId,
  }
  const changed = new Set<string>(Object.keys(changes))
  const general = obstaclesTo(after, { ...around, signs: 'annex' }).filter(
    ({ key, field }) => !ofTheAgreement.has(key) || (field !== undefined && changed.has(field)),
  )
  return stopsFirst([
    ...validityObstacles(agreement, after, annex, changes, life),
    ...termObstacles(agreement, after, life),
    ...consentObstacles(agreement, annex, around),
    ...general,
  ])
}

function validityObstacles(
  before: AgreementFields,
  after: AgreementFields,
  { validFrom, concludedOn, freeText }: AnnexFields,
  changes: AnnexChanges,
  life: AgreementLife,
): Obstacle[] {
  const found: Obstacle[] = []
  if (life.status !== 'signed') found.push(obstacle('stop', 'annexNotConcluded'))
  if (life.isTerminated) found.push(obstacle('stop', 'annexTerminated'))
  if (Object.keys(changes).length === 0 && !freeText) found.push(obstacle('stop', 'annexEmpty'))
  if (before.endsOn && before.endsOn < concludedOn)
    found.push(obstacle('stop', 'annexAfterEnd', { field: 'concludedOn', params: { day: before.endsOn } }))
  else if (before.endsOn && validFrom > addDays(before.endsOn, 1))
    found.push(obstacle('stop', 'annexLeavesGap', { params: { day: addDays(before.endsOn, 1) } }))
  if (validFrom < before.startsOn)
    found.push(obstacle('stop', 'annexBeforeStart', { params: { day: before.startsOn } }))
  if (after.endsOn && validFrom > after.endsOn) found.push(obstacle('stop', 'annexAfterNewEnd'))
  if (life.waitingFrom && validFrom < life.waitingFrom)
    found.push(obstacle('stop', 'annexBeforeWaiting', { params: { day: life.waitingFrom } }))
  if (concludedOn < before.concludedOn)
    found.push(
      obstacle('stop', 'annexBeforeAgreement', { field: 'concludedOn', params: { day: before.concludedOn } }),
    )
  if (validFrom < concludedOn) found.push(obstacle('warning', 'annexBackdated'))
  return found
}

function termObstacles(before: AgreementFields, after: AgreementFields, life: AgreementLife): Obstacle[] {
  const found: Obstacle[] = []
  if (after.endsOn && after.endsOn < after.startsOn)
    found.push(obstacle('stop', 'annexEndsBeforeStart', { field: 'endsOn' }))
  else if (after.endsOn && life.lastConfirmedOn && after.endsOn < life.lastConfirmedOn)
    found.push(obstacle('stop', 'hoursAfterEnd', { field: 'endsOn', params: { day: life.lastConfirmedOn } }))
  else if (after.endsOn && life.lastServedOn && after.endsOn < life.lastServedOn)
    found.push(
      obstacle('warning', 'openHoursAfterEnd', { field: 'endsOn', params: { day: life.lastServedOn } }),
    )

  const crossed = crossing(before, after)
  const days = lengthInDays(after.startsOn, after.endsOn)
  if (crossed === 'becomesLong') {
    const params = { day: addDays(after.startsOn, shortServiceDays) }
    found.push(
      days === null
        ? obstacle('hint', 'annexBecomesOpen', { field: 'endsOn', params, basis: 'stateCover' })
        : obstacle('hint', 'annexBecomesLong', {
            field: 'endsOn',
            params: { ...params, days },
            basis: 'stateCover',
          }),
      obstacle('hint', 'annexNeedsWriting', { basis: 'writtenForm' }),
    )
    if (before.nnwPolicy && !after.nnwPolicy)
      found.push(obstacle('stop', 'annexDropsPolicy', { field: 'nnwPolicy', basis: 'nnw' }))
    else if (!after.nnwPolicy)
      found.push(obstacle('warning', 'nnwFirstDaysMissing', { field: 'nnwPolicy', basis: 'nnwFirstDays' }))
  }
  if (crossed === 'becomesShort')
    found.push(
      obstacle('warning', 'annexBecomesShort', {
        field: 'endsOn',
        params: { days: days ?? 0 },
        basis: 'nnw',
      }),
    )
  return found
}

function consentObstacles(
  agreement: AgreementFields,
  { concludedOn }: AnnexFields,
  { volunteer }: AgreementSurroundings,
): Obstacle[] {
  const represented = representedAs(volunteer, concludedOn)
  if (represented) {
    const isByGuardian = represented === 'child' || represented === 'fullyIncapacitated'
    const rest = { field: 'guardianName', basis: representationBasis[represented] } as const
    return [obstacle('hint', isByGuardian ? 'annexByGuardian' : 'annexNeedsConsent', rest)]
  }
  return representedAs(volunteer, agreement.concludedOn)
    ? [obstacle('hint', 'annexByAdult', { basis: 'minors13to17' })]
    : []
}

/** The accident cover before and after an annex, for its record. */
export function classesOf(before: Term, after: Term) {
  return {
    classBefore: insuranceFor(before.startsOn, before.endsOn),
    classAfter: insuranceFor(after.startsOn, after.endsOn),
  }
}
