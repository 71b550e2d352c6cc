import { useTranslation } from 'react-i18next'
import type { PlacementState } from '#shared/features/placements/placements.register.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<PlacementState, StateTone> = {
  planned: 'neutral',
  introduced: 'info',
  active: 'good',
  suspended: 'warning',
  ended: 'past',
}

/** The state of a placement. */
export function PlacementStateMark({ state }: { state: PlacementState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`placements.states.${state}`)}</StateMark>
}
