import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const pages = [
  { to: '/placements', text: 'placements.list' },
  { to: '/placements/monitoring', text: 'monitoring.title' },
  { to: '/placements/week', text: 'placements.week' },
] as const

/** The pages about placements, beside each other. */
export function PlacementsNav({ at }: { at: (typeof pages)[number]['to'] }) {
  const { t } = useTranslation()
  return (
    <Group gap={4} component="nav" aria-label={t('placements.title')}>
      {pages.map(({ to, text }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          size="compact-md"
          variant={to === at ? 'light' : 'subtle'}
          color={to === at ? undefined : 'gray'}
          aria-current={to === at ? 'page' : undefined}
        >
          {t(text)}
        </Button>
      ))}
    </Group>
  )
}
