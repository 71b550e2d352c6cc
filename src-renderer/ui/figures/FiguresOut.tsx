import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClipboard, IconFileSpreadsheet, IconFileText, IconTableExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ExportedList, exportFormats } from '#shared/kit/register/export.ts'
import { shell } from '../../shell/shell.ts'
import { copyText } from '../copyText.ts'

type Format = (typeof exportFormats)[number]

/** The ways in which a table of figures leaves: a workbook, a text, the clipboard. */
export function FiguresOut({
  title,
  take,
}: {
  /** Which table it is. */
  title: string
  take: (format: Format) => Promise<ExportedList>
}) {
  const { t } = useTranslation()
  const out = useMutation({
    mutationFn: async (format: Format) => {
      const { fileName, content, rows } = await take(format)
      if (format !== 'clipboard') {
        await shell.saveFile(
          fileName,
          Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
        )
        return
      }
      const isCopied = copyText(content)
      notifications.show({
        color: isCopied ? undefined : 'red',
        message: isCopied ? t('list.out.copied', { count: rows }) : t('list.out.notCopied'),
      })
    },
  })
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          loading={out.isPending}
          leftSection={<IconTableExport size={16} aria-hidden />}
        >
          {t('list.out.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{title}</Menu.Label>
        <Menu.Item
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={() => out.mutate('xlsx')}
        >
          {t('list.out.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => out.mutate('csv')}>
          {t('list.out.csv')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClipboard size={16} aria-hidden />}
          onClick={() => out.mutate('clipboard')}
        >
          {t('list.out.clipboard')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
