import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addDays, daySpan, formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import barClasses from '../../ui/figures/FigureBar.module.css'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { PlacementsNav } from './PlacementsNav.tsx'
import { WeekTable } from './WeekTable.tsx'

const route = getRouteApi('/placements/week')

/** Who comes to a unit when, week by week. */
export function WeekScreen() {
  const { t } = useTranslation()
  const { today, user } = useFrame()
  const { day = today, unitId = null } = route.useSearch()
  const navigate = route.useNavigate()
  const week = daySpan(day, 'week', 0)
  const { data, error } = useQuery(
    orpc.placements.week.queryOptions({ input: { day, unitId }, placeholderData: keepPreviousData }),
  )
  const show = (next: { day?: string; unitId?: number | null }) => {
    const asked = { day, unitId, ...next }
    navigate({
      search: { day: asked.day === today ? undefined : asked.day, unitId: asked.unitId ?? undefined },
    })
  }
  if (error) return <LoadingFailure error={error} />
  return (
    <>
      <PageHeader title={t('placements.weekTitle')} />
      <div style={{ marginTop: 8 }}>
        <PlacementsNav at="/placements/week" />
      </div>
      <div className={barClasses.bar}>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('placements.previousWeek')}
            onClick={() => show({ day: addDays(day, -7) })}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text w={240} ta="center" fw={500} aria-live="polite">
            {`${formatDay(week.from)} – ${formatDay(week.to)}`}
          </Text>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('placements.nextWeek')}
            onClick={() => show({ day: addDays(day, 7) })}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
        {user?.role !== 'head' && (
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('placements.fields.unit')}
              placeholder={t('placements.allUnits')}
              value={unitId}
              onChange={(id) => show({ unitId: id })}
            />
          </div>
        )}
      </div>
      <div style={{ marginTop: 12 }}>
        <Panel>
          {data?.length === 0 ? (
            <EmptyState title={t('placements.weekEmpty')} hint={t('placements.weekEmptyHint')} />
          ) : (
            data && <WeekTable from={week.from} visits={data} of="unit" />
          )}
        </Panel>
      </div>
    </>
  )
}
