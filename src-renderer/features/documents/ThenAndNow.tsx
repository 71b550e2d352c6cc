import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'

/** What would differ if a document were issued today. */
export function ThenAndNow({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.documents.differences.queryOptions({ input: { id }, staleTime: 0 }))
  if (!data) return null
  return (
    <Panel>
      <Text c="dimmed" mb="sm">
        {t(data.length === 0 ? 'documents.noDifferences' : 'documents.compareHint')}
      </Text>
      {data.length > 0 && (
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('documents.before')}</Table.Th>
              <Table.Th>{t('documents.now')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ path, before, now }) => (
              <Table.Tr key={path} style={{ verticalAlign: 'top' }}>
                <Table.Td w="50%">{before || '–'}</Table.Td>
                <Table.Td w="50%">{now || '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
