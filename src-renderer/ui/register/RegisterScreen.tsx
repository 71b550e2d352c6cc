import { Button, Group } from '@mantine/core'
import { useHotkeys, useViewportSize } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '#shared/kit/procedure.ts'
import type { Filters, Register, RowOf } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { ChosenColumn } from '#shared/kit/register/views.ts'
import { EmptyState } from '../EmptyState.tsx'
import { LoadingFailure } from '../LoadingFailure.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { SearchField } from '../SearchField.tsx'
import { useShortcuts } from '../useShortcuts.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { type ColumnLooks, nameOfRow, shownColumns, tableColumns, titleOf } from './columns.tsx'
import { FilterBar, type QuickFilter } from './FilterBar.tsx'
import { AddFilter } from './filters/AddFilter.tsx'
import { HeaderFilter } from './filters/HeaderFilter.tsx'
import { RegisterHistoryLink } from './RegisterHistoryLink.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import type { ListRequest, RegisterApi } from './registerApi.ts'
import type { RegisterSearch } from './registerSearch.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { TakeOutMenu } from './TakeOutMenu.tsx'
import { useFilterTools } from './useFilterTools.ts'
import { useListPlace } from './useListPlace.ts'
import { useListState } from './useListState.ts'
import { useRows } from './useRows.ts'
import { useSelection } from './useSelection.tsx'
import { useTakeOut } from './useTakeOut.ts'
import { useViews } from './useViews.ts'
import { ViewsMenu } from './ViewsMenu.tsx'

/** What somebody wants done with rows of the list: which, out of what the list shows. */
export interface ChosenRows<R extends Register> {
  selection: Selection
  request: ListRequest<R>
  count: number
  /** Ends the selection, once what was asked for is done. */
  clear: () => void
}

interface RegisterScreenProps<R extends Register> {
  register: R
  /** The procedures of the register: `api.<feature>`. */
  api: RegisterApi<R>
  /** May the signed-in person do this? */
  may: (permission: Permission) => boolean
  /** What the address says, and how to change it. */
  search: RegisterSearch<R>
  onSearch: (search: RegisterSearch<R>, replace: boolean) => void
  title: string
  /** How many rows there are, in words (`83 osoby`). */
  countText: (count: number) => string
  /** What an empty register says; the actions of the page stand below it. */
  empty: { title: string; hint: string }
  onOpen: (row: RowOf<R>) => void
  /** Filters that are offered as chips above the list. */
  quickFilters?: QuickFilter<R>[]
  /** How columns differ from what their field's type gives. */
  looks?: ColumnLooks<R>
  /** Is there a history of the register's records? */
  hasHistory?: boolean
  /** Import and create. */
  actions?: ReactNode
  /** What is done with all that is there; an empty register offers none of it. */
  tools?: ReactNode
  /** Other ways to see the register, under its title. */
  tabs?: ReactNode
  /** What can be done with selected rows, besides what every list can. */
  bulkActions?: (chosen: ChosenRows<R>) => ReactNode
}

