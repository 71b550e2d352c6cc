import { Button, Divider, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import type { View } from '#shared/kit/register/views.ts'
import type { useViews } from './useViews.ts'
import { ViewForm } from './ViewForm.tsx'
import { ViewItem } from './ViewItem.tsx'
import classes from './ViewsMenu.module.css'

interface ViewsMenuProps<R extends Register> {
  views: View<R>[]
  /** The view that the list began with. */
  view: View<R> | undefined
  isChanged: boolean
  defaultViewId: number | null
  /** The name of the list as it is without a view. */
  plainTitle: string
  onOpen: (view: View<R>) => void
  onOpenPlain: () => void
  actions: ReturnType<typeof useViews<R>>
}

/** The saved views of a list: open one, save what is shown, keep order among them. */
export function ViewsMenu<R extends Register>(props: ViewsMenuProps<R>) {
  const { views, view, actions } = props
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  /** Which view is being named; `new`: what the list shows now. */
  const [named, setNamed] = useState<View<R> | 'new'>()
  const close = () => {
    setOpen(false)
    setNamed(undefined)
  }
  const Icon = view ? IconBookmarkFilled : IconBookmark
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? setOpen(true) : close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      zIndex={250}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          className={classes.target}
          leftSection={<Icon size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {view
            ? props.isChanged
              ? t('list.views.changed', { name: view.name })
              : view.name
            : t('list.views.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown data-popup-open aria-label={t('list.views.title')} p="xs" w={340}>
        {named ? (
          <ViewForm
            view={named === 'new' ? undefined : named}
            onCancel={() => setNamed(undefined)}
            onSave={async (fields) => {
              if (named === 'new') props.onOpen(await actions.save(fields))
              else await actions.change(named, fields)
              close()
            }}
          />
        ) : (
          <>
            <ScrollArea.Autosize mah="min(360px, 50vh)" type="auto">
              <ul className={classes.list}>
                <li className={classes.item} data-on={!view || undefined}>
                  <UnstyledButton
                    className={classes.name}
                    data-autofocus={!view || undefined}
                    onClick={() => {
                      props.onOpenPlain()
                      close()
                    }}
                  >
                    {props.plainTitle}
                  </UnstyledButton>
                </li>
                {views.map((each) => (
                  <ViewItem
                    key={each.id}
                    view={each}
                    isOpen={each.id === view?.id}
                    isDefault={each.id === props.defaultViewId}
                    onOpen={() => {
                      props.onOpen(each)
                      close()
                    }}
                    onName={() => setNamed(each)}
                    onShare={() => actions.change(each, { name: each.name, isShared: !each.isShared })}
                    onDefault={(isDefault) => actions.setDefault(isDefault ? each.id : null)}
                    onRemove={() => {
                      if (each.id === view?.id) props.onOpenPlain()
                      actions.remove(each, each.id === props.defaultViewId)
                    }}
                  />
                ))}
              </ul>
            </ScrollArea.Autosize>
            {views.length === 0 && (
              <Text size="xs" c="dimmed" px={8} pt={4}>
                {t('list.views.hint')}
              </Text>
            )}
            <Divider my={8} />
            {view?.isChangeable && props.isChanged && (
              <Button
                fullWidth
                justify="start"
                variant="subtle"
                size="compact-md"
                onClick={async () => {
                  props.onOpen(await actions.renew(view))
                  close()
                }}
              >
                {t('list.views.renew', { name: view.name })}
              </Button>
            )}
            <Button
              fullWidth
              justify="start"
              variant="subtle"
              size="compact-md"
              onClick={() => setNamed('new')}
            >
              {t('list.views.saveNew')}
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
