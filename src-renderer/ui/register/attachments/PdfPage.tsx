import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AttachmentsPanel.module.css'
import { drawPage } from './pdfPages.ts'

interface PdfPageProps {
  pdf: PDFDocumentProxy
  /** Counted from 1. */
  number: number
  /** In pixels of the page. */
  width: number
}

/** One page of a PDF; it takes up memory only while it is in sight. */
export function PdfPage({ pdf, number, width }: PdfPageProps) {
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
    async function draw() {
      const page = await pdf.getPage(number)
      const { width: own, height } = page.getViewport({ scale: 1 })
      if (isLeft) return
      setRatio(height / own)
      await drawPage(page, Math.min(width * window.devicePixelRatio, 4000), canvas)
      canvas.style.width = '100%'
      if (!isLeft) place?.replaceChildren(canvas)
    }
    // A page that cannot be drawn stays white; the others are shown.
    draw().catch(() => {})
    return () => {
      isLeft = true
      place.replaceChildren()
    }
  }, [pdf, number, width, isSeen])
  return (
    <div
      ref={holder}
      className={classes.page}
      role="img"
      aria-label={t('document.page', { page: number, count: pdf.numPages })}
      style={{ width, height: width * ratio }}
    />
  )
}
