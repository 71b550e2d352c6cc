import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { textOf } from '../../i18n.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import classes from './MonthGrid.module.css'
import { minutesOfLine, savedText } from './useMonthCells.ts'

interface MonthRowProps {
  line: MonthLine
  row: number
  days: readonly string[]
  today: string
  typed: Readonly<Record<string, string>> | undefined
  refused: Readonly<Record<string, FieldProblem>> | undefined
  mayWrite: boolean
  mayConfirm: boolean
  onType: (line: MonthLine, day: string, text: string, isLeft: boolean) => void
  onConfirm: (line: MonthLine, isConfirming: boolean) => void
}

const weekendDays = new Set([0, 6])

/** Is it a Saturday or a Sunday? */
export function isWeekend(day: string): boolean {
  return weekendDays.has(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** One agreement in the grid of a month: its days as cells to type into. */
export const MonthRow = memo(function MonthRow(props: MonthRowProps) {
  const { line, row, days, today, typed, refused, mayWrite, mayConfirm, onType, onConfirm } = props
  const { t } = useTranslation()
  const isConfirmed = line.days.length > 0 && line.days.every((day) => day.isConfirmed)
  const isOpen = line.days.some((day) => !day.isConfirmed)
  return (
    <tr>
      <th scope="row">
        <div>
          <Link to="/volunteers/$id" params={{ id: line.volunteerId }} tabIndex={-1}>
            {line.volunteerName}
          </Link>
        </div>
        <div className={classes.detail} title={line.unitName ?? undefined}>
          {[line.number, line.unitName].filter(Boolean).join(', ')}
        </div>
      </th>
      {days.map((day, column) => {
        const found = line.days.find((each) => each.day === day)
        const isOutside = day < line.startsOn || (line.endsOn !== null && day > line.endsOn)
        const problem = refused?.[day]
        return (
          <td key={day} className={isWeekend(day) ? classes.free : undefined}>
            <input
              className={classes.cell}
              data-cell={`${row}:${column}`}
              aria-label={t('hours.cell', { name: line.volunteerName, day: formatDay(day) })}
              aria-invalid={problem ? true : undefined}
              title={problem && textOf(problem)}
              disabled={isOutside || day > today}
              readOnly={!mayWrite || found?.isConfirmed === true}
              inputMode="decimal"
              autoComplete="off"
              value={typed?.[day] ?? savedText(line, day)}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => onType(line, day, event.currentTarget.value, false)}
              onBlur={(event) => {
                if (typed?.[day] !== undefined) onType(line, day, event.currentTarget.value, true)
              }}
            />
          </td>
        )
      })}
      <td className={classes.sum}>{hoursInCell(minutesOfLine(line, typed)) || '–'}</td>
      <td className={classes.mark}>
        {isConfirmed && <StateMark tone="good">{t('hours.confirmed')}</StateMark>}
        {mayConfirm && isOpen && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('hours.confirmLine', { name: line.volunteerName })}
            onClick={() => onConfirm(line, true)}
          >
            {t('hours.confirm')}
          </Button>
        )}
        {mayConfirm && isConfirmed && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('hours.reopenLine', { name: line.volunteerName })}
            onClick={() => onConfirm(line, false)}
          >
            {t('hours.reopen')}
          </Button>
        )}
      </td>
    </tr>
  )
})
