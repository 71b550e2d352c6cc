import { z } from 'zod'
import { optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A place where volunteers work: a branch, a section, a day centre. */
export const unitFields = z.object({
  name: requiredText(160),
  address: optionalText(160),
  /** Does it serve children? Then work there needs the checks of the act on the protection of minors. */
  servesMinors: z.boolean().default(false),
  isActive: z.boolean().default(true),
})

export type UnitFields = z.output<typeof unitFields>

export interface Unit extends UnitFields {
  id: number
  version: number
}

export const unitsContract = {
  /** All units in Polish order, those closed down included. */
  list: query('units.read').output(output<Unit[]>()),

  /** Refuses a name that differs from an existing one only in case or marks. */
  create: command('units.write').input(unitFields).output(output<Unit>()),

  /** Changes a unit; refuses a name that another one has, and `CONFLICT` on a stale version. */
  change: command('units.write').input(unitFields.extend(rowVersion.shape)).output(output<Unit>()),
}
