import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { orpc } from '../../api/client.ts'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'

/** Puts the selected documents of the register into one's own print queue. */
export function QueueSelected({ chosen }: { chosen: ChosenRows<typeof documentsRegister> }) {
  const { t } = useTranslation()
  const add = useMutation(
    orpc.printQueue.addSelected.mutationOptions({
      onSuccess: ({ added }) => {
        notifications.show({ color: 'green', message: t('printQueue.added', { count: added }) })
        chosen.clear()
      },
    }),
  )
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={add.isPending}
      onClick={() => add.mutate({ ...chosen.request, selection: chosen.selection })}
    >
      {t('printQueue.add')}
    </Button>
  )
}
