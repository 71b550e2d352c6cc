import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './RegisterTable.module.css'
import type { RegisterColumn } from './registerTable.ts'

interface RegisterRowProps<Row> {
  index: number
  /** Not there yet while its page is on its way. */
  row: Row | undefined
  columns: RegisterColumn<Row>[]
  isReachable: boolean
  /** Whether it is selected; undefined where rows cannot be. */
  isSelected: boolean | undefined
  name: string
  hasFiller: boolean
  onClick: (index: number, event: MouseEvent) => void
  onToggle: (index: number, isRange: boolean) => void
}

function RegisterRowOf<Row>({ index, row, columns, isSelected, ...props }: RegisterRowProps<Row>) {
  const { t } = useTranslation()
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      // One row can be reached with Tab, the others with the arrows.
      tabIndex={props.isReachable ? 0 : -1}
      className={classes.row}
      onClick={(event) => props.onClick(index, event)}
      // With Shift the browser would mark the text from the last click to this one.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {isSelected !== undefined && (
        <td className={classes.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('list.selectRow', { name: props.name })}
            checked={isSelected}
            disabled={!row}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation()
              props.onToggle(index, event.shiftKey)
            }}
          />
        </td>
      )}
      {columns.map(({ key, cell, align }) => (
        <td key={key} data-align={align}>
          {row ? <div className={classes.cell}>{cell(row)}</div> : <span className={classes.skeleton} />}
        </td>
      ))}
      {props.hasFiller && <td />}
    </tr>
  )
}

/** One row of a register's table, or the place where it will be. */
export const RegisterRow = memo(RegisterRowOf) as typeof RegisterRowOf
