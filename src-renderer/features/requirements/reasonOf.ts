import i18next from 'i18next'
import type { StatusReason } from '#shared/features/requirements/requirements.model.rules.ts'

/** Why a status is what it is, in words; what somebody wrote stands after it. */
export function reasonOf({
  reason,
  requirementName,
  reasonText,
}: {
  reason: StatusReason
  requirementName: string | null
  reasonText: string
}): string {
  const told = i18next.t(`requirements.reasons.${reason}`, { requirement: requirementName ?? '' })
  return reasonText ? `${told} – ${reasonText}` : told
}
