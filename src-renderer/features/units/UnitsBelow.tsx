import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The units that belong to a unit today. */
export function UnitsBelow({ unitId }: { unitId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(
    orpc.units.list.queryOptions({
      input: { filters: { parent: { oneOf: [unitId] } }, sort: 'numberLabel', limit: 200 },
    }),
  )
  if (!data) return null
  return (
    <Panel>
      {data.rows.length === 0 ? (
        <EmptyState title={t('units.nothingBelow')} />
      ) : (
        <Table>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td fw={500}>
                  <Link to="/units/$id" params={{ id: row.id }}>
                    {row.name}
                  </Link>
                </Table.Td>
                <Table.Td>
                  {[t(`units.kinds.${row.kind}`), row.numberLabel].filter(Boolean).join(' ')}
                </Table.Td>
                <Table.Td>{row.address || '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
