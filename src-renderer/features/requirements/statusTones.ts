import type { Status } from '#shared/features/requirements/requirements.model.rules.ts'
import type { StateTone } from '../../ui/StateMark.tsx'

/** The colour of each status; the word stands beside it. */
export const statusTones: Record<Status, StateTone> = {
  candidate: 'neutral',
  inVerification: 'info',
  active: 'good',
  suspended: 'warning',
  ended: 'past',
  rejected: 'stop',
}
