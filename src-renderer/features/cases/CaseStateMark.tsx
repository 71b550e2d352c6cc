import { useTranslation } from 'react-i18next'
import type { caseStates } from '#shared/features/cases/cases.register.ts'
import { StateMark } from '../../ui/StateMark.tsx'

const tones = { open: 'info', closed: 'past', cancelled: 'stop' } as const

/** Whether a case is open, closed, or a cancelled number. */
export function CaseStateMark({ state }: { state: (typeof caseStates)[number] }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`cases.states.${state}`)}</StateMark>
}
