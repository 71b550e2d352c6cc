import type { ReactNode } from 'react'

/** One column of a register's table. */
export interface RegisterColumn<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The order of the list that this column's title chooses. */
  sort?: string
  align?: 'right' | undefined
  /** In pixels; where all columns leave room, they share it. */
  width: number
  /** Left out when the window is narrower than this, least important first. */
  minWindow?: number | undefined
}

/** How a list is ordered. */
export interface RegisterSort {
  by: string
  direction: 'ascending' | 'descending'
}
