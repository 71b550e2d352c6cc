import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ColumnsMenu.module.css'

interface ColumnsMenuProps {
  /** All fields that may be a column: those shown first, in their order. */
  columns: { key: string; title: string; isShown: boolean }[]
  /** The keys of the columns to show, in their order. */
  onChange: (keys: string[]) => void
  onReset: () => void
}

/** Which columns a list has, in which order: by boxes, by dragging, and by keys. */
export function ColumnsMenu({ columns, onChange, onReset }: ColumnsMenuProps) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<string>()
  const shown = columns.filter(({ isShown }) => isShown).map(({ key }) => key)

  function move(key: string, to: number) {
    const others = shown.filter((other) => other !== key)
    others.splice(Math.max(0, to), 0, key)
    onChange(others)
  }
  function dragOver(event: DragEvent, over: string) {
    if (!dragged || !shown.includes(over)) return
    event.preventDefault()
    if (over !== dragged) move(dragged, shown.indexOf(over))
  }

  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus zIndex={250}>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('list.columns.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown data-popup-open aria-label={t('list.columns.title')} p="xs">
        <ScrollArea.Autosize mah="min(420px, 60vh)" type="auto">
          <ul className={classes.list}>
            {columns.map(({ key, title, isShown }) => {
              const at = shown.indexOf(key)
              return (
                <li
                  key={key}
                  className={classes.column}
                  data-dragged={dragged === key || undefined}
                  draggable={isShown}
                  onDragStart={() => setDragged(key)}
                  onDragEnd={() => setDragged(undefined)}
                  onDragOver={(event) => dragOver(event, key)}
                >
                  <IconGripVertical
                    size={14}
                    aria-hidden
                    className={classes.grip}
                    visibility={isShown ? undefined : 'hidden'}
                  />
                  <Checkbox
                    size="sm"
                    label={title}
                    checked={isShown}
                    // A list without columns shows nothing.
                    disabled={isShown && shown.length === 1}
                    onChange={() =>
                      onChange(isShown ? shown.filter((other) => other !== key) : [...shown, key])
                    }
                  />
                  {isShown && (
                    <Group gap={0} wrap="nowrap" className={classes.moves}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        disabled={at === 0}
                        aria-label={t('list.columns.up', { column: title })}
                        onClick={() => move(key, at - 1)}
                      >
                        <IconArrowUp size={14} />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        disabled={at === shown.length - 1}
                        aria-label={t('list.columns.down', { column: title })}
                        onClick={() => move(key, at + 1)}
                      >
                        <IconArrowDown size={14} />
                      </ActionIcon>
                    </Group>
                  )}
                </li>
              )
            })}
          </ul>
        </ScrollArea.Autosize>
        <Text size="xs" c="dimmed" px={8} pt={8} maw={280}>
          {t('list.columns.hint')}
        </Text>
        <Button variant="subtle" size="compact-sm" mt={8} onClick={onReset}>
          {t('list.columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
