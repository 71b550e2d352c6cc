import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { daySpan } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlacementTable } from './PlacementTable.tsx'
import { WeekTable } from './WeekTable.tsx'

/** Where a volunteer is and was placed, and this week. */
export function PlacementsOfVolunteer({ volunteerId }: { volunteerId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { data: week = [] } = useQuery(
    orpc.placements.week.queryOptions({ input: { volunteerId, day: today } }),
  )
  const create = may('placements.write') && (
    <Button component={Link} to={`/placements/new?volunteer=${volunteerId}`}>
      {t('placements.create')}
    </Button>
  )
  return (
    <Stack gap="md">
      <PlacementTable
        of={{ volunteerId }}
        empty={
          <EmptyState
            title={t('placements.noneOfVolunteer')}
            hint={t('placements.noneOfVolunteerHint')}
            actions={create}
          />
        }
      />
      {week.length > 0 && (
        <Panel title={t('placements.week')} actions={create}>
          <WeekTable from={daySpan(today, 'week', 0).from} visits={week} of="volunteer" />
        </Panel>
      )}
    </Stack>
  )
}
