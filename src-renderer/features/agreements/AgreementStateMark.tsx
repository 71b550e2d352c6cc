import { useTranslation } from 'react-i18next'
import { type AgreementState, stateOn } from '#shared/features/agreements/agreements.rules.ts'
import { useFrame } from '../../frame/useFrame.ts'
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
export function AgreementStateMark({ agreement }: { agreement: Parameters<typeof stateOn>[0] }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const state = stateOn(agreement, today)
  return <StateMark tone={tones[state]}>{t(`agreements.states.${state}`)}</StateMark>
}
