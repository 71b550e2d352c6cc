import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { PlacementStateMark } from './PlacementStateMark.tsx'

interface PlacementTableProps {
  of: { volunteerId: number } | { familyId: number }
  /** What stands where there is none. */
  empty: ReactNode
}

/** The placements of a volunteer, or to a family, the latest first. */
export function PlacementTable({ of, empty }: PlacementTableProps) {
  const { t } = useTranslation()
  const isOfVolunteer = 'volunteerId' in of
  const { data } = useQuery(
    orpc.placements.list.queryOptions({
      input: {
        filters: isOfVolunteer
          ? { volunteer: { oneOf: [of.volunteerId] } }
          : { family: { oneOf: [of.familyId] } },
        limit: 200,
      },
    }),
  )
  if (!data) return null
  if (data.rows.length === 0) return <Panel>{empty}</Panel>
  return (
    <Panel>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              {t(isOfVolunteer ? 'placements.sections.where' : 'placements.fields.volunteer')}
            </Table.Th>
            <Table.Th>{t('placements.fields.activityKind')}</Table.Th>
            <Table.Th>{t('placements.fields.startsOn')}</Table.Th>
            <Table.Th>{t('placements.fields.endsOn')}</Table.Th>
            <Table.Th>{t('placements.fields.state')}</Table.Th>
            <Table.Th>{t('placements.fields.nextDueOn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td fw={500}>
                <Link to="/placements/$id" params={{ id: row.id }}>
                  {isOfVolunteer
                    ? (row.unit?.text ??
                      (row.family
                        ? t('placements.family', { code: row.family.text })
                        : t('placements.someFamily')))
                    : row.volunteer?.text}
                </Link>
              </Table.Td>
              <Table.Td>{row.activityKind?.text ?? '–'}</Table.Td>
              <Table.Td>{row.startsOn && formatDay(row.startsOn)}</Table.Td>
              <Table.Td>{row.endsOn ? formatDay(row.endsOn) : t('placements.untilAgreementEnd')}</Table.Td>
              <Table.Td>
                <PlacementStateMark state={row.state} isKeptBack={row.isKeptBack} />
              </Table.Td>
              <Table.Td>
                {row.nextDueOn && <Text component="span">{formatDay(row.nextDueOn)}</Text>}{' '}
                {row.isOverdue && <StateMark tone="stop">{t('monitoring.states.overdue')}</StateMark>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}
