import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CentreEvent } from '#shared/features/events/events.contract.ts'
import { orpc } from '../../api/client.ts'
import { PersonPicker } from '../../ui/PersonPicker.tsx'
import { TypedSelect } from '../../ui/TypedSelect.tsx'
import { NewPersonForm } from './NewPersonForm.tsx'
import { PastedPeople } from './PastedPeople.tsx'
import { useToldAdded } from './useToldAdded.ts'

const ways = ['fromRegister', 'new', 'wholeGroup', 'pasted'] as const

/** The ways to put people on a list: of the register, new ones, a group, a list that was pasted. */
export function AddPeople({ event, onDone }: { event: CentreEvent; onDone: () => void }) {
  const { t } = useTranslation()
  const [way, setWay] = useState<(typeof ways)[number]>('fromRegister')
  return (
    <Stack gap="md">
      <SegmentedControl
        fullWidth
        aria-label={t('events.people.add')}
        data={ways.map((each) => ({ value: each, label: t(`events.people.${each}`) }))}
        value={way}
        onChange={(next) => setWay(next as typeof way)}
      />
      {way === 'fromRegister' && <FromRegister eventId={event.id} />}
      {way === 'new' && <NewPersonForm event={event} />}
      {way === 'wholeGroup' && <WholeGroup eventId={event.id} />}
      {way === 'pasted' && <PastedPeople eventId={event.id} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function FromRegister({ eventId }: { eventId: number }) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  // The field is empty again after each person, so that one types on.
  const [count, setCount] = useState(0)
  const add = useMutation(
    orpc.events.addPeople.mutationOptions({
      onSuccess: (added) => {
        tell(added)
        setCount(count + 1)
      },
    }),
  )
  return (
    <PersonPicker
      key={count}
      autoFocus={count > 0}
      label={t('events.people.fromRegisterLabel')}
      value={null}
      onChange={(volunteerId) => {
        if (volunteerId !== null) add.mutate({ id: eventId, volunteerIds: [volunteerId], newPeople: [] })
      }}
    />
  )
}

function WholeGroup({ eventId }: { eventId: number }) {
  const { t } = useTranslation()
  const tell = useToldAdded()
  const { data = [] } = useQuery(orpc.events.groups.list.queryOptions())
  const add = useMutation(orpc.events.addGroup.mutationOptions({ onSuccess: tell }))
  const groups = data.filter(({ isActive }) => isActive)
  if (groups.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('volunteerGroups.empty')}
      </Text>
    )
  return (
    <TypedSelect
      label={t('events.people.groupLabel')}
      data={groups.map(({ id, name, organisation, memberCount }) => ({
        value: String(id),
        label: [name, organisation, t('volunteers.count', { count: memberCount })].filter(Boolean).join(', '),
      }))}
      value={null}
      onChange={(groupId) => {
        if (groupId) add.mutate({ id: eventId, groupId: Number(groupId) })
      }}
    />
  )
}
