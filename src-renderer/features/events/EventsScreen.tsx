import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { eventsRegister } from '#shared/features/events/events.register.ts'
import { daysText } from '#shared/features/events/events.rules.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { EventStatusMark } from './EventStatusMark.tsx'

const route = getRouteApi('/events')

/** The register of events, in the order of the calendar. */
export function EventsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = may('events.write')
  const create = () => navigate({ to: '/events/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  return (
    <RegisterScreen
      register={eventsRegister}
      api={api.events}
      may={may}
      hasHistory
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('events.title')}
      countText={(count) => t('events.count', { count })}
      empty={{ title: t('events.empty'), hint: t('events.emptyHint') }}
      onOpen={(row) => navigate({ to: '/events/$id', params: { id: row.id } })}
      quickFilters={[
        {
          label: t('events.filters.upcoming'),
          filters: { status: { oneOf: ['planned'] }, endsOn: { within: 'future' } },
        },
        { label: t('events.filters.toSettle'), filters: { status: { oneOf: ['held'] } } },
        { label: t('events.filters.settled'), filters: { status: { oneOf: ['settled'] } } },
      ]}
      looks={{
        startsOn: {
          width: 180,
          cell: (row) =>
            row.startsOn ? daysText({ startsOn: row.startsOn, endsOn: row.endsOn ?? row.startsOn }) : '',
        },
        name: { width: 300, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.name}</strong> },
        unit: { width: 240, minWindow: 1100 },
        place: { width: 200, minWindow: 1300 },
        status: { width: 140, cell: (row) => <EventStatusMark status={row.status} /> },
        memberCount: { width: 90 },
      }}
      bulkActions={(chosen) => mayWrite && <RemoveSelected from={api.events} chosen={chosen} />}
      tools={
        <Button component={Link} to="/events/groups" variant="default">
          {t('volunteerGroups.title')}
        </Button>
      }
      actions={
        mayWrite && (
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('events.create')}</Button>
          </ShortcutTooltip>
        )
      }
    />
  )
}
