import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import {
  hoursText,
  measuresOf,
  type ReportLine,
  type ReportShow,
  type ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useReportNames } from './useReportNames.ts'

// The library of charts is large, and is not wanted before there is something to draw.
const FigureChart = lazy(() =>
  import('../../ui/figures/FigureChart.tsx').then(({ FigureChart: chart }) => ({ default: chart })),
)

const colours = {
  persons: 'var(--app-figures-1)',
  agreements: 'var(--app-figures-3)',
  minutes: 'var(--app-figures-1)',
  unconfirmedMinutes: 'var(--app-figures-3)',
}

interface ReportChartProps {
  by: ReportWay
  show: ReportShow
  lines: readonly ReportLine[]
  of: string
}

/** The newest figures of the lines as bars beside each other, never one upon the other; hours as the table has them. */
export function ReportChart({ by, show, lines, of }: ReportChartProps) {
  const { t } = useTranslation()
  const nameOf = useReportNames(by)
  const measures = measuresOf[show]
  const figuresOf = ({ years: [newest] }: ReportLine) =>
    Object.fromEntries(measures.map((measure) => [measure, newest?.[measure] ?? 0]))
  const drawn = lines
    .map((line) => ({ name: nameOf(line), figures: figuresOf(line) }))
    .filter(({ figures }) => show === 'people' || Object.values(figures).some((figure) => figure > 0))
  return (
    <Panel title={`${t('volunteeringReport.chart')}: ${of}`}>
      <Suspense fallback={null}>
        <FigureChart
          label={t('volunteeringReport.chart')}
          series={measures.map((measure) => ({
            key: measure,
            title: t(`volunteeringReport.measures.${measure}`),
            colour: colours[measure],
          }))}
          lines={drawn}
          {...(show === 'hours' && { textOf: hoursText })}
        />
      </Suspense>
    </Panel>
  )
}
