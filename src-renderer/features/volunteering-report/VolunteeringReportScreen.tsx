import { Button, SegmentedControl, Select, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mostCompared } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import {
  hoursText,
  type ReportBasis,
  type ReportShow,
  type ReportWay,
  reportBases,
  reportShows,
  reportWays,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { currentLanguage } from '../../i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from '../../ui/figures/FigureBar.module.css'
import { FiguresOut } from '../../ui/figures/FiguresOut.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { YearField } from '../../ui/YearField.tsx'
import { FreezeReport } from './FreezeReport.tsx'
import { ReportChart } from './ReportChart.tsx'
import { ReportLines } from './ReportLines.tsx'
import { ReportNote } from './ReportNote.tsx'
import { ReportPrint } from './ReportPrint.tsx'

const route = getRouteApi('/volunteering-report')
const comparisons = Array.from({ length: mostCompared + 1 }, (_, years) => years)

/** A year in volunteering: people and agreements, as a table whose figures open, and as a chart. */
export function VolunteeringReportScreen() {
  const { t } = useTranslation()
  const { today, user } = useFrame()
  const may = useMay()
  const thisYear = yearOf(today)
  const { year = thisYear, basis = 'inForce', by = 'unit', compared = 0, unitId = null } = route.useSearch()
  const { show = 'people' } = route.useSearch()
  const navigate = route.useNavigate()
  const asked = { year, basis, compared, unitId }
  const { data, error } = useQuery(
    orpc.volunteeringReport.table.queryOptions({
      input: { ...asked, by },
      placeholderData: keepPreviousData,
    }),
  )
  const print = useMutation({
    mutationFn: (audience: 'inside' | 'outside') =>
      api.volunteeringReport.print({ ...asked, audience, language: currentLanguage() }),
  })
  useShortcuts({ back: () => navigate({ to: '/' }) })
  if (error) return <LoadingFailure error={error} />
  const ask = (change: Partial<typeof asked & { by: ReportWay; show: ReportShow }>) => {
    const next = { ...asked, by, show, ...change }
    navigate({
      search: {
        year: next.year === thisYear ? undefined : next.year,
        basis: next.basis === 'inForce' ? undefined : next.basis,
        by: next.by === 'unit' ? undefined : next.by,
        compared: next.compared || undefined,
        unitId: next.unitId ?? undefined,
        show: next.show === 'people' ? undefined : next.show,
      },
      replace: true,
    })
  }
  const totals = data?.totals[basis] ?? []
  const hasHours = totals.some(({ minutes, unconfirmedMinutes }) => minutes > 0 || unconfirmedMinutes > 0)
  const hasSomething = hasHours || totals.some(({ agreements }) => agreements > 0)

  return (
    <>
      <PageHeader
        title={t('volunteeringReport.title')}
        aside={
          totals[0] &&
          [
            t('volunteeringReport.persons', { count: totals[0].persons }),
            t('volunteeringReport.agreements', { count: totals[0].agreements }),
            ...(totals[0].minutes > 0
              ? [t('volunteeringReport.hours', { hours: hoursText(totals[0].minutes) })]
              : []),
          ].join(', ')
        }
        actions={
          <>
            <Button component={Link} to="/volunteering-report/frozen" variant="default">
              {t('volunteeringReport.frozenTitle')}
            </Button>
            {hasSomething && (
              <>
                <FiguresOut
                  title={t(`volunteeringReport.tables.${by}`)}
                  take={(format) =>
                    api.volunteeringReport.export({ ...asked, by, show, format, language: currentLanguage() })
                  }
                />
                <ReportPrint print={print.mutateAsync} />
                {may('volunteeringReport.freeze') && <FreezeReport asked={asked} />}
              </>
            )}
          </>
        }
      />
      <div className={classes.bar}>
        <YearField
          label={t('volunteeringReport.year')}
          earlier={t('volunteeringReport.earlierYear')}
          later={t('volunteeringReport.laterYear')}
          value={year}
          onChange={(chosen) => ask({ year: chosen })}
        />
        <Select
          label={t('volunteeringReport.compare')}
          w={200}
          allowDeselect={false}
          value={String(compared)}
          onChange={(count) => ask({ compared: Number(count) })}
          data={comparisons.map((count) => ({
            value: String(count),
            label:
              count === 0
                ? t('volunteeringReport.compared.none')
                : t('volunteeringReport.compared.years', { count }),
          }))}
        />
        {user?.role !== 'head' && (
          <div style={{ width: 260 }}>
            <UnitSelect
              label={t('volunteeringReport.unit')}
              placeholder={t('volunteeringReport.wholeCentre')}
              value={unitId}
              onChange={(id) => ask({ unitId: id })}
            />
          </div>
        )}
        <SegmentedControl
          aria-label={t('volunteeringReport.basis')}
          value={basis}
          onChange={(next) => ask({ basis: next as ReportBasis })}
          data={reportBases.map((each) => {
            const figures = data?.totals[each][0]
            const name = t(`volunteeringReport.bases.${each}`)
            return {
              value: each,
              label: figures
                ? `${name}: ${t('volunteeringReport.agreements', { count: figures.agreements })}`
                : name,
            }
          })}
        />
        <SegmentedControl
          aria-label={t('volunteeringReport.show')}
          value={show}
          onChange={(next) => ask({ show: next as ReportShow })}
          data={reportShows.map((each) => ({ value: each, label: t(`volunteeringReport.shows.${each}`) }))}
        />
        <SegmentedControl
          aria-label={t('volunteeringReport.way')}
          value={by}
          onChange={(way) => ask({ by: way as ReportWay })}
          data={reportWays.map((way) => ({ value: way, label: t(`volunteeringReport.ways.${way}`) }))}
        />
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {show === 'hours'
          ? `${t(`volunteeringReport.counted.hours.${basis}`)} ${t('volunteeringReport.counted.confirmed')}`
          : `${t(`volunteeringReport.counted.${basis}`)} ${t('volunteeringReport.counted.persons')}`}{' '}
        {(by === 'ageBand' || by === 'category') && t('volunteeringReport.counted.age')}
      </Text>
      {data && !hasSomething && (
        <EmptyState title={t('volunteeringReport.empty')} hint={t('volunteeringReport.emptyHint')} />
      )}
      {data && hasSomething && show === 'hours' && !hasHours && (
        <EmptyState title={t('volunteeringReport.noHours')} hint={t('volunteeringReport.noHoursHint')} />
      )}
      {data && hasSomething && (show === 'people' || hasHours) && (
        <div style={{ display: 'grid', gap: 16, marginTop: 12 }}>
          <Panel title={t(`volunteeringReport.tables.${data.by}`)}>
            <ReportLines
              by={data.by}
              lines={data.lines}
              total={data.totals[data.basis]}
              titles={data.years.map(String)}
              difference={{
                title: t('volunteeringReport.change'),
                hint: t('volunteeringReport.changeHint'),
              }}
              basis={data.basis}
              unitId={data.unitId}
              opens={data.years}
              show={show}
            />
            <ReportNote by={data.by} show={show} />
          </Panel>
          <ReportChart by={data.by} show={show} lines={data.lines} of={String(data.years[0])} />
        </div>
      )}
    </>
  )
}
