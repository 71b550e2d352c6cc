import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { agreementValues } from './agreementValues.ts'

const route = getRouteApi('/agreements/$id/edit')

export function EditAgreementScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  // Asked anew for every edit, and not while one types: a refreshed row would replace what was typed.
  const options = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }
  const { data: draft, error } = useQuery(orpc.agreements.get.queryOptions({ input: { id }, ...options }))
  const { data: volunteer } = useQuery(
    orpc.volunteers.get.queryOptions({
      input: { id: draft?.volunteerId ?? 0 },
      enabled: draft !== undefined,
    }),
  )
  if (!draft || !volunteer) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/agreements/$id', params: { id }, replace: true })
  return (
    <>
      <PageHeader title={t('agreements.draft')} facts={<span>{draft.volunteerName}</span>} />
      <AgreementForm volunteer={volunteer} initial={agreementValues(draft)} onSaved={back} onCancel={back} />
    </>
  )
}
