import { useTranslation } from 'react-i18next'
import type { MonitoringState } from '#shared/features/placements/placements.monitoring.register.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<MonitoringState, StateTone> = {
  overdue: 'stop',
  today: 'warning',
  coming: 'info',
  done: 'good',
  skipped: 'past',
}

/** How an entry of the monitoring stands. */
export function MonitoringStateMark({ state }: { state: MonitoringState }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`monitoring.states.${state}`)}</StateMark>
}
