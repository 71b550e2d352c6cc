import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import {
  day,
  email,
  longText,
  optionalText,
  phone,
  requiredText,
  rowId,
  rowVersion,
} from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A group of volunteers who come together. */
export const groupFields = z.object({
  name: requiredText(120),
  /** The school or association; empty for a group of the centre's own. */
  organisation: optionalText(200),
  /** Who leads it or answers for it. */
  contactName: optionalText(120),
  contactPhone: phone,
  contactEmail: email,
  notes: longText(2000),
  /** Is it offered where a group is chosen? */
  isActive: z.boolean().default(true),
})
export type GroupFields = z.output<typeof groupFields>

export interface VolunteerGroup extends GroupFields {
  id: number
  /** How many belong to it today. */
  memberCount: number
  version: number
}

/** Somebody who belongs or belonged to a group. */
export interface GroupMember {
  id: number
  volunteerId: number
  name: string
  joinedOn: Day
  leftOn: Day | null
}

export const eventGroupsContract = {
  /** All groups by name, those out of use included. */
  list: query('events.read').output(output<VolunteerGroup[]>()),

  /** Who belongs or belonged to a group, by name. */
  members: query('events.read').input(rowId).output(output<GroupMember[]>()),

  /** Adds a group. */
  create: command('events.write').input(groupFields).output(output<VolunteerGroup>()),

  /** Changes a group, or takes it out of use. */
  change: command('events.write')
    .input(groupFields.safeExtend(rowVersion.shape))
    .output(output<VolunteerGroup>()),

  /** Puts volunteers into a group from a day on; who belongs to it already stays once. Answers how many joined. */
  join: command('events.write')
    .input(
      z.object({
        id: z.int().positive(),
        volunteerIds: z.array(z.int().positive()).min(1).max(200),
        joinedOn: day,
      }),
    )
    .output(output<number>()),

  /** Somebody leaves a group, that day being the last. Refuses a day before the first. */
  leave: command('events.write')
    .input(z.object({ memberId: z.int().positive(), leftOn: day }))
    .output(output<void>()),
}
