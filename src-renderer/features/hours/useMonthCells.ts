import { useCallback, useEffect, useRef, useState } from 'react'
import type { MonthLine, RefusedCell } from '#shared/features/hours/hours.contract.ts'
import { hoursInCell, readHours } from '#shared/features/hours/hours.rules.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { api, orpc } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

/** The cells of one line, by day. */
type OfLine<Value> = Readonly<Record<string, Value>>
type OfLines<Value> = Readonly<Record<number, OfLine<Value> | undefined>>

/** How long the grid waits for the next cell before it saves. */
const pause = 400

function withCell<Value>(all: OfLines<Value>, line: number, day: string, value?: Value): OfLines<Value> {
  const { [day]: _, ...rest } = all[line] ?? {}
  return { ...all, [line]: value === undefined ? rest : { ...rest, [day]: value } }
}

/**
 * What somebody types into the grid of a month. Cells are saved a moment after they were left. What cannot be read or was
 * refused stays as it was typed, with the reason; what could not be sent waits for another try.
 */
export function useMonthCells(lines: readonly MonthLine[]) {
  const [typed, setTyped] = useState<OfLines<string>>({})
  const [refused, setRefused] = useState<OfLines<FieldProblem>>({})
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'failed'>('idle')
  const pending = useRef(
    new Map<string, { agreementId: number; day: string; minutes: number; text: string }>(),
  )
  const timer = useRef<number | undefined>(undefined)

  const flush = useCallback(async () => {
    window.clearTimeout(timer.current)
    const cells = [...pending.current.values()]
    if (cells.length === 0) return
    setState('saving')
    let answer: { refused: RefusedCell[] }
    try {
      answer = await api.hours.save({
        cells: cells.map(({ agreementId, day, minutes }) => ({ agreementId, day, minutes })),
      })
    } catch {
      setState('failed')
      return
    }
    for (const cell of cells) {
      const key = `${cell.agreementId} ${cell.day}`
      if (pending.current.get(key) === cell) pending.current.delete(key)
    }
    await queryClient.invalidateQueries({ queryKey: orpc.hours.key() })
    const refusals = new Map(answer.refused.map((each) => [`${each.agreementId} ${each.day}`, each]))
    setRefused((all) =>
      cells.reduce(
        (next, { agreementId, day }) =>
          withCell(next, agreementId, day, refusals.get(`${agreementId} ${day}`)),
        all,
      ),
    )
    setTyped((all) =>
      cells
        .filter(({ agreementId, day, text }) => {
          const isRefused = refusals.has(`${agreementId} ${day}`)
          return !isRefused && all[agreementId]?.[day] === text
        })
        .reduce((next, { agreementId, day }) => withCell(next, agreementId, day), all),
    )
    setState('saved')
  }, [])

  useEffect(() => () => void flush(), [flush])
  useUnsavedGuard(() => {
    if (state !== 'failed') void flush()
    return state === 'failed' && pending.current.size > 0
  })

  /** Takes a text into a cell; `isLeft` when it is to be saved. */
  const enter = useCallback(
    (line: MonthLine, day: string, text: string, isLeft: boolean) => {
      const { agreementId } = line
      setTyped((all) => withCell(all, agreementId, day, text))
      if (!isLeft) return
      const key = `${agreementId} ${day}`
      const minutes = readHours(text)
      if (minutes === null) {
        pending.current.delete(key)
        setRefused((all) => withCell(all, agreementId, day, { key: 'hours.errors.unread' }))
        return
      }
      pending.current.set(key, { agreementId, day, minutes, text })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), pause)
    },
    [flush],
  )

  /** Forgets what was typed into a cell. */
  const restore = useCallback((agreementId: number, day: string) => {
    pending.current.delete(`${agreementId} ${day}`)
    setTyped((all) => withCell(all, agreementId, day))
    setRefused((all) => withCell(all, agreementId, day))
  }, [])

  const problems = lines.flatMap((line) =>
    Object.entries(refused[line.agreementId] ?? {}).map(([day, problem]) => ({ line, day, problem })),
  )
  return { typed, refused, state, problems, enter, restore, flush }
}

/** The minutes of a line as the grid shows them: what was saved, with what was typed since. */
export function minutesOfLine(line: MonthLine, typed: OfLine<string> = {}): number {
  const saved = line.days.filter(({ day }) => !(day in typed)).reduce((sum, { minutes }) => sum + minutes, 0)
  return Object.values(typed).reduce((sum, text) => sum + (readHours(text) ?? 0), saved)
}

/** What a cell shows where nothing was typed into it. */
export function savedText(line: MonthLine, day: string): string {
  return hoursInCell(line.days.find((each) => each.day === day)?.minutes ?? 0)
}
