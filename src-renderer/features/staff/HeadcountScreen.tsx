import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { staffGroups } from '#shared/features/positions/positions.contract.ts'
import {
  type HeadcountWay,
  headcountBy,
  headcountWays,
  totalHeadcount,
} from '#shared/features/staff/staff.headcount.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from '../../ui/figures/FigureBar.module.css'
import { FiguresOut } from '../../ui/figures/FiguresOut.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { printPages } from '../../ui/printPages.ts'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { HeadcountTable } from './HeadcountTable.tsx'
import { useHeadcountNames } from './useHeadcountNames.ts'

const route = getRouteApi('/staff/headcount')

// The library of charts is large, and nothing else needs it.
const FigureChart = lazy(() =>
  import('../../ui/figures/FigureChart.tsx').then(({ FigureChart: chart }) => ({ default: chart })),
)

const colours = {
  managers: 'var(--app-figures-1)',
  socialWorkers: 'var(--app-figures-2)',
  specialists: 'var(--app-figures-3)',
  administration: 'var(--app-figures-4)',
}

/** How many people there were on a day, by unit, position or group: as a table, whose figures open, and as a chart. */
export function HeadcountScreen() {
  const { t } = useTranslation()
  const nameOf = useHeadcountNames()
  const { today } = useFrame()
  const { day = today, by = 'unit' } = route.useSearch()
  const navigate = route.useNavigate()
  const [unreadable, setUnreadable] = useState<string | null>()
  const { data, error } = useQuery(
    orpc.staff.headcount.queryOptions({ input: { day }, placeholderData: keepPreviousData }),
  )
  const print = useMutation({
    mutationFn: () => api.staff.printHeadcount({ day, language: currentLanguage() }),
    onSuccess: ({ svg, pages }) => printPages({ svg, pages }),
  })
  useShortcuts({ back: () => navigate({ to: '/staff' }), print: () => print.mutate() })
  if (error) return <LoadingFailure error={error} />
  const cells = data ?? []
  const total = totalHeadcount(cells)
  const lines = headcountBy(cells, by)
  const show = (change: { day?: string; by?: HeadcountWay }) => {
    const next = { day, by, ...change }
    navigate({
      search: {
        day: next.day === today ? undefined : next.day,
        by: next.by === 'unit' ? undefined : next.by,
      },
      replace: true,
    })
  }

  return (
    <>
      <PageHeader
        title={t('staff.headcount.title')}
        aside={data && t('staff.headcount.people', { count: total.total })}
        actions={
          total.total > 0 && (
            <>
              <FiguresOut
                title={t(`staff.headcount.tables.${by}`)}
                take={(format) => api.staff.exportHeadcount({ day, by, format, language: currentLanguage() })}
              />
              <ShortcutTooltip keys="Ctrl+P">
                <Button
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  loading={print.isPending}
                  onClick={() => print.mutate()}
                >
                  {t('staff.headcount.print')}
                </Button>
              </ShortcutTooltip>
            </>
          )
        }
      />
      <div className={classes.bar}>
        <div style={{ width: 200 }}>
          <DateField
            label={t('staff.headcount.day')}
            value={unreadable === undefined ? day : unreadable}
            onChange={(typed) => {
              const isRead = typed !== null && isDay(typed)
              setUnreadable(isRead ? undefined : typed)
              if (isRead) show({ day: typed })
            }}
          />
        </div>
        {day !== today && (
          <Button
            variant="default"
            onClick={() => {
              setUnreadable(undefined)
              show({ day: today })
            }}
          >
            {t('staff.headcount.today')}
          </Button>
        )}
        <SegmentedControl
          aria-label={t('staff.headcount.way')}
          value={by}
          onChange={(way) => show({ by: way as HeadcountWay })}
          data={headcountWays.map((way) => ({ value: way, label: t(`staff.headcount.ways.${way}`) }))}
        />
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {t('staff.headcount.counted')}
      </Text>
      {data && total.total === 0 && (
        <EmptyState title={t('staff.headcount.empty')} hint={t('staff.headcount.emptyHint')} />
      )}
      {total.total > 0 && (
        <div style={{ display: 'grid', gap: 16, marginTop: 12 }}>
          <Panel title={t(`staff.headcount.tables.${by}`)}>
            <HeadcountTable day={day} by={by} lines={lines} total={total} />
          </Panel>
          <Panel title={t('staff.headcount.chart')}>
            <Suspense fallback={null}>
              <FigureChart
                label={t('staff.headcount.chart')}
                isStacked
                series={staffGroups.map((group) => ({
                  key: group,
                  title: t(`positions.groups.${group}`),
                  colour: colours[group],
                }))}
                lines={lines.map((line) => ({ name: nameOf(line), figures: line.groups }))}
              />
            </Suspense>
          </Panel>
        </div>
      )}
    </>
  )
}
