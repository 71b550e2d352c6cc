import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AttachmentsPanel.module.css'
import type { DrawPage } from './PagesViewer.tsx'

interface DrawnPageProps {
  draw: DrawPage
  /** Counted from 1. */
  number: number
  count: number
  /** In pixels of the page. */
  width: number
}

/** One page of a scan; it takes up memory only while it is in sight. */
export function DrawnPage({ draw, number, count, width }: DrawnPageProps) {
  const { t } = useTranslation()
  const holder = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)
  const [ratio, setRatio] = useState(297 / 210)
  useEffect(() => {
    if (!holder.current) return
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), {
      rootMargin: '400px',
    })
    observer.observe(holder.current)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const place = holder.current
    if (!isSeen || !place) return
    let isLeft = false
    const canvas = document.createElement('canvas')
    canvas.style.width = '100%'
    draw(number, Math.min(width * window.devicePixelRatio, 4000), canvas).then(
      () => {
        if (isLeft) return
        setRatio(canvas.height / canvas.width)
        place.replaceChildren(canvas)
      },
      // A page that cannot be drawn stays white; the others are shown.
      () => {},
    )
    return () => {
      isLeft = true
      place.replaceChildren()
    }
  }, [draw, number, width, isSeen])
  return (
    <div
      ref={holder}
      className={classes.page}
      role="img"
      aria-label={t('document.page', { page: number, count })}
      style={{ width, height: width * ratio }}
    />
  )
}
