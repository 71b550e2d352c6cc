import { Button, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The backups that are kept, and a way to make one now. */
export function BackupsPanel() {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(orpc.backups.list.queryOptions())
  const make = useMutation(
    orpc.backups.make.mutationOptions({
      onSuccess: () => notifications.show({ message: t('backups.made'), color: 'green' }),
    }),
  )
  const megabytes = (bytes: number) =>
    `${new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} MB`
  return (
    <Panel
      title={t('backups.title')}
      actions={
        <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('backups.make')}
        </Button>
      }
    >
      <Text c="dimmed" maw={720}>
        {t('backups.intro')}
      </Text>
      {data && (
        <Text size="sm" my="sm">
          {t('backups.folder')}: <code>{data.folder}</code>
        </Text>
      )}
      {data?.backups.length === 0 ? (
        <EmptyState title={t('backups.empty')} />
      ) : (
        <Table maw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('backups.fields.madeAt')}</Table.Th>
              <Table.Th ta="right">{t('backups.fields.size')}</Table.Th>
              <Table.Th>{t('backups.fields.name')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.backups.map((backup) => (
              <Table.Tr key={backup.name}>
                <Table.Td>{formatInstant(backup.madeAt)}</Table.Td>
                <Table.Td ta="right">{megabytes(backup.bytes)}</Table.Td>
                <Table.Td>{backup.name}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
