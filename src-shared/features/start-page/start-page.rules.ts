/** How many rows each of the start page's lists shows. */
const rows = { limit: 8 } as const

/**
 * What the start page asks the registers for: who is in force today, what ends within 30 days (the nearest end
 * first), the drafts that wait (the latest start first) and the documents just issued. The server answers a head
 * for the own unit alone.
 */
export const startPageRequests = {
  active: { filters: { term: 'active' } },
  ending: { ...rows, filters: { term: 'ending' }, sort: 'end' },
  drafts: { ...rows, filters: { status: 'draft' }, sort: 'start', direction: 'descending' },
  recent: { ...rows, direction: 'descending' },
} as const
