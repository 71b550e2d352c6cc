import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { DocumentActions } from './DocumentActions.tsx'
import { IssuedDocument } from './IssuedDocument.tsx'

const route = getRouteApi('/documents/$id')

/** One issued document. */
export function DocumentScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { data, error } = useQuery(
    orpc.documents.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  )
  useShortcuts({ back: useBackTo('/documents') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <>
      <PageHeader
        title={data.title}
        facts={
          <>
            <Link to="/agreements/$id" params={{ id: data.recordId }}>
              {data.personName}
            </Link>
            <span>{formatDay(data.issuedOn)}</span>
            <span>
              {t('documents.fields.issuedBy')}: {data.issuedByName}
            </span>
          </>
        }
        actions={<DocumentActions documentId={id} />}
      />
      <div style={{ marginTop: 16 }}>
        <IssuedDocument id={id} />
      </div>
    </>
  )
}
