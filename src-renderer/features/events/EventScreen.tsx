import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { placeOf } from '#shared/features/events/events.document.ts'
import { eventsRegister } from '#shared/features/events/events.register.ts'
import { daysText } from '#shared/features/events/events.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { IssueForSelected } from '../documents/IssueForSelected.tsx'
import { EventFacts } from './EventFacts.tsx'
import { EventPapers } from './EventPapers.tsx'
import { EventPeople } from './EventPeople.tsx'
import { EventPresence } from './EventPresence.tsx'
import { EventStatusActions } from './EventStatusActions.tsx'
import { EventStatusMark } from './EventStatusMark.tsx'

const route = getRouteApi('/events/$id')

/** One event: its list, who came, its documents; and the next step, whichever that is. */
export function EventScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data: event, error } = useQuery(orpc.events.get.queryOptions({ input: { id } }))
  const { data: members } = useQuery(orpc.events.members.queryOptions({ input: { id } }))
  const mayWrite = may('events.write')
  useShortcuts({
    create: mayWrite ? () => navigate({ to: '/events/new' }) : undefined,
    back: useBackTo('/events'),
  })
  if (!event || !members) return error ? <LoadingFailure error={error} /> : null
  const isOpen = event.status === 'planned' || event.status === 'held'
  const concluded = members.filter(({ agreement }) => agreement !== null)
  const idsOf = (some: typeof members) => some.flatMap(({ agreement }) => agreement?.id ?? [])
  const cameIds = idsOf(concluded.filter(({ served }) => served.length > 0))

  return (
    <>
      <PageHeader
        title={event.name}
        aside={<EventStatusMark status={event.status} />}
        facts={
          <>
            <span>{[daysText(event), formatTimeSpan(event)].filter(Boolean).join(', ')}</span>
            {placeOf(event) && <span>{placeOf(event)}</span>}
            {event.expectedCount !== null && (
              <span>
                {t('events.memberCount', { count: members.length })},{' '}
                {t('events.expected', { count: event.expectedCount })}
              </span>
            )}
            {event.worksWithMinors && <span>{t('events.withMinors')}</span>}
          </>
        }
        actions={
          mayWrite && (
            <>
              <UndoButtons kind="events" api={api.events.undo} record={event} />
              {concluded.length === 0 && (
                <RemoveButton
                  register={eventsRegister}
                  from={api.events}
                  record={event}
                  onRemoved={() => navigate({ to: '/events' })}
                />
              )}
              {isOpen && <EditButton to={`/events/${id}/edit`} />}
              <EventStatusActions event={event} />
            </>
          )
        }
      />
      {event.cancelReason && (
        <div style={{ marginTop: 12 }}>
          <Notice tone="stop" label={t('events.statuses.cancelled')}>
            {event.cancelReason}
          </Notice>
        </div>
      )}
      <RecordTabs
        register={eventsRegister}
        api={api.events}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'people',
            title: t('events.tabs.people'),
            content: <EventPeople event={event} members={members} />,
          },
          {
            key: 'presence',
            title: t('events.tabs.presence'),
            content: <EventPresence event={event} members={members} />,
          },
          ...(mayWrite
            ? [
                {
                  key: 'papers',
                  title: t('events.tabs.papers'),
                  content: (
                    <EventPapers
                      event={event}
                      isAnybodyInsured={concluded.length > 0}
                      many={
                        may('documents.write') && (
                          <>
                            <IssueForSelected
                              rows={{ from: 'agreements', selection: { ids: cameIds } }}
                              label={t('events.papers.certificates')}
                              isDisabled={cameIds.length === 0}
                            />
                            <IssueForSelected
                              rows={{ from: 'agreements', selection: { ids: idsOf(concluded) } }}
                              first="badge"
                              label={t('events.papers.forAll')}
                              isDisabled={concluded.length === 0}
                            />
                          </>
                        )
                      }
                    />
                  ),
                },
              ]
            : []),
          { key: 'details', title: t('common.details'), content: <EventFacts event={event} /> },
        ]}
      />
    </>
  )
}
