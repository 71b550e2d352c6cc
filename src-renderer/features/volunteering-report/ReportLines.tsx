import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsBehind } from '#shared/features/volunteering-report/volunteering-report.rows.rules.ts'
import {
  hoursText,
  isTime,
  measuresOf,
  type ReportBasis,
  type ReportFigures,
  type ReportLine,
  type ReportMeasure,
  type ReportShow,
  type ReportWay,
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
  show: ReportShow
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
  show,
}: ReportLinesProps) {
  const { t } = useTranslation()
  const nameOf = useReportNames(by)
  const compares = titles.length > 1
  const measures = measuresOf[show]
  const shown = lines.filter(
    ({ years }) =>
      show === 'people' || years.some((figures) => measures.some((measure) => figures[measure] !== 0)),
  )
  const cellsOf = (line: ReportLine | null, figures: readonly ReportFigures[]) => {
    const what = line ? nameOf(line) : t('volunteeringReport.whole')
    return measures.flatMap((measure) => {
      const cells = figures.map((figure, index): ReactNode => {
        const year = opens[index] ?? null
        const count = figure[measure]
        if (year === null || count === 0) return <Plain key={titles[index]} measure={measure} count={count} />
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
      return [
        ...cells.reverse(),
        <Difference key="difference" measure={measure} count={now[measure] - before[measure]} />,
      ]
    })
  }
  return (
    <FigureTable
      first={t(`volunteeringReport.by.${by}`)}
      minWidth={compares ? 420 + titles.length * 130 : 420}
      groups={measures.map((measure) => ({
        key: measure,
        title: t(`volunteeringReport.measures.${measure}`),
        ...(compares && {
          columns: [
            ...titles.map((title) => ({ key: title, title })).reverse(),
            { key: 'difference', ...difference },
          ],
        }),
      }))}
      lines={shown.map((line) => ({
        key: String(line.id),
        name: nameOf(line),
        cells: cellsOf(line, line.years),
      }))}
      total={{ name: t('volunteeringReport.whole'), cells: cellsOf(null, total) }}
    />
  )
}

/** A figure in its unit. */
function figureText(measure: ReportMeasure, count: number): string {
  return isTime(measure) ? hoursText(count) : String(count)
}

function Plain({ measure, count }: { measure: ReportMeasure; count: number }) {
  if (count > 0) return figureText(measure, count)
  return (
    <Text span inherit c="dimmed">
      0
    </Text>
  )
}

function Difference({ measure, count }: { measure: ReportMeasure; count: number }) {
  const figure = figureText(measure, count).replace('-', '−')
  const text = count > 0 ? `+${figure}` : figure
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
  const told =
    measure === 'minutes' || measure === 'unconfirmedMinutes'
      ? t('volunteeringReport.hours', { hours: hoursText(count) })
      : t(`volunteeringReport.${measure}`, { count })
  const label = t('volunteeringReport.open', { what, count: told as unknown as number })
  if (measure === 'minutes' || measure === 'unconfirmedMinutes')
    return (
      <Link to="/hours/entries" search={{ filters: behind.hours[measure] }} aria-label={label}>
        {hoursText(count)}
      </Link>
    )
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
