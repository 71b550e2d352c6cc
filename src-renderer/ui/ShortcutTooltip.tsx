import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Shows the keys of an action where one rests on it. */
export function ShortcutTooltip({ keys, children }: { keys: string; children: ReactElement }) {
  const { t } = useTranslation()
  return <Tooltip label={t('common.shortcut', { keys })}>{children}</Tooltip>
}
