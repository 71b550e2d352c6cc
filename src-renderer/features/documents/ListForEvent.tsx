import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { api } from '../../api/client.ts'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'

/** Begins the list of volunteers of an event with all who are selected. */
export function ListForEvent({ chosen }: { chosen: ChosenRows<typeof volunteersRegister> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { search, filters } = chosen.request
  const begin = useMutation({
    mutationFn: () => api.documents.selectedPeople({ search, filters, selection: chosen.selection }),
    onSuccess: (people) => navigate({ to: '/documents/new', search: { kind: 'eventList', people } }),
  })
  return (
    <Button size="compact-sm" variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
      {t('documents.kinds.eventList')}
    </Button>
  )
}
