import { z } from 'zod'
import { day, email, optionalDay, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { bulkProcedures } from '../../kit/register/bulk.ts'
import { duplicateProcedures } from '../../kit/register/duplicates.ts'
import { mergingProcedures } from '../../kit/register/merging.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { unitKinds, unitsRegister } from './units.register.ts'

/** What a unit is from a day on; a reorganisation gives it another. */
export const unitStateShape = {
  kind: z.enum(unitKinds).default('other'),
  /** Text, because gaps and letters occur (`7`, `7a`); no two of one kind under one parent have the same. */
  numberLabel: optionalText(20),
  name: requiredText(160),
  /** For case signs (`DPS.II`); no two units that exist at the same time have the same. */
  symbol: optionalText(20),
  parentId: z.int().positive().nullable().default(null),
  /** The member of staff who leads it. */
  headId: z.int().positive().nullable().default(null),
  address: optionalText(160),
  phones: z
    .array(z.object({ number: requiredText(60), note: optionalText(80) }))
    .max(20)
    .default([]),
  email,
  /** The part of the town or the streets that it serves. */
  district: optionalText(400),
  /** Does it serve children? Then work there needs the checks of the act on the protection of minors. */
  servesMinors: z.boolean().default(false),
}

const unitState = z.object(unitStateShape)

/** A unit as entered: what it is, and from which day to which it exists. */
export const unitFields = z
  .object({ ...unitStateShape, validFrom: optionalDay, validTo: optionalDay })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validTo >= validFrom, {
    path: ['validTo'],
    error: 'validation.endBeforeStart',
  })

export type UnitState = z.output<typeof unitState>
export type UnitFields = z.output<typeof unitFields>

export interface Unit extends UnitFields {
  id: number
  /** Does it exist today? */
  isActive: boolean
  version: number
}

/** What a unit was, is or will be, from a day on until its next version. */
export interface UnitVersion extends UnitState {
  id: number
  /** Null for the first version. */
  fromOn: string | null
}

/** A unit in the tree of a day, as it was called then. */
export interface TreeUnit extends UnitState {
  id: number
  /** Who led it then; null where nobody did. */
  headName: string | null
}

/** The pages of the organisation chart: one SVG with all pages below each other; sizes in points. */
export interface UnitChart {
  svg: string
  pages: number
  width: number
  height: number
}

export const unitsContract = {
  /** The procedures of every register. */
  ...registerProcedures(unitsRegister),

  /** Removes a record into the bin. */
  removal: removalProcedures(unitsRegister),

  /** Takes back the last changes of a record, and brings them again. */
  undo: undoProcedures(unitsRegister),

  /** Says of many units that they serve minors or not, or gives them one district; a correction of what they are today. */
  bulk: bulkProcedures(unitsRegister, { servesMinors: z.boolean(), district: optionalText(400) }),

  /** Repetitions: while one types, and over the whole register. */
  duplicates: duplicateProcedures(unitsRegister),

  /**
   * Two records of one unit made one, with the units below, the staff, the agreements and the accounts of either.
   * Refuses units of which one stands below the other on any day (`units.errors.mergeBelow`), and a structure that
   * `change` would refuse.
   */
  merging: mergingProcedures(unitsRegister),

  /** All units in Polish order (number 2 before number 10) as they are today, those closed down included. */
  all: query('units.read').output(output<Unit[]>()),

  /** One unit as it is today. Refuses `NOT_FOUND`. */
  get: query('units.read').input(rowId).output(output<Unit>()),

  /** The versions of a unit, the newest first; those to come included. */
  versions: query('units.read').input(rowId).output(output<(UnitVersion & Pick<TreeUnit, 'headName'>)[]>()),

  /** The units that existed on a day, as they were then; those of one parent by kind, number and name. */
  tree: query('units.read')
    .input(z.object({ on: day }))
    .output(output<TreeUnit[]>()),

  /** The organisation chart of a day as it would be printed, on A4 lying. */
  chart: query('units.read')
    .input(z.object({ on: day }))
    .output(output<UnitChart>()),

  /** Notes the printing in the history and answers with the chart to print. */
  printChart: command('units.read')
    .input(z.object({ on: day }))
    .output(output<UnitChart>()),

  /**
   * Enters a unit. Refuses a name or a number that another unit of the same parent has at the same time, whatever its
   * case and marks, a symbol in use, a parent that does not exist, or not as long as the unit
   * (`units.errors.parentCloses`).
   */
  create: command('units.write').input(unitFields).output(output<Unit>()),

  /**
   * Corrects a unit as it is today, or its first and last day; nothing is told of a reorganisation. Refuses what `create`
   * refuses, a parent that lies below the unit, a last day after which units, staff or agreements
   * still need the unit (`units.errors.inUse` with all of them), days that its reorganisations do not fit, and `CONFLICT` on a stale version.
   */
  change: command('units.write').input(unitFields.safeExtend(rowVersion.shape)).output(output<Unit>()),

  /**
   * Reorganises a unit: from a day on it is something else, before it stays what it was. The day may lie ahead. A second
   * reorganisation on the same day replaces the first. Refuses what `change` refuses, and a day outside of the unit's
   * own time (`units.errors.outsideTime`).
   */
  reorganise: command('units.write')
    .input(unitState.extend(rowVersion.shape).extend({ fromOn: day }))
    .output(output<Unit>()),

  /** Takes back a reorganisation that has not come into force yet. Refuses (`units.errors.inForce`) one that has. */
  callOff: command('units.write')
    .input(rowVersion.extend({ versionId: z.int().positive() }))
    .output(output<Unit>()),
}
