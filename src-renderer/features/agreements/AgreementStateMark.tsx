import { useTranslation } from 'react-i18next'
import type { AgreementState } from '#shared/features/agreements/agreements.rules.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<AgreementState, StateTone> = {
  draft: 'neutral',
  upcoming: 'info',
  active: 'good',
  ending: 'warning',
  ended: 'past',
  cancelled: 'stop',
}

/** The state of an agreement today. */
export function AgreementStateMark({ state }: { state: AgreementState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`agreements.states.${state}`)}</StateMark>
}
