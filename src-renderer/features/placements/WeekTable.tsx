import { Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WeekVisit } from '#shared/features/placements/placements.contract.ts'
import { formatTime } from '#shared/kit/clock.ts'
import { addDays, type Day, formatDay, weekdays } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'

interface WeekTableProps {
  /** The Monday. */
  from: Day
  visits: readonly WeekVisit[]
  /** Whose week it is: of a volunteer the places are told, of a unit the volunteers. */
  of: 'volunteer' | 'unit'
}

/** The visits of a week, day by day. */
export function WeekTable({ from, visits, of }: WeekTableProps) {
  const { t } = useTranslation()
  const placeOf = ({ unitName, familyCode }: WeekVisit) =>
    unitName ?? (familyCode ? t('placements.family', { code: familyCode }) : t('placements.someFamily'))
  return (
    <Table>
      <Table.Tbody>
        {weekdays.map((weekday) => {
          const ofDay = visits.filter((visit) => visit.weekday === weekday)
          return (
            <Table.Tr key={weekday}>
              <Table.Th scope="row" w={200} style={{ verticalAlign: 'top' }}>
                {textOf({ key: `calendar.weekdays.${weekday}` })}
                <Text component="div" size="sm" c="dimmed" fw={400}>
                  {formatDay(addDays(from, weekday - 1))}
                </Text>
              </Table.Th>
              <Table.Td>
                {ofDay.length === 0 && <Text c="dimmed">–</Text>}
                {ofDay.map((visit) => (
                  <div key={`${visit.placementId} ${visit.from}`}>
                    {`${formatTime(visit.from)}–${formatTime(visit.to)} `}
                    <Link to="/placements/$id" params={{ id: visit.placementId }}>
                      {of === 'unit' ? visit.volunteerName : placeOf(visit)}
                    </Link>
                    {of === 'unit' && (
                      <Text component="span" size="sm" c="dimmed">
                        {`, ${placeOf(visit)}`}
                      </Text>
                    )}
                    {(visit.state === 'planned' || visit.state === 'introduced') && (
                      <Text component="span" size="sm" c="dimmed">
                        {` (${t('placements.weekNotYet')})`}
                      </Text>
                    )}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
