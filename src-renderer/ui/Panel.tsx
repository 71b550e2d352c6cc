import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Panel.module.css'

/** A titled part of a page on its own ground. */
export function Panel({
  title,
  actions,
  children,
}: {
  title?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={classes.panel} aria-label={title}>
      {(title || actions) && (
        <Group justify="space-between" mb="sm" wrap="nowrap" gap="sm">
          {title && <Title order={2}>{title}</Title>}
          {actions && (
            <Group gap="xs" style={{ flex: 'none' }}>
              {actions}
            </Group>
          )}
        </Group>
      )}
      {children}
    </section>
  )
}
