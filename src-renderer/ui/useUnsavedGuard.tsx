import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useBlocker } from '@tanstack/react-router'
import i18next from 'i18next'

interface Guarded {
  hasUnsaved: () => boolean
  /** Ends the save that is running, or saves what may still be saved, before anybody is asked. */
  settle?: () => Promise<unknown>
  /** Does what was typed stay where it is while only the search of the address changes? */
  keepsOnPath?: boolean
}

/** Asks before a page with unsaved changes is left, whichever way: a link, Back, Esc, closing the window. */
export function useUnsavedGuard({ hasUnsaved, settle, keepsOnPath = false }: Guarded): void {
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (keepsOnPath && current.pathname === next.pathname) return false
      if (hasUnsaved()) await settle?.()
      return hasUnsaved() && !(await askToLeave())
    },
    enableBeforeUnload: hasUnsaved,
  })
}

function askToLeave(): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (leave: boolean) => {
      resolve(leave)
      modals.close(id)
    }
    const id = modals.open({
      title: i18next.t('unsaved.title'),
      onClose: () => resolve(false),
      children: (
        <>
          <Text>{i18next.t('unsaved.text')}</Text>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={() => answer(true)}>
              {i18next.t('unsaved.leave')}
            </Button>
            <Button data-autofocus onClick={() => answer(false)}>
              {i18next.t('unsaved.stay')}
            </Button>
          </Group>
        </>
      ),
    })
  })
}
