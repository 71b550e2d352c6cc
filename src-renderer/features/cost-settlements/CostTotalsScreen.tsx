import { Button, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  type CostFigures,
  type CostTotalsLine,
  type CostWay,
  costWays,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { currentLanguage, textOf } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from '../../ui/figures/FigureBar.module.css'
import { FiguresOut } from '../../ui/figures/FiguresOut.tsx'
import { FigureTable } from '../../ui/figures/FigureTable.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { YearField } from '../../ui/YearField.tsx'
import { settlementsBehind } from './settlementsBehind.ts'

const route = getRouteApi('/cost-settlements/totals')
const figures = ['count', 'submitted', 'approved', 'paid'] as const

/** What costs come to in a year, by volunteers, units, projects or months; each figure opens its settlements. */
export function CostTotalsScreen() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const thisYear = yearOf(today)
  const { year = thisYear, by = 'volunteer' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(
    orpc.costSettlements.totals.queryOptions({ input: { year, by }, placeholderData: keepPreviousData }),
  )
  useShortcuts({ back: useBackTo('/cost-settlements') })
  if (error) return <LoadingFailure error={error} />
  const show = (next: { year?: number; by?: CostWay }) =>
    navigate({
      search: {
        year: (next.year ?? year) === thisYear ? undefined : (next.year ?? year),
        by: (next.by ?? by) === 'volunteer' ? undefined : (next.by ?? by),
      },
      replace: true,
    })
  const nameOf = ({ id, name }: CostTotalsLine) =>
    by === 'month'
      ? textOf({ key: `volunteeringReport.months.m${id}` })
      : (name ?? t(by === 'project' ? 'costSettlements.totals.noProject' : 'costSettlements.totals.noUnit'))
  const cellsOf = (line: CostTotalsLine | null, of: CostFigures) => {
    const what = line ? nameOf(line) : t('costSettlements.totals.whole')
    return figures.map((figure) => {
      const shown = figure === 'count' ? String(of.count) : formatAmount(of[figure])
      if (of[figure] === 0)
        return (
          <Text key={figure} span inherit c="dimmed">
            {shown}
          </Text>
        )
      return (
        <Link
          key={figure}
          to="/cost-settlements"
          search={{ filters: settlementsBehind({ year, by }, line, figure) }}
          aria-label={t('costSettlements.totals.open', { what, figure: shown })}
        >
          {shown}
        </Link>
      )
    })
  }
  const title = t(`costSettlements.totals.ways.${by}`)
  return (
    <>
      <PageHeader
        title={t('costSettlements.totals.title')}
        actions={
          <>
            <Button component={Link} to="/cost-settlements" variant="default">
              {t('costSettlements.totals.list')}
            </Button>
            {data && data.lines.length > 0 && (
              <FiguresOut
                title={title}
                take={(format) =>
                  api.costSettlements.exportTotals({ year, by, format, language: currentLanguage() })
                }
              />
            )}
          </>
        }
      />
      <div className={classes.bar}>
        <YearField
          label={t('costSettlements.totals.year')}
          earlier={t('costSettlements.totals.earlierYear')}
          later={t('costSettlements.totals.laterYear')}
          value={year}
          onChange={(chosen) => show({ year: chosen })}
        />
        <SegmentedControl
          aria-label={t('costSettlements.totals.way')}
          value={by}
          onChange={(way) => show({ by: way as CostWay })}
          data={costWays.map((way) => ({ value: way, label: t(`costSettlements.totals.ways.${way}`) }))}
        />
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {t('costSettlements.totals.hint')}
      </Text>
      {data?.lines.length === 0 && (
        <EmptyState title={t('costSettlements.totals.empty')} hint={t('costSettlements.totals.emptyHint')} />
      )}
      {data && data.lines.length > 0 && (
        <div style={{ marginTop: 12 }}>
          <Panel title={title}>
            <FigureTable
              first={t(`costSettlements.totals.by.${by}`)}
              minWidth={620}
              groups={figures.map((figure) => ({
                key: figure,
                title: t(`costSettlements.totals.columns.${figure}`),
              }))}
              lines={data.lines.map((line) => ({
                key: String(line.id),
                name: nameOf(line),
                cells: cellsOf(line, line),
              }))}
              total={{ name: t('costSettlements.totals.whole'), cells: cellsOf(null, data.whole) }}
            />
          </Panel>
        </div>
      )}
    </>
  )
}
