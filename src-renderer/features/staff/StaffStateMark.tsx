import { useTranslation } from 'react-i18next'
import type { StaffRow } from '#shared/features/staff/staff.contract.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<StaffRow['state'], StateTone> = { employed: 'good', coming: 'info', left: 'past' }

/** Whether somebody is employed, to be employed, or no longer. */
export function StaffStateMark({ state }: { state: StaffRow['state'] }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`staff.states.${state}`)}</StateMark>
}
