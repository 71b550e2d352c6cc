import { type Filters, filterSchemas, type Register } from './register.ts'

/**
 * The filters among what somebody wrote (an address, a saved view) that fit fields of the register which the reader may
 * see; everything else is left out, so that what is outdated or mistyped breaks no list.
 */
export function fittingFilters<R extends Register>(
  { fields }: R,
  written: unknown,
  readable: ReadonlySet<string>,
): Filters<R> {
  if (typeof written !== 'object' || written === null) return {}
  const fitting = Object.entries(written).flatMap(([key, filter]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field || !readable.has(key)) return []
    const read = filterSchemas[field.type].safeParse(filter)
    return read.success ? [[key, read.data]] : []
  })
  return Object.fromEntries(fitting)
}