/** The list of any register, with all its tools; built from the register's declaration. */
export function RegisterScreen<R extends Register>(props: RegisterScreenProps<R>) {
  const { t, i18n } = useTranslation()
  const { register, api, looks, actions } = props
  const searchField = useRef<HTMLInputElement>(null)
  const place = useListPlace()
  const { width: windowWidth } = useViewportSize()
  const list = useListState(props)
  const { query } = list
  const rows = useRows<RowOf<R>, ListRequest<R>>({
    name: register.name,
    request: query,
    counted: { search: query.search, filters: query.filters },
    list: api.list,
    count: ({ search, filters }) => api.count({ search, filters }),
    isEnabled: list.isReady,
  })
  const { data: everything } = useQuery({
    queryKey: [register.name, 'count', {}],
    queryFn: () => api.count({ search: '', filters: {} }),
    enabled: list.isNarrowed,
  })
  const selected = useSelection({ ...rows, listHash: JSON.stringify([query.search, query.filters]) })
  const tools = useFilterTools(register, api, list)
  const ways = useTakeOut(api, tools)
  const views = useViews(api, list.definition)
  const keeping = useMutation({ mutationFn: api.layout.save, scope: { id: `${register.name} layout` } })

  const columns = useMemo(
    () => tableColumns(register, list.columns, list.readable, looks ?? {}),
    [register, list.columns, list.readable, looks],
  )
  const shown = shownColumns(register, list.columns, list.readable)
  const hidden = [...list.readable].filter((key) => !shown.some((column) => column.key === key))
  // What this window leaves out is not shown, and who ticks it wants it.
  const tooWide = new Set(
    columns.filter(({ minWindow = 0 }) => windowWidth > 0 && windowWidth < minWindow).map(({ key }) => key),
  )
  function arrange(next: ChosenColumn<R>[] | null) {
    if (list.arrange(next)) keeping.mutate({ columns: next })
  }
  const widthOf = (key: string) => shown.find((column) => column.key === key)?.width ?? null

  const focusSearch = () => {
    searchField.current?.focus()
    searchField.current?.select()
  }
  useHotkeys([['mod+F', focusSearch]], [])
  useHotkeys([
    ['/', focusSearch],
    ['mod+A', selected.selectAll],
  ])
  // Words of codes and days stand in another order than their letters.
  const isTypedInto = ['text', 'reference'].includes(register.fields[query.sort]?.type ?? '')
  const everyRow = { request: query, selection: { exceptIds: [] }, count: rows.total }
  const chosenRows =
    selected.count > 0 ? { request: query, selection: selected.selection, count: selected.count } : undefined
  const columnKeys = shown.map(({ key }) => key)
  const takeOut = {
    shownColumns: columnKeys,
    allColumns: [...columnKeys, ...(hidden as typeof columnKeys)],
    ways,
  }
  useShortcuts({
    back: chosenRows && selected.clear,
    // What went wrong was said where every failed call is.
    print: () => void ways.print({ ...(chosenRows ?? everyRow), columns: columnKeys }).catch(() => undefined),
  })

  const error = list.error ?? rows.error
  if (error) return <LoadingFailure error={error} />
  const figures = new Intl.NumberFormat(i18n.language)
  const counted =
    rows.count === undefined
      ? undefined
      : list.isNarrowed && everything !== undefined
        ? t('list.countOf', { count: figures.format(rows.count), total: figures.format(everything) })
        : props.countText(rows.count)
  const isEmpty = rows.count === 0 && !list.isNarrowed
  return (
    <>
      <PageHeader
        title={props.title}
        aside={counted}
        actions={
          !isEmpty && (
            <>
              {props.tools}
              {actions}
            </>
          )
        }
      />
      {props.tabs}
      <Group mt="sm" gap="xs">
        <SearchField
          inputRef={searchField}
          value={query.search}
          onChange={(search) => list.change({ search }, true)}
        />
        <AddFilter tools={tools} />
        <Group gap="xs" ml="auto">
          <ViewsMenu
            views={list.views}
            view={list.view}
            isChanged={list.isChanged}
            defaultViewId={list.defaultViewId}
            plainTitle={t('list.views.plain')}
            onOpen={list.open}
            onOpenPlain={list.clear}
            actions={views}
          />
          <ColumnsMenu
            columns={[...shown.map(({ key }) => key), ...hidden].map((key, at) => ({
              key,
              title: titleOf(register, key),
              isShown: at < shown.length && !tooWide.has(key),
            }))}
            onChange={(keys) =>
              arrange(keys.map((key) => ({ key: key as keyof R['fields'] & string, width: widthOf(key) })))
            }
            onReset={() => arrange(null)}
          />
          <TakeOutMenu taken={everyRow} {...takeOut} />
          {props.hasHistory && props.may('history.read') && <RegisterHistoryLink kind={register.name} />}
        </Group>
      </Group>
      <FilterBar
        tools={tools}
        quickFilters={(props.quickFilters ?? []) as unknown as QuickFilter<Register>[]}
        onFilters={(filters) => list.change({ filters: filters as Filters<R> })}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
      />
      <RegisterTable
        label={props.title}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        listKey={rows.shownHash}
        nameOf={(row) => nameOfRow(register, row)}
        onOpen={props.onOpen}
        sort={{ by: query.sort, direction: query.direction }}
        onSort={({ by, direction }) => list.change({ sort: by as typeof query.sort, direction })}
        isLoading={rows.isLoading}
        isOutdated={rows.isOutdated}
        selection={selected.table}
        onType={isTypedInto ? (text) => api.place({ ...query, text }) : undefined}
        onResize={(sizes) =>
          arrange(
            shown
              .filter(({ key }) => !tooWide.has(key))
              .map(({ key, width }) => ({ key, width: sizes[key] ?? width })),
          )
        }
        isSized={shown.some(({ width }) => width !== null)}
        filterOf={(key) => <HeaderFilter fieldKey={key} tools={tools} />}
        place={place}
        empty={
          list.isNarrowed ? (
            <EmptyState
              title={t('common.nothingFound')}
              hint={t('common.nothingFoundHint')}
              actions={
                <Button variant="default" onClick={list.clear}>
                  {t('common.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState {...props.empty} actions={actions && <Group gap="xs">{actions}</Group>} />
          )
        }
      />
      {chosenRows && (
        <SelectionBar
          count={selected.count}
          total={rows.total}
          onSelectAll={selected.selectAll}
          onClear={selected.clear}
        >
          <TakeOutMenu taken={chosenRows} {...takeOut} isSmall />
          {props.bulkActions?.({ ...chosenRows, clear: selected.clear })}
        </SelectionBar>
      )}
    </>
  )
}
