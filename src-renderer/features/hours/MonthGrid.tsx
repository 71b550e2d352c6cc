import { VisuallyHidden } from '@mantine/core'
import { type FocusEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthLine, MonthOfHours } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, hoursInFigures } from '#shared/features/hours/hours.rules.ts'
import { isHoliday } from '#shared/kit/holidays.ts'
import { daysOfMonth, type Month } from '#shared/kit/months.ts'
import { weekdayOf } from '#shared/kit/working-days.ts'
import { textOf } from '../../i18n.ts'
import classes from './MonthGrid.module.css'
import { type GridDay, MonthRow } from './MonthRow.tsx'
import { minutesOfCell } from './monthCells.ts'
import { useGridKeys } from './useGridKeys.ts'
import type { MonthCells } from './useMonthCells.ts'

/** Where the grid is to be gone on with. */
export interface GridStart {
  /** The line of this agreement, the first or the last. */
  line: number | 'first' | 'last'
  day?: string | undefined
  column?: number | undefined
}

interface MonthGridProps {
  month: Month
  data: MonthOfHours
  today: string
  cells: MonthCells
  chosen: ReadonlySet<number>
  mayWrite: boolean
  mayConfirm: boolean
  /** Taken once, when the lines are shown. */
  start: GridStart | undefined
  onPlace: (agreementId: number, day: string) => void
  onPage: (away: 1 | -1, column: number) => boolean
  onChoose: (lines: readonly MonthLine[], isChosen: boolean) => void
  onConfirm: (lines: readonly MonthLine[], isConfirming: boolean) => void
}

/** The days of a month, those free of work marked. */
function gridDays(month: Month): GridDay[] {
  return daysOfMonth(month).map((day) => ({
    day,
    isFree: weekdayOf(day) > 5 || isHoliday(day),
  }))
}

/** The hours of a month as a spreadsheet has them: typed cell by cell with the keyboard alone, or pasted as a block. */
export function MonthGrid(props: MonthGridProps) {
  const { month, data, today, cells, chosen, mayWrite, mayConfirm, start } = props
  const { onPlace, onPage, onChoose, onConfirm } = props
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const { lines } = data
  const days = useMemo(() => gridDays(month), [month])
  const dayKeys = useMemo(() => days.map(({ day }) => day), [days])
  const keys = useGridKeys({ table, lines, days: dayKeys, cells, mayWrite, onPage })

  const shown = useRef({ lines, dayKeys, focusFrom: keys.focusFrom })
  shown.current = { lines, dayKeys, focusFrom: keys.focusFrom }
  // Only when other lines are shown: what is saved meanwhile moves nobody.
  useEffect(() => {
    if (!start) return
    const { line, day, column } = start
    const { lines: all, dayKeys: dayColumns, focusFrom } = shown.current
    const row =
      line === 'first'
        ? 0
        : line === 'last'
          ? all.length - 1
          : all.findIndex(({ agreementId }) => agreementId === line)
    const place = { row, column: Math.max(0, day ? dayColumns.indexOf(day) : (column ?? 0)) }
    if (row >= 0) focusFrom(place, column === undefined ? [0, 1] : line === 'last' ? [-1, 0] : [1, 0])
  }, [start])

  const { type } = cells
  const onType = useCallback(
    (line: MonthLine, day: string, text: string) => type({ line, day, text }),
    [type],
  )
  const choose = useRef(onChoose)
  choose.current = onChoose
  const chooseOne = useCallback((line: MonthLine, isChosen: boolean) => choose.current([line], isChosen), [])
  const confirm = useRef(onConfirm)
  confirm.current = onConfirm
  const confirmOne = useCallback(
    (line: MonthLine, isConfirming: boolean) => confirm.current([line], isConfirming),
    [],
  )

  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    keys.onFocus(event.target)
    const [row, column] = (event.target.dataset.cell ?? '').split(':').map(Number)
    const line = lines[row ?? -1]
    const day = dayKeys[column ?? -1]
    if (line && day) onPlace(line.agreementId, day)
  }
  const isEachChosen = lines.every(({ agreementId }) => chosen.has(agreementId))

  /** The sum of a day: of all lines as saved, with what was typed into those that are shown. */
  const sumOf = (day: string) =>
    lines.reduce((sum, line) => {
      const typed = cells.typed[line.agreementId]
      return typed?.[day] === undefined
        ? sum
        : sum + minutesOfCell(line, day, typed) - minutesOfCell(line, day)
    }, data.sums[day] ?? 0)
  const sums = dayKeys.map(sumOf)

  return (
    <div className={classes.frame}>
      {/* The keys of a spreadsheet; each cell is an input of its own and is reached with Tab as well. */}
      <table
        ref={table}
        className={classes.grid}
        aria-label={t('hours.grid')}
        onKeyDown={keys.onKeyDown}
        onPaste={keys.onPaste}
        onPointerDown={(event) => keys.onPointerDown(event.target)}
        onFocus={onFocus}
        onBlur={(event) => keys.onBlur(event.target)}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.check}>
              <input
                type="checkbox"
                aria-label={t('hours.chooseAll')}
                checked={isEachChosen}
                onChange={(event) => onChoose(lines, event.currentTarget.checked)}
              />
            </th>
            <th className={classes.name} scope="col">
              {t('hours.volunteer')}
            </th>
            {days.map(({ day, isFree }) => (
              <th
                key={day}
                scope="col"
                className={isFree ? `${classes.day} ${classes.free}` : classes.day}
                aria-current={day === today ? 'date' : undefined}
              >
                {Number(day.slice(8))}
                <br />
                <span className={classes.detail}>
                  {textOf({ key: `calendar.tinyWeekdays.${weekdayOf(day)}` })}
                </span>
              </th>
            ))}
            <th className={classes.sum} scope="col">
              {t('hours.sum')}
            </th>
            <th scope="col" className={classes.mark}>
              <VisuallyHidden>{t('hours.fields.isConfirmed')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <MonthRow
              key={line.agreementId}
              line={line}
              row={row}
              days={days}
              today={today}
              typed={cells.typed[line.agreementId]}
              refused={cells.refused[line.agreementId]}
              isChosen={chosen.has(line.agreementId)}
              mayWrite={mayWrite}
              mayConfirm={mayConfirm}
              onType={onType}
              onChoose={chooseOne}
              onConfirm={confirmOne}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={classes.check} />
            <th scope="row">
              {data.count > lines.length ? t('hours.sumOfAll', { count: data.count }) : t('hours.sum')}
            </th>
            {days.map(({ day, isFree }, index) => (
              <td key={day} className={isFree ? classes.free : undefined}>
                {hoursInCell(sums[index] ?? 0)}
              </td>
            ))}
            <td className={classes.sum}>{hoursInFigures(sums.reduce((all, sum) => all + sum, 0))}</td>
            <td className={classes.mark} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
