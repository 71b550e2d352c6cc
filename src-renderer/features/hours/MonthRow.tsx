import { ActionIcon } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { textOf } from '../../i18n.ts'
import { ConfirmedMark } from './ConfirmedMark.tsx'
import classes from './MonthGrid.module.css'
import { isLineConfirmed, minutesOfLine, type OfLine, openDaysOf, savedText } from './monthCells.ts'

/** A day of the month as the grid shows it. */
export interface GridDay {
  day: string
  isFree: boolean
}

interface MonthRowProps {
  line: MonthLine
  row: number
  days: readonly GridDay[]
  today: string
  typed: OfLine<string> | undefined
  refused: OfLine<FieldProblem> | undefined
  isChosen: boolean
  mayWrite: boolean
  mayConfirm: boolean
  onType: (line: MonthLine, day: string, text: string) => void
  onChoose: (line: MonthLine, isChosen: boolean) => void
  onConfirm: (line: MonthLine, isConfirming: boolean) => void
}

/** One agreement in the grid of a month: its days as cells to type into. */
export const MonthRow = memo(function MonthRow(props: MonthRowProps) {
  const { line, row, days, today, typed, refused, isChosen, mayWrite, mayConfirm } = props
  const { onType, onChoose, onConfirm } = props
  const { t } = useTranslation()
  const isConfirmed = isLineConfirmed(line)
  const isOpen = openDaysOf(line).length > 0
  const name = line.volunteerName
  return (
    <tr>
      <td className={classes.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('hours.choose', { name, number: line.number })}
          checked={isChosen}
          onChange={(event) => onChoose(line, event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <div title={name}>
          <Link to="/volunteers/$id" params={{ id: line.volunteerId }} tabIndex={-1}>
            {name}
          </Link>
        </div>
        <div className={classes.detail} title={line.unitName ?? undefined}>
          {[line.number, line.unitName].filter(Boolean).join(', ')}
        </div>
      </th>
      {days.map(({ day, isFree }, column) => {
        const found = line.days.find((each) => each.day === day)
        const isOutside = day < line.startsOn || (line.endsOn !== null && day > line.endsOn)
        const problem = refused?.[day]
        const text = typed?.[day] ?? savedText(line, day)
        const isLocked = found !== undefined && (found.confirmed > 0 || found.entries > 1)
        const about = found && [
          formatTimeSpan(found),
          found.entries > 1 && t('hours.count', { count: found.entries }),
          found.confirmed > 0 && t('hours.confirmed'),
        ]
        return (
          <td key={day} className={isFree ? classes.free : undefined}>
            <input
              className={classes.cell}
              data-cell={`${row}:${column}`}
              data-confirmed={(found && found.confirmed > 0) || undefined}
              data-long={text.length > 3 || undefined}
              aria-label={t('hours.cell', { name, day: formatDay(day) })}
              aria-invalid={problem ? true : undefined}
              title={problem ? textOf(problem) : about?.filter(Boolean).join(', ') || undefined}
              disabled={isOutside || day > today}
              readOnly={!mayWrite || isLocked}
              inputMode="decimal"
              autoComplete="off"
              value={text}
              onChange={(event) => onType(line, day, event.currentTarget.value)}
            />
          </td>
        )
      })}
      <td className={classes.sum}>{hoursInCell(minutesOfLine(line, typed)) || '–'}</td>
      <td className={classes.mark}>
        {mayConfirm && isOpen && (
          <ActionIcon
            variant="subtle"
            aria-label={t('hours.confirmLine', { name })}
            title={t('hours.confirmOne')}
            onClick={() => onConfirm(line, true)}
          >
            <IconCheck size={18} aria-hidden />
          </ActionIcon>
        )}
        {isConfirmed && (
          <ConfirmedMark line={line} onReopen={mayConfirm ? () => onConfirm(line, false) : undefined} />
        )}
      </td>
    </tr>
  )
})
