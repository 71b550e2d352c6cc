import { Button, CloseButton, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SelectionBar.module.css'

interface SelectionBarProps {
  count: number
  total: number
  onSelectAll: () => void
  onClear: () => void
  /** What can be done with the selected rows. */
  children?: ReactNode
}

/** How many rows are selected, and what can be done with them. */
export function SelectionBar({ count, total, onSelectAll, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation()
  return (
    <Group className={classes.bar} gap="sm" role="region" aria-label={t('list.selection')}>
      <Text fw={600} size="sm" role="status">
        {t('list.selected', { count })}
      </Text>
      {count < total && (
        <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
          {t('list.selectAll', { count: total })}
        </Button>
      )}
      <Group gap="xs" ml="auto">
        {children}
        <CloseButton
          size="sm"
          aria-label={t('list.unselect')}
          title={t('common.shortcut', { keys: 'Esc' })}
          onClick={onClear}
        />
      </Group>
    </Group>
  )
}
