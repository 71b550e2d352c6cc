import { z } from 'zod'
import { command, output, query } from '../procedure.ts'
import { queryOf, type Register } from './register.ts'
import { selection } from './selection.ts'

/** The most records that are changed at once. */
export const maxChangedAtOnce = 5000

/** What a field of many records may be given. */
export type BulkValue = string | boolean

/** What a change of many records would do, or did. */
export interface BulkOutcome {
  /** Records that are selected. */
  selected: number
  /** Those of them in which the field has another value. */
  changing: number
}

/**
 * The procedures by which one field of many records is given one value.
 *
 * @param fields the fields that may be changed so, each with the schema of its values
 */
export function bulkProcedures<R extends Register, Fields extends Record<string, z.ZodType<BulkValue>>>(
  register: R,
  fields: Fields,
) {
  const [first, ...others] = Object.entries(fields).map(([field, value]) =>
    z.strictObject({ field: z.literal(field), value }),
  )
  if (!first) throw new Error(`no field of ${register.name} may be changed for many`)
  const change = z.discriminatedUnion('field', [first, ...others]) as unknown as z.ZodType<
    { field: keyof Fields & string; value: BulkValue },
    { field: keyof Fields & string; value: BulkValue }
  >
  const asked = queryOf(register).extend({ selection, change })
  return {
    /** What `change` would do. Refuses more than 5,000 records (`list.errors.tooManyToChange`). */
    preview: query(register.write).input(asked).output(output<BulkOutcome>()),

    /**
     * Gives a field of all selected records one value: all or none, a new version and a line in the history for each that
     * had another. `expected` is how many `preview` told of; where it is another number by now, nothing is changed
     * (`list.errors.selectionChanged`). Refuses what `preview` does.
     */
    change: command(register.write)
      .input(asked.extend({ expected: z.int().min(0) }))
      .output(output<BulkOutcome>()),
  }
}
