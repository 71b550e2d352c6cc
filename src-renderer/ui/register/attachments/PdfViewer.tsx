import { Loader, Text } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PagesViewer } from './PagesViewer.tsx'
import { drawPage, openPdf } from './pdfPages.ts'

/** The pages of a PDF. */
export function PdfViewer({ bytes }: { bytes: Uint8Array }) {
  const { t } = useTranslation()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [hasFailed, setFailed] = useState(false)
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
  const draw = useCallback(
    async (number: number, width: number, canvas: HTMLCanvasElement) => {
      if (pdf) await drawPage(await pdf.getPage(number), width, canvas)
    },
    [pdf],
  )
  if (hasFailed) return <Text mt="md">{t('attachments.noPreview')}</Text>
  return pdf ? <PagesViewer count={pdf.numPages} draw={draw} /> : <Loader size="sm" mt="md" />
}
