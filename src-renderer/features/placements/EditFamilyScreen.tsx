import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FamilyForm } from './FamilyForm.tsx'

const route = getRouteApi('/families/$id/edit')

/** The data of a family are changed. */
export function EditFamilyScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  // Asked anew for every edit, and not while one types: a refreshed row would replace what was typed.
  const { data, error } = useQuery(
    orpc.families.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  )
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
