import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Annex } from '#shared/features/agreements/agreements.annexes.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { askText, confirm } from '../../ui/ask.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { DocumentActions } from '../documents/DocumentActions.tsx'
import { IssuedDocument } from '../documents/IssuedDocument.tsx'
import { AnnexChangeList } from './AnnexChangeList.tsx'
import { AnnexObstacles } from './AnnexObstacles.tsx'
import { WaitingDocument } from './WaitingDocument.tsx'

const route = getRouteApi('/annexes/$id')
const tones = { draft: 'neutral', concluded: 'good', cancelled: 'stop' } as const

/** One annex: what it changes, its document, and the next step. */
export function AnnexScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.agreements.annexes.get.queryOptions({ input: { id } }))
  useShortcuts({ back: useBackTo(data ? `/agreements/${data.agreementId}` : '/agreements') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const { agreementId, status, sequence, validFrom } = data
  const documentId = may('documents.read') ? data.documentId : null
  return (
    <>
      <PageHeader
        title={
          sequence === null
            ? t('agreements.annexes.draft')
            : t('agreements.annexes.title', { sequence: String(sequence) })
        }
        aside={<StateMark tone={tones[status]}>{t(`agreements.annexes.statuses.${status}`)}</StateMark>}
        facts={
          <>
            <Link to="/agreements/$id" params={{ id: agreementId }}>
              {t('agreements.withNumber', { number: data.agreementNumber ?? '' })}
            </Link>
            <Link to="/volunteers/$id" params={{ id: data.volunteerId }}>
              {data.volunteerName}
            </Link>
            {status !== 'draft' && (
              <span>{t('agreements.annexes.concludedOn', { day: formatDay(data.concludedOn) })}</span>
            )}
            <span>
              {t(data.inForceSince ? 'agreements.annexes.inForce' : 'agreements.annexes.waits', {
                day: formatDay(validFrom),
              })}
            </span>
          </>
        }
        actions={
          <>
            {status === 'draft' && may('agreements.write') && <DraftActions annex={data} />}
            {status === 'concluded' && may('agreements.sign') && <CancelAction annex={data} />}
            {status === 'concluded' && data.documentId === null && may('documents.write') && (
              <Button
                variant="default"
                onClick={() =>
                  navigate({
                    to: '/documents/new',
                    search: { kind: 'annex', agreement: agreementId, origin: id },
                  })
                }
              >
                {t('agreements.annexes.writeDocument')}
              </Button>
            )}
            {documentId && <DocumentActions documentId={documentId} />}
          </>
        }
      />
      <div style={{ display: 'grid', gap: 16, marginTop: 16 }}>
        {data.cancelReason && (
          <Notice tone="stop" label={t('agreements.annexes.statuses.cancelled')}>
            {data.cancelReason}
          </Notice>
        )}
        <Panel title={t('agreements.annexes.what')}>
          <AnnexChangeList before={data.before} changes={data.changes} />
          {data.freeText && (
            <p style={{ whiteSpace: 'pre-line', marginBottom: 0 }}>
              <strong>{t('agreements.annexes.freeText')}: </strong>
              {data.freeText}
            </p>
          )}
        </Panel>
        {status === 'draft' && may('agreements.write') && <AnnexObstacles annex={data} />}
        {status === 'draft' && may('documents.write') && (
          <WaitingDocument kind="annex" agreementId={agreementId} originId={id} of={data} />
        )}
        {status !== 'draft' && data.documentId === null && (
          <Notice tone="hint">{t('agreements.annexes.noDocument')}</Notice>
        )}
        {documentId && <IssuedDocument id={documentId} />}
      </div>
    </>
  )
}

function DraftActions({ annex }: { annex: Annex }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const { id, version, agreementId } = annex
  const params = { number: annex.agreementNumber ?? '', day: formatDay(annex.validFrom) }
  const toAgreement = () => navigate({ to: '/agreements/$id', params: { id: agreementId } })
  const remove = useMutation(orpc.agreements.annexes.remove.mutationOptions({ onSuccess: toAgreement }))
  const conclude = useMutation(
    orpc.agreements.annexes.conclude.mutationOptions({
      onSuccess: ({ sequence }) =>
        notifications.show({
          color: 'green',
          message: t('agreements.annexes.concluded', { sequence: String(sequence) }),
        }),
    }),
  )
  async function ask(isPaper: boolean) {
    const isSure = await confirm({
      title: t(`agreements.annexes.${isPaper ? 'paperConfirm' : 'concludeConfirm'}.title`),
      text: t(`agreements.annexes.${isPaper ? 'paperConfirm' : 'concludeConfirm'}.text`, params),
      action: t(`agreements.annexes.${isPaper ? 'concludePaper' : 'conclude'}`),
    })
    if (isSure) conclude.mutate({ id, version, isPaper })
  }
  return (
    <>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ id, version })}>
        {t('agreements.annexes.remove')}
      </Button>
      <Button
        variant="default"
        onClick={() =>
          navigate({ to: '/agreements/$id/annex', params: { id: agreementId }, search: { draft: id } })
        }
      >
        {t('agreements.annexes.edit')}
      </Button>
      {may('agreements.sign') && (
        <>
          <Button variant="default" onClick={() => ask(true)}>
            {t('agreements.annexes.concludePaper')}
          </Button>
          {/* The next step after a draft was saved. */}
          <Button loading={conclude.isPending} onClick={() => ask(false)} autoFocus>
            {t('agreements.annexes.conclude')}
          </Button>
        </>
      )}
    </>
  )
}

function CancelAction({ annex: { id, version, sequence } }: { annex: Annex }) {
  const { t } = useTranslation()
  const cancel = useMutation(orpc.agreements.annexes.cancel.mutationOptions())
  async function ask() {
    const reason = await askText({
      title: t('agreements.annexes.cancelConfirm.title', { sequence: String(sequence) }),
      text: t('agreements.annexes.cancelConfirm.text'),
      label: t('agreements.cancelConfirm.reason'),
      action: t('agreements.annexes.cancel'),
    })
    if (reason) cancel.mutate({ id, version, reason })
  }
  return (
    <Button variant="default" onClick={ask} loading={cancel.isPending}>
      {t('agreements.annexes.cancel')}
    </Button>
  )
}
