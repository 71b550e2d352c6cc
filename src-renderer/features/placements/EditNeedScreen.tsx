import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { NeedForm } from './NeedForm.tsx'

const route = getRouteApi('/needs/$id/edit')

/** Changes a need. */
export function EditNeedScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.needs.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/needs/$id', params: { id } })
  return (
    <>
      <PageHeader title={t('needs.edit')} />
      <div style={{ marginTop: 16 }}>
        <NeedForm need={data} onSaved={back} onCancel={back} />
      </div>
    </>
  )
}
