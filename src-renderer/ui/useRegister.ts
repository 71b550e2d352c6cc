import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Page } from '#shared/kit/list.ts'

/**
 * The rows of a register list as far as they are loaded, and how many there are. Pages follow each other by key;
 * what is shown stays while a new search or filter is on its way.
 *
 * @param name distinguishes the lists in the cache
 * @param request what the list is asked for, without the cursor
 */
export function useRegister<Row, Request extends object>(
  name: string,
  request: Request,
  list: (request: Request & { cursor: string | null }) => Promise<Page<Row>>,
  count: (request: Request) => Promise<number>,
) {
  const pages = useInfiniteQuery({
    queryKey: [name, 'list', request],
    queryFn: ({ pageParam }) => list({ ...request, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
  const total = useQuery({
    queryKey: [name, 'count', request],
    queryFn: () => count(request),
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages
  const onMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  return {
    rows: pages.data?.pages.flatMap(({ rows }) => rows) ?? [],
    total: total.data,
    isLoading: pages.isPending,
    error: pages.error,
    onMore: hasNextPage ? onMore : undefined,
  }
}
