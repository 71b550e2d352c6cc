import { hashKey, keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Page } from '#shared/kit/list.ts'

/** Where a page begins: after another one (cheap), or after so many rows (a jump). */
type Place = { cursor: string } | { offset: number }

interface RowSource<Row, Request> {
  /** Distinguishes the lists in the cache. */
  name: string
  request: Request
  /** What of the request the number of rows hangs on. */
  counted: Partial<Request>
  list: (request: Request & Place & { limit: number }) => Promise<Page<Row>>
  count: (request: Request) => Promise<number>
  isEnabled: boolean
}

/** Rows of a page; a range of rows is asked for by pages. */
const pageRows = 100

/** How far from the rows in sight a page is asked for. */
const reserve = 30

/** How long the end of a page may serve as the beginning of the next. */
const cursorLife = 60_000

/**
 * The rows of a register around the place that is in sight, and how many there are. What is shown stays until the first
 * page of a new search, filter or order is there, so that nothing flickers.
 */
export function useRows<Row, Request extends object>(source: RowSource<Row, Request>) {
  const { name, request, isEnabled } = source
  const client = useQueryClient()
  const [pagesInSight, setPagesInSight] = useState({ first: 0, last: 0 })
  const [shown, setShown] = useState(request)
  const wantedHash = hashKey([request])
  const isCurrent = hashKey([shown]) === wantedHash
  const keyOf = (of: Request, page: number) => [name, 'rows', of, page]

  const pageOf = (of: Request, page: number) => ({
    queryKey: keyOf(of, page),
    queryFn: () => {
      const before = client.getQueryState<Page<Row>>(keyOf(of, page - 1))
      // A page that is being asked for again may end elsewhere than it did.
      const isFresh =
        before?.data &&
        !before.isInvalidated &&
        before.fetchStatus === 'idle' &&
        Date.now() - before.dataUpdatedAt < cursorLife
      const cursor = isFresh ? before.data?.nextCursor : null
      const place: Place = cursor ? { cursor } : { offset: page * pageRows }
      return source.list({ ...of, ...place, limit: pageRows })
    },
  })

  const { first, last } = pagesInSight
  const firstPage = isCurrent ? first : 0
  const wanted = useQuery({ ...pageOf(request, firstPage), enabled: isEnabled })
  const total = useQuery({
    queryKey: [name, 'count', source.counted],
    queryFn: () => source.count(request),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  })
  const pages = Array.from({ length: last - first + 1 }, (_, index) => pageOf(shown, first + index))
  useQueries({ queries: pages.map((page) => ({ ...page, enabled: isEnabled && isCurrent })) })
  if (!isCurrent && wanted.data) setShown(request)

  const rowAt = useCallback(
    (index: number): Row | undefined =>
      client.getQueryData<Page<Row>>([name, 'rows', shown, Math.floor(index / pageRows)])?.rows[
        index % pageRows
      ],
    [client, name, shown],
  )
  const page = wanted.data
  const known = page && firstPage * pageRows + page.rows.length
  const isLast = page?.nextCursor === null && page.rows.length > 0
  return {
    rowAt,
    /** All rows; while they are being counted, those known of. */
    total: (isLast ? known : undefined) ?? total.data ?? known ?? 0,
    count: total.data,
    isLoading: !page && isCurrent,
    /** Is what is shown still that of the search or filters before? */
    isOutdated: !isCurrent,
    /** Of what the rows are. */
    shownHash: hashKey([shown]),
    error: wanted.error ?? total.error,
    /** Says which rows are in sight; their pages are asked for, and those next to them. */
    onRange: useCallback((from: number, to: number) => {
      const next = {
        first: Math.max(0, Math.floor((from - reserve) / pageRows)),
        last: Math.floor((to + reserve) / pageRows),
      }
      setPagesInSight((now) => (now.first === next.first && now.last === next.last ? now : next))
    }, []),
    /** The rows from one to another, also where they were never in sight. */
    load: async (from: number, to: number): Promise<Row[]> => {
      const rows: Row[] = []
      for (let at = Math.floor(from / pageRows); at <= Math.floor(to / pageRows); at++) {
        const { rows: some } = await client.fetchQuery({ ...pageOf(shown, at), staleTime: cursorLife })
        rows.push(...some.slice(Math.max(0, from - at * pageRows), to - at * pageRows + 1))
      }
      return rows
    },
  }
}
