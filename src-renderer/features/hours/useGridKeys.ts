import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { MonthLine } from '#shared/features/hours/hours.contract.ts'
import { savedText } from './monthCells.ts'
import type { CellText, MonthCells } from './useMonthCells.ts'

/** The place of a cell: line and day, both counted from 0. */
export interface GridPlace {
  row: number
  column: number
}

interface GridKeys {
  table: RefObject<HTMLTableElement | null>
  lines: readonly MonthLine[]
  days: readonly string[]
  cells: MonthCells
  mayWrite: boolean
  /** Shows the lines before or after those that are shown, with the cell of a column in sight; false where there are none. */
  onPage: (away: 1 | -1, column: number) => boolean
}

/** How many lines PageUp and PageDown go. */
const pageRows = 10

function placeOf(target: EventTarget): GridPlace | undefined {
  const place = target instanceof HTMLInputElement ? target.dataset.cell : undefined
  if (!place) return undefined
  const [row, column] = place.split(':').map(Number) as [number, number]
  return { row, column }
}

/**
 * Where a key leads from a cell; undefined for one that leads nowhere. While a cell is being edited (F2) the keys to the
 * side belong to its text, up to its edges.
 */
function moveOf(
  event: KeyboardEvent,
  input: HTMLInputElement,
  last: GridPlace,
  isEditing: boolean,
): GridMove | undefined {
  const isAtStart = !isEditing || (input.selectionStart === 0 && input.selectionEnd === 0)
  const isAtEnd = !isEditing || input.selectionStart === input.value.length
  if (event.ctrlKey) {
    if (event.key === 'Home') return { to: { row: 0, column: 0 }, by: [0, 1] }
    if (event.key === 'End') return { to: last, by: [0, -1] }
    return undefined
  }
  switch (event.key) {
    case 'Enter':
      return { by: event.shiftKey ? [-1, 0] : [1, 0], isPaged: true }
    case 'ArrowDown':
      return { by: [1, 0], isPaged: true }
    case 'ArrowUp':
      return { by: [-1, 0], isPaged: true }
    case 'PageDown':
      return { by: [1, 0], count: pageRows, isPaged: true }
    case 'PageUp':
      return { by: [-1, 0], count: pageRows, isPaged: true }
    case 'ArrowLeft':
      return isAtStart ? { by: [0, -1] } : undefined
    case 'ArrowRight':
      return isAtEnd ? { by: [0, 1] } : undefined
    case 'Home':
      return isEditing ? undefined : { toColumn: 0, by: [0, 1] }
    case 'End':
      return isEditing ? undefined : { toColumn: last.column, by: [0, -1] }
    default:
      return undefined
  }
}

interface GridMove {
  /** The direction, and that in which a cell is looked for where the first cannot be typed into. */
  by: readonly [down: number, right: number]
  count?: number
  to?: GridPlace
  toColumn?: number
  /** Does it go on to the next page of lines? */
  isPaged?: true
}

