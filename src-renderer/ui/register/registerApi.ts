import type { Page } from '#shared/kit/list.ts'
import type { ExportedList, PrintedList } from '#shared/kit/register/export.ts'
import type { Register, RowOf } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import type { ChosenColumn, Layout, View, ViewDefinition } from '#shared/kit/register/views.ts'

/** What the list asks the server for. */
export type ListRequest<R extends Register> = Omit<ViewDefinition<R>, 'columns'>

/** Where a page begins: at the end of another, or after so many rows. */
export type PagePlace = { cursor: string } | { offset: number }

/** Which rows and columns leave the program. */
type TakenOutOf<R extends Register> = ListRequest<R> & {
  selection: Selection
  columns: (keyof R['fields'] & string)[]
  language: 'pl' | 'en'
}

interface ViewFields<R extends Register> {
  name: string
  isShared: boolean
  definition: ViewDefinition<R>
}

/** The procedures of a register that its list calls. */
export interface RegisterApi<R extends Register> {
  list: (request: ListRequest<R> & PagePlace & { limit: number }) => Promise<Page<RowOf<R>>>
  count: (request: Pick<ListRequest<R>, 'search' | 'filters'>) => Promise<number>
  place: (request: ListRequest<R> & { text: string }) => Promise<number>
  options: (request: {
    field: keyof R['fields'] & string
    contains?: string
    ids?: number[]
  }) => Promise<{ id: number; text: string }[]>
  export: (taken: TakenOutOf<R> & { format: 'xlsx' | 'csv' | 'clipboard' }) => Promise<ExportedList>
  print: (taken: TakenOutOf<R> & { filterWords: string[] }) => Promise<PrintedList>
  layout: {
    get: () => Promise<Layout<R>>
    save: (layout: { columns: ChosenColumn<R>[] | null }) => Promise<Layout<R>>
  }
  views: {
    list: () => Promise<View<R>[]>
    save: (view: ViewFields<R>) => Promise<View<R>>
    change: (view: ViewFields<R> & { id: number; version: number }) => Promise<View<R>>
    remove: (view: { id: number; version: number }) => Promise<null>
    setDefault: (view: { id: number | null }) => Promise<Layout<R>>
  }
}
