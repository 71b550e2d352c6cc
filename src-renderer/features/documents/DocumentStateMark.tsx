import { useTranslation } from 'react-i18next'
import type { IssuedDocument } from '#shared/features/documents/documents.contract.ts'
import { StateMark } from '../../ui/StateMark.tsx'

const tones = { issued: 'info', signed: 'good', delivered: 'past', cancelled: 'stop' } as const

/** What became of a document, as a word with its colour. */
export function DocumentStateMark({ state }: { state: IssuedDocument['state'] }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[state]}>{t(`documents.states.${state}`)}</StateMark>
}
