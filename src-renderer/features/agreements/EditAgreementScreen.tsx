import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { agreementValues } from './agreementValues.ts'

const route = getRouteApi('/agreements/$id/edit')

/** Changes the draft of an agreement. */
export function EditAgreementScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data: draft, error } = useQuery(
    orpc.agreements.get.queryOptions({ input: { id }, ...whileEditing }),
  )
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
