import { Button, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { placementsRegister } from '#shared/features/placements/placements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { RemoveSelected } from '../../ui/register/RemoveSelected.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { PlacementStateMark } from './PlacementStateMark.tsx'
import { PlacementsNav } from './PlacementsNav.tsx'

const route = getRouteApi('/placements')

/** All placements of volunteers. */
export function PlacementsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = may('placements.write')
  const create = () => navigate({ to: '/placements/new' })
  useShortcuts({ create: mayWrite ? create : undefined })
  return (
    <RegisterScreen
      register={placementsRegister}
      api={api.placements}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('placements.title')}
      countText={(count) => t('placements.count', { count })}
      empty={{ title: t('placements.empty'), hint: t('placements.emptyHint') }}
      tabs={<PlacementsNav at="/placements" />}
      onOpen={(row) => navigate({ to: '/placements/$id', params: { id: row.id } })}
      quickFilters={[
        { label: t('placements.filters.active'), filters: { state: { oneOf: ['active'] } } },
        { label: t('placements.filters.overdue'), filters: { isOverdue: { is: true } } },
        { label: t('placements.filters.keptBack'), filters: { isKeptBack: { is: true } } },
        {
          label: t('placements.filters.planned'),
          filters: { state: { oneOf: ['planned', 'introduced'] } },
        },
        { label: t('placements.filters.families'), filters: { placeKind: { oneOf: ['family'] } } },
        { label: t('placements.filters.suspended'), filters: { state: { oneOf: ['suspended'] } } },
        { label: t('placements.filters.withdrawn'), filters: { isWithdrawn: { is: true } } },
      ]}
      looks={{
        volunteer: {
          width: 200,
          cell: (row) => <strong style={{ fontWeight: 500 }}>{row.volunteer?.text}</strong>,
        },
        unit: {
          width: 220,
          cell: (row) => row.unit?.text ?? <Text c="dimmed">{t('placements.someFamily')}</Text>,
        },
        family: { width: 120 },
        activityKind: { width: 220, minWindow: 1500 },
        startsOn: { width: 110 },
        endsOn: { width: 110, minWindow: 1500 },
        state: {
          width: 200,
          cell: (row) => <PlacementStateMark state={row.state} isKeptBack={row.isKeptBack} />,
        },
        coordinator: { width: 190, minWindow: 1400 },
        nextDueOn: {
          width: 200,
          minWindow: 1100,
          cell: (row) =>
            row.nextDueOn && row.isOverdue ? (
              <StateMark tone="stop">
                {`${formatDay(row.nextDueOn)}, ${t('monitoring.states.overdue')}`}
              </StateMark>
            ) : (
              row.nextDueOn && formatDay(row.nextDueOn)
            ),
        },
      }}
      bulkActions={(chosen) => mayWrite && <RemoveSelected from={api.placements} chosen={chosen} />}
      actions={
        mayWrite && (
          <ShortcutTooltip keys={shell.newRecordKeys}>
            <Button onClick={create}>{t('placements.create')}</Button>
          </ShortcutTooltip>
        )
      }
    />
  )
}
