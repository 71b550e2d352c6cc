import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ReportLine,
  type ReportWay,
  reportMeasures,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useReportNames } from './useReportNames.ts'

// The library of charts is large, and is not wanted before there is something to draw.
const FigureChart = lazy(() =>
  import('../../ui/figures/FigureChart.tsx').then(({ FigureChart: chart }) => ({ default: chart })),
)

const colours = { persons: 'var(--app-figures-1)', agreements: 'var(--app-figures-3)' }

/** The newest figures of the lines as bars: people and agreements beside each other, never one upon the other. */
export function ReportChart({ by, lines, of }: { by: ReportWay; lines: readonly ReportLine[]; of: string }) {
  const { t } = useTranslation()
  const nameOf = useReportNames(by)
  return (
    <Panel title={`${t('volunteeringReport.chart')}: ${of}`}>
      <Suspense fallback={null}>
        <FigureChart
          label={t('volunteeringReport.chart')}
          series={reportMeasures.map((measure) => ({
            key: measure,
            title: t(`volunteeringReport.measures.${measure}`),
            colour: colours[measure],
          }))}
          lines={lines.map((line) => ({ name: nameOf(line), figures: { ...line.years[0] } }))}
        />
      </Suspense>
    </Panel>
  )
}
