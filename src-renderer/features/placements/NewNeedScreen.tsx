import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { NeedForm } from './NeedForm.tsx'

const route = getRouteApi('/needs/new')

/** A new need, of a unit or of a family. */
export function NewNeedScreen() {
  const { t } = useTranslation()
  const { family = null, unit = null } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader title={t('needs.create')} />
      <div style={{ marginTop: 16 }}>
        <NeedForm
          place={{ familyId: family, unitId: unit }}
          onSaved={({ id }) => navigate({ to: '/needs/$id', params: { id }, replace: true })}
          onCancel={useBackTo('/needs')}
        />
      </div>
    </>
  )
}
