import { Button, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mostTotals, totalWays } from '#shared/features/hours/hours.contract.ts'
import { hoursInFigures } from '#shared/features/hours/hours.rules.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { choices } from '../../ui/fields.ts'
import barClasses from '../../ui/figures/FigureBar.module.css'
import { FigureTable } from '../../ui/figures/FigureTable.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { MonthField, monthText } from '../../ui/MonthField.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'

const route = getRouteApi('/hours/totals')

/** What was served in some months, by unit, project, month or volunteer. */
export function HoursTotalsScreen() {
  const { t } = useTranslation()
  const { today, user } = useFrame()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { from = `${today.slice(0, 4)}-01`, to = today.slice(0, 7), by = 'unit', unitId = null } = search
  const { data, error } = useQuery(
    orpc.hours.totals.queryOptions({ input: { from, to, by, unitId }, placeholderData: keepPreviousData }),
  )
  const show = (next: typeof search) => navigate({ search: { ...search, ...next }, replace: true })
  useShortcuts({ back: useBackTo('/hours') })
  if (error) return <LoadingFailure error={error} />
  const hours = (minutes: number) => t('hours.inHours', { hours: hoursInFigures(minutes) })
  const cellsOf = (line: { minutes: number; confirmedMinutes: number; volunteers: number }) => [
    line.volunteers,
    hours(line.minutes),
    hours(line.confirmedMinutes),
  ]
  return (
    <>
      <PageHeader
        title={t('hours.totalsTitle')}
        actions={
          <Button component={Link} to="/hours">
            {t('hours.monthTitle')}
          </Button>
        }
      />
      <div className={barClasses.bar}>
        <div style={{ width: 200 }}>
          <MonthField
            label={t('hours.totalsFrom')}
            value={from}
            onChange={(month) => show({ from: month, ...(month > to && { to: month }) })}
          />
        </div>
        <div style={{ width: 200 }}>
          <MonthField
            label={t('hours.totalsTo')}
            value={to}
            onChange={(month) => show({ to: month, ...(month < from && { from: month }) })}
          />
        </div>
        <Select
          w={180}
          label={t('hours.totalsBy')}
          allowDeselect={false}
          data={choices(totalWays, (way) => t(`hours.ways.${way}`))}
          value={by}
          onChange={(way) => show({ by: (way ?? by) as typeof by })}
        />
        {user?.role !== 'head' && (
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('hours.unit')}
              placeholder={t('hours.allUnits')}
              value={unitId}
              onChange={(id) => show({ unitId: id ?? undefined })}
            />
          </div>
        )}
      </div>
      {data && (
        <div style={{ marginTop: 16, maxWidth: 860 }}>
          <Panel>
            {data.lines.length === 0 ? (
              <EmptyState title={t('hours.noTotals')} hint={t('hours.noTotalsHint')} />
            ) : (
              <>
                <FigureTable
                  first={t(`hours.wayColumns.${by}`)}
                  groups={[
                    { key: 'volunteers', title: t('hours.fields.volunteers') },
                    { key: 'hours', title: t('hours.fields.hours') },
                    { key: 'confirmed', title: t('hours.fields.confirmedMinutes') },
                  ]}
                  lines={data.lines.map((line) => ({
                    key: `${line.id ?? ''} ${line.name}`,
                    name:
                      by === 'month'
                        ? monthText(line.name)
                        : line.name || t(by === 'project' ? 'hours.ofNone.project' : 'hours.ofNone.unit'),
                    cells: cellsOf(line),
                  }))}
                  total={{ name: t('hours.sum'), cells: cellsOf(data.whole) }}
                />
                {data.lines.length === mostTotals && (
                  <Text size="sm" c="dimmed" mt="sm">
                    {t('hours.mostTotals', { count: mostTotals })}
                  </Text>
                )}
              </>
            )}
          </Panel>
        </div>
      )}
    </>
  )
}
