import { UnstyledButton } from '@mantine/core'
import { IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterPopover } from './FilterPopover.tsx'
import classes from './FilterWordsChip.module.css'
import type { FilterTools } from './filterTools.ts'

/** The funnel in a column's header; by keys it opens from the title beside it. */
export function HeaderFilter({ fieldKey, tools }: { fieldKey: string; tools: FilterTools }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isOn = tools.filters[fieldKey] !== undefined
  const Icon = isOn ? IconFilterFilled : IconFilter
  return (
    <FilterPopover fieldKey={fieldKey} tools={tools} isOpen={isOpen} onOpen={setOpen}>
      <UnstyledButton
        data-filter
        data-on={isOn || undefined}
        className={classes.funnel}
        tabIndex={-1}
        aria-label={t('list.filterBy', { field: tools.titleOf(fieldKey) })}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </FilterPopover>
  )
}
