import { Button, Group, Loader, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#shared/kit/register/attachments.ts'
import { shell } from '../../../shell/shell.ts'
import { LoadingFailure } from '../../LoadingFailure.tsx'
import { ShortcutTooltip } from '../../ShortcutTooltip.tsx'
import { useShortcuts } from '../../useShortcuts.ts'
import type { AttachmentsApi } from './attachmentsApi.ts'
import { bytesOf } from './base64.ts'
import { ImageViewer } from './ImageViewer.tsx'
import { printImages } from './printImages.ts'

const PdfViewer = lazy(() => import('./PdfViewer.tsx').then((m) => ({ default: m.PdfViewer })))
const TiffViewer = lazy(() => import('./TiffViewer.tsx').then((m) => ({ default: m.TiffViewer })))
const TextViewer = lazy(() => import('./TextViewer.tsx').then((m) => ({ default: m.TextViewer })))

/** What draws the pages of a type for the printer; a type without one is not printed here. */
const drawnForPrinter: Record<
  string,
  (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => Promise<Blob[]>
> = {
  'application/pdf': async (bytes) => (await import('./pdfPages.ts')).imagesOfPdf(bytes),
  'image/tiff': async (bytes) => (await import('./tiffPages.ts')).imagesOfTiff(bytes),
  'image/png': async (bytes, type) => [new Blob([bytes], { type })],
  'image/jpeg': async (bytes, type) => [new Blob([bytes], { type })],
}

/** An attachment as it can be seen in the page: nothing in it is ever run. It can be saved, and printed. */
export function AttachmentPreview({ api, attachment }: { api: AttachmentsApi; attachment: Attachment }) {
  const { t } = useTranslation()
  const { id, mediaType, fileName } = attachment
  const { data, error } = useQuery({
    queryKey: ['attachment', id, attachment.sha256],
    queryFn: () => api.open({ id, purpose: 'look' }),
    // Every opening stands in the history, so what was opened is not asked for again by itself.
    staleTime: 'static',
    gcTime: 60_000,
    retry: false,
  })
  const bytes = useMemo(() => data && bytesOf(data.content), [data])
  const isPrinting = useRef(false)
  const saving = useMutation({
    mutationFn: () => api.open({ id, purpose: 'save' }),
    onSuccess: async ({ content }) => {
      if (await shell.saveFile(fileName, bytesOf(content)))
        notifications.show({ color: 'green', message: t('document.savedAs', { name: fileName }) })
    },
  })
  const draw = drawnForPrinter[mediaType]
  const printing = useMutation({
    mutationFn: () => api.open({ id, purpose: 'print' }),
    onSuccess: async ({ content }) => {
      if (isPrinting.current || !draw) return
      isPrinting.current = true
      try {
        await printImages(await draw(bytesOf(content), mediaType))
      } finally {
        isPrinting.current = false
      }
    },
  })
  useShortcuts({ print: draw ? () => printing.mutate() : undefined })
  const preview = useRef<HTMLElement>(null)
  // In a narrow window it lies below the list.
  useEffect(() => {
    preview.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={preview} aria-label={fileName} style={{ scrollMarginTop: 16 }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t('attachments.save')}
          </Button>
          {draw && (
            <ShortcutTooltip keys="Ctrl+P">
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                loading={printing.isPending}
                onClick={() => printing.mutate()}
              >
                {t('common.print')}
              </Button>
            </ShortcutTooltip>
          )}
        </Group>
      </Group>
      {error && <LoadingFailure error={error} />}
      {!bytes && !error && <Loader size="sm" mt="md" />}
      {bytes && (
        <Suspense fallback={<Loader size="sm" mt="md" />}>
          <Viewer bytes={bytes} mediaType={mediaType} name={fileName} />
        </Suspense>
      )}
    </section>
  )
}

function Viewer(props: { bytes: Uint8Array<ArrayBuffer>; mediaType: string; name: string }) {
  const { bytes, mediaType, name } = props
  if (mediaType === 'application/pdf') return <PdfViewer bytes={bytes} />
  if (mediaType === 'image/png' || mediaType === 'image/jpeg')
    return <ImageViewer bytes={bytes} mediaType={mediaType} name={name} />
  if (mediaType === 'image/tiff') return <TiffViewer bytes={bytes} />
  return <TextViewer bytes={bytes} mediaType={mediaType} />
}
