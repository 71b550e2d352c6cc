import { useQuery } from '@tanstack/react-query'
import type { FindOptions } from './FilterEditor.tsx'

/** The names of records that a filter of a reference asks for. */
export function useOptionNames(
  optionsKey: readonly string[],
  ids: readonly number[],
  findOptions: FindOptions,
): ReadonlyMap<number, string> {
  const { data = [] } = useQuery({
    queryKey: [...optionsKey, 'named', ids],
    queryFn: () => findOptions({ ids: [...ids] }),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  })
  return new Map(data.map(({ id, text }) => [id, text]))
}
