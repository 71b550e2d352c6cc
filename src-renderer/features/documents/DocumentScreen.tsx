import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { AddToQueue } from '../print-queue/AddToQueue.tsx'
import { DocumentActions } from './DocumentActions.tsx'
import { DocumentStateMark } from './DocumentStateMark.tsx'
import { IssuedDocument } from './IssuedDocument.tsx'
import { StateActions } from './StateActions.tsx'
import { ThenAndNow } from './ThenAndNow.tsx'

const route = getRouteApi('/documents/$id')

/** One issued document: its pages, what became of it, and what would differ today. */
export function DocumentScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.documents.get.queryOptions({ input: { id } }))
  useShortcuts({ back: useBackTo('/documents') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const { kind, recordKind, recordId, original, related, overrides } = data
  const ofRecord =
    recordKind === 'agreements'
      ? ({ to: '/agreements/$id', params: { id: recordId } } as const)
      : recordKind === 'volunteers'
        ? ({ to: '/volunteers/$id', params: { id: recordId } } as const)
        : recordKind === 'staff'
          ? ({ to: '/staff/$id', params: { id: recordId } } as const)
          : recordKind === 'costSettlements'
            ? ({ to: '/cost-settlements/$id', params: { id: recordId } } as const)
            : undefined
  return (
    <>
      <PageHeader
        title={data.title}
        aside={<DocumentStateMark state={data.state} />}
        facts={
          <>
            {ofRecord ? <Link {...ofRecord}>{data.personName}</Link> : <span>{data.personName}</span>}
            <span>{formatDay(data.issuedOn)}</span>
            {data.caseSign &&
              (data.caseId !== null && may('cases.read') ? (
                <Link to="/cases/$id" params={{ id: data.caseId }}>
                  {data.caseSign}
                </Link>
              ) : (
                <span>{data.caseSign}</span>
              ))}
            {data.signedOn && (
              <span>
                {t('documents.fields.signedOn')}: {formatDay(data.signedOn)}
              </span>
            )}
            {data.deliveredOn && data.delivery && (
              <span>
                {t('documents.fields.deliveredOn')}: {formatDay(data.deliveredOn)},{' '}
                {t(`documents.deliveries.${data.delivery}`)}
              </span>
            )}
            <span>
              {t('documents.fields.issuedBy')}: {data.issuedByName}
            </span>
          </>
        }
        actions={
          <>
            {may('documents.write') && kind !== 'agreement' && (
              <>
                {data.state !== 'cancelled' && (
                  <Button
                    variant="default"
                    onClick={() => navigate({ to: '/documents/new', search: { corrects: id } })}
                  >
                    {t('documents.correct')}
                  </Button>
                )}
                <StateActions document={data} />
              </>
            )}
            {may('documents.print') && <AddToQueue documentIds={[id]} />}
            <DocumentActions documentId={id} />
          </>
        }
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        {data.cancelReason && (
          <Notice tone="stop" label={t('documents.states.cancelled')}>
            {data.cancelReason}
          </Notice>
        )}
        {original && (
          <Notice tone="hint" label={t(`documents.relations.${original.relation}`)}>
            <Link to="/documents/$id" params={{ id: original.id }}>
              {original.title}
            </Link>
          </Notice>
        )}
        {related.map((each) => (
          <Notice key={each.id} tone="hint" label={t(`documents.relations.${each.relation}`)}>
            <Link to="/documents/$id" params={{ id: each.id }}>
              {each.title}, {formatDay(each.issuedOn)}
            </Link>
          </Notice>
        ))}
        {Object.entries(overrides).map(([key, reason]) => (
          <Notice key={key} tone="warning">
            {t('documents.overridden', { reason })}
          </Notice>
        ))}
      </div>
      <RecordTabs
        register={documentsRegister}
        api={api.documents}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'document',
            title: textOf({ key: 'documents.fields.title' }),
            content: <IssuedDocument id={id} />,
          },
          ...(kind === 'agreement'
            ? []
            : [{ key: 'compare', title: t('documents.compare'), content: <ThenAndNow id={id} /> }]),
        ]}
      />
    </>
  )
}
