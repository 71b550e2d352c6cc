import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

/** Puts documents into one's own print queue. */
export function AddToQueue({ documentIds, onAdded }: { documentIds: number[]; onAdded?: () => void }) {
  const { t } = useTranslation()
  const add = useMutation(
    orpc.printQueue.add.mutationOptions({
      onSuccess: ({ added }) => {
        notifications.show({ color: 'green', message: t('printQueue.added', { count: added }) })
        onAdded?.()
      },
    }),
  )
  return (
    <Button
      variant="default"
      loading={add.isPending}
      disabled={documentIds.length === 0}
      onClick={() => add.mutate({ documentIds })}
    >
      {t('printQueue.add')}
    </Button>
  )
}
