import { z } from 'zod'
import { longText, optionalText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import {
  communications,
  familiesRegister,
  familyNeeds,
  familyStates,
} from './placements.families.register.ts'
import { seemsAnAddress, tidyCode, whyNoCode } from './placements.families.rules.ts'

/** A code that nobody can be told by; empty for the next one of the year. */
const code = z
  .string()
  .max(40)
  .transform(tidyCode)
  .superRefine((typed, context) => {
    const problem = typed === '' ? undefined : whyNoCode(typed)
    if (problem) context.addIssue({ code: 'custom', message: `families.errors.code.${problem}` })
  })
  .default('')

const familyShape = {
  code,
  state: z.enum(familyStates).default('active'),
  /** A part of the town; an address is refused. */
  district: optionalText(120).refine((text) => !seemsAnAddress(text), { error: 'families.errors.address' }),
  /** The unit that works with the family; a head sees the families of the own one. */
  unitId: z.int().positive().nullable().default(null),
  /** The leading social worker. */
  workerId: z.int().positive().nullable().default(null),
  isDeaf: z.boolean().default(false),
  communication: z.array(z.enum(communications)).max(communications.length).default([]),
  /** How many minors live there; null where that is not known. */
  children: z.int().min(0).max(30).nullable().default(null),
  hasMinors: z.boolean().default(false),
  needs: z.array(z.enum(familyNeeds)).max(familyNeeds.length).default([]),
  notes: longText(2000),
}

export const familyFields = z.object(familyShape)
export type FamilyFields = z.output<typeof familyFields>

export interface Family extends FamilyFields {
  id: number
  unitName: string | null
  workerName: string | null
  createdAt: string
  version: number
}

/** A family as it is chosen for a placement. */
export interface FamilyChoice {
  id: number
  code: string
  district: string
  hasMinors: boolean
  isDeaf: boolean
}

/** Families by code. Each one that is opened is recorded, once for each person and day. */
export const familiesContract = {
  /** The procedures of every register. A head sees the families of the own unit. */
  ...registerProcedures(familiesRegister),

  /** Removes a family into the bin; refuses one that was ever placed with. */
  removal: removalProcedures(familiesRegister),

  /** Takes back the last changes of a family, and brings them again. */
  undo: undoProcedures(familiesRegister),

  /** One family; the history keeps that it was opened. */
  get: query('families.read').input(rowId).output(output<Family>()),

  /** At most 20 families that are active, by the beginning of the code or of a word of the district, and the chosen one. */
  find: query('families.read')
    .input(
      z.object({ search: z.string().max(100).default(''), id: z.int().positive().nullable().default(null) }),
    )
    .output(output<FamilyChoice[]>()),

  /** Enters a family; without a code it gets the next one of the year. Refuses a code that is taken. */
  create: command('families.write').input(familyFields).output(output<Family>()),

  /** Changes a family. Refuses a code that is taken, and an empty one. */
  change: command('families.write').input(familyFields.safeExtend(rowVersion.shape)).output(output<Family>()),
}
