import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { EventForm } from './EventForm.tsx'

/** A new event. */
export function NewEventScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const back = useBackTo('/events')
  return (
    <>
      <PageHeader title={t('events.create')} />
      <div style={{ marginTop: 16 }}>
        <EventForm
          onSaved={({ id }) => navigate({ to: '/events/$id', params: { id }, replace: true })}
          onCancel={back}
        />
      </div>
    </>
  )
}
