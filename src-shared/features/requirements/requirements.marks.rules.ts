import type { Day } from '../../kit/dates.ts'
import type { Facts, Mark, StatusFrom } from './requirements.model.rules.ts'
import { isBound } from './requirements.rules.ts'

/** What a decision about a status is measured by. */
export interface MarkSurroundings {
  current: StatusFrom
  facts: Facts
  today: Day
}

/** Which decisions fit a status, in the order in which they are offered. */
export function marksFor({ status, reason }: Pick<StatusFrom, 'status' | 'reason'>): Mark[] {
  switch (status) {
    case 'candidate':
      return ['rejected', 'ended']
    case 'inVerification':
      return ['suspended', 'rejected', 'ended']
    case 'active':
      return ['suspended', 'ended', 'rejected']
    case 'suspended':
      // What lapsed resumes by being done, and by nothing else.
      return reason === 'manual' ? ['resumed', 'ended', 'rejected'] : ['ended', 'rejected']
    case 'ended':
      return ['reopened', 'rejected']
    case 'rejected':
      return ['reopened']
  }
}

/** Why a decision cannot be entered, as the field beside which it is said and a text key; undefined where it can. */
export function whyNotMarked(
  { mark, onDay, untilOn }: { mark: Mark; onDay: Day; untilOn: Day | null },
  { current, facts, today }: MarkSurroundings,
): { field: 'mark' | 'onDay' | 'untilOn'; key: string } | undefined {
  if (!marksFor(current).includes(mark)) {
    const isLapsed = mark === 'resumed' && current.status === 'suspended'
    return {
      field: 'mark',
      key: isLapsed ? 'requirements.errors.resumeByDoing' : 'requirements.errors.markUnfit',
    }
  }
  // A suspension may be entered ahead (an operation, a journey); the others tell what happened.
  if (mark !== 'suspended' && onDay > today) return { field: 'onDay', key: 'requirements.errors.future' }
  if (facts.marks.some((each) => each.onDay > onDay))
    return { field: 'onDay', key: 'requirements.errors.markBefore' }
  if (mark === 'suspended' && untilOn !== null && untilOn < onDay)
    return { field: 'untilOn', key: 'requirements.errors.untilBefore' }
  if (mark === 'ended' && isBound(facts, onDay > today ? onDay : today))
    return { field: 'mark', key: 'requirements.errors.agreementInForce' }
  return undefined
}
