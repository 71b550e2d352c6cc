import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaffPicker } from '../../ui/StaffPicker.tsx'
import { UnitForm } from './UnitForm.tsx'

const route = getRouteApi('/units/$id/edit')

/** Corrects a unit, or says what it will be from a day on. */
export function EditUnitScreen() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { id } = route.useParams()
  const { from: isReorganisation } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.units.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/units/$id', params: { id } })
  return (
    <>
      <PageHeader
        title={isReorganisation ? t('units.reorganiseNamed', { name: data.name }) : data.name}
        facts={<Text c="dimmed">{t(isReorganisation ? 'units.reorganiseHint' : 'units.correctHint')}</Text>}
      />
      <div style={{ marginTop: 16, maxWidth: 820 }}>
        <UnitForm
          unit={data}
          {...(isReorganisation && { reorganisation: { fromOn: today } })}
          headField={(head) => <StaffPicker label={t('units.fields.headId')} {...head} />}
          onSaved={back}
          onCancel={back}
        />
      </div>
    </>
  )
}
