import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysText } from '#shared/features/events/events.rules.ts'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { orpc } from '../../api/client.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { useToldAdded } from './useToldAdded.ts'

/** Puts all selected volunteers on the list of an event. */
export function AddSelected({ chosen }: { chosen: ChosenRows<typeof volunteersRegister> }) {
  const { t } = useTranslation()
  const [isOpen, drawer] = useDisclosure()
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={drawer.open}>
        {t('events.people.toEvent')}
      </Button>
      <FormDrawer title={t('events.people.toEvent')} isOpen={isOpen} onClose={drawer.close}>
        <ChooseEvent
          chosen={chosen}
          onDone={() => {
            drawer.close()
            chosen.clear()
          }}
          onCancel={drawer.close}
        />
      </FormDrawer>
    </>
  )
}

interface ChooseEventProps {
  chosen: ChosenRows<typeof volunteersRegister>
  onDone: () => void
  onCancel: () => void
}

function ChooseEvent({ chosen, onDone, onCancel }: ChooseEventProps) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  const { data = [] } = useQuery(orpc.events.open.queryOptions())
  const [id, setId] = useState<string | null>(null)
  const { search, filters } = chosen.request
  const add = useMutation(
    orpc.events.addSelected.mutationOptions({
      onSuccess: (added) => {
        tell(added)
        onDone()
      },
    }),
  )
  return (
    <Stack gap="sm">
      {data.length === 0 ? (
        <Text size="sm">{t('events.people.noEvents')}</Text>
      ) : (
        <TypedSelect
          label={t('events.people.whichEvent')}
          data-autofocus
          data={data.map((event) => ({
            value: String(event.id),
            label: `${daysText(event)}, ${event.name}`,
          }))}
          value={id}
          onChange={setId}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          disabled={id === null}
          loading={add.isPending}
          onClick={() => add.mutate({ id: Number(id), search, filters, selection: chosen.selection })}
        >
          {t('events.people.toEvent')}
        </Button>
      </Group>
    </Stack>
  )
}
