import type { ReactNode } from 'react'
import type { Register, RegisterField, RowOf } from '#shared/kit/register/register.ts'
import type { ChosenColumn } from '#shared/kit/register/views.ts'
import { textOf } from '../../i18n.ts'
import { RegisterCell } from './RegisterCell.tsx'
import type { RegisterColumn } from './registerTable.ts'

/** How a column differs from what its field's type gives. */
export interface ColumnLook<Row> {
  /** In pixels; where all columns leave room, they share it. */
  width?: number
  /** Left out when the window is narrower than this, unless somebody chose the column. */
  minWindow?: number
  cell?: (row: Row) => ReactNode
}

export type ColumnLooks<R extends Register> = { [Key in keyof R['fields']]?: ColumnLook<RowOf<R>> }

const widths: Record<RegisterField['type'], number> = {
  text: 160,
  choice: 150,
  day: 116,
  instant: 170,
  number: 110,
  money: 120,
  flag: 110,
  reference: 200,
}

/** The name of a field. */
export function titleOf({ name }: Register, key: string): string {
  return textOf({ key: `${name}.fields.${key}` })
}

/** The columns that a list shows: those that somebody chose, or those of the register. */
export function shownColumns<R extends Register>(
  { fields }: R,
  chosen: ChosenColumn<R>[] | null,
  readable: ReadonlySet<string>,
): ChosenColumn<R>[] {
  if (chosen) return chosen.filter(({ key }) => readable.has(key))
  return Object.entries(fields)
    .filter(([key, { isHidden }]) => !isHidden && readable.has(key))
    .map(([key]) => ({ key, width: null }))
}

/** The columns of the table. */
export function tableColumns<R extends Register>(
  register: R,
  chosen: ChosenColumn<R>[] | null,
  readable: ReadonlySet<string>,
  looks: ColumnLooks<R>,
): RegisterColumn<RowOf<R>>[] {
  return shownColumns(register, chosen, readable).map(({ key, width }) => {
    const field = register.fields[key] as RegisterField
    const look = looks[key]
    return {
      key,
      title: titleOf(register, key),
      ...(!field.isUnsorted && { sort: key }),
      width: width ?? look?.width ?? widths[field.type],
      minWindow: chosen ? undefined : look?.minWindow,
      align: field.type === 'number' || field.type === 'money' ? 'right' : undefined,
      cell:
        look?.cell ?? ((row) => <RegisterCell field={field} value={(row as Record<string, unknown>)[key]} />),
    }
  })
}

/** What a row is called. */
export function nameOfRow<R extends Register>({ mainField, nameField }: R, row: RowOf<R>): string {
  const value = (row as Record<string, unknown>)[nameField ?? mainField]
  return typeof value === 'object' && value ? (value as { text: string }).text : String(value ?? '')
}
