import { Loader, Text } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AttachmentsPanel.module.css'
import { PdfPage } from './PdfPage.tsx'
import { openPdf } from './pdfPages.ts'
import { ZoomBar } from './ZoomBar.tsx'

/** The pages of a PDF, each drawn when it comes into sight. */
export function PdfViewer({ bytes }: { bytes: Uint8Array }) {
  const { t } = useTranslation()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [hasFailed, setFailed] = useState(false)
  const [zoom, setZoom] = useState(1)
  const [width, setWidth] = useState(0)
  const viewer = useRef<HTMLElement>(null)
  useEffect(() => {
    let isLeft = false
    const opening = openPdf(bytes)
    opening.then(
      (opened) => !isLeft && setPdf(opened),
      () => !isLeft && setFailed(true),
    )
    return () => {
      isLeft = true
      opening.then(
        (opened) => opened.loadingTask.destroy(),
        () => {},
      )
    }
  }, [bytes])
  useEffect(() => {
    if (!viewer.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(viewer.current)
    return () => observer.disconnect()
  }, [])
  if (hasFailed) return <Text mt="md">{t('attachments.noPreview')}</Text>
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
        {!pdf && <Loader size="sm" m="md" />}
        {pdf &&
          width > 0 &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              pdf={pdf}
              number={index + 1}
              width={Math.min(width - 24, 900) * zoom}
            />
          ))}
      </section>
    </>
  )
}
