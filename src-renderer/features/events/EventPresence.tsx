import { Button, Checkbox, Group, List, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CentreEvent, EventMember } from '#shared/features/events/events.contract.ts'
import { daysOfEvent, minutesOfDay } from '#shared/features/events/events.rules.ts'
import { hoursInCell, readHours } from '#shared/features/hours/hours.rules.ts'
import { type Day, formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { confirm } from '../../ui/ask.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'

interface EventPresenceProps {
  event: CentreEvent
  members: readonly EventMember[]
}

/** Who came on which day and for how long, and the hours of all of them into the log at once. */
export function EventPresence({ event, members }: EventPresenceProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const days = daysOfEvent(event)
  const past = days.filter((day) => day <= today)
  const [day, setDay] = useState<Day>(past.at(-1) ?? event.startsOn)
  const [isConfirmed, setConfirmed] = useState(true)
  const note = useMutation(orpc.events.notePresence.mutationOptions())
  const enter = useMutation(
    orpc.events.enterHours.mutationOptions({
      onSuccess: ({ written }) =>
        notifications.show({ color: 'green', message: t('events.presence.entered', { count: written }) }),
    }),
  )
  const isOpen = event.status === 'planned' || event.status === 'held'
  const mayNote = isOpen && may('events.attend') && day <= today
  const whole = minutesOfDay(event) ?? 60
  const onDay = members.map((member) => ({
    member,
    minutes: member.presences.find((presence) => presence.day === day)?.minutes ?? null,
    served: member.served.find((served) => served.day === day),
  }))
  const open = onDay.filter(({ minutes, served }) => minutes === null && !served)
  const present = onDay.filter(({ minutes }) => (minutes ?? 0) > 0).length
  const isAnyPresent = members.some(({ agreement, presences }) =>
    presences.some(({ minutes }) => minutes > 0 && agreement !== null),
  )

  async function askAndEnter() {
    const isSure = await confirm({
      title: t('events.presence.enterAsk'),
      text: t('events.presence.enterText'),
      action: t('events.presence.enter'),
    })
    if (isSure) enter.mutate({ id: event.id, isConfirmed: isConfirmed && may('hours.confirm') })
  }

  if (members.length === 0)
    return (
      <Panel>
        <Text c="dimmed">{t('events.presence.none')}</Text>
      </Panel>
    )
  return (
    <Stack gap="md">
      <Panel
        title={t('events.presence.count', { count: present })}
        actions={
          mayNote &&
          open.length > 0 && (
            <Button
              variant="default"
              loading={note.isPending}
              onClick={() =>
                note.mutate({
                  id: event.id,
                  day,
                  presences: open.map(({ member }) => ({ memberId: member.id, minutes: whole })),
                })
              }
            >
              {t('events.presence.all')}
            </Button>
          )
        }
      >
        {days.length > 1 && (
          <Select
            label={t('events.presence.day')}
            allowDeselect={false}
            w={200}
            mb="sm"
            data={days.map((each) => ({ value: each, label: formatDay(each) }))}
            value={day}
            onChange={(next) => next && setDay(next)}
          />
        )}
        {day > today && <Notice tone="hint">{t('events.presence.notYet')}</Notice>}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('events.people.name')}</Table.Th>
              <Table.Th w={180}>{t('events.fields.presences')}</Table.Th>
              <Table.Th w={120}>{t('events.presence.hours')}</Table.Th>
              <Table.Th w={240}>{t('hours.log')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {onDay.map(({ member, minutes, served }) => (
              <PresenceRow
                key={`${member.id} ${day} ${minutes}`}
                member={member}
                minutes={minutes}
                served={served}
                whole={whole}
                mayNote={mayNote && !served}
                onNote={(next) =>
                  note.mutate({ id: event.id, day, presences: [{ memberId: member.id, minutes: next }] })
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
      {enter.data && enter.data.refused.length > 0 && (
        <Notice tone="warning">
          {t('events.presence.refused')}
          <List size="sm">
            {enter.data.refused.map(({ name, problem }) => (
              <List.Item key={`${name} ${problem.key}`}>
                {name}: {textOf(problem)}
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
      {isOpen && may('hours.write') && may('events.write') && (
        <Group justify="flex-end" gap="md">
          {may('hours.confirm') && (
            <Checkbox
              label={t('events.presence.confirmToo')}
              checked={isConfirmed}
              onChange={(changed) => setConfirmed(changed.currentTarget.checked)}
            />
          )}
          <Button disabled={!isAnyPresent} loading={enter.isPending} onClick={askAndEnter}>
            {t('events.presence.enter')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

interface PresenceRowProps {
  member: EventMember
  /** 0: did not come; null: nobody has said. */
  minutes: number | null
  served: EventMember['served'][number] | undefined
  whole: number
  mayNote: boolean
  onNote: (minutes: number | null) => void
}

function PresenceRow({ member, minutes, served, whole, mayNote, onNote }: PresenceRowProps) {
  const { t } = useTranslation()
  const name = `${member.surname} ${member.firstNames}`
  const [typed, setTyped] = useState(minutes ? hoursInCell(minutes) : '')
  const read = readHours(typed)
  const words = { present: t('events.presence.present'), absent: t('events.presence.absent') }
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        {mayNote ? (
          <Select
            size="xs"
            aria-label={t('events.presence.ofPerson', { name })}
            placeholder="–"
            clearable
            data={[
              { value: 'present', label: words.present },
              { value: 'absent', label: words.absent },
            ]}
            value={minutes === null ? null : minutes > 0 ? 'present' : 'absent'}
            onChange={(next) => onNote(next === null ? null : next === 'present' ? whole : 0)}
          />
        ) : minutes === null ? (
          '–'
        ) : minutes > 0 ? (
          words.present
        ) : (
          words.absent
        )}
      </Table.Td>
      <Table.Td>
        {mayNote && minutes !== null && minutes > 0 ? (
          <TextInput
            size="xs"
            aria-label={t('events.presence.minutes', { name })}
            autoComplete="off"
            value={typed}
            error={read === null ? t('hours.errors.unread') : undefined}
            onChange={(changed) => setTyped(changed.currentTarget.value)}
            onBlur={() => {
              if (read !== null && read > 0 && read !== minutes) onNote(read)
            }}
          />
        ) : (
          (minutes ?? 0) > 0 && t('hours.inHours', { hours: hoursInCell(minutes ?? 0) })
        )}
      </Table.Td>
      <Table.Td>
        {served
          ? `${t('hours.inHours', { hours: hoursInCell(served.minutes) })}, ${t(
              served.isConfirmed ? 'events.presence.confirmed' : 'events.presence.written',
            )}`
          : (minutes ?? 0) > 0 &&
            member.agreement === null && (
              <Text size="sm" c="var(--mantine-color-error)">
                {t('events.presence.withoutAgreement')}
              </Text>
            )}
      </Table.Td>
    </Table.Tr>
  )
}
