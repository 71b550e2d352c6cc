import type { PointerEvent } from 'react'
import { columnWidths } from '#shared/kit/register/views.ts'

/** The widths that the columns of a table have at the moment. */
function widthsOf(element: Element): Record<string, number> {
  const cells = element.closest('tr')?.querySelectorAll<HTMLElement>('th[data-column]') ?? []
  return Object.fromEntries([...cells].map((cell) => [cell.dataset.column, Math.round(cell.offsetWidth)]))
}

const within = (width: number) => Math.round(Math.max(columnWidths.least, Math.min(columnWidths.most, width)))

/**
 * Makes columns wider and narrower. The others keep the width that they have, so that only the edge that is dragged
 * moves; what was reached is passed on when the edge is let go.
 */
export function useColumnResize(onResize: ((widths: Record<string, number>) => void) | undefined) {
  function change(element: Element, key: string, width: number) {
    onResize?.({ ...widthsOf(element), [key]: within(width) })
  }

  return {
    by(element: Element, key: string, step: number) {
      change(element, key, (widthsOf(element)[key] ?? 0) + step)
    },

    /** As wide as what stands in the rows that are drawn. */
    fit(element: Element, key: string) {
      const at = [...(element.closest('tr')?.children ?? [])].indexOf(element.closest('th') as Element)
      const cells = element
        .closest('table')
        ?.querySelectorAll(`tbody tr[data-index] > td:nth-child(${at + 1}) > *`)
      const widest = Math.max(...[...(cells ?? [])].map((cell) => cell.scrollWidth), columnWidths.least)
      change(element, key, widest + 26)
    },

    drag(event: PointerEvent<HTMLElement>, key: string) {
      event.preventDefault()
      const edge = event.currentTarget
      const widths = widthsOf(edge)
      const begin = { x: event.clientX, width: widths[key] ?? 0 }
      edge.setPointerCapture(event.pointerId)
      edge.dataset.dragged = 'true'
      const move = ({ clientX }: { clientX: number }) => {
        const width = within(begin.width + clientX - begin.x)
        edge.style.translate = `${width - begin.width}px`
        return width
      }
      const follow = (moved: globalThis.PointerEvent) => void move(moved)
      edge.addEventListener('pointermove', follow)
      edge.addEventListener(
        'lostpointercapture',
        (end) => {
          edge.removeEventListener('pointermove', follow)
          const width = move(end as globalThis.PointerEvent)
          edge.style.translate = ''
          delete edge.dataset.dragged
          if (width !== begin.width) onResize?.({ ...widths, [key]: width })
        },
        { once: true },
      )
    },
  }
}
