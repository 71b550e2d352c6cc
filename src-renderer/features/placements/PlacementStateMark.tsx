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

interface PlacementStateMarkProps {
  state: PlacementState
  /** Is it served by somebody whose status keeps from all work? */
  isKeptBack?: boolean | null
}

/** The state of a placement; of one that goes on although it should not, that. */
export function PlacementStateMark({ state, isKeptBack }: PlacementStateMarkProps) {
  const { t } = useTranslation()
  if (isKeptBack) return <StateMark tone="stop">{t('placements.keptBack')}</StateMark>
  return <StateMark tone={tones[state]}>{t(`placements.states.${state}`)}</StateMark>
}
