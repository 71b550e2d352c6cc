import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '#shared/kit/list.ts'
import type { Filters, Register, RowOf } from '#shared/kit/register/register.ts'
import { textOf } from '../../i18n.ts'
import { FilterChips } from '../FilterChips.tsx'
import { RegisterPage } from '../RegisterPage.tsx'
import type { RegisterColumn } from '../RegisterTable.tsx'
import { useRegister } from '../useRegister.ts'
import { RegisterCell } from './RegisterCell.tsx'
import type { RegisterSearch } from './registerSearch.ts'

/** What the list asks the server for, without the place of the page. */
interface RegisterRequest<R extends Register> {
  search: string
  filters: Filters<R>
  sort: keyof R['fields'] & string
  direction: 'ascending' | 'descending'
}

/** The procedures of a register that its list calls. */
export interface RegisterApi<R extends Register> {
  list: (request: RegisterRequest<R> & { cursor: string | null }) => Promise<Page<RowOf<R>>>
  count: (request: Pick<RegisterRequest<R>, 'search' | 'filters'>) => Promise<number>
}

/** A filter that is offered as a chip above the list. */
export interface QuickFilter<R extends Register> {
  label: string
  filters: Filters<R>
}

/** How a column differs from what its field's type gives. */
export interface ColumnLook<Row> {
  width?: string
  /** Left out when the window is narrower than this. */
  minWindow?: number
  cell?: (row: Row) => ReactNode
}

interface RegisterScreenProps<R extends Register> {
  register: R
  api: RegisterApi<R>
  /** What the address says, and how to change it. */
  search: RegisterSearch<R>
  onSearch: (search: RegisterSearch<R>, replace: boolean) => void
  title: string
  countText: (count: number) => string
  empty: { title: string; hint: string }
  onOpen: (row: RowOf<R>) => void
  quickFilters?: QuickFilter<R>[]
  looks?: { [Key in keyof R['fields']]?: ColumnLook<RowOf<R>> }
  /** Import and create. */
  actions?: ReactNode
}

/** The list of any register, with all its tools; built from the register's declaration. */
export function RegisterScreen<R extends Register>(props: RegisterScreenProps<R>) {
  const { t } = useTranslation()
  const { register, search, looks = {} } = props
  const sort = {
    by: search.sort ?? (register.mainField as keyof R['fields'] & string),
    direction: search.direction ?? register.defaultDirection ?? 'ascending',
  }
  const filters = (search.filters ?? {}) as Filters<R>
  const request: RegisterRequest<R> = {
    search: search.q ?? '',
    filters,
    sort: sort.by,
    direction: sort.direction,
  }
  const rows = useRegister(register.name, request, props.api.list, props.api.count)
  const change = (part: Partial<RegisterSearch<R>>, replace = false) =>
    props.onSearch({ ...search, ...part }, replace)

  const columns = Object.entries(register.fields)
    .filter(([, field]) => !field.isHidden)
    .map(([key, field]): RegisterColumn<RowOf<R>> => {
      const { cell, ...look } = (looks as Record<string, ColumnLook<RowOf<R>>>)[key] ?? {}
      return {
        key,
        title: textOf({ key: `${register.name}.fields.${key}` }),
        sort: key,
        ...look,
        ...(field.type === 'number' && { align: 'right' }),
        cell: cell ?? ((row) => <RegisterCell field={field} value={(row as Record<string, unknown>)[key]} />),
      }
    })

  return (
    <RegisterPage
      title={props.title}
      countText={props.countText}
      register={rows}
      columns={columns}
      onOpen={props.onOpen}
      search={search.q ?? ''}
      onSearch={(q) => change({ q: q || undefined } as Partial<RegisterSearch<R>>, true)}
      sort={sort}
      onSort={({ by, direction }) => change({ sort: by, direction } as Partial<RegisterSearch<R>>)}
      isFiltered={Object.keys(filters).length > 0 || request.search !== ''}
      onClear={() => props.onSearch({} as RegisterSearch<R>, false)}
      empty={props.empty}
      actions={props.actions}
      filters={
        props.quickFilters && (
          <FilterChips
            label={t('common.filters')}
            chips={props.quickFilters.map((quick) => ({
              label: quick.label,
              isOn: isSet(filters, quick.filters),
              onToggle: (isOn) =>
                change({ filters: toggled(filters, quick.filters, isOn) } as Partial<RegisterSearch<R>>),
            }))}
          />
        )
      }
    />
  )
}

function isSet(filters: object, quick: object): boolean {
  const set = filters as Record<string, unknown>
  return Object.entries(quick).every(([key, filter]) => JSON.stringify(set[key]) === JSON.stringify(filter))
}

function toggled(filters: object, quick: object, isOn: boolean): object | undefined {
  const kept = Object.entries(filters).filter(([key]) => !(key in quick))
  const next = { ...Object.fromEntries(kept), ...(isOn && quick) }
  return Object.keys(next).length > 0 ? next : undefined
}
