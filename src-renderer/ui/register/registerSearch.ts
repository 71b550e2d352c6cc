import { z } from 'zod'
import { fittingFilters } from '#shared/kit/register/readable.ts'
import type { Filters, Register } from '#shared/kit/register/register.ts'

/** What the address of a list says. */
export interface RegisterSearch<R extends Register> {
  q?: string | undefined
  filters?: Filters<R> | undefined
  sort?: (keyof R['fields'] & string) | undefined
  direction?: 'ascending' | 'descending' | undefined
  /** The saved view that the list began with; 0: none, not even one's default. */
  view?: number | undefined
}

/**
 * Reads the address of a register's list. What does not fit the register is left out; an address that says nothing of
 * what to show opens the default view.
 */
export function registerSearch<R extends Register>(register: R) {
  const keys = Object.keys(register.fields)
  const fields = new Set(keys)
  const schema = z.object({
    q: z.string().max(100).optional().catch(undefined),
    filters: z
      .unknown()
      .optional()
      .transform((written) =>
        written === undefined ? undefined : fittingFilters(register, written, fields),
      ),
    sort: z.enum(keys).optional().catch(undefined),
    direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
    view: z.int().min(0).optional().catch(undefined),
  })
  // What is read is looser than what it is read to, and the compiler cannot follow a register's own fields here.
  return schema as unknown as z.ZodObject<{
    [Key in keyof Required<RegisterSearch<R>>]: z.ZodOptional<
      z.ZodType<RegisterSearch<R>[Key], RegisterSearch<R>[Key]>
    >
  }>
}
