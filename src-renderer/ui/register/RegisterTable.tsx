import { useViewportSize } from '@mantine/hooks'
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useDensity } from '../useDensity.ts'
import { RegisterHeader } from './RegisterHeader.tsx'
import { RegisterRow } from './RegisterRow.tsx'
import classes from './RegisterTable.module.css'
import type { RegisterColumn, RegisterSort } from './registerTable.ts'
import type { ListPlace } from './useListPlace.ts'
import { useRowWindow } from './useRowWindow.ts'
import { useTableKeys } from './useTableKeys.ts'

/** How rows are selected, by their place in the list. */
export interface TableSelection<Row> {
  isSelected: (row: Row) => boolean
  toggle: (index: number) => void
  extend: (from: number, to: number) => void
  selectAll: () => void
  /** @returns false where nothing was selected */
  clear: () => boolean
  /** The box in the header. */
  check: ReactNode
}

interface RegisterTableProps<Row> {
  label: string
  columns: RegisterColumn<Row>[]
  /** All rows that the list has, also those not loaded yet. */
  total: number
  rowAt: (index: number) => Row | undefined
  /** Says which rows are in sight. */
  onRange: (from: number, to: number) => void
  /** What the rows are those of; when it changes, the list begins anew. */
  listKey: string
  nameOf: (row: Row) => string
  onOpen: (row: Row) => void
  sort: RegisterSort
  onSort: (sort: RegisterSort) => void
  isLoading: boolean
  isOutdated?: boolean
  /** Shown instead of rows when there are none. */
  empty: ReactNode
  selection?: TableSelection<Row>
  /** Where the first row stands that begins with a text, in the order of the list. */
  onType?: ((text: string) => Promise<number>) | undefined
  onResize?: (widths: Record<string, number>) => void
  /** Did somebody choose the widths? Then they are kept, and room that is left stays empty. */
  isSized?: boolean
  filterOf?: (key: string) => ReactNode
  /** Where one left the list, to be there again on coming back. */
  place?: ListPlace
}

/** The one table of all registers: its header stays, and only the rows in sight are in the page. */
export function RegisterTable<Row extends { id: number }>(props: RegisterTableProps<Row>) {
  const { rowAt, onOpen, onRange, total, selection, place, isSized = false } = props
  const { t } = useTranslation()
  const { width } = useViewportSize()
  const { rowHeight, isCompact } = useDensity()
  const columns = useMemo(
    () => props.columns.filter(({ minWindow = 0 }) => width === 0 || width >= minWindow),
    [props.columns, width],
  )
  const shown = useRowWindow(total, rowHeight)
  const { viewport, from, to } = shown
  const open = (index: number) => {
    const row = rowAt(index)
    if (row) onOpen(row)
  }
  const keys = useTableKeys({
    ...shown,
    total,
    onOpen: open,
    onType: props.onType,
    ...(selection && {
      onToggle: selection.toggle,
      onExtend: selection.extend,
      onSelectAll: selection.selectAll,
      onEscape: selection.clear,
    }),
  })

  useEffect(() => onRange(from, Math.max(from, to)), [onRange, from, to])
  useNewBeginning(props.listKey, () => {
    viewport.current?.scrollTo({ top: 0 })
    keys.setActive(undefined)
  })
  useReturn(place, total > 0, (left) => {
    viewport.current?.scrollTo({ top: left.top })
    if (left.active !== undefined) keys.moveTo(left.active)
  })
  if (place) place.now.current = { top: viewport.current?.scrollTop ?? 0, active: keys.active }

  const handleClick = useStable((index: number, event: MouseEvent) => {
    // Who marks a text to copy it does not mean to open the row.
    if (window.getSelection()?.isCollapsed === false) return
    if (selection && event.shiftKey) selection.extend(keys.anchor.current ?? keys.current, index)
    else if (selection && (event.ctrlKey || event.metaKey)) selection.toggle(index)
    else return open(index)
    keys.moveTo(index)
  })
  const handleToggle = useStable((index: number, isRange: boolean) => {
    if (isRange && keys.anchor.current !== undefined) selection?.extend(keys.anchor.current, index)
    else selection?.toggle(index)
    keys.anchor.current = index
    keys.setActive(index)
  })

  const indices = total === 0 ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const least = columns.reduce((sum, column) => sum + column.width, selection ? 40 : 0)
  const columnCount = columns.length + (selection ? 1 : 0) + (isSized ? 1 : 0)
  return (
    <section
      ref={viewport}
      className={classes.viewport}
      tabIndex={total === 0 ? 0 : -1}
      aria-label={props.label}
      aria-busy={props.isLoading || props.isOutdated}
      onScroll={shown.onScroll}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onMouseOver={showWhole}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are selected and moved among as in a grid
        role="grid"
        className={classes.table}
        style={{ minWidth: least }}
        data-compact={isCompact || undefined}
        data-outdated={props.isOutdated || undefined}
        aria-rowcount={total + 1}
        aria-multiselectable={selection && true}
        aria-label={props.label}
      >
        <colgroup>
          {selection && <col style={{ width: 40 }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
          {isSized && <col />}
        </colgroup>
        <thead>
          <RegisterHeader
            columns={columns}
            sort={props.sort}
            onSort={props.onSort}
            onResize={props.onResize}
            filterOf={props.filterOf}
            check={selection?.check}
            hasFiller={isSized}
          />
        </thead>
        <tbody>
          {shown.above > 0 && <Spacer height={shown.above} columns={columnCount} />}
          {indices.map((index) => {
            const row = rowAt(index)
            return (
              <RegisterRow
                key={index}
                index={index}
                row={row}
                columns={columns}
                isReachable={index === keys.current}
                isSelected={selection && (row ? selection.isSelected(row) : false)}
                name={row ? props.nameOf(row) : ''}
                hasFiller={isSized}
                onClick={handleClick}
                onToggle={handleToggle}
              />
            )
          })}
          {shown.below > 0 && <Spacer height={shown.below} columns={columnCount} />}
        </tbody>
      </table>
      {total === 0 && !props.isLoading && props.empty}
      {total === 0 && props.isLoading && <p className={classes.loading}>{t('common.loading')}</p>}
    </section>
  )
}

/** A text that is cut off shows itself whole on hover. */
function showWhole({ target }: { target: EventTarget }) {
  const cell = (target as Element).closest<HTMLElement>(`.${classes.cell}`)
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : ''
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} className={classes.spacer} />
    </tr>
  )
}

/** Begins anew where the list is another one than before. */
function useNewBeginning(listKey: string, begin: () => void) {
  const before = useRef(listKey)
  useLayoutEffect(() => {
    if (before.current === listKey) return
    before.current = listKey
    begin()
  })
}

/** Goes once to where one left the list, as soon as there are rows. */
function useReturn(
  place: ListPlace | undefined,
  isReady: boolean,
  go: (left: { top: number; active: number | undefined }) => void,
) {
  const isDone = useRef(false)
  useLayoutEffect(() => {
    if (isDone.current || !isReady) return
    isDone.current = true
    if (place?.left) go(place.left)
  })
}

/** The same function for all the time that the table stands, so that rows that did not change are not drawn again. */
function useStable<Arguments extends unknown[]>(act: (...values: Arguments) => void) {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...values: Arguments) => latest.current(...values), [])
}
