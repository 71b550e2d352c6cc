import { useTranslation } from 'react-i18next'
import type { NeedState } from '#shared/features/placements/placements.needs.register.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<NeedState, StateTone> = { open: 'warning', filled: 'good', over: 'past', closed: 'past' }

/** How a need stands. */
export function NeedStateMark({ state }: { state: NeedState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`needs.states.${state}`)}</StateMark>
}
