import { Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'

/** The name of a row, which opens it beside the table; words alone for whoever may not open it (undefined). */
export function OpenButton({ onOpen, children }: { onOpen: (() => void) | undefined; children: ReactNode }) {
  if (!onOpen)
    return (
      <Text component="span" fw={500}>
        {children}
      </Text>
    )
  return (
    <UnstyledButton fw={500} c="var(--mantine-color-anchor)" onClick={onOpen}>
      {children}
    </UnstyledButton>
  )
}
