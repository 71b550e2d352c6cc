import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { areCostsClosed, lengthInDays, stateOn } from '#shared/features/agreements/agreements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { MergedHere } from '../../ui/register/MergedHere.tsx'
import { MissingRecord } from '../../ui/register/MissingRecord.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { CasesOfAgreement } from '../documents/CasesOfAgreement.tsx'
import { DocumentActions } from '../documents/DocumentActions.tsx'
import { IssuedDocument } from '../documents/IssuedDocument.tsx'
import { EventOfAgreement } from '../events/EventOfAgreement.tsx'
import { HoursByMonth } from '../hours/HoursByMonth.tsx'
import { AgreementFacts } from './AgreementFacts.tsx'
import { AgreementStateMark } from './AgreementStateMark.tsx'
import { AgreementTimeline } from './AgreementTimeline.tsx'
import { ConcludedActions } from './ConcludedActions.tsx'
import { DraftActions } from './DraftActions.tsx'
import { DraftDocument } from './DraftDocument.tsx'
import { WaiverNotice } from './WaiverNotice.tsx'

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
            {may('documents.read') && data.status !== 'draft' && <CasesOfAgreement agreementId={id} />}
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
                <ConcludedActions agreement={data}>
                  {data.status === 'signed' &&
                    !areCostsClosed(data, data.startsOn) &&
                    may('costSettlements.write') && (
                      <Menu.Item
                        onClick={() => navigate({ to: '/cost-settlements/new', search: { agreement: id } })}
                      >
                        {t('costSettlements.settle')}
                      </Menu.Item>
                    )}
                </ConcludedActions>
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
        <WaiverNotice agreement={data} />
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
          ...(data.status === 'draft'
            ? []
            : [
                {
                  key: 'timeline',
                  title: t('agreements.timeline.title'),
                  content: <AgreementTimeline agreement={data} />,
                },
              ]),
          { key: 'details', title: t('common.details'), content: <AgreementFacts agreement={data} /> },
          ...(data.status === 'signed' && may('hours.read')
            ? [{ key: 'hours', title: t('hours.title'), content: <HoursByMonth agreementId={id} /> }]
            : []),
        ]}
      />
    </>
  )
}
