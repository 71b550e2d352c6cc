import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monitoringRegister } from '#shared/features/placements/placements.monitoring.register.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { MonitoringStateMark } from './MonitoringStateMark.tsx'
import { PlacementsNav } from './PlacementsNav.tsx'

const route = getRouteApi('/placements/monitoring')

/** What is to be looked after in all placements: Enter opens a line, Ctrl+S notes the contact. */
export function MonitoringScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opened, setOpened] = useState<number>()
  const { data: entry } = useQuery(
    orpc.monitoring.get.queryOptions({ input: { id: opened ?? 0 }, enabled: opened !== undefined }),
  )
  const close = () => setOpened(undefined)
  return (
    <>
      <RegisterScreen
        register={monitoringRegister}
        api={api.monitoring}
        may={may}
        search={search}
        onSearch={(next, replace) => navigate({ search: next, replace })}
        title={t('monitoring.todo')}
        countText={(count) => t('monitoring.count', { count })}
        empty={{ title: t('monitoring.empty'), hint: t('monitoring.emptyHint') }}
        tabs={<PlacementsNav at="/placements/monitoring" />}
        onOpen={(row) => setOpened(row.id)}
        quickFilters={[
          { label: t('monitoring.filters.overdue'), filters: { state: { oneOf: ['overdue'] } } },
          { label: t('monitoring.filters.today'), filters: { state: { oneOf: ['overdue', 'today'] } } },
          {
            label: t('monitoring.filters.coming'),
            filters: { state: { oneOf: ['overdue', 'today', 'coming'] }, dueOn: { to: undefined } },
          },
          { label: t('monitoring.filters.done'), filters: { state: { oneOf: ['done'] } } },
          { label: t('monitoring.filters.skipped'), filters: { state: { oneOf: ['skipped'] } } },
        ]}
        looks={{
          dueOn: { width: 112 },
          state: { width: 140, cell: (row) => <MonitoringStateMark state={row.state} /> },
          purpose: { width: 130 },
          volunteer: { width: 200 },
          unit: {
            width: 240,
            cell: (row) => row.unit?.text ?? <Text c="dimmed">{t('placements.someFamily')}</Text>,
          },
          family: { width: 120 },
          coordinator: { width: 190, minWindow: 1300 },
          doneOn: { width: 120, minWindow: 1500 },
        }}
        actions={
          <Button component={Link} to="/placements/rhythm" variant="default">
            {t('monitoring.rules')}
          </Button>
        }
      />
      <FormDrawer
        title={entry ? entry.volunteerName : t('monitoring.noteTitle')}
        isOpen={opened !== undefined}
        onClose={close}
      >
        {entry && entry.id === opened && (
          <>
            <Text size="sm" mb="sm">
              {entry.unitName ??
                (entry.familyCode
                  ? t('placements.family', { code: entry.familyCode })
                  : t('placements.someFamily'))}{' '}
              <Link to="/placements/$id" params={{ id: entry.placementId }}>
                {t('monitoring.openPlacement')}
              </Link>
            </Text>
            <EntryDrawer entry={entry} coordinatorId={entry.coordinatorId} onDone={close} />
          </>
        )}
      </FormDrawer>
    </>
  )
}
