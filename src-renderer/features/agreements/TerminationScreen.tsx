import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { TerminationForm } from './TerminationForm.tsx'
import { newTermination } from './terminationValues.ts'

const route = getRouteApi('/agreements/$id/terminate')

/** Ends an agreement before its time. */
export function TerminationScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today, centreTown } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.agreements.get.queryOptions({ input: { id }, ...whileEditing }))
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const back = () => navigate({ to: '/agreements/$id', params: { id }, replace: true })
  return (
    <>
      <PageHeader
        title={t('agreements.terminations.title')}
        facts={
          <>
            <span>{data.volunteerName}</span>
            <span>{t('agreements.withNumber', { number: data.number ?? '' })}</span>
            <span>
              {formatDay(data.startsOn)} – {data.endsOn ? formatDay(data.endsOn) : t('agreements.indefinite')}
            </span>
          </>
        }
      />
      <TerminationForm
        agreement={data}
        initial={newTermination(data, today, centreTown, t('agreements.terminations.usualReturns'))}
        onSaved={({ endsOn, documentId }) => {
          notifications.show({
            color: 'green',
            message: t('agreements.terminations.terminated', { day: formatDay(endsOn) }),
          })
          // The next paper to print is the end of the agreement, not the agreement.
          if (documentId !== null && may('documents.read'))
            navigate({ to: '/documents/$id', params: { id: documentId }, replace: true })
          else back()
        }}
        onCancel={back}
      />
    </>
  )
}
