import { Button, Menu } from '@mantine/core'
import { IconFilterPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterPopover } from './FilterPopover.tsx'
import type { FilterTools } from './filterTools.ts'

/** Adds a filter by any field, also one that has no column. */
export function AddFilter({ tools }: { tools: FilterTools }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const button = (
    <Button variant="default" size="sm" leftSection={<IconFilterPlus size={16} aria-hidden />}>
      {t('list.addFilter')}
    </Button>
  )
  // The editor stands where the menu stood.
  if (chosen) {
    return (
      <FilterPopover
        fieldKey={chosen}
        tools={tools}
        isOpen
        onOpen={(isOpen) => {
          if (!isOpen) setChosen(undefined)
        }}
      >
        {button}
      </FilterPopover>
    )
  }
  return (
    <Menu position="bottom-start" shadow="md" returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {Object.keys(tools.fields).map((key) => (
          <Menu.Item key={key} onClick={() => setChosen(key)}>
            {tools.titleOf(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
