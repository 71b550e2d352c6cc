import { Button, Group, Popover, Text } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#shared/kit/register/register.ts'
import { FilterEditor } from './FilterEditor.tsx'
import type { FilterTools } from './filterTools.ts'

interface FilterPopoverProps {
  fieldKey: string
  tools: FilterTools
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** What opens it. */
  children: ReactNode
}

/** The editor of one filter beside what opens it; the list follows every change at once. */
export function FilterPopover({ fieldKey, tools, isOpen, onOpen, children }: FilterPopoverProps) {
  const { t } = useTranslation()
  const { fields, filters } = tools
  const field = fields[fieldKey]
  /** One step back in the history undoes all that was changed while the editor was open. */
  const hasChanged = useRef(false)
  if (!field) return children
  const label = tools.titleOf(fieldKey)
  const change = (filter: Filter | undefined) => {
    tools.onFilter(fieldKey, filter, hasChanged.current)
    hasChanged.current = true
  }
  function show(opened: boolean) {
    hasChanged.current = false
    onOpen(opened)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={show}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      zIndex={250}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown data-popup-open aria-label={t('list.filterBy', { field: label })}>
        <Text fw={600} size="sm" mb="xs">
          {label}
        </Text>
        <FilterEditor
          field={field}
          label={label}
          value={filters[fieldKey]}
          onChange={change}
          optionsKey={tools.optionsKeyOf(fieldKey)}
          findOptions={tools.findOptionsOf(fieldKey)}
        />
        <Group justify="space-between" mt="md" gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!filters[fieldKey]}
            onClick={() => {
              change(undefined)
              show(false)
            }}
          >
            {t('list.filter.remove')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => show(false)}>
            {t('common.close')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
