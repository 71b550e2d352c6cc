import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { AddedMembers } from '#shared/features/events/events.contract.ts'

/** Says how many were put on a list, and how many were there before. */
export function useToldAdded() {
  const { t } = useTranslation()
  return ({ added, present }: AddedMembers) =>
    notifications.show({
      color: added > 0 ? 'green' : undefined,
      message: [
        t('events.people.added', { count: added }),
        present > 0 && t('events.people.present', { count: present }),
      ]
        .filter(Boolean)
        .join('. '),
    })
}
