import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { HoursCell, MonthLine, RefusedCell } from '#shared/features/hours/hours.contract.ts'
import { mostCells, readServed } from '#shared/features/hours/hours.rules.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { api, orpc } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { type OfLines, sourceText, withCell } from './monthCells.ts'

/** How long the grid waits for the next cell before it saves, and before it tries again what could not be sent. */
const pause = 400
const pauseAfterFailure = 5000

/** How many steps can be taken back. */
const mostSteps = 100

/** A cell that was not written, and why. */
export interface CellProblem {
  agreementId: number
  day: string
  volunteerName: string
  problem: FieldProblem
}

interface Pending extends HoursCell {
  text: string
}

/** A text that goes into a cell. */
export interface CellText {
  line: MonthLine
  day: string
  text: string
}

/** What one step changed: each cell with its text before and after. */
type Step = (CellText & { before: string })[]

const keyOf = ({ agreementId, day }: { agreementId: number; day: string }) => `${agreementId} ${day}`

/** The first of the cells that wait, each once: a text typed over another one goes after it, in a call of its own. */
function nextCall(waiting: readonly Pending[]): Pending[] {
  const keys = new Set<string>()
  const end = waiting.findIndex(
    (cell) => keys.has(keyOf(cell)) || keys.size === mostCells || !keys.add(keyOf(cell)),
  )
  return end < 0 ? [...waiting] : waiting.slice(0, end)
}

/**
 * What somebody types into the grid of a month. Cells are saved a moment after they were left. What cannot be read or was
 * refused stays as it was typed, with the reason; what could not be sent is tried again.
 */
