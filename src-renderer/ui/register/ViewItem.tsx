import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconDots, IconStarFilled, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { View } from '#shared/kit/register/views.ts'
import classes from './ViewsMenu.module.css'

interface ViewItemProps {
  view: Pick<View, 'name' | 'isShared' | 'isOwn' | 'isChangeable' | 'ownerName'>
  isOpen: boolean
  isDefault: boolean
  onOpen: () => void
  onName: () => void
  onShare: () => void
  onDefault: (isDefault: boolean) => void
  onRemove: () => void
}

/** One saved view in the menu, with what can be done with it. */
export function ViewItem({ view, isOpen, isDefault, ...on }: ViewItemProps) {
  const { t } = useTranslation()
  return (
    <li className={classes.item} data-on={isOpen || undefined}>
      <UnstyledButton className={classes.name} data-autofocus={isOpen || undefined} onClick={on.onOpen}>
        <span className={classes.words}>{view.name}</span>
        {!view.isOwn && (
          <Text span size="xs" c="dimmed" className={classes.words}>
            {view.ownerName}
          </Text>
        )}
      </UnstyledButton>
      {isDefault && (
        <IconStarFilled
          size={14}
          role="img"
          aria-label={t('list.views.isDefault')}
          className={classes.mark}
        />
      )}
      {view.isShared && (
        <IconUsers size={14} role="img" aria-label={t('list.views.isShared')} className={classes.mark} />
      )}
      <Menu position="bottom-end" shadow="md" returnFocus>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('list.views.actions', { name: view.name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => on.onDefault(!isDefault)}>
            {t(isDefault ? 'list.views.unsetDefault' : 'list.views.setDefault')}
          </Menu.Item>
          {view.isChangeable && (
            <>
              <Menu.Item onClick={on.onName}>{t('list.views.rename')}</Menu.Item>
              <Menu.Item onClick={on.onShare}>
                {t(view.isShared ? 'list.views.unshare' : 'list.views.share')}
              </Menu.Item>
              <Menu.Item onClick={on.onRemove}>{t('list.views.remove')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
