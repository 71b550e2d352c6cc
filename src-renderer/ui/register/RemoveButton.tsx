import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'

interface RemoveButtonProps {
  /** The procedures of the register: `api.<feature>`. */
  from: {
    removal: {
      remove: (record: { id: number; version: number }) => Promise<{ binId: number; title: string }>
    }
  }
  record: { id: number; version: number }
  /** Leads away from the record, which is no longer there. */
  onRemoved: () => void
}

/** Puts a record into the bin, and offers to take that back. */
export function RemoveButton({ from, record, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation()
  const restore = useMutation({ mutationFn: (id: number) => api.bin.restore({ id }) })
  const remove = useMutation({
    mutationFn: () => from.removal.remove({ id: record.id, version: record.version }),
    onSuccess: ({ binId, title }) => {
      onRemoved()
      const id = `bin-${binId}`
      const undo = () => {
        notifications.hide(id)
        restore.mutate(binId)
      }
      notifications.show({
        id,
        autoClose: 10_000,
        message: (
          <>
            {t('bin.removed', { title })}{' '}
            <Button variant="subtle" size="compact-sm" onClick={undo}>
              {t('bin.undo')}
            </Button>
          </>
        ),
      })
    },
  })
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.isPending}
      onClick={() => remove.mutate()}
    >
      {t('bin.remove')}
    </Button>
  )
}
