import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placement } from '#shared/features/placements/placements.contract.ts'
import type { MonitoringEntry } from '#shared/features/placements/placements.monitoring.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ContactForm } from './ContactForm.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { MonitoringStateMark } from './MonitoringStateMark.tsx'

/** What is due in a placement and what was found, by day; a line opens its entry. */
export function MonitoringOfPlacement({
  placement,
  entries,
}: {
  placement: Placement
  entries: readonly MonitoringEntry[]
}) {
  const { t } = useTranslation()
  const may = useMay()
  const [opened, setOpened] = useState<number | 'new'>()
  const entry = entries.find(({ id }) => id === opened)
  const close = () => setOpened(undefined)
  const isOpen = placement.state === 'active' && may('placements.monitor')
  return (
    <Panel>
      {isOpen && (
        <Group justify="flex-end" mb="sm">
          <Button variant="default" onClick={() => setOpened('new')}>
            {t('monitoring.add')}
          </Button>
        </Group>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t('monitoring.emptyOfPlacement')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('monitoring.fields.dueOn')}</Table.Th>
              <Table.Th>{t('monitoring.fields.purpose')}</Table.Th>
              <Table.Th>{t('monitoring.fields.state')}</Table.Th>
              <Table.Th>{t('monitoring.fields.doneOn')}</Table.Th>
              <Table.Th>{t('monitoring.fields.way')}</Table.Th>
              <Table.Th>{t('monitoring.fields.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td fw={500}>
                  <Button variant="subtle" size="compact-sm" onClick={() => setOpened(each.id)}>
                    {formatDay(each.dueOn)}
                  </Button>
                </Table.Td>
                <Table.Td>
                  {t(`monitoring.purposes.${each.purpose}`)}
                  {each.task && (
                    <Text size="sm" c="dimmed">
                      {each.task}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <MonitoringStateMark state={each.state} />
                </Table.Td>
                <Table.Td>{each.doneOn && formatDay(each.doneOn)}</Table.Td>
                <Table.Td>{each.way && t(`monitoring.ways.${each.way}`)}</Table.Td>
                <Table.Td>
                  {each.result && t(`monitoring.results.${each.result}`)}
                  {each.sentence && (
                    <Text size="sm" c="dimmed">
                      {each.sentence}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <FormDrawer title={t('monitoring.noteTitle')} isOpen={opened !== undefined} onClose={close}>
        {opened === 'new' && (
          <ContactForm placementId={placement.id} coordinatorId={placement.coordinatorId} onDone={close} />
        )}
        {entry && <EntryDrawer entry={entry} coordinatorId={placement.coordinatorId} onDone={close} />}
      </FormDrawer>
    </Panel>
  )
}
