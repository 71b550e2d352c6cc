import { useTranslation } from 'react-i18next'
import type { CostState } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<CostState, StateTone> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'good',
  paid: 'past',
  rejected: 'warning',
}

/** Where a settlement stands. */
export function CostStateMark({ state }: { state: CostState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`costSettlements.states.${state}`)}</StateMark>
}
