import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Rows drawn above and below those in sight, so that a quick scroll shows no gap. */
const spare = 10

/** Engines cut elements off at about 33 million pixels; a longer list is scrolled in proportion. */
const tallest = 20_000_000

/** The height of the table's header, which stays in sight above the rows. */
export const headerHeight = 36

/**
 * Which rows of a list are in sight, so that only they are drawn: the scrollbar stands for all rows, and any place can
 * be reached at once.
 *
 * @param count all rows of the list
 */
export function useRowWindow(count: number, rowHeight: number) {
  const viewport = useRef<HTMLElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const full = count * rowHeight
  const height = Math.min(full, tallest)
  const visible = Math.max(rowHeight, view.height - headerHeight)
  const ratio = height < full ? (full - visible) / (height - visible) : 1

  const read = useCallback(() => {
    const { current } = viewport
    if (current) setView({ top: current.scrollTop, height: current.clientHeight })
  }, [])
  useLayoutEffect(() => {
    const { current } = viewport
    if (!current) return
    read()
    const observer = new ResizeObserver(read)
    observer.observe(current)
    return () => observer.disconnect()
  }, [read])

  const offset = Math.max(0, Math.min(view.top * ratio, full - visible))
  const firstInSight = Math.floor(offset / rowHeight)
  const lastInSight = Math.min(count - 1, Math.ceil((offset + visible) / rowHeight) - 1)
  const from = Math.max(0, firstInSight - spare)
  const to = Math.min(count - 1, lastInSight + spare)
  const above = count === 0 ? 0 : Math.max(0, view.top - (offset - from * rowHeight))
  const below = Math.max(0, height - above - (to - from + 1) * rowHeight)

  /** Scrolls as little as it takes for a row to be in sight. */
  function reveal(index: number) {
    const { current } = viewport
    if (!current) return
    const now = current.scrollTop * ratio
    const inSight = current.clientHeight - headerHeight
    if (index * rowHeight < now) current.scrollTop = (index * rowHeight) / ratio
    else if ((index + 1) * rowHeight > now + inSight)
      current.scrollTop = ((index + 1) * rowHeight - inSight) / ratio
    read()
  }

  return {
    viewport,
    onScroll: read,
    from,
    to,
    firstInSight,
    above,
    below,
    rowsInSight: Math.max(1, Math.floor(visible / rowHeight)),
    reveal,
  }
}
