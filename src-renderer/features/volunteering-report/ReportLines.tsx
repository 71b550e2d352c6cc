import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsBehind } from '#shared/features/volunteering-report/volunteering-report.rows.rules.ts'
import {
  type ReportBasis,
  type ReportFigures,
  type ReportLine,
  type ReportMeasure,
  type ReportWay,
  reportMeasures,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import { FigureTable } from '../../ui/figures/FigureTable.tsx'
import { useReportNames } from './useReportNames.ts'

interface ReportLinesProps {
  by: ReportWay
  lines: readonly ReportLine[]
  total: readonly ReportFigures[]
  /** How the columns are called, as the figures of a line follow each other: the newest first. */
  titles: readonly string[]
  difference: { title: string; hint?: string }
  basis: ReportBasis
  unitId: number | null
  /** The year whose rows a column opens; null where it opens none, because rows have no past. */
  opens: readonly (number | null)[]
}

/** The report as a table: people and agreements, each in every column, and how much the newest differs. */
export function ReportLines({
  by,
  lines,
  total,
  titles,
  difference,
  basis,
  unitId,
  opens,
}: ReportLinesProps) {
  const { t } = useTranslation()
  const nameOf = useReportNames(by)
  const compares = titles.length > 1
  const cellsOf = (line: ReportLine | null, figures: readonly ReportFigures[]) => {
    const what = line ? nameOf(line) : t('volunteeringReport.whole')
    return reportMeasures.flatMap((measure) => {
      const cells = figures.map((figure, index): ReactNode => {
        const year = opens[index] ?? null
        const count = figure[measure]
        if (year === null || count === 0) return <Plain key={titles[index]} count={count} />
        return (
          <Rows
            key={titles[index]}
            measure={measure}
            count={count}
            what={compares ? `${what}, ${titles[index]}` : what}
            behind={rowsBehind({ year, basis, unitId }, by, line)}
          />
        )
      })
      const [now, before] = figures
      if (!now || !before) return cells
      return [...cells.reverse(), <Difference key="difference" count={now[measure] - before[measure]} />]
    })
  }
  return (
    <FigureTable
      first={t(`volunteeringReport.by.${by}`)}
      minWidth={compares ? 420 + titles.length * 130 : 420}
      groups={reportMeasures.map((measure) => ({
        key: measure,
        title: t(`volunteeringReport.measures.${measure}`),
        ...(compares && {
          columns: [
            ...titles.map((title) => ({ key: title, title })).reverse(),
            { key: 'difference', ...difference },
          ],
        }),
      }))}
      lines={lines.map((line) => ({
        key: String(line.id),
        name: nameOf(line),
        cells: cellsOf(line, line.years),
      }))}
      total={{ name: t('volunteeringReport.whole'), cells: cellsOf(null, total) }}
    />
  )
}

function Plain({ count }: { count: number }) {
  if (count > 0) return count
  return (
    <Text span inherit c="dimmed">
      0
    </Text>
  )
}

function Difference({ count }: { count: number }) {
  const text = count > 0 ? `+${count}` : String(count).replace('-', '−')
  return (
    <Text span inherit c={count === 0 ? 'dimmed' : undefined}>
      {text}
    </Text>
  )
}

interface RowsProps {
  measure: ReportMeasure
  count: number
  what: string
  behind: ReturnType<typeof rowsBehind>
}

/** A figure that opens its rows. */
function Rows({ measure, count, what, behind }: RowsProps) {
  const { t } = useTranslation()
  const label = t('volunteeringReport.open', {
    what,
    count: t(`volunteeringReport.${measure}`, { count }) as unknown as number,
  })
  if (measure === 'persons')
    return (
      <Link to="/volunteers" search={{ filters: behind.volunteers }} aria-label={label}>
        {count}
      </Link>
    )
  return (
    <Link to="/agreements" search={{ filters: behind.agreements }} aria-label={label}>
      {count}
    </Link>
  )
}
