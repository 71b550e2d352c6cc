import { Button, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  besides,
  noFigures,
  type ReportShow,
  type ReportWay,
  reportShows,
  reportWays,
  saySame,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { currentLanguage } from '../../i18n.ts'
import classes from '../../ui/figures/FigureBar.module.css'
import { FiguresOut } from '../../ui/figures/FiguresOut.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { ReportChart } from './ReportChart.tsx'
import { ReportLines } from './ReportLines.tsx'
import { ReportNote } from './ReportNote.tsx'
import { ReportPrint } from './ReportPrint.tsx'

const route = getRouteApi('/volunteering-report/frozen/$id')

/** A report as it stood on a day, beside what it would say today. */
export function FrozenReportScreen() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { by = 'unit', show: asked = 'people' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useQuery(orpc.volunteeringReport.openFrozen.queryOptions({ input: { id } }))
  useShortcuts({ back: () => navigate({ to: '/volunteering-report/frozen' }) })
  if (error) return <LoadingFailure error={error} />
  if (!data) return null
  const { content, present, year, basis, unitId } = data
  const language = currentLanguage()
  const show = content.hasHours ? asked : 'people'
  const open = (next: { by?: ReportWay; show?: ReportShow }) => {
    const to = { by, show, ...next }
    navigate({
      search: {
        by: to.by === 'unit' ? undefined : to.by,
        show: to.show === 'people' ? undefined : to.show,
      },
      replace: true,
    })
  }
  const lines = besides(present.lines[by], content.lines[by])
  const total = [present.totals[basis][0] ?? noFigures, content.totals[basis][0] ?? noFigures]
  const isSame = saySame(content, present)
  return (
    <>
      <PageHeader
        title={`${t('volunteeringReport.title')} ${year}`}
        aside={`${t('volunteeringReport.asOf')} ${formatDay(data.frozenOn)}`}
        facts={[
          data.unitName ?? t('volunteeringReport.wholeCentre'),
          t(`volunteeringReport.bases.${basis}`),
          `${t('volunteeringReport.frozenBy')}: ${data.frozenByName}`,
          ...(data.note ? [data.note] : []),
        ].join(' · ')}
        actions={
          <>
            <Button component={Link} to="/volunteering-report/frozen" variant="default">
              {t('volunteeringReport.frozenTitle')}
            </Button>
            <FiguresOut
              title={t(`volunteeringReport.tables.${by}`)}
              take={(format) => api.volunteeringReport.exportFrozen({ id, by, show, format, language })}
            />
            <ReportPrint
              print={(audience) => api.volunteeringReport.printFrozen({ id, audience, language })}
            />
          </>
        }
      />
      <div className={classes.bar}>
        {content.hasHours && (
          <SegmentedControl
            aria-label={t('volunteeringReport.show')}
            value={show}
            onChange={(next) => open({ show: next as ReportShow })}
            data={reportShows.map((each) => ({ value: each, label: t(`volunteeringReport.shows.${each}`) }))}
          />
        )}
        <SegmentedControl
          aria-label={t('volunteeringReport.way')}
          value={by}
          onChange={(way) => open({ by: way as ReportWay })}
          data={reportWays.map((way) => ({ value: way, label: t(`volunteeringReport.ways.${way}`) }))}
        />
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {t(isSame ? 'volunteeringReport.same' : 'volunteeringReport.differs')}{' '}
        {!content.hasHours && t('volunteeringReport.hoursNotFrozen')}
      </Text>
      <div style={{ display: 'grid', gap: 16, marginTop: 12 }}>
        <Panel title={t(`volunteeringReport.tables.${by}`)}>
          <ReportLines
            by={by}
            lines={lines}
            total={total}
            titles={[t('volunteeringReport.now'), t('volunteeringReport.before')]}
            difference={{ title: t('volunteeringReport.difference') }}
            basis={basis}
            unitId={unitId}
            opens={[year, null]}
            show={show}
          />
          <ReportNote by={by} show={show} />
        </Panel>
        <ReportChart
          by={by}
          show={show}
          lines={content.lines[by]}
          of={`${t('volunteeringReport.asOf')} ${formatDay(data.frozenOn)}`}
        />
      </div>
    </>
  )
}
