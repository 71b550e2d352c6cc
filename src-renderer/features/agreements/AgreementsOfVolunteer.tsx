import { Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AgreementStateMark } from './AgreementStateMark.tsx'

interface AgreementsOfVolunteerProps {
  volunteerId: number
  /** Can the person conclude one? Not on a student placement, nor when the personal data were removed. */
  mayCreate: boolean
}

/** All agreements of one volunteer, newest first. */
export function AgreementsOfVolunteer({ volunteerId, mayCreate }: AgreementsOfVolunteerProps) {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(
    orpc.agreements.list.queryOptions({
      input: {
        filters: { volunteer: { oneOf: [volunteerId] } },
        sort: 'startsOn',
        direction: 'descending',
        limit: 200,
      },
    }),
  )
  if (!data) return null
  if (data.rows.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={t('volunteers.noAgreements')}
          hint={t(mayCreate ? 'volunteers.noAgreementsHint' : 'volunteers.noAgreementsForThem')}
          actions={
            mayCreate &&
            may('agreements.write') && (
              <Button component={Link} to={`/agreements/new?volunteer=${volunteerId}`}>
                {t('volunteers.newAgreement')}
              </Button>
            )
          }
        />
      </Panel>
    )
  }
  return (
    <Panel>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agreements.fields.number')}</Table.Th>
            <Table.Th>{t('agreements.fields.unit')}</Table.Th>
            <Table.Th>{t('agreements.fields.startsOn')}</Table.Th>
            <Table.Th>{t('agreements.fields.endsOn')}</Table.Th>
            <Table.Th>{t('agreements.fields.status')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td fw={500}>
                <Link to="/agreements/$id" params={{ id: row.id }}>
                  {row.number || t('agreements.states.draft')}
                </Link>
              </Table.Td>
              <Table.Td>{row.unit?.text ?? '–'}</Table.Td>
              <Table.Td>{row.startsOn && formatDay(row.startsOn)}</Table.Td>
              <Table.Td>{row.endsOn ? formatDay(row.endsOn) : t('agreements.indefinite')}</Table.Td>
              <Table.Td>
                <AgreementStateMark state={row.state} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
