import { z } from 'zod'
import { filtersOf, type Register } from '#shared/kit/register/register.ts'

/** What the address of a register's list carries: search, filters and order. Anything that does not fit is dropped. */
export function registerSearch<R extends Register>(register: R) {
  const keys = Object.keys(register.fields) as [keyof R['fields'] & string]
  return z.object({
    q: z.string().max(100).optional().catch(undefined),
    filters: filtersOf(register).optional().catch(undefined),
    sort: z.enum(keys).optional().catch(undefined),
    direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
  })
}

/** What the address of a list says. */
export type RegisterSearch<R extends Register> = z.output<ReturnType<typeof registerSearch<R>>>
