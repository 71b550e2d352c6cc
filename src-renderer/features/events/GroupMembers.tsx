import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { PersonPicker } from '../../ui/PersonPicker.tsx'

/** Who belongs to a group, since when, and who belonged to it. */
export function GroupMembers({ groupId, mayWrite }: { groupId: number; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  const [count, setCount] = useState(0)
  const { data: members = [] } = useQuery(orpc.events.groups.members.queryOptions({ input: { id: groupId } }))
  const join = useMutation(orpc.events.groups.join.mutationOptions({ onSuccess: () => setCount(count + 1) }))
  const leave = useMutation(orpc.events.groups.leave.mutationOptions())
  return (
    <Stack gap="xs" mt="lg">
      <Text fw={600}>{t('volunteerGroups.people')}</Text>
      {members.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('volunteerGroups.nobody')}
        </Text>
      )}
      {members.map(({ id, name, joinedOn, leftOn }) => (
        <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm" c={leftOn === null ? undefined : 'dimmed'}>
            {name},{' '}
            {leftOn === null
              ? t('volunteerGroups.since', { day: formatDay(joinedOn) })
              : t('volunteerGroups.until', { from: formatDay(joinedOn), to: formatDay(leftOn) })}
          </Text>
          {mayWrite && leftOn === null && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('volunteerGroups.leaveOf', { name })}
              onClick={() => leave.mutate({ memberId: id, leftOn: today < joinedOn ? joinedOn : today })}
            >
              {t('volunteerGroups.leave')}
            </Button>
          )}
        </Group>
      ))}
      {mayWrite && (
        <PersonPicker
          key={count}
          label={t('volunteerGroups.join')}
          value={null}
          onChange={(volunteerId) => {
            if (volunteerId !== null)
              join.mutate({ id: groupId, volunteerIds: [volunteerId], joinedOn: today })
          }}
        />
      )}
    </Stack>
  )
}
