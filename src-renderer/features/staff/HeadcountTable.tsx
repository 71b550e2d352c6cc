import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountLine, HeadcountWay } from '#shared/features/staff/staff.headcount.rules.ts'
import type { staffRegister } from '#shared/features/staff/staff.register.ts'
import type { Filters } from '#shared/kit/register/register.ts'
import { currentLanguage } from '../../i18n.ts'
import classes from './HeadcountTable.module.css'
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
  // A column in which nobody stands would only take the room of the names.
  const groups = by === 'group' ? [] : staffGroups.filter((group) => total.groups[group] > 0)
  const filtersOf = ({ id }: HeadcountLine): Filters<typeof staffRegister> => {
    if (by === 'group') return { staffGroup: { oneOf: [id as StaffGroup] } }
    return { [by]: id === null ? { empty: true } : { oneOf: [id as number] } }
  }
  const share = (part: number) =>
    (part / total.total).toLocaleString(currentLanguage(), {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
  return (
    <Table.ScrollContainer minWidth={by === 'group' ? 0 : 520}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(`staff.headcount.by.${by}`)}</Table.Th>
            {groups.map((group) => (
              <Table.Th key={group} scope="col" className={classes.figure}>
                {t(`positions.groups.${group}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes.figure}>
              {t(by === 'group' ? 'staff.headcount.heads' : 'staff.headcount.total')}
            </Table.Th>
            {by === 'group' && (
              <Table.Th scope="col" className={classes.figure}>
                {t('staff.headcount.share')}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Th scope="row" fw={500}>
                {nameOf(line)}
              </Table.Th>
              <Figures day={day} groups={groups} line={line} what={nameOf(line)} filters={filtersOf(line)} />
              {by === 'group' && <Table.Td className={classes.figure}>{share(line.total)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('staff.headcount.total')}</Table.Th>
            <Figures day={day} groups={groups} line={total} what={t('staff.headcount.total')} filters={{}} />
            {by === 'group' && <Table.Td className={classes.figure}>{share(total.total)}</Table.Td>}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}

interface FiguresProps {
  day: string
  groups: readonly StaffGroup[]
  line: Pick<HeadcountLine, 'groups' | 'total'>
  what: string
  filters: Filters<typeof staffRegister>
}

function Figures({ day, groups, line, what, filters }: FiguresProps) {
  const { t } = useTranslation()
  const employedOn = { from: day, to: day }
  const figure = (count: number, group: StaffGroup | undefined) => (
    <Table.Td key={group ?? 'total'} className={classes.figure}>
      {count === 0 ? (
        <span className={classes.nobody}>0</span>
      ) : (
        <Link
          to="/staff"
          search={{
            filters: { employedOn, ...filters, ...(group && { staffGroup: { oneOf: [group] } }) },
          }}
          aria-label={t('staff.headcount.open', {
            what: group ? `${what}, ${t(`positions.groups.${group}`)}` : what,
            count: t('staff.headcount.people', { count }) as unknown as number,
          })}
        >
          {count}
        </Link>
      )}
    </Table.Td>
  )
  return (
    <>
      {groups.map((group) => figure(line.groups[group], group))}
      {figure(line.total, undefined)}
    </>
  )
}
