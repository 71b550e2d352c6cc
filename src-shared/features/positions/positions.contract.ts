import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { optionalDay, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** The groups by which a centre counts its staff. */
export const staffGroups = ['managers', 'socialWorkers', 'specialists', 'administration'] as const
export type StaffGroup = (typeof staffGroups)[number]

/** A position (stanowisko), e.g. starszy pracownik socjalny. */
export const positionFields = z.object({
  name: requiredText(120),
  /** The group of everybody who holds the position, unless a post says otherwise. */
  staffGroup: z.enum(staffGroups),
  /** May it be given to somebody from now on? Who holds it keeps it. */
  isActive: z.boolean().default(true),
})

export type PositionFields = z.output<typeof positionFields>

/** The group of a position from a day on; '' is from the beginning. */
export interface DatedGroup {
  fromOn: Day | ''
  staffGroup: StaffGroup
}

export interface Position extends PositionFields {
  id: number
  /** Its groups, the one of today last. */
  groups: DatedGroup[]
  /** How many people hold it today. */
  holders: number
  /** Has anybody ever held it? Then it can be closed, but not removed. */
  isUsed: boolean
  version: number
}

export const positionsContract = {
  /** All positions in Polish order, closed ones included. */
  list: query('positions.read').output(output<Position[]>()),

  /** Refuses a name that differs from an existing one only in case or marks. */
  create: command('positions.write').input(positionFields).output(output<Position>()),

  /**
   * Changes a position. Another group counts from `groupFromOn` on for all who hold it without a group of their own, and
   * takes the place of what was said of later days; without that day the group it has now was a mistake and is put
   * right for as long as it was said to have it. Refuses a day to come (`positions.errors.groupToCome`), a name that
   * another one has, and `CONFLICT` on a stale version.
   */
  change: command('positions.write')
    .input(positionFields.extend({ ...rowVersion.shape, groupFromOn: optionalDay }))
    .output(output<Position>()),

  /** Removes a position that nobody has ever held; refuses (`positions.errors.inUse`) any other. */
  remove: command('positions.write').input(rowVersion).output(output<null>()),
}
