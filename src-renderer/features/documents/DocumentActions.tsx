import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { printPages } from '../../ui/printPages.ts'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

/** Print and save an issued document; both are noted in the history. */
export function DocumentActions({ documentId }: { documentId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const print = useMutation(
    orpc.documents.printDocument.mutationOptions({
      // One document is printed once: how often is said in the dialog of the system.
      onSuccess: ({ isCancelled, svg, pages }) =>
        printPages({ svg, pages, stamp: isCancelled ? t('documents.cancelledStamp') : undefined }),
    }),
  )
  const savePdf = useMutation(
    orpc.documents.savePdf.mutationOptions({
      onSuccess: async ({ fileName, pdf }) => {
        const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
        if (await shell.saveFile(fileName, bytes)) {
          notifications.show({ color: 'green', message: t('document.savedAs', { name: fileName }) })
        }
      },
    }),
  )
  const mayPrint = may('documents.print')
  const startPrint = () => print.mutate({ id: documentId })
  useShortcuts({ print: mayPrint ? startPrint : undefined })
  if (!mayPrint) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={savePdf.isPending}
        onClick={() => savePdf.mutate({ id: documentId })}
      >
        {t('common.savePdf')}
      </Button>
      <ShortcutTooltip keys="Ctrl+P">
        <Button
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={print.isPending}
          onClick={startPrint}
        >
          {t('common.print')}
        </Button>
      </ShortcutTooltip>
    </>
  )
}
