import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { whileEditing } from '../../api/queries.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AnnexForm } from './AnnexForm.tsx'
import { annexValues, newAnnex } from './annexValues.ts'

const route = getRouteApi('/agreements/$id/annex')

/** A new annex to an agreement, or a draft of one. */
export function AnnexFormScreen() {
  const { t } = useTranslation()
  const { today, centreTown } = useFrame()
  const { id } = route.useParams()
  const { draft: draftId, clause } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: agreement, error } = useQuery(
    orpc.agreements.get.queryOptions({ input: { id }, ...whileEditing }),
  )
  const { data: volunteer } = useQuery(
    orpc.volunteers.get.queryOptions({
      input: { id: agreement?.volunteerId ?? 0 },
      enabled: agreement !== undefined,
    }),
  )
  const draft = useQuery(
    orpc.agreements.annexes.get.queryOptions({
      input: { id: draftId ?? 0 },
      enabled: draftId !== undefined,
      ...whileEditing,
    }),
  )
  const isWaiting = draftId !== undefined && !draft.data
  if (!agreement || !volunteer || isWaiting) {
    const failure = error ?? draft.error
    return failure ? <LoadingFailure error={failure} /> : null
  }
  return (
    <>
      <PageHeader
        title={t(draftId === undefined ? 'agreements.annexes.create' : 'agreements.annexes.draft')}
        facts={
          <>
            <span>{agreement.volunteerName}</span>
            <span>{t('agreements.withNumber', { number: agreement.number ?? '' })}</span>
            <span>
              {formatDay(agreement.startsOn)} –{' '}
              {agreement.endsOn ? formatDay(agreement.endsOn) : t('agreements.indefinite')}
            </span>
          </>
        }
      />
      <AnnexForm
        agreement={agreement}
        volunteer={volunteer}
        initial={
          draft.data
            ? annexValues(agreement, draft.data)
            : newAnnex(agreement, clause ? [clause] : [], today, centreTown)
        }
        onSaved={(saved) => navigate({ to: '/annexes/$id', params: { id: saved.id }, replace: true })}
        onCancel={() => navigate({ to: '/agreements/$id', params: { id } })}
      />
    </>
  )
}
