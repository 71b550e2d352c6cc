import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AttachmentsPanel.module.css'
import { DrawnPage } from './DrawnPage.tsx'
import { ZoomBar } from './ZoomBar.tsx'

/** Draws a page (counted from 1) on a canvas; `width` is how many points it is shown with. */
export type DrawPage = (number: number, width: number, canvas: HTMLCanvasElement) => Promise<void>

/** Pages below each other, as wide as there is room or larger; each is drawn when it comes into sight. */
export function PagesViewer({ count, draw }: { count: number; draw: DrawPage }) {
  const { t } = useTranslation()
  const [zoom, setZoom] = useState(1)
  const [width, setWidth] = useState(0)
  const viewer = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!viewer.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(viewer.current)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
      <section
        ref={viewer}
        className={classes.viewer}
        aria-label={t('document.preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled by keys
        tabIndex={0}
      >
        {width > 0 &&
          Array.from({ length: count }, (_, index) => (
            <DrawnPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              draw={draw}
              number={index + 1}
              count={count}
              width={Math.min(width - 24, 900) * zoom}
            />
          ))}
      </section>
    </>
  )
}
