import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './RegisterTable.module.css'
import type { RegisterColumn, RegisterSort } from './registerTable.ts'
import { useColumnResize } from './useColumnResize.ts'

interface RegisterHeaderProps<Row> {
  columns: RegisterColumn<Row>[]
  sort: RegisterSort
  onSort: (sort: RegisterSort) => void
  onResize?: ((widths: Record<string, number>) => void) | undefined
  /** What filters by a column, beside its title; it opens with Alt+↓ as well. */
  filterOf?: ((key: string) => ReactNode) | undefined
  /** The box that selects all rows. */
  check?: ReactNode
  hasFiller: boolean
}

function RegisterHeaderOf<Row>(props: RegisterHeaderProps<Row>) {
  const { columns, onSort } = props
  const { t } = useTranslation()
  const [reachable, setReachable] = useState(0)
  const resize = useColumnResize(props.onResize)

  function handleKey(event: KeyboardEvent<HTMLElement>, index: number, key: string) {
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      event.currentTarget.closest('th')?.querySelector<HTMLElement>('[data-filter]')?.click()
      return
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (event.ctrlKey) return resize.by(event.currentTarget, key, step * 16)
    const target = Math.max(0, Math.min(columns.length - 1, index + step))
    setReachable(target)
    const titles = event.currentTarget.closest('tr')?.querySelectorAll<HTMLElement>('[data-title]')
    titles?.[target]?.focus()
  }

  return (
    <tr aria-rowindex={1}>
      {props.check && <th className={classes.check}>{props.check}</th>}
      {columns.map(({ key, title, sort: by, align }, index) => {
        const isSorted = by !== undefined && props.sort.by === by
        const Icon = props.sort.direction === 'ascending' ? IconArrowUp : IconArrowDown
        const direction = isSorted && props.sort.direction === 'ascending' ? 'descending' : 'ascending'
        return (
          <th
            key={key}
            scope="col"
            data-column={key}
            data-align={align}
            aria-sort={by === undefined ? undefined : isSorted ? props.sort.direction : 'none'}
          >
            <div className={classes.head}>
              {by === undefined ? (
                <span className={classes.title}>{title}</span>
              ) : (
                <UnstyledButton
                  data-title
                  className={classes.sort}
                  tabIndex={index === Math.min(reachable, columns.length - 1) ? 0 : -1}
                  onFocus={() => setReachable(index)}
                  onClick={() => onSort({ by, direction })}
                  onKeyDown={(event) => handleKey(event, index, key)}
                  title={t(props.filterOf ? 'list.headerHint' : 'common.sortBy', { column: title })}
                >
                  <span className={classes.title}>{title}</span>
                  {isSorted && <Icon size={14} aria-hidden />}
                </UnstyledButton>
              )}
              {props.filterOf?.(key)}
            </div>
            {props.onResize && (
              // The keys for it are those of the title beside it.
              <span
                className={classes.edge}
                aria-hidden
                onPointerDown={(event) => resize.drag(event, key)}
                onDoubleClick={(event) => resize.fit(event.currentTarget, key)}
              />
            )}
          </th>
        )
      })}
      {props.hasFiller && <td className={classes.filler} />}
    </tr>
  )
}

/** The header of a register's table: titles that order the list, filters, and edges that make columns wider. */
export const RegisterHeader = memo(RegisterHeaderOf) as typeof RegisterHeaderOf
