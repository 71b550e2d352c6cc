import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { DictionaryScreen } from '../../ui/DictionaryScreen.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useBackTo } from '../../ui/visits.ts'
import { GroupForm } from './GroupForm.tsx'
import { GroupMembers } from './GroupMembers.tsx'

/** The groups in which volunteers come together. */
export function GroupsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error } = useQuery(orpc.events.groups.list.queryOptions())
  const mayWrite = may('events.write')
  return (
    <DictionaryScreen
      texts={{
        title: t('volunteerGroups.title'),
        intro: t('volunteerGroups.intro'),
        create: t('volunteerGroups.create'),
        edit: t('volunteerGroups.edit'),
        empty: t('volunteerGroups.empty'),
        emptyHint: t('volunteerGroups.emptyHint'),
      }}
      rows={data}
      error={error}
      mayCreate={mayWrite}
      onBack={useBackTo('/events')}
      head={
        <>
          <Table.Th>{t('volunteerGroups.fields.name')}</Table.Th>
          <Table.Th>{t('volunteerGroups.fields.organisation')}</Table.Th>
          <Table.Th>{t('volunteerGroups.fields.contactName')}</Table.Th>
          <Table.Th ta="right" w={90}>
            {t('volunteerGroups.fields.memberCount')}
          </Table.Th>
        </>
      }
      cells={(group, open) => (
        <>
          <Table.Td>
            <OpenButton onOpen={open}>{group.name}</OpenButton>{' '}
            {!group.isActive && <StateMark tone="past">{t('volunteerGroups.outOfUse')}</StateMark>}
          </Table.Td>
          <Table.Td>{group.organisation}</Table.Td>
          <Table.Td>{[group.contactName, group.contactPhone].filter(Boolean).join(', ')}</Table.Td>
          <Table.Td ta="right">{group.memberCount}</Table.Td>
        </>
      )}
      form={(group, close) => (
        <>
          <GroupForm group={group} mayWrite={mayWrite} onDone={close} />
          {group && <GroupMembers groupId={group.id} mayWrite={mayWrite} />}
        </>
      )}
    />
  )
}