export function useMonthCells() {
  const [typed, setTyped] = useState<OfLines<string>>({})
  const [problems, setProblems] = useState<ReadonlyMap<string, CellProblem>>(new Map())
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'failed'>('idle')
  /** In the order in which they were entered: should a text be refused, that which it was typed over is saved. */
  const pending = useRef<Pending[]>([])
  const names = useRef(new Map<number, string>())
  const timer = useRef<number | undefined>(undefined)
  const saving = useRef<Promise<boolean> | undefined>(undefined)
  const steps = useRef<{ done: Step[]; undone: Step[] }>({ done: [], undone: [] })
  const latest = useRef(typed)
  latest.current = typed

  const tell = useCallback((changed: { agreementId: number; day: string; problem?: FieldProblem }[]) => {
    setProblems((all) => {
      const next = new Map(all)
      for (const { agreementId, day, problem } of changed) {
        const key = keyOf({ agreementId, day })
        const volunteerName = names.current.get(agreementId) ?? ''
        if (problem) next.set(key, { agreementId, day, volunteerName, problem })
        else next.delete(key)
      }
      return next
    })
  }, [])

  const send = useCallback(async () => {
    const cells = nextCall(pending.current)
    setState('saving')
    let answer: { refused: RefusedCell[] }
    try {
      answer = await api.hours.save({ cells: cells.map(({ text: _, ...cell }) => cell) })
    } catch {
      setState('failed')
      timer.current = window.setTimeout(() => void flushing.current(), pauseAfterFailure)
      return false
    }
    await queryClient.invalidateQueries({ queryKey: orpc.hours.key() })
    // What has come is shown a moment later; until then the texts that were sent are what the cells held last.
    await new Promise((shown) => window.setTimeout(shown))
    pending.current = pending.current.slice(cells.length)
    const refused = new Map(answer.refused.map((each) => [keyOf(each), each]))
    // What was typed into a cell since it was sent is judged when it is saved itself.
    const settled = cells.filter(({ agreementId, day, text }) => latest.current[agreementId]?.[day] === text)
    tell(
      settled.map(({ agreementId, day }) => {
        const found = refused.get(keyOf({ agreementId, day }))
        if (!found) return { agreementId, day }
        const { key, params } = found
        return { agreementId, day, problem: params ? { key, params } : { key } }
      }),
    )
    setTyped((all) =>
      settled
        .filter((cell) => !refused.has(keyOf(cell)))
        .reduce((next, { agreementId, day }) => withCell(next, agreementId, day), all),
    )
    setState(pending.current.length > 0 ? 'saving' : 'saved')
    return true
  }, [tell])

  /** Saves what waits; one call at a time, so that a later text of a cell never overtakes an earlier one. */
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current)
    while (saving.current) await saving.current
    if (pending.current.length === 0) return
    saving.current = send().finally(() => {
      saving.current = undefined
    })
    if (await saving.current) await flushing.current()
  }, [send])
  const flushing = useRef(flush)
  flushing.current = flush

  useEffect(() => () => void flushing.current(), [])
  useUnsavedGuard({
    hasUnsaved: () => Object.values(latest.current).some((cells) => Object.keys(cells ?? {}).length > 0),
    settle: flush,
    keepsOnPath: true,
  })

  /** Takes texts into cells, to be saved. */
  const put = useCallback(
    (texts: readonly CellText[]) => {
      setTyped((all) =>
        texts.reduce((next, { line, day, text }) => withCell(next, line.agreementId, day, text), all),
      )
      const read = texts.map(({ line, day, text }) => {
        const cell = { agreementId: line.agreementId, day }
        names.current.set(line.agreementId, line.volunteerName)
        const time = readServed(text)
        if (time) pending.current.push({ ...cell, ...time, text })
        return time ? undefined : { ...cell, problem: { key: 'hours.errors.unread' } }
      })
      tell(read.filter((each) => each !== undefined))
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flushing.current(), pause)
    },
    [tell],
  )

  /** Shows a text that is being typed. */
  const type = useCallback(({ line, day, text }: CellText) => {
    setTyped((all) => withCell(all, line.agreementId, day, text))
  }, [])

  const waitingText = useCallback(
    (agreementId: number, day: string) =>
      pending.current.findLast((cell) => cell.agreementId === agreementId && cell.day === day)?.text,
    [],
  )
  const textBefore = useCallback(
    (line: MonthLine, day: string) => waitingText(line.agreementId, day) ?? sourceText(line, day),
    [waitingText],
  )

  /** Takes texts into cells as one step that can be taken back. */
  const enter = useCallback(
    (texts: readonly CellText[]) => {
      const step = texts.map((each) => ({ ...each, before: textBefore(each.line, each.day) }))
      const changed = step.filter(({ text, before }) => text !== before)
      if (changed.length > 0)
        steps.current = { done: [...steps.current.done.slice(1 - mostSteps), changed], undone: [] }
      put(texts)
    },
    [put, textBefore],
  )

  /** Takes the last step back, or (`isRedo`) takes it again. @returns the first of its cells */
  const back = useCallback(
    (isRedo: boolean): CellText | undefined => {
      const { done, undone } = steps.current
      const step = (isRedo ? undone : done).at(-1)
      if (!step) return undefined
      steps.current = isRedo
        ? { done: [...done, step], undone: undone.slice(0, -1) }
        : { done: done.slice(0, -1), undone: [...undone, step] }
      const texts = step.map(({ line, day, text, before }) => ({ line, day, text: isRedo ? text : before }))
      put(texts)
      return texts[0]
    },
    [put],
  )

  /**
   * Forgets what was typed into a cell and not entered; what was entered is taken back as a step (`back`).
   * @returns the text that waits to be saved, which the cell shows then; undefined where it shows what is saved
   */
  const restore = useCallback(
    (agreementId: number, day: string) => {
      const waiting = waitingText(agreementId, day)
      setTyped((all) => withCell(all, agreementId, day, waiting))
      tell([{ agreementId, day }])
      return waiting
    },
    [tell, waitingText],
  )

  const refused = useMemo(() => {
    const byLine: Record<number, Record<string, FieldProblem>> = {}
    for (const { agreementId, day, problem } of problems.values())
      byLine[agreementId] = { ...byLine[agreementId], [day]: problem }
    return byLine
  }, [problems])
  return {
    typed,
    refused,
    problems: [...problems.values()],
    state,
    type,
    enter,
    back,
    restore,
    flush,
  }
}

/** The cells of a month as they are typed. */
export type MonthCells = ReturnType<typeof useMonthCells>
