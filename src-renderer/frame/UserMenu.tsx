import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import {
  IconBaselineDensitySmall,
  IconDeviceDesktop,
  IconHelp,
  IconKey,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { ChangePasswordModal } from '../features/accounts/ChangePasswordModal.tsx'
import { changeLanguage, currentLanguage } from '../i18n.ts'
import { useDensity } from '../ui/useDensity.ts'
import { useFrame } from './useFrame.ts'

/** The account at the right of the top: lock, password, language, colours, help, sign out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { user } = useFrame()
  const { setColorScheme } = useMantineColorScheme()
  const { isCompact, setCompact } = useDensity()
  const [isPasswordOpen, password] = useDisclosure()
  const lock = useMutation(orpc.accounts.lock.mutationOptions())
  const signOut = useMutation(orpc.accounts.signOut.mutationOptions())
  useHotkeys([['mod+shift+L', () => lock.mutate(undefined)]], [])
  if (!user) return null
  const otherLanguage = currentLanguage() === 'pl' ? 'en' : 'pl'

  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconUserCircle size={18} aria-hidden />}
            aria-label={t('nav.userMenu', { name: user.fullName })}
            style={{ flex: 'none' }}
          >
            {user.fullName}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.login} · {t(`accounts.roles.${user.role}`)}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconLock size={16} />}
            rightSection={<kbd>Ctrl+Shift+L</kbd>}
            onClick={() => lock.mutate(undefined)}
          >
            {t('nav.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={password.open}>
            {t('nav.changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconHelp size={16} />} rightSection={<kbd>F1</kbd>} onClick={onHelp}>
            {t('nav.help')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLanguage size={16} />}
            lang={otherLanguage}
            onClick={() => changeLanguage(otherLanguage)}
          >
            {otherLanguage === 'en' ? 'English' : 'Polski'}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconSun size={16} />} onClick={() => setColorScheme('light')}>
            {t('nav.coloursLight')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMoon size={16} />} onClick={() => setColorScheme('dark')}>
            {t('nav.coloursDark')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceDesktop size={16} />} onClick={() => setColorScheme('auto')}>
            {t('nav.coloursAuto')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconBaselineDensitySmall size={16} />}
            onClick={() => setCompact(!isCompact)}
          >
            {t(isCompact ? 'nav.rowsUsual' : 'nav.rowsCompact')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate(undefined)}>
            {t('nav.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePasswordModal isOpen={isPasswordOpen} onClose={password.close} />
    </>
  )
}
