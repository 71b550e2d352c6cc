import { UnstyledButton } from '@mantine/core'
import { useViewportSize } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './RegisterTable.module.css'
import { useDensity } from './useDensity.ts'

/** One column of a register. */
export interface RegisterColumn<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The sort of the list that this column's title chooses. */
  sort?: string
  align?: 'right'
  /** Share of the width; columns without one take what their content needs. */
  width?: string
  /** Left out when the window is narrower than this, least important first. */
  minWindow?: number
}

/** How a list is ordered. */
export interface RegisterSort {
  by: string
  direction: 'ascending' | 'descending'
}

interface RegisterTableProps<Row> {
  label: string
  columns: RegisterColumn<Row>[]
  rows: Row[]
  /** All rows that the list has, also those not loaded yet. */
  total: number | undefined
  rowId: (row: Row) => number
  onOpen: (row: Row) => void
  sort: RegisterSort
  onSort: (sort: RegisterSort) => void
  /** Asks for the next page; called when the end of the loaded rows comes near. */
  onMore: (() => void) | undefined
  isLoading: boolean
  /** Shown instead of rows when there are none. */
  empty: ReactNode
}

/** The next page is asked for when fewer rows than this are left below the window. */
const reserve = 40

/**
 * The one table of all registers: a header that stays, only the rows in sight in the page (so a hundred thousand
 * scroll like twenty), arrows and Page keys to move, Enter to open.
 */
export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const { rows, rowId, onOpen, onMore, total } = props
  const { t } = useTranslation()
  const { width } = useViewportSize()
  const { rowHeight, isCompact } = useDensity()
  const columns = props.columns.filter(({ minWindow = 0 }) => width === 0 || width >= minWindow)
  const viewport = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  // The heights already measured belong to the other density.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the density changes, and only then
  useEffect(() => virtual.measure(), [rowHeight])
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)

  useEffect(() => {
    if (onMore && last && last.index >= rows.length - reserve) onMore()
  }, [last, rows.length, onMore])

  function focusRow(index: number) {
    const target = Math.max(0, Math.min(rows.length - 1, index))
    virtual.scrollToIndex(target)
    // The row may have to be drawn before it can take the focus.
    requestAnimationFrame(() =>
      viewport.current
        ?.querySelector<HTMLElement>(`[data-index="${target}"]`)
        ?.focus({ preventScroll: true }),
    )
  }

  function handleKey(event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) {
    const page = Math.floor((viewport.current?.clientHeight ?? 400) / rowHeight) - 2
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      focusRow(target)
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      event.preventDefault()
      onOpen(row)
    }
  }

  return (
    <section
      ref={viewport}
      className={classes.viewport}
      tabIndex={rows.length === 0 ? 0 : -1}
      aria-label={props.label}
    >
      <table
        className={classes.table}
        data-compact={isCompact || undefined}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-label={props.label}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first && first.start > 0 && <Spacer height={first.start} columns={columns.length} />}
          {items.map(({ index }) => {
            const row = rows[index] as Row
            return (
              <tr
                key={rowId(row)}
                data-index={index}
                aria-rowindex={index + 2}
                // One row can be reached with Tab, the others with the arrows.
                tabIndex={index === (first?.index ?? 0) ? 0 : -1}
                className={classes.row}
                onClick={() => onOpen(row)}
                onKeyDown={(event) => handleKey(event, index, row)}
              >
                {columns.map(({ key, cell, align }) => (
                  <td key={key} data-align={align}>
                    <CellContent>{cell(row)}</CellContent>
                  </td>
                ))}
              </tr>
            )
          })}
          {last && <Spacer height={virtual.getTotalSize() - last.end} columns={columns.length} />}
        </tbody>
      </table>
      {rows.length === 0 && !props.isLoading && props.empty}
      {rows.length === 0 && props.isLoading && <p className={classes.loading}>{t('common.loading')}</p>}
    </section>
  )
}

/** A text that is cut off shows itself whole on hover. */
function CellContent({ children }: { children: ReactNode }) {
  return (
    <div className={classes.cell} title={typeof children === 'string' ? children : undefined}>
      {children}
    </div>
  )
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} className={classes.spacer} />
    </tr>
  )
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: RegisterColumn<Row>
  sort: RegisterSort
  onSort: (sort: RegisterSort) => void
}) {
  const { t } = useTranslation()
  const { sort: by, title, align } = column
  if (!by) {
    return (
      <th scope="col" data-align={align}>
        {title}
      </th>
    )
  }
  const isSorted = sort.by === by
  const Icon = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown
  const next = isSorted && sort.direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={isSorted ? sort.direction : 'none'} data-align={align}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort({ by, direction: next })}
        title={t('common.sortBy', { column: title })}
      >
        {title}
        {isSorted && <Icon size={14} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
