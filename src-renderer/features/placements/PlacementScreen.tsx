import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { placementsRegister } from '#shared/features/placements/placements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { EditButton } from '../../ui/EditButton.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RecordTabs } from '../../ui/register/RecordTabs.tsx'
import { RemoveButton } from '../../ui/register/RemoveButton.tsx'
import { UndoButtons } from '../../ui/register/UndoButtons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { MonitoringOfPlacement } from './MonitoringOfPlacement.tsx'
import { PlacementCourse } from './PlacementCourse.tsx'
import { PlacementStateMark } from './PlacementStateMark.tsx'
import { PlacementSteps } from './PlacementSteps.tsx'

const route = getRouteApi('/placements/$id')

/** One placement: where and when, the meeting and its consents, the monitoring; and the next step, whichever that is. */
export function PlacementScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { id } = route.useParams()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.placements.get.queryOptions({ input: { id } }))
  const { data: entries = [] } = useQuery(
    orpc.monitoring.ofPlacement.queryOptions({ input: { placementId: id }, enabled: data !== undefined }),
  )
  const { data: unmet = [] } = useQuery(
    orpc.placements.obstacles.queryOptions({ input: { id }, enabled: data?.state === 'active' }),
  )
  useShortcuts({ back: useBackTo('/placements') })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  const mayWrite = may('placements.write')
  const overdue = entries.filter(({ state }) => state === 'overdue').length
  const [last] = data.introductions
  const write = (kind: 'placement' | 'introduction' | 'badge') =>
    navigate({
      to: '/documents/new',
      search: { kind, agreement: data.agreementId, ...(kind !== 'badge' && { origin: id }) },
    })
  return (
    <>
      <PageHeader
        title={data.volunteerName}
        aside={<PlacementStateMark state={data.state} />}
        facts={
          <>
            {data.placeKind === 'unit' ? (
              <span>{data.unitName}</span>
            ) : data.familyId !== null ? (
              <Link to="/families/$id" params={{ id: data.familyId }}>
                {t('placements.family', { code: data.familyCode })}
              </Link>
            ) : (
              <span>{t('placements.someFamily')}</span>
            )}
            <span>
              {formatDay(data.startsOn)} –{' '}
              {data.endsOn ? formatDay(data.endsOn) : t('placements.untilAgreementEnd')}
            </span>
          </>
        }
        actions={
          <>
            {mayWrite && <UndoButtons kind="placements" api={api.placements.undo} record={data} />}
            {mayWrite && data.activeOn === null && (
              <RemoveButton
                register={placementsRegister}
                from={api.placements}
                record={data}
                onRemoved={() => navigate({ to: '/placements' })}
              />
            )}
            {may('documents.write') && data.state !== 'ended' && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                    {t('placements.documents')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => write('placement')}>{t('placements.letter')}</Menu.Item>
                  <Menu.Item onClick={() => write('introduction')}>{t('placements.protocol')}</Menu.Item>
                  <Menu.Item onClick={() => write('badge')}>{t('placements.badge')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
            {mayWrite && data.state !== 'ended' && <EditButton to={`/placements/${id}/edit`} />}
            {mayWrite && <PlacementSteps placement={data} />}
          </>
        }
      />
      <div style={{ display: 'grid', gap: 4, marginTop: 12 }}>
        {last?.withdrawnOn && (
          <Notice tone="stop">{t('placements.withdrawnNotice', { day: formatDay(last.withdrawnOn) })}</Notice>
        )}
        {data.state === 'suspended' && data.suspendedOn && !last?.withdrawnOn && (
          <Notice tone="warning">
            {[t('placements.suspendedNotice', { day: formatDay(data.suspendedOn) }), data.suspendReason]
              .filter(Boolean)
              .join(' ')}
          </Notice>
        )}
        {data.state === 'active' && unmet.length > 0 && (
          <Notice tone="stop">
            {t(
              unmet.some(({ basis }) => basis === 'minors')
                ? 'placements.keptBackWithMinors'
                : 'placements.keptBackNotice',
            )}
            <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
              {unmet.map((obstacle) => (
                <li key={obstacle.key}>{textOf(obstacle)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {overdue > 0 && <Notice tone="stop">{t('placements.overdueNotice', { count: overdue })}</Notice>}
      </div>
      <RecordTabs
        register={placementsRegister}
        api={api.placements}
        recordId={id}
        may={may}
        tabs={[
          {
            key: 'course',
            title: t('placements.tabs.course'),
            content: <PlacementCourse placement={data} />,
          },
          {
            key: 'monitoring',
            title: t('placements.tabs.monitoring'),
            content: <MonitoringOfPlacement placement={data} entries={entries} />,
          },
        ]}
      />
    </>
  )
}
