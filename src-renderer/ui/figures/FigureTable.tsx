import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './FigureTable.module.css'

/** Columns of figures under one title; without columns of their own they are one. */
export interface FigureGroup {
  key: string
  title: string
  columns?: readonly { key: string; title: string; hint?: string }[]
}

interface FigureTableProps {
  /** What the lines are. */
  first: string
  groups: readonly FigureGroup[]
  /** A line each, with as many cells as there are columns. */
  lines: readonly { key: string; name: string; cells: readonly ReactNode[] }[]
  total: { name: string; cells: readonly ReactNode[] }
  minWidth?: number
}

/** Figures by lines and columns, with the whole under them. */
export function FigureTable({ first, groups, lines, total, minWidth = 0 }: FigureTableProps) {
  const isDeep = groups.some(({ columns }) => columns)
  const keys = groups.flatMap(({ key, columns }) => columns?.map((column) => `${key} ${column.key}`) ?? [key])
  const cells = (figures: readonly ReactNode[]) =>
    keys.map((key, index) => (
      <Table.Td key={key} className={classes.figure}>
        {figures[index]}
      </Table.Td>
    ))
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table className={classes.table} data-deep={isDeep || undefined}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" rowSpan={isDeep ? 2 : 1}>
              {first}
            </Table.Th>
            {groups.map(({ key, title, columns }) => (
              <Table.Th
                key={key}
                scope={columns ? 'colgroup' : 'col'}
                colSpan={columns?.length ?? 1}
                rowSpan={isDeep && !columns ? 2 : 1}
                className={columns ? classes.group : classes.figure}
              >
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
          {isDeep && (
            <Table.Tr>
              {groups.flatMap(({ key, columns = [] }) =>
                columns.map((column) => (
                  <Table.Th
                    key={`${key} ${column.key}`}
                    scope="col"
                    className={classes.figure}
                    title={column.hint}
                  >
                    {column.title}
                  </Table.Th>
                )),
              )}
            </Table.Tr>
          )}
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.key}>
              <Table.Th scope="row" fw={500}>
                {line.name}
              </Table.Th>
              {cells(line.cells)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{total.name}</Table.Th>
            {cells(total.cells)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
