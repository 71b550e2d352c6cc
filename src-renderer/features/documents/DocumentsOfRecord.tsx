import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DocumentStateMark } from './DocumentStateMark.tsx'

/** The documents that were written from a record, the newest first. */
export function DocumentsOfRecord({ record }: { record: { kind: string; id: number } }) {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.documents.listOf.queryOptions({ input: { record } }))
  if (!data) return null
  if (data.length === 0) return <EmptyState title={t('documents.empty')} hint={t('documents.emptyHint')} />
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('documents.fields.title')}</Table.Th>
          <Table.Th>{t('documents.fields.issuedOn')}</Table.Th>
          <Table.Th>{t('documents.fields.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map(({ id, title, issuedOn, state }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Link to="/documents/$id" params={{ id }}>
                {title}
              </Link>
            </Table.Td>
            <Table.Td>{formatDay(issuedOn)}</Table.Td>
            <Table.Td>
              <DocumentStateMark state={state} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
