import type { Filter, Filters, Register, RegisterFields } from '#shared/kit/register/register.ts'
import { titleOf } from './columns.tsx'
import type { FilterTools } from './filters/filterTools.ts'
import type { RegisterApi } from './registerApi.ts'
import type { useListState } from './useListState.ts'

/** What the filters of a register's list need of it. */
export function useFilterTools<R extends Register>(
  register: R,
  api: RegisterApi<R>,
  list: ReturnType<typeof useListState<R>>,
): FilterTools {
  const { filters } = list.query
  return {
    fields: Object.fromEntries(
      Object.entries(register.fields).filter(([key]) => list.readable.has(key)),
    ) as RegisterFields,
    filters: filters as Record<string, Filter | undefined>,
    titleOf: (key) => titleOf(register, key),
    onFilter: (key, filter, isGoingOn) => {
      const others = Object.entries(filters).filter(([other]) => other !== key)
      const next = Object.fromEntries([...others, ...(filter ? [[key, filter]] : [])])
      list.change({ filters: next as Filters<R> }, isGoingOn)
    },
    optionsKeyOf: (key) => [register.name, 'options', key],
    findOptionsOf: (key) => (asked) => api.options({ field: key as keyof R['fields'] & string, ...asked }),
  }
}
