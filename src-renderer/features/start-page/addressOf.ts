interface Asked {
  filters?: object | undefined
  sort?: string | undefined
  direction?: string | undefined
}

/** The address of a register with the filters and the order of a request. */
export function addressOf(path: string, { filters, sort, direction }: Asked): string {
  const search = { filters: JSON.stringify(filters), ...(sort && { sort }), ...(direction && { direction }) }
  return `${path}?${new URLSearchParams(search)}`
}
