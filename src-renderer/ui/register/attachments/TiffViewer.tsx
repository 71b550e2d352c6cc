import { Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PagesViewer } from './PagesViewer.tsx'
import { openTiff } from './tiffPages.ts'

/** The pages of a scan in TIFF. */
export function TiffViewer({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) {
  const { t } = useTranslation()
  const tiff = useMemo(() => {
    try {
      return openTiff(bytes)
    } catch {
      return undefined
    }
  }, [bytes])
  const draw = useCallback(
    async (number: number, _width: number, canvas: HTMLCanvasElement) => tiff?.draw(number, canvas),
    [tiff],
  )
  if (!tiff) return <Text mt="md">{t('attachments.noPreview')}</Text>
  return <PagesViewer count={tiff.count} draw={draw} />
}
