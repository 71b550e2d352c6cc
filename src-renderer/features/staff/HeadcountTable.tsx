import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type StaffGroup, staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { staffRegister } from '#shared/features/staff/staff.register.ts'
import type { HeadcountLine } from '#shared/features/staff/staff.rules.ts'
import type { Filters } from '#shared/kit/register/register.ts'
import classes from './HeadcountTable.module.css'

interface HeadcountTableProps {
  day: string
  by: 'unit' | 'position'
  lines: HeadcountLine[]
  total: Pick<HeadcountLine, 'groups' | 'total'>
}

/** A headcount as a table; each figure opens the people behind it. */
export function HeadcountTable({ day, by, lines, total }: HeadcountTableProps) {
  const { t } = useTranslation()
  const nameOf = (line: HeadcountLine) => line.name ?? t('staff.noUnit')
  const filterOf = ({ id }: HeadcountLine) => ({
    [by]: id === null ? { empty: true as const } : { oneOf: [id] },
  })
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t(`staff.fields.${by}`)}</Table.Th>
          {staffGroups.map((group) => (
            <Table.Th key={group} scope="col" className={classes.figure}>
              {t(`positions.groups.${group}`)}
            </Table.Th>
          ))}
          <Table.Th scope="col" className={classes.figure}>
            {t('staff.headcount.total')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Th scope="row" fw={500}>
              {nameOf(line)}
            </Table.Th>
            <Figures day={day} line={line} what={nameOf(line)} filters={filterOf(line)} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('staff.headcount.total')}</Table.Th>
          <Figures day={day} line={total} what={t('staff.headcount.total')} filters={{}} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

interface FiguresProps {
  day: string
  line: Pick<HeadcountLine, 'groups' | 'total'>
  what: string
  filters: Filters<typeof staffRegister>
}

function Figures({ day, line, what, filters }: FiguresProps) {
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
      {staffGroups.map((group) => figure(line.groups[group], group))}
      {figure(line.total, undefined)}
    </>
  )
}
