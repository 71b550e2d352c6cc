import { Button, Table, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VolunteerGroup } from '#shared/features/events/events.groups.contract.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { GroupForm } from './GroupForm.tsx'
import { GroupMembers } from './GroupMembers.tsx'

/** The groups in which volunteers come together. */
export function GroupsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error } = useQuery(orpc.events.groups.list.queryOptions())
  const [open, setOpen] = useState<VolunteerGroup | 'new'>()
  const mayWrite = may('events.write')
  const back = useBackTo('/events')
  const create = () => setOpen('new')
  useShortcuts({ create: mayWrite ? create : undefined, back: open === undefined ? back : undefined })
  if (error && !data) return <LoadingFailure error={error} />
  const createButton = mayWrite && (
    <ShortcutTooltip keys={shell.newRecordKeys}>
      <Button onClick={create}>{t('volunteerGroups.create')}</Button>
    </ShortcutTooltip>
  )
  return (
    <>
      <PageHeader title={t('volunteerGroups.title')} actions={createButton} />
      <div style={{ marginTop: 16 }}>
        <Panel>
          <Text c="dimmed" mb="sm" maw={720}>
            {t('volunteerGroups.intro')}
          </Text>
          {data?.length === 0 ? (
            <EmptyState title={t('volunteerGroups.empty')} hint={t('volunteerGroups.emptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('volunteerGroups.fields.name')}</Table.Th>
                  <Table.Th>{t('volunteerGroups.fields.organisation')}</Table.Th>
                  <Table.Th>{t('volunteerGroups.fields.contactName')}</Table.Th>
                  <Table.Th ta="right" w={90}>
                    {t('volunteerGroups.fields.memberCount')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((group) => (
                  <Table.Tr key={group.id}>
                    <Table.Td>
                      <UnstyledButton fw={500} c="var(--mantine-color-anchor)" onClick={() => setOpen(group)}>
                        {group.name}
                      </UnstyledButton>{' '}
                      {!group.isActive && <StateMark tone="past">{t('volunteerGroups.outOfUse')}</StateMark>}
                    </Table.Td>
                    <Table.Td>{group.organisation}</Table.Td>
                    <Table.Td>{[group.contactName, group.contactPhone].filter(Boolean).join(', ')}</Table.Td>
                    <Table.Td ta="right">{group.memberCount}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={t(open === 'new' ? 'volunteerGroups.create' : 'volunteerGroups.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <GroupForm
          group={open === 'new' ? undefined : open}
          mayWrite={mayWrite}
          onDone={() => setOpen(undefined)}
        />
        {open !== undefined && open !== 'new' && <GroupMembers groupId={open.id} mayWrite={mayWrite} />}
      </FormDrawer>
    </>
  )
}
