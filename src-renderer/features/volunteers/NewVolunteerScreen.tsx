import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { VolunteerForm } from './VolunteerForm.tsx'

/** A new volunteer. */
export function NewVolunteerScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('volunteers.create')} />
      <div style={{ marginTop: 16 }}>
        <VolunteerForm
          onSaved={({ id }) => navigate({ to: '/volunteers/$id', params: { id }, replace: true })}
          onCancel={() => navigate({ to: '/volunteers' })}
        />
      </div>
    </>
  )
}
