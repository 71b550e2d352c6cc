import { ActionIcon, AppShell, Burger, Group, NavLink, Text, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindAnything } from './FindAnything.tsx'
import classes from './FrameLayout.module.css'
import { FrameNotices } from './FrameNotices.tsx'
import { HelpDrawer } from './HelpDrawer.tsx'
import { isPageOf, menu, permissionOfPage } from './menu.ts'
import { UserMenu } from './UserMenu.tsx'
import { useFrame, useMay } from './useFrame.ts'
import { useSessionWatch } from './useSessionWatch.ts'

/** The frame around every page of the work: menu at the left, search and account at the top. */
export function FrameLayout() {
  const { t } = useTranslation()
  const frame = useFrame()
  const may = useMay()
  const { pathname } = useLocation()
  const demanded = permissionOfPage(pathname)
  const [isNarrow, setNarrow] = useLocalStorage({ key: 'osrodek.narrow-menu', defaultValue: false })
  const [isMobileOpen, mobile] = useDisclosure()
  const [isHelpOpen, help] = useDisclosure()
  const main = useRef<HTMLElement>(null)
  useSessionWatch(frame.idleMinutes)
  useHotkeys([['F1', help.open]], [])

  // A new page begins at its top, also for those who hear it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address changes, and only then
  useEffect(() => {
    mobile.close()
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: isNarrow ? 60 : 232, breakpoint: 'sm', collapsed: { mobile: !isMobileOpen } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        {t('common.skipToContent')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group gap="sm" wrap="nowrap">
          <Burger
            opened={isMobileOpen}
            onClick={mobile.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t('nav.label')}
          />
          <img src="/icon.svg" alt="" width={28} height={28} />
          <Text fw={600} visibleFrom="sm" className={classes.centre} title={frame.centreName}>
            {frame.centreName}
          </Text>
        </Group>
        <button type="button" className={classes.find} onClick={spotlight.open}>
          <IconSearch size={16} aria-hidden />
          <span>{t('nav.findAnything')}</span>
          <kbd>Ctrl+K</kbd>
        </button>
        <UserMenu onHelp={help.open} />
      </AppShell.Header>

      <AppShell.Navbar className={classes.navbar} aria-label={t('nav.label')}>
        {menu.map(({ group, entries }) => {
          const shown = entries.filter(({ permission }) => !permission || may(permission))
          if (shown.length === 0) return null
          const inMenu = shown.filter(({ within }) => !shown.some(({ to }) => to === within))
          return (
            <div key={group} className={classes.group}>
              {group !== 'start' && !isNarrow && (
                <span className={classes.groupTitle}>{t(`nav.${group}`)}</span>
              )}
              {inMenu.map(({ to, text, icon: Icon }) => {
                const isHere = shown.some(
                  (entry) => (entry.to === to || entry.within === to) && isPageOf(entry.to, pathname),
                )
                return (
                  <Tooltip key={to} label={t(text)} position="right" disabled={!isNarrow}>
                    <NavLink
                      component={Link}
                      to={to}
                      // The router's own mark would stand at every entry whose address begins that of the page.
                      activeOptions={{ exact: true }}
                      active={isHere}
                      aria-current={isHere ? 'page' : undefined}
                      label={isNarrow ? undefined : t(text)}
                      aria-label={t(text)}
                      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                      className={classes.link}
                    />
                  </Tooltip>
                )
              })}
            </div>
          )
        })}
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.collapse}
          visibleFrom="sm"
          aria-label={t(isNarrow ? 'nav.expand' : 'nav.collapse')}
          aria-expanded={!isNarrow}
          onClick={() => setNarrow(!isNarrow)}
        >
          <IconLayoutSidebar size={18} />
        </ActionIcon>
      </AppShell.Navbar>

      <AppShell.Main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <FrameNotices />
        <div className={classes.page}>
          {demanded && !may(demanded) ? <EmptyState title={t('errors.FORBIDDEN')} /> : <Outlet />}
        </div>
      </AppShell.Main>
      <FindAnything />
      <HelpDrawer isOpen={isHelpOpen} onClose={help.close} />
    </AppShell>
  )
}
