import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Permission } from '#shared/kit/procedure.ts'
import { fittingFilters } from '#shared/kit/register/readable.ts'
import { type Register, readableFields } from '#shared/kit/register/register.ts'
import type { ChosenColumn, View, ViewDefinition } from '#shared/kit/register/views.ts'
import type { RegisterApi } from './registerApi.ts'
import type { RegisterSearch } from './registerSearch.ts'

/** What the list shows: all of a view's definition but its columns. */
export type ListQuery<R extends Register> = Omit<ViewDefinition<R>, 'columns'>

interface ListStateOptions<R extends Register> {
  register: R
  api: RegisterApi<R>
  search: RegisterSearch<R>
  onSearch: (search: RegisterSearch<R>, replace: boolean) => void
  may: (permission: Permission) => boolean
}

/** Does an address say nothing of what to show? */
function isBlank({ q, filters, sort, direction }: RegisterSearch<Register>): boolean {
  return q === undefined && filters === undefined && sort === undefined && direction === undefined
}

/**
 * What a list shows and how its columns stand, put together from the address, the saved view it began with, and what
 * the user arranged. A filter or column of a field that the user may not see is left out.
 */
export function useListState<R extends Register>(options: ListStateOptions<R>) {
  const { register, api, search, onSearch } = options
  const client = useQueryClient()
  const layout = useQuery({ queryKey: [register.name, 'layout'], queryFn: () => api.layout.get() })
  const views = useQuery({ queryKey: [register.name, 'views'], queryFn: () => api.views.list() })
  const readableKey = readableFields(register, options.may).join()
  const readable = useMemo(() => new Set(readableKey.split(',')), [readableKey])

  const saysNothing = isBlank(search as RegisterSearch<Register>)
  const defaultViewId = layout.data?.defaultViewId ?? null
  const viewId = search.view ?? (saysNothing ? (defaultViewId ?? 0) : 0)
  const view = views.data?.find(({ id }) => id === viewId)

  const plain: ListQuery<R> = {
    search: '',
    filters: {},
    sort: register.mainField as keyof R['fields'] & string,
    direction: register.defaultDirection ?? 'ascending',
  }
  const query = saysNothing && view ? queryOf(view.definition) : read()

  function read(): ListQuery<R> {
    const isSortReadable = search.sort !== undefined && readable.has(search.sort)
    return {
      search: search.q ?? '',
      filters: fittingFilters(register, search.filters, readable),
      sort: isSortReadable ? (search.sort as typeof plain.sort) : plain.sort,
      direction:
        (isSortReadable || search.sort === undefined ? search.direction : undefined) ?? plain.direction,
    }
  }

  /** The address of what is to be shown; with a view it says everything, so that it never means the view as saved. */
  function addressOf(next: ListQuery<R>): RegisterSearch<R> {
    const { search: q, filters, sort, direction } = next
    if (view) return { view: view.id, q: q || undefined, filters, sort, direction }
    const isPlainOrder = sort === plain.sort && direction === plain.direction
    const address: RegisterSearch<R> = {
      q: q || undefined,
      filters: Object.keys(filters).length > 0 ? filters : undefined,
      ...(!isPlainOrder && { sort, direction }),
    }
    const isLost = defaultViewId !== null && isBlank(address as RegisterSearch<Register>)
    return isLost ? { view: 0 } : address
  }

  // What somebody does to the columns stays with the window: those of a view until it is saved, one's own because what
  // is asked again while they are being kept would bring back those before.
  const sessionKey = [register.name, 'view-columns', view?.id ?? 0]
  const session = useQuery<ChosenColumn<R>[] | null>({
    queryKey: sessionKey,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const kept = view ? view.definition.columns : (layout.data?.columns ?? null)
  const columns = session.data === undefined ? kept : session.data

  const definition: ViewDefinition<R> = { ...query, columns }
  return {
    query,
    columns,
    readable,
    views: views.data ?? [],
    view,
    defaultViewId,
    definition,
    /** Does the list differ from the view it began with? */
    isChanged: view !== undefined && hashKey([definition]) !== hashKey([view.definition]),
    isReady: layout.data !== undefined && (viewId === 0 || views.data !== undefined),
    error: layout.error ?? views.error,
    isNarrowed: query.search !== '' || Object.keys(query.filters).length > 0,

    change: (part: Partial<ListQuery<R>>, replace = false) =>
      onSearch(addressOf({ ...query, ...part }), replace),
    /** Everything again, without any view. */
    clear: () => onSearch(defaultViewId === null ? {} : { view: 0 }, false),
    open: ({ id }: View<R>) => {
      client.removeQueries({ queryKey: [register.name, 'view-columns', id] })
      onSearch({ view: id }, false)
    },
    /** Shows other columns; true where the user's own way of having the list is to be kept. */
    arrange: (next: ChosenColumn<R>[] | null): boolean => {
      client.setQueryData(sessionKey, next)
      return !view
    },
  }
}

function queryOf<R extends Register>({ columns: _, ...query }: ViewDefinition<R>): ListQuery<R> {
  return query
}
