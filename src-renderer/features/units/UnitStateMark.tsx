import { useTranslation } from 'react-i18next'
import type { unitStates } from '#shared/features/units/units.register.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

type UnitStateName = (typeof unitStates)[number]

const tones: Record<UnitStateName, StateTone> = { active: 'good', future: 'info', closed: 'past' }

/** Whether a unit exists today. */
export function UnitStateMark({ state }: { state: UnitStateName }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`units.states.${state}`)}</StateMark>
}
