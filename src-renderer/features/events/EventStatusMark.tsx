import { useTranslation } from 'react-i18next'
import type { EventRow } from '#shared/features/events/events.contract.ts'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'

const tones: Record<EventRow['status'], StateTone> = {
  planned: 'info',
  held: 'warning',
  settled: 'good',
  cancelled: 'past',
}

/** What became of an event, in a word. */
export function EventStatusMark({ status }: { status: EventRow['status'] }) {
  const { t } = useTranslation()
  return <StateMark tone={tones[status]}>{t(`events.statuses.${status}`)}</StateMark>
}
