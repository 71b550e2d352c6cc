import { Button, Group, Text } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { currentLanguage, textOf } from '../../i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import classes from './MonthGrid.module.css'
import { isWeekend, MonthRow } from './MonthRow.tsx'
import { minutesOfLine, useMonthCells } from './useMonthCells.ts'

interface MonthGridProps {
  lines: readonly MonthLine[]
  days: readonly string[]
  today: string
  mayWrite: boolean
  mayConfirm: boolean
  onConfirm: (lines: readonly MonthLine[], isConfirming: boolean) => void
}

/** How many refusals are told one by one. */
const mostTold = 5

/** The place of a cell: line and day, both counted from 0. */
function placeOf(target: EventTarget): { row: number; column: number } | undefined {
  const place = target instanceof HTMLInputElement ? target.dataset.cell : undefined
  if (!place) return undefined
  const [row, column] = place.split(':').map(Number) as [number, number]
  return { row, column }
}

/** The hours of a month as a spreadsheet has them: typed cell by cell with the keyboard alone, or pasted as a block. */
export function MonthGrid({ lines, days, today, mayWrite, mayConfirm, onConfirm }: MonthGridProps) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const { typed, refused, state, problems, enter, restore, flush } = useMonthCells(lines)
  const weekday = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' })

  const go = (row: number, column: number, down: number, right: number) => {
    let [r, c] = [row + down, column + right]
    while (r >= 0 && r < lines.length && c >= 0 && c < days.length) {
      const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${r}:${c}"]`)
      if (cell && !cell.disabled) {
        cell.focus()
        return true
      }
      r += down
      c += right
    }
    return false
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    if (!place || event.ctrlKey || event.altKey || event.metaKey) return
    const { row, column } = place
    const input = event.target as HTMLInputElement
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length
    const isAtStart = isWhole || (input.selectionStart === 0 && input.selectionEnd === 0)
    const isAtEnd = isWhole || input.selectionStart === input.value.length
    const moves: Record<string, [down: number, right: number] | undefined> = {
      Enter: event.shiftKey ? [-1, 0] : [1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ...(isAtStart && { ArrowLeft: [0, -1] }),
      ...(isAtEnd && { ArrowRight: [0, 1] }),
    }
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      go(row, column, ...move)
    }
    const line = lines[row]
    const day = days[column]
    if (event.key === 'Escape' && line && day && typed[line.agreementId]?.[day] !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      restore(line.agreementId, day)
    }
  }

  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!place || !mayWrite || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const rows = text.replace(/\r?\n$/, '').split(/\r?\n/)
    rows.forEach((cells, down) => {
      cells.split('\t').forEach((cell, right) => {
        const line = lines[place.row + down]
        const day = days[place.column + right]
        if (line && day && cell.trim() !== '') enter(line, day, cell.trim(), true)
      })
    })
  }

  const total = lines.reduce((sum, line) => sum + minutesOfLine(line, typed[line.agreementId]), 0)
  return (
    <>
      <Group mt="sm" gap="lg">
        <Text fw={500}>{t('hours.total', { hours: hoursInCell(total) || '0' })}</Text>
        <Text size="sm" c="dimmed" role="status">
          {state === 'saving' && t('hours.saving')}
          {state === 'saved' && t('hours.saved')}
        </Text>
      </Group>
      {state === 'failed' && (
        <Notice tone="stop">
          {t('hours.notReached')}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void flush()}>
            {t('hours.retry')}
          </Button>
        </Notice>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <Notice tone="warning">
            {t('hours.notSaved', { count: problems.length })}{' '}
            {problems
              .slice(0, mostTold)
              .map(({ line, day, problem }) => `${line.volunteerName}, ${formatDay(day)}: ${textOf(problem)}`)
              .join(' ')}{' '}
            {problems.length > mostTold && t('hours.more', { count: problems.length - mostTold })}
          </Notice>
        </div>
      )}
      <div className={classes.frame}>
        {/* The keys of a spreadsheet; each cell is an input of its own and is reached with Tab as well. */}
        <table
          ref={table}
          className={classes.grid}
          aria-label={t('hours.grid')}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th className={classes.name} scope="col">
                {t('hours.volunteer')}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className={isWeekend(day) ? classes.free : undefined}>
                  {Number(day.slice(8))}
                  <br />
                  <span className={classes.detail}>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
                </th>
              ))}
              <th className={classes.sum} scope="col">
                {t('hours.sum')}
              </th>
              <th scope="col" aria-label={t('hours.fields.isConfirmed')} />
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
                typed={typed[line.agreementId]}
                refused={refused[line.agreementId]}
                mayWrite={mayWrite}
                mayConfirm={mayConfirm}
                onType={enter}
                onConfirm={(each, isConfirming) => onConfirm([each], isConfirming)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
