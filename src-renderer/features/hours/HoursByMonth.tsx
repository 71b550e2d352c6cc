import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hoursInFigures } from '#shared/features/hours/hours.rules.ts'
import { daysOfMonth } from '#shared/kit/months.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { monthText } from '../../ui/MonthField.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What one volunteer served, or what was served under one agreement, month by month. */
export function HoursByMonth({ volunteerId, agreementId }: { volunteerId?: number; agreementId?: number }) {
  const { t } = useTranslation()
  const input = { volunteerId: volunteerId ?? null, agreementId: agreementId ?? null }
  const { data } = useQuery(orpc.hours.months.queryOptions({ input }))
  if (!data) return null
  if (data.length === 0) {
    return (
      <Panel>
        <EmptyState title={t('hours.noHoursOf')} hint={t('hours.noHoursOfHint')} />
      </Panel>
    )
  }
  const hours = (minutes: number) => t('hours.inHours', { hours: hoursInFigures(minutes) })
  const sum = (key: 'minutes' | 'confirmedMinutes') => data.reduce((all, month) => all + month[key], 0)
  return (
    <Panel>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('hours.fields.month')}</Table.Th>
            <Table.Th ta="right">{t('hours.fields.hours')}</Table.Th>
            <Table.Th ta="right">{t('hours.fields.confirmedMinutes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ month, minutes, confirmedMinutes }) => (
            <Table.Tr key={month}>
              <Table.Td>
                <Link
                  to="/hours/entries"
                  search={{
                    filters: {
                      ...(volunteerId !== undefined && { volunteer: { oneOf: [volunteerId] } }),
                      ...(agreementId !== undefined && { agreement: { oneOf: [agreementId] } }),
                      servedOn: { from: `${month}-01`, to: daysOfMonth(month).at(-1) as string },
                    },
                  }}
                >
                  {monthText(month)}
                </Link>
              </Table.Td>
              <Table.Td ta="right">{hours(minutes)}</Table.Td>
              <Table.Td ta="right">{hours(confirmedMinutes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('hours.sum')}</Table.Th>
            <Table.Th ta="right">{hours(sum('minutes'))}</Table.Th>
            <Table.Th ta="right">{hours(sum('confirmedMinutes'))}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Panel>
  )
}
