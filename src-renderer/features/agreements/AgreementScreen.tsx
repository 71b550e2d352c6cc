import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { lengthInDays, stateOn, weeklyTimeInWords } from '#shared/features/agreements/agreements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { askText, confirm } from '../../ui/ask.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { MergedHere } from '../../ui/register/MergedHere.tsx'
import { MergeWithButton } from '../../ui/register/MergeWithButton.tsx'
import { MissingRecord } from '../../ui/register/MissingRecord.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { DocumentActions } from '../documents/DocumentActions.tsx'
import { IssuedDocument } from '../documents/IssuedDocument.tsx'
import { EventOfAgreement } from '../events/EventOfAgreement.tsx'
import { HoursByMonth } from '../hours/HoursByMonth.tsx'
import { AgreementStateMark } from './AgreementStateMark.tsx'
import { DraftDocument } from './DraftDocument.tsx'

const route = getRouteApi('/agreements/$id')

/** One agreement: its document, its data, its history; and the next step, whichever that is. */
export function AgreementScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.agreements.get.queryOptions({ input: { id } }))
  useShortcuts({ back: useBackTo('/agreements') })
  if (!data)
    return error ? (
      <MissingRecord
        register="agreements"
        api={api.agreements.merging}
        id={id}
        error={error}
        onFound={(found) => navigate({ to: '/agreements/$id', params: { id: found }, replace: true })}
      />
    ) : null

  const days = lengthInDays(data.startsOn, data.endsOn)
  const documentId = may('documents.read') ? data.documentId : null
  const hasDocument = documentId !== null || (data.status === 'draft' && may('agreements.write'))
  const document = documentId ? <IssuedDocument id={documentId} /> : <DraftDocument draft={data} />
  return (
    <>
      <PageHeader
        title={data.number ? t('agreements.withNumber', { number: data.number }) : t('agreements.draft')}
        aside={<AgreementStateMark state={stateOn(data, today)} />}
        facts={
          <>
            <Link to="/volunteers/$id" params={{ id: data.volunteerId }}>
              {data.volunteerName}
            </Link>
            <span>
              {formatDay(data.startsOn)} – {data.endsOn ? formatDay(data.endsOn) : t('agreements.indefinite')}
              {days !== null && ` (${t('agreements.days', { count: days })})`}
            </span>
            {data.unitName && <span>{data.unitName}</span>}
            {may('events.read') && data.status !== 'draft' && <EventOfAgreement agreementId={id} />}
          </>
        }
        actions={
          <>
            {/* Also where the draft has been concluded: the keys then say why nothing is undone. */}
            {may('agreements.write') && (
              <UndoButtons kind="agreements" api={api.agreements.undo} record={data} />
            )}
            {data.status === 'draft' ? (
              may('agreements.write') && <DraftActions agreement={data} />
            ) : (
              <>
                {data.status === 'signed' && may('agreements.sign') && <CancelAction agreement={data} />}
                {data.status === 'signed' &&
                  data.travelCosts !== 'waived' &&
                  may('costSettlements.write') && (
                    <Button
                      variant="default"
                      onClick={() => navigate({ to: '/cost-settlements/new', search: { agreement: id } })}
                    >
                      {t('costSettlements.settle')}
                    </Button>
                  )}
                {data.status === 'signed' && may('documents.write') && (
                  <Button
                    variant="default"
                    onClick={() => navigate({ to: '/documents/new', search: { agreement: id } })}
                  >
                    {t('documents.write')}
                  </Button>
                )}
                {documentId && <DocumentActions documentId={documentId} />}
              </>
            )}
          </>
        }
      />
      {data.cancelReason && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="stop" label={t('agreements.states.cancelled')}>
            {data.cancelReason}
          </Notice>
        </div>
      )}
      <div style={{ display: 'grid', gap: 4, marginTop: 8 }}>
        <MergedHere
          register="agreements"
          api={api.agreements}
          recordId={id}
          mayUndo={may('agreements.write')}
          mayReadHistory={may('history.read')}
        />
      </div>
      <RecordTabs
        register={agreementsRegister}
        api={api.agreements}
        recordId={id}
        may={may}
        tabs={[
          ...(hasDocument
            ? [{ key: 'document', title: t('documents.fields.title'), content: document }]
            : []),
          { key: 'details', title: t('common.details'), content: <AgreementFacts agreement={data} /> },
          ...(data.status === 'signed' && may('hours.read')
            ? [{ key: 'hours', title: t('hours.title'), content: <HoursByMonth agreementId={id} /> }]
            : []),
        ]}
      />
    </>
  )
}

function DraftActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const { id, version, volunteerName, volunteerId } = agreement
  const period = `${formatDay(agreement.startsOn)} – ${agreement.endsOn ? formatDay(agreement.endsOn) : t('agreements.indefinite')}`
  const edit = () => navigate({ to: '/agreements/$id/edit', params: { id } })
  const sign = useMutation(
    orpc.agreements.sign.mutationOptions({
      onSuccess: ({ number }) =>
        notifications.show({ color: 'green', message: t('agreements.signed', { number: number ?? '' }) }),
    }),
  )
  async function askAndSign() {
    const isSure = await confirm({
      title: t('agreements.signConfirm.title'),
      text: t('agreements.signConfirm.text', { name: volunteerName, period }),
      action: t('agreements.sign'),
    })
    if (isSure) sign.mutate({ id, version })
  }

  return (
    <>
      <MergeWithButton
        register="agreements"
        api={api.agreements}
        recordId={id}
        rowText={({ number, volunteer, startsOn }) =>
          [number, volunteer?.text, startsOn && formatDay(startsOn)].filter(Boolean).join(', ')
        }
        onCompare={(first, second) =>
          navigate({ to: '/merge/$register', params: { register: 'agreements' }, search: { first, second } })
        }
      />
      <RemoveButton
        register={agreementsRegister}
        from={api.agreements}
        record={agreement}
        onRemoved={() => navigate({ to: '/volunteers/$id', params: { id: volunteerId }, replace: true })}
      />
      <Button variant="default" onClick={edit}>
        {t('agreements.editDraft')}
      </Button>
      {may('agreements.sign') && (
        // The next step after a draft was saved.
        <Button onClick={askAndSign} loading={sign.isPending} autoFocus>
          {t('agreements.sign')}
        </Button>
      )}
    </>
  )
}

function CancelAction({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const cancel = useMutation(orpc.agreements.cancel.mutationOptions())
  const number = agreement.number ?? ''
  async function ask() {
    const reason = await askText({
      title: t('agreements.cancelConfirm.title', { number }),
      text: t('agreements.cancelConfirm.text', { number }),
      label: t('agreements.cancelConfirm.reason'),
      action: t('agreements.cancel'),
    })
    if (reason) cancel.mutate({ id: agreement.id, version: agreement.version, reason })
  }
  return (
    <Button variant="default" onClick={ask} loading={cancel.isPending}>
      {t('agreements.cancel')}
    </Button>
  )
}

function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const yesNo = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  return (
    <>
      {agreement.isPaper && (
        <div style={{ marginBottom: 12 }}>
          <Notice tone="hint">{t('agreements.paper')}</Notice>
        </div>
      )}
      <Panel>
        <Facts
          items={[
            { label: t('agreements.fields.concludedOn'), value: formatDay(agreement.concludedOn) },
            { label: t('agreements.fields.concludedIn'), value: agreement.concludedIn },
            { label: t('agreements.fields.unitId'), value: agreement.unitName },
            { label: t('agreements.fields.tasks'), value: agreement.tasks.join('\n') },
            {
              label: t('agreements.fields.weeklyMinutes'),
              value: agreement.weeklyMinutes && weeklyTimeInWords(agreement.weeklyMinutes),
            },
            { label: t('agreements.fields.schedule'), value: agreement.schedule },
            {
              label: t('agreements.fields.nnw'),
              value: [agreement.nnwInsurer, agreement.nnwPolicy].filter(Boolean).join(' '),
            },
            {
              label: t('agreements.fields.travelCosts'),
              value: [t(`agreements.travelCosts.${agreement.travelCosts}`), agreement.waiverScope]
                .filter(Boolean)
                .join(': '),
            },
            { label: t('agreements.fields.worksWithMinors'), value: yesNo(agreement.worksWithMinors) },
            { label: t('agreements.fields.signatoryId'), value: agreement.signatoryName },
            { label: t('agreements.fields.projectId'), value: agreement.projectName },
            { label: t('agreements.fields.coordinator'), value: agreement.coordinator },
            ...(agreement.guardianName
              ? [
                  {
                    label: t('agreements.fields.guardianName'),
                    value: `${agreement.guardianName} (${t(`volunteers.relations.${agreement.guardianRelation}`)})`,
                  },
                ]
              : []),
            { label: t('agreements.fields.notes'), value: agreement.notes },
          ]}
        />
      </Panel>
    </>
  )
}
