import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClipboard, IconFileSpreadsheet, IconFileText, IconTableExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HeadcountWay } from '#shared/features/staff/staff.headcount.rules.ts'
import { api } from '../../api/client.ts'
import { currentLanguage } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'
import { copyText } from '../../ui/copyText.ts'

/** The ways in which the headcount that is shown leaves as a table: a workbook, a text, the clipboard. */
export function HeadcountOut({ day, by }: { day: string; by: HeadcountWay }) {
  const { t } = useTranslation()
  const out = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv' | 'clipboard') => {
      const language = currentLanguage()
      const { fileName, content, rows } = await api.staff.exportHeadcount({ day, by, format, language })
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
        <Menu.Label>{t(`staff.headcount.tables.${by}`)}</Menu.Label>
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
