import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { TableSelection } from './RegisterTable.tsx'

interface SelectionOptions<Row> {
  total: number
  rowAt: (index: number) => Row | undefined
  load: (from: number, to: number) => Promise<Row[]>
  /** Which rows the list has; other rows begin a new selection. */
  listHash: string
}

interface Chosen {
  /** Are all selected but `ids`? */
  areAll: boolean
  ids: ReadonlySet<number>
}
const none: Chosen = { areAll: false, ids: new Set() }

function withRows({ areAll, ids }: Chosen, rows: { id: number }[], isChosen: boolean): Chosen {
  const next = new Set(ids)
  for (const { id } of rows) {
    // What is kept are the exceptions, where all are selected.
    if (isChosen === areAll) next.delete(id)
    else next.add(id)
  }
  return { areAll, ids: next }
}

/** The selected rows of a list, over all its pages: some, or all but some. */
export function useSelection<Row extends { id: number }>(options: SelectionOptions<Row>) {
  const { t } = useTranslation()
  const { total, rowAt, load, listHash } = options
  const [kept, setKept] = useState({ chosen: none, of: listHash })
  /** What was selected before a range began at a row, so that the range may shrink again. */
  const range = useRef<{ from: number; before: Chosen }>(undefined)
  const chosen = kept.of === listHash ? kept.chosen : none
  const { areAll, ids } = chosen
  const count = areAll ? total - ids.size : ids.size

  function set(next: Chosen) {
    range.current = undefined
    setKept({ chosen: next, of: listHash })
  }
  function clear() {
    set(none)
    return count > 0
  }
  const selectAll = () => set({ areAll: true, ids: new Set() })
  const isSelected = ({ id }: Row) => ids.has(id) !== areAll

  async function extend(from: number, to: number) {
    if (range.current?.from !== from) range.current = { from, before: chosen }
    const { before } = range.current
    const rows = await load(Math.min(from, to), Math.max(from, to))
    if (range.current?.before === before) setKept({ chosen: withRows(before, rows, true), of: listHash })
  }

  const table: TableSelection<Row> = {
    isSelected,
    toggle: (index) => {
      const row = rowAt(index)
      if (row) set(withRows(chosen, [row], !isSelected(row)))
    },
    extend: (from, to) => void extend(from, to),
    selectAll,
    clear,
    check: (
      <input
        type="checkbox"
        aria-label={t('list.selectAll', { count: total })}
        title={t('common.shortcut', { keys: 'Ctrl+A' })}
        checked={count > 0 && count === total}
        disabled={total === 0}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < total
        }}
        onChange={count > 0 ? clear : selectAll}
      />
    ),
  }
  const selection: Selection = areAll ? { exceptIds: [...ids] } : { ids: [...ids] }
  return { table, selection, count, areAll, clear, selectAll }
}
