import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FamilyForm } from './FamilyForm.tsx'

const route = getRouteApi('/families/$id/edit')

/** Changes the data of a family. */
export function EditFamilyScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.families.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/families/$id', params: { id } })
  return (
    <>
      <PageHeader title={t('families.one', { code: data.code })} />
      <div style={{ marginTop: 16 }}>
        <FamilyForm family={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