/** The keys of a spreadsheet over the cells of a month. */
export function useGridKeys({ table, lines, days, cells, mayWrite, onPage }: GridKeys) {
  /** The text of the focused cell when it was reached. */
  const atFocus = useRef('')
  const isEditing = useRef(false)

  const cellAt = ({ row, column }: GridPlace) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`) ?? undefined

  /** Goes to the first cell from a place on, in a direction, that can be typed into. */
  const focusFrom = (place: GridPlace, [down, right]: GridMove['by']): boolean => {
    let { row, column } = place
    while (row >= 0 && row < lines.length && column >= 0 && column < days.length) {
      const cell = cellAt({ row, column })
      if (cell && !cell.disabled) {
        cell.focus()
        return true
      }
      row += down
      column += right
    }
    return false
  }

  const move = ({ row, column }: GridPlace, { by, count = 1, to, toColumn, isPaged }: GridMove) => {
    if (to) return focusFrom(to, by)
    if (toColumn !== undefined) return focusFrom({ row, column: toColumn }, by)
    const aim = row + by[0] * count
    const isOver = aim < 0 || aim >= lines.length
    // A leap ends at the edge; from the edge it goes on to the next page.
    const isAtEdge = by[0] > 0 ? row === lines.length - 1 : row === 0
    const target = isOver && count > 1 && !isAtEdge ? (by[0] > 0 ? lines.length - 1 : 0) : aim
    if (focusFrom({ row: target, column: column + by[1] * count }, by)) return true
    return isPaged === true && onPage(by[0] > 0 ? 1 : -1, column)
  }

  const takeBack = (isRedo: boolean): boolean => {
    const cell = cells.back(isRedo)
    if (!cell) return false
    const row = lines.findIndex(({ agreementId }) => agreementId === cell.line.agreementId)
    const input = cellAt({ row, column: days.indexOf(cell.day) })
    input?.focus()
    if (input) reachAgain(input, cell.text)
    return true
  }

  /** The program has put another text into the focused cell: it is as if it had just been reached. */
  const reachAgain = (input: HTMLInputElement, text: string) => {
    atFocus.current = text
    isEditing.current = false
    window.requestAnimationFrame(() => {
      // Somebody may have typed on, or gone on: selecting would fetch the focus back.
      if (input === document.activeElement && input.value === text) input.select()
    })
  }

  // What was saved meanwhile may stand in the focused cell now.
  const reached = useRef(reachAgain)
  reached.current = reachAgain
  useEffect(() => {
    const input = document.activeElement
    const place = input && placeOf(input)
    const line = place && lines[place.row]
    const day = place && days[place.column]
    if (!line || !day || cells.typed[line.agreementId]?.[day] !== undefined) return
    const text = savedText(line, day)
    if (text !== atFocus.current) reached.current(input as HTMLInputElement, text)
  }, [lines, days, cells.typed])

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    if (!place || event.altKey || event.metaKey) return
    const input = event.target as HTMLInputElement
    const line = lines[place.row]
    const day = days[place.column]
    if (!line || !day) return
    const isTyped = cells.typed[line.agreementId]?.[day] !== undefined
    const isChanged = input.value !== atFocus.current
    const isZ = event.key.toLowerCase() === 'z'
    if (event.ctrlKey && (isZ || event.key.toLowerCase() === 'y') && !isChanged) {
      if (takeBack(!isZ || event.shiftKey)) event.preventDefault()
      return
    }
    if (event.key === 'F2') {
      event.preventDefault()
      isEditing.current = true
      input.setSelectionRange(input.value.length, input.value.length)
      return
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      const waiting = isTyped ? cells.restore(line.agreementId, day) : undefined
      reachAgain(input, waiting ?? savedText(line, day))
      return
    }
    // Also a cell that was refused is tried again, and the last one, from which Enter leads nowhere, is saved.
    if (event.key === 'Enter' && isTyped) {
      cells.enter([{ line, day, text: input.value }])
      atFocus.current = input.value
    }
    const last = { row: lines.length - 1, column: days.length - 1 }
    const asked = moveOf(event, input, last, isEditing.current)
    if (!asked) return
    event.preventDefault()
    move(place, asked)
  }

  const onFocus = (target: EventTarget) => {
    if (!placeOf(target)) return
    const input = target as HTMLInputElement
    atFocus.current = input.value
    isEditing.current = false
    input.select()
  }

  /** A click into the cell that is reached already puts the caret into its text. */
  const onPointerDown = (target: EventTarget) => {
    if (target === document.activeElement && placeOf(target)) isEditing.current = true
  }

  const onBlur = (target: EventTarget) => {
    const place = placeOf(target)
    const line = place && lines[place.row]
    const day = place && days[place.column]
    const text = (target as HTMLInputElement).value
    if (!line || !day || text === atFocus.current) return
    if (cells.typed[line.agreementId]?.[day] !== undefined) cells.enter([{ line, day, text }])
  }

  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!place || !mayWrite || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    const texts: CellText[] = []
    for (const [down, row] of text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .entries()) {
      for (const [right, cell] of row.split('\t').entries()) {
        const line = lines[place.row + down]
        const day = days[place.column + right]
        if (line && day && cell.trim() !== '') texts.push({ line, day, text: cell.trim() })
      }
    }
    cells.enter(texts)
    const own = texts.find(({ line, day }) => line === lines[place.row] && day === days[place.column])
    if (own) atFocus.current = own.text
  }

  return { onKeyDown, onFocus, onBlur, onPaste, onPointerDown, focusFrom }
}
