import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountLine, HeadcountWay } from '#shared/features/staff/staff.headcount.rules.ts'
import type { staffRegister } from '#shared/features/staff/staff.register.ts'
import type { Filters } from '#shared/kit/register/register.ts'
import { currentLanguage } from '../../i18n.ts'
import { FigureTable } from '../../ui/figures/FigureTable.tsx'
import { useHeadcountNames } from './useHeadcountNames.ts'

interface HeadcountTableProps {
  day: string
  by: HeadcountWay
  lines: HeadcountLine[]
  total: Pick<HeadcountLine, 'groups' | 'total'>
}

/** A headcount as a table; each figure opens the people behind it. Groups have their share of the whole beside. */
export function HeadcountTable({ day, by, lines, total }: HeadcountTableProps) {
  const { t } = useTranslation()
  const nameOf = useHeadcountNames()
  const isByGroup = by === 'group'
  // A column in which nobody stands would only take the room of the names.
  const groups = isByGroup ? [] : staffGroups.filter((group) => total.groups[group] > 0)
  const filtersOf = ({ id }: HeadcountLine): Filters<typeof staffRegister> => {
    if (isByGroup) return { staffGroup: { oneOf: [id as StaffGroup] } }
    return { [by]: id === null ? { empty: true } : { oneOf: [id as number] } }
  }
  const share = (part: number) =>
    (part / total.total).toLocaleString(currentLanguage(), {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
  const cellsOf = (
    line: Pick<HeadcountLine, 'groups' | 'total'>,
    what: string,
    filters: Filters<typeof staffRegister>,
  ) => [
    ...groups.map((group) => (
      <Heads
        key={group}
        day={day}
        count={line.groups[group]}
        what={`${what}, ${t(`positions.groups.${group}`)}`}
        filters={{ ...filters, staffGroup: { oneOf: [group] } }}
      />
    )),
    <Heads key="total" day={day} count={line.total} what={what} filters={filters} />,
    ...(isByGroup ? [share(line.total)] : []),
  ]
  return (
    <FigureTable
      first={t(`staff.headcount.by.${by}`)}
      minWidth={isByGroup ? 0 : 520}
      groups={[
        ...groups.map((group) => ({ key: group, title: t(`positions.groups.${group}`) })),
        { key: 'total', title: t(isByGroup ? 'staff.headcount.heads' : 'staff.headcount.total') },
        ...(isByGroup ? [{ key: 'share', title: t('staff.headcount.share') }] : []),
      ]}
      lines={lines.map((line) => ({
        key: String(line.id),
        name: nameOf(line),
        cells: cellsOf(line, nameOf(line), filtersOf(line)),
      }))}
      total={{
        name: t('staff.headcount.total'),
        cells: cellsOf(total, t('staff.headcount.total'), {}),
      }}
    />
  )
}

interface HeadsProps {
  day: string
  count: number
  what: string
  filters: Filters<typeof staffRegister>
}

function Heads({ day, count, what, filters }: HeadsProps) {
  const { t } = useTranslation()
  if (count === 0)
    return (
      <Text span inherit c="dimmed">
        0
      </Text>
    )
  return (
    <Link
      to="/staff"
      search={{ filters: { employedOn: { from: day, to: day }, ...filters } }}
      aria-label={t('staff.headcount.open', {
        what,
        count: t('staff.headcount.people', { count }) as unknown as number,
      })}
    >
      {count}
    </Link>
  )
}
