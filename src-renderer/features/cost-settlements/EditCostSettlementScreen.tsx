import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SettlementForm } from './SettlementForm.tsx'
import { settlementValues } from './settlementValues.ts'

const route = getRouteApi('/cost-settlements/$id/edit')

/** Changes a settlement that is open. */
export function EditCostSettlementScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.costSettlements.get.queryOptions({ input: { id }, ...whileEditing }))
  const { data: agreement } = useQuery(
    orpc.agreements.get.queryOptions({
      input: { id: data?.agreementId ?? 0 },
      enabled: data !== undefined,
    }),
  )
  if (!data || !agreement) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/cost-settlements/$id', params: { id }, replace: true })
  return (
    <>
      <PageHeader
        title={t('costSettlements.edit')}
        facts={<span>{`${data.volunteerName}, ${data.agreementNumber}`}</span>}
      />
      <SettlementForm agreement={agreement} initial={settlementValues(data)} onSaved={back} onCancel={back} />
    </>
  )
}
