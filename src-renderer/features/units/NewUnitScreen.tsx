import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { UnitForm } from './UnitForm.tsx'

const route = getRouteApi('/units/new')

/** A new unit, at the top of the structure or below another. */
export function NewUnitScreen() {
  const { t } = useTranslation()
  const { parent = null } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader title={t('units.create')} />
      <div style={{ marginTop: 16, maxWidth: 820 }}>
        <UnitForm
          begin={{ parentId: parent }}
          headField={(head) => <StaffPicker label={t('units.fields.headId')} {...head} />}
          onSaved={({ id }) => navigate({ to: '/units/$id', params: { id } })}
          onCancel={() => navigate({ to: '/units' })}
        />
      </div>
    </>
  )
}
