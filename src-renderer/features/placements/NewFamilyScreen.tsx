import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FamilyForm } from './FamilyForm.tsx'

/** A new family. */
export function NewFamilyScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('families.create')} />
      <div style={{ marginTop: 16 }}>
        <FamilyForm
          onSaved={({ id }) => navigate({ to: '/families/$id', params: { id }, replace: true })}
          onCancel={() => navigate({ to: '/families' })}
        />
      </div>
    </>
  )
}
