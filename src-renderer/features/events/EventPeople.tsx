import { ActionIcon, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CentreEvent, EventMember } from '#shared/features/events/events.contract.ts'
import { formatDay, isDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { textOf } from '../../i18n.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { offerUndo } from '../../ui/offerStep.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AddPeople } from './AddPeople.tsx'
import { ConcludeList } from './ConcludeList.tsx'

interface EventPeopleProps {
  event: CentreEvent
  members: readonly EventMember[]
}

/** The list of an event: who is on it, with whom an agreement was concluded, and what stands in the way of the others. */
export function EventPeople({ event, members }: EventPeopleProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [isAdding, adding] = useDisclosure()
  const isOpen = event.status === 'planned' || event.status === 'held'
  const mayWrite = isOpen && may('events.write')
  const add = mayWrite && (
    <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={adding.open}>
      {t('events.people.add')}
    </Button>
  )
  return (
    <>
      {mayWrite && <ConcludeList event={event} members={members} />}
      <Panel title={t('events.memberCount', { count: members.length })} actions={members.length > 0 && add}>
        {members.length === 0 ? (
          <EmptyState title={t('events.people.empty')} hint={t('events.people.emptyHint')} actions={add} />
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th miw={190}>{t('events.people.name')}</Table.Th>
                <Table.Th w={120}>{t('events.people.birthOn')}</Table.Th>
                <Table.Th w={130}>{t('events.people.phone')}</Table.Th>
                <Table.Th w={130}>{t('events.people.agreement')}</Table.Th>
                <Table.Th>{t('events.people.state')}</Table.Th>
                {mayWrite && (
                  <Table.Th w={48}>
                    <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.map((member) => (
                <MemberRow key={member.id} event={event} member={member} mayWrite={mayWrite} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      <FormDrawer title={t('events.people.add')} isOpen={isAdding} onClose={adding.close}>
        <AddPeople event={event} onDone={adding.close} />
      </FormDrawer>
    </>
  )
}

interface MemberRowProps {
  event: CentreEvent
  member: EventMember
  mayWrite: boolean
}

function MemberRow({ event, member, mayWrite }: MemberRowProps) {
  const { t } = useTranslation()
  const may = useMay()
  const name = `${member.surname} ${member.firstNames}`
  const remove = useMutation(
    orpc.events.removeMember.mutationOptions({
      onSuccess: () =>
        offerUndo(
          t('events.people.removed', { name }),
          () =>
            void api.events.addPeople({ id: event.id, volunteerIds: [member.volunteerId], newPeople: [] }),
        ),
    }),
  )
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/volunteers/$id" params={{ id: member.volunteerId }}>
          {name}
        </Link>
        {member.groupName && (
          <Text size="sm" c="dimmed">
            {member.groupName}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{member.birthOn ? formatDay(member.birthOn) : '–'}</Table.Td>
      <Table.Td>{member.phone || '–'}</Table.Td>
      <Table.Td>
        {member.agreement ? (
          <>
            <Link to="/agreements/$id" params={{ id: member.agreement.id }}>
              {member.agreement.number}
            </Link>
            {may('documents.write') && (
              <Link
                to="/documents/new"
                search={{ kind: 'agreementConfirmation', agreement: member.agreement.id }}
                aria-label={t('events.people.confirmationOf', { name })}
                style={{ display: 'block', fontSize: 13 }}
              >
                {t('events.people.confirmation')}
              </Link>
            )}
          </>
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td>
        <MemberState member={member} mayWrite={mayWrite} />
      </Table.Td>
      {mayWrite && (
        <Table.Td>
          {!member.agreement && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('events.people.remove', { name })}
              loading={remove.isPending}
              onClick={() => remove.mutate({ memberId: member.id, version: member.version })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  )
}

/** What stands in the way of a person's agreement, and the consent of a minor's guardian. */
function MemberState({ member, mayWrite }: { member: EventMember; mayWrite: boolean }) {
  const { t } = useTranslation()
  const note = useMutation(orpc.events.noteConsent.mutationOptions())
  const { id: memberId, version, consentOn } = member
  const consent = consentOn !== null ? t('events.people.consentBy', { day: formatDay(consentOn) }) : null
  if (member.agreement) return consent && <Text size="sm">{consent}</Text>
  const stops = member.problems.filter(({ level }) => level === 'stop')
  return (
    <Group gap={6} wrap="wrap">
      {member.problems.map((problem) => (
        <Text
          key={problem.key}
          size="sm"
          c={problem.level === 'stop' ? 'var(--mantine-color-error)' : undefined}
        >
          {textOf(problem)}
        </Text>
      ))}
      {stops.length === 0 && (
        <Text size="sm">{[t('events.people.ready'), consent].filter(Boolean).join('; ')}</Text>
      )}
      {mayWrite && member.needsConsent && member.guardianName && consentOn === null && (
        <DateField
          label={t('events.people.consentOf', { name: `${member.surname} ${member.firstNames}` })}
          value={null}
          error={note.isError ? t('events.errors.consentInFuture') : undefined}
          onChange={(day) => {
            if (day && isDay(day)) note.mutate({ memberId, version, consentOn: day })
          }}
        />
      )}
    </Group>
  )
}
