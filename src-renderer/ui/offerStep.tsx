import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

/** Says what was just done, and offers the step that may follow. */
export function offerStep(message: string, step: string, act: () => void): void {
  const id = notifications.show({
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          variant="default"
          size="compact-sm"
          // A long message breaks its lines; the button keeps its word whole.
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id)
            act()
          }}
        >
          {step}
        </Button>
      </Group>
    ),
  })
}

/** Says what was just removed, and offers to put it back. */
export function offerUndo(message: string, undo: () => void): void {
  offerStep(message, i18next.t('common.undo'), undo)
}
