import { Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CostStateMark } from './CostStateMark.tsx'

/** The cost settlements of one volunteer, the newest first. */
export function CostsOfVolunteer({ volunteerId }: { volunteerId: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(
    orpc.costSettlements.list.queryOptions({
      input: { filters: { volunteer: { oneOf: [volunteerId] } }, limit: 200 },
    }),
  )
  if (!data) return null
  const create = may('costSettlements.write') && (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link to="/cost-settlements/new" search={{ volunteer: volunteerId }} {...props} />
      )}
    >
      {t('costSettlements.create')}
    </Button>
  )
  if (data.rows.length === 0)
    return (
      <Panel>
        <EmptyState
          title={t('costSettlements.emptyOf')}
          hint={t('costSettlements.emptyOfHint')}
          actions={create}
        />
      </Panel>
    )
  return (
    <Panel actions={create}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('costSettlements.fields.startsOn')}</Table.Th>
            <Table.Th>{t('costSettlements.fields.purpose')}</Table.Th>
            <Table.Th>{t('costSettlements.fields.state')}</Table.Th>
            <Table.Th ta="right">{t('costSettlements.fields.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.map(({ id, startsOn, purpose, state, total }) => (
            <Table.Tr key={id}>
              <Table.Td>{startsOn && formatDay(startsOn)}</Table.Td>
              <Table.Td>
                <Link to="/cost-settlements/$id" params={{ id }}>
                  {purpose}
                </Link>
              </Table.Td>
              <Table.Td>
                <CostStateMark state={state} />
              </Table.Td>
              <Table.Td ta="right">{formatAmount(total ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
