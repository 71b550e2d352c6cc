import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { heldTogether } from '#shared/kit/polish.ts'

/** Says what belongs here and offers the first step. */
export function EmptyState({ title, hint, actions }: { title: string; hint?: string; actions?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Text fw={600} size="lg">
        {heldTogether(title)}
      </Text>
      {hint && (
        <Text c="dimmed" maw={520}>
          {heldTogether(hint)}
        </Text>
      )}
      {actions && (
        <Stack align="center" gap="xs" mt="sm">
          {actions}
        </Stack>
      )}
    </Stack>
  )
}
