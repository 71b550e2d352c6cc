import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filterWords } from '#shared/kit/register/filter-words.ts'
import type { Filter, RegisterField } from '#shared/kit/register/register.ts'
import { textOf } from '../../../i18n.ts'
import { FilterPopover } from './FilterPopover.tsx'
import classes from './FilterWordsChip.module.css'
import type { FilterTools } from './filterTools.ts'
import { useOptionNames } from './useOptionNames.ts'

interface FilterWordsChipProps {
  fieldKey: string
  tools: FilterTools
}

/** An active filter in words; a click changes it, the cross takes it away. */
export function FilterWordsChip({ fieldKey, tools }: FilterWordsChipProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const field = tools.fields[fieldKey] as RegisterField
  const { key, params, values = [], ids = [] } = filterWords(field, tools.filters[fieldKey] as Filter)
  const names = useOptionNames(tools.optionsKeyOf(fieldKey), ids, tools.findOptionsOf(fieldKey))
  const all = [...values.map((value) => textOf({ key: value })), ...ids.map((id) => names.get(id) ?? '…')]
  const shown = all.length > 3 ? [...all.slice(0, 2), t('list.words.more', { count: all.length - 2 })] : all
  const words = textOf({
    key,
    params: { ...params, field: tools.titleOf(fieldKey), values: shown.join(', ') },
  })
  return (
    <span className={classes.chip}>
      <FilterPopover fieldKey={fieldKey} tools={tools} isOpen={isOpen} onOpen={setOpen}>
        <UnstyledButton className={classes.words} title={all.join(', ')} onClick={() => setOpen(!isOpen)}>
          {words}
        </UnstyledButton>
      </FilterPopover>
      <UnstyledButton
        className={classes.cross}
        aria-label={t('list.removeFilter', { words })}
        onClick={() => tools.onFilter(fieldKey, undefined, false)}
      >
        <IconX size={14} aria-hidden />
      </UnstyledButton>
    </span>
  )
}
