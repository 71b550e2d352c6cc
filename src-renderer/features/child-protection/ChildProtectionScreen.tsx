import { Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LogPanel } from './LogPanel.tsx'
import { PolicyForm } from './PolicyForm.tsx'

/** Of all checks together: whom to check again, the centre's policy, and the log of who opened them. */
export function ChildProtectionScreen() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <>
      <PageHeader title={t('childProtection.screenTitle')} />
      <Stack gap="md" mt="md">
        {may('childProtection.read') && <DuePanel />}
        {may('childProtection.read') && <PolicyPanel />}
        {may('childProtection.log') && <LogPanel />}
      </Stack>
    </>
  )
}

function PolicyPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.childProtection.policy.queryOptions())
  if (!data) return null
  return (
    <Panel title={t('childProtection.policy.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('childProtection.policy.hint')}
      </Text>
      <PolicyForm key={data.version} policy={data} mayWrite={may('childProtection.write')} />
    </Panel>
  )
}

function DuePanel() {
  const { t } = useTranslation()
  const { data: policy } = useQuery(orpc.childProtection.policy.queryOptions())
  const { data } = useQuery(orpc.childProtection.due.queryOptions())
  if (!data || !policy) return null
  return (
    <Panel title={t('childProtection.due.title')}>
      {data.length === 0 ? (
        <EmptyState
          title={t('childProtection.due.empty')}
          hint={policy.recheckMonths === 0 ? t('childProtection.due.off') : ''}
        />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('childProtection.due.person')}</Table.Th>
              <Table.Th>{t('childProtection.due.dueOn')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ volunteerId, volunteerName, dueOn }) => (
              <Table.Tr key={volunteerId}>
                <Table.Td>
                  <Link to="/volunteers/$id" params={{ id: volunteerId }}>
                    {volunteerName}
                  </Link>
                </Table.Td>
                <Table.Td>{formatDay(dueOn)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
