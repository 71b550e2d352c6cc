import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How long letters typed one after another make one beginning. */
const typingPause = 900

interface TableKeys {
  viewport: RefObject<HTMLElement | null>
  total: number
  rowsInSight: number
  /** The rows that are drawn. */
  from: number
  to: number
  /** The first row that is wholly in sight. */
  firstInSight: number
  reveal: (index: number) => void
  onOpen: (index: number) => void
  /** Where the first row stands that begins with a text. */
  onType?: ((text: string) => Promise<number>) | undefined
  onToggle?: ((index: number) => void) | undefined
  /** Selects from the row where it began to this one. */
  onExtend?: ((from: number, to: number) => void) | undefined
  onSelectAll?: (() => void) | undefined
  /** @returns false where there was nothing to give up */
  onEscape?: (() => boolean) | undefined
}

/**
 * The keys of a list: arrows, Page, Home and End move, Enter opens, Space selects, Shift selects on the way, letters
 * jump, and a space between them is one of them. The focus stays with its row, also while that is scrolled out of sight.
 */
export function useTableKeys(keys: TableKeys) {
  const { viewport, total, from, to } = keys
  const [active, setActive] = useState<number>()
  const anchor = useRef<number>(undefined)
  const typed = useRef({ text: '', at: 0 })
  const isFocused = useRef(false)
  const isMoving = useRef(false)

  const isDrawn = active !== undefined && active >= from && active <= to
  const current = isDrawn && active < total ? active : Math.min(keys.firstInSight, Math.max(0, total - 1))

  // A focused row that scrolls away takes the focus with it; the list keeps it, and gives it back.
  useLayoutEffect(() => {
    const focused = document.activeElement
    const isLost = isFocused.current && (focused === document.body || focused === viewport.current)
    if (!isMoving.current && !isLost) return
    const row = viewport.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)
    if (row) {
      isMoving.current = false
      row.focus({ preventScroll: true })
    } else viewport.current?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (active !== undefined && active >= total && total > 0) setActive(total - 1)
  }, [active, total])

  function moveTo(index: number) {
    const target = Math.max(0, Math.min(total - 1, index))
    setActive(target)
    isFocused.current = true
    isMoving.current = true
    keys.reveal(target)
    return target
  }

  /** Is a name being typed? Then a space belongs to it. */
  const isTyping = () => typed.current.text !== '' && Date.now() - typed.current.at < typingPause

  async function type(letter: string) {
    const text = (isTyping() ? typed.current.text : '') + letter
    typed.current = { text, at: Date.now() }
    const index = await keys.onType?.(text)
    if (index !== undefined && typed.current.text === text) anchor.current = moveTo(index)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement
    const isRow = target.matches('tr[data-index]') || target === event.currentTarget
    if (!isRow || total === 0 || event.altKey) return
    const here = active ?? current
    const page = Math.max(1, keys.rowsInSight - 1)
    const moves: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: total - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const reached = moveTo(to)
      if (event.shiftKey && keys.onExtend) {
        anchor.current ??= here
        keys.onExtend(anchor.current, reached)
      } else anchor.current = reached
      return
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || !keys.onSelectAll) return
      event.preventDefault()
      event.stopPropagation()
      keys.onSelectAll()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      keys.onOpen(here)
    } else if (event.key === ' ' && !isTyping()) {
      event.preventDefault()
      anchor.current = here
      keys.onToggle?.(here)
    } else if (event.key === 'Escape') {
      if (keys.onEscape?.()) event.preventDefault()
    } else if (event.key.length === 1 && event.key !== '/' && keys.onType) {
      event.preventDefault()
      void type(event.key)
    }
  }

  return {
    /** The row that Tab reaches. */
    current,
    /** The row that the keys are at, drawn or not. */
    active,
    anchor,
    setActive,
    moveTo,
    onKeyDown,
    onFocus: (event: { target: Element }) => {
      const index = event.target.closest('tr[data-index]')?.getAttribute('data-index')
      if (index === null || index === undefined) return
      isFocused.current = true
      setActive(Number(index))
    },
    onBlur: (event: { relatedTarget: Element | null; currentTarget: Element }) => {
      if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) isFocused.current = false
    },
  }
}
