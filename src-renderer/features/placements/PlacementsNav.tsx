import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../frame/useFrame.ts'

const pages = [
  { to: '/placements', text: 'placements.list', permission: 'placements.read' },
  { to: '/placements/monitoring', text: 'monitoring.title', permission: 'placements.read' },
  { to: '/placements/week', text: 'placements.week', permission: 'placements.read' },
  { to: '/needs', text: 'needs.title', permission: 'placements.read' },
  { to: '/families', text: 'families.title', permission: 'families.read' },
] as const

/** The pages about placements, and about who waits for them, beside each other. */
export function PlacementsNav({ at }: { at: (typeof pages)[number]['to'] }) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Group gap={4} component="nav" aria-label={t('placements.title')}>
      {pages
        .filter(({ permission }) => may(permission))
        .map(({ to, text }) => (
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
