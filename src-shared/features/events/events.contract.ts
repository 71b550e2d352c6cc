import { z } from 'zod'
import { dayMinutes } from '../../kit/clock.ts'
import type { Day } from '../../kit/dates.ts'
import {
  day,
  longText,
  optionalDay,
  optionalText,
  phone,
  requiredText,
  rowId,
  rowVersion,
} from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import { queryOf, type RowOf } from '../../kit/register/register.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { selection } from '../../kit/register/selection.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { nnwProviders } from '../agreements/agreements.fields.contract.ts'
import { guardianRelations } from '../volunteers/volunteers.profile.contract.ts'
import { volunteersRegister } from '../volunteers/volunteers.register.ts'
import type { ReadPeople } from './events.pasting.rules.ts'
import { type eventStatuses, eventsRegister } from './events.register.ts'
import { isTooLong, type MemberProblem, maxMembers } from './events.rules.ts'

const minuteOfDay = z.int().min(0).max(dayMinutes).multipleOf(15, { error: 'events.errors.noQuarter' })

/** An event as entered. What is still missing for its agreements is no error of the event. */
export const eventFields = z
  .object({
    name: requiredText(200),
    startsOn: day,
    endsOn: day,
    fromMinute: minuteOfDay.nullable().default(null),
    toMinute: minuteOfDay.nullable().default(null),
    /** Where it is, in words; empty: at the unit. */
    place: optionalText(200),
    unitId: z.int().positive().nullable().default(null),
    /** What kind of activity it is about, and with it the agreements by its list. */
    activityKindId: z.int().positive().nullable().default(null),
    tasks: z
      .array(optionalText(400))
      .max(20)
      .transform((tasks) => tasks.filter(Boolean))
      .default([]),
    /** The member of staff who is in charge. */
    coordinatorId: z.int().positive().nullable().default(null),
    expectedCount: z.int().min(1).max(maxMembers).nullable().default(null),
    worksWithMinors: z.boolean().default(false),
    nnwProvider: z.enum(nnwProviders).default(''),
    nnwInsurer: optionalText(120),
    nnwPolicy: optionalText(80),
    nnwFrom: optionalDay,
    nnwTo: optionalDay,
    /** Who brings a group: a school, an association. */
    organisation: optionalText(200),
    organisationContact: optionalText(200),
    notes: longText(4000),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'validation.endBeforeStart',
  })
  .refine((event) => event.endsOn < event.startsOn || !isTooLong(event), {
    path: ['endsOn'],
    error: 'events.errors.tooLong',
  })
  .refine(({ fromMinute, toMinute }) => (fromMinute === null) === (toMinute === null), {
    path: ['toMinute'],
    error: 'events.errors.halfHours',
  })
  .refine(({ fromMinute, toMinute }) => fromMinute === null || toMinute === null || toMinute > fromMinute, {
    path: ['toMinute'],
    error: 'events.errors.hoursReversed',
  })
  .refine(({ nnwFrom, nnwTo }) => !nnwFrom || !nnwTo || nnwTo >= nnwFrom, {
    path: ['nnwTo'],
    error: 'validation.endBeforeStart',
  })
export type EventFields = z.output<typeof eventFields>

export interface CentreEvent extends EventFields {
  id: number
  status: (typeof eventStatuses)[number]
  cancelReason: string
  unitName: string | null
  activityKindName: string | null
  coordinatorName: string | null
  createdAt: string
  version: number
}

/** An event as the list shows it. */
export type EventRow = RowOf<typeof eventsRegister>

/** Somebody on the list of an event. */
export interface EventMember {
  id: number
  volunteerId: number
  /** What the history of the event calls the person: a name there would outlive the record. */
  registerNumber: string
  surname: string
  firstNames: string
  birthOn: Day | null
  phone: string
  guardianName: string
  groupId: number | null
  groupName: string | null
  consentOn: Day | null
  /** Is the person 13 to 17 years old on the first day, so that a guardian must consent? */
  needsConsent: boolean
  agreement: { id: number; number: string; documentId: number | null } | null
  problems: MemberProblem[]
  /** Who came on which day and for how long; 0: did not come. */
  presences: { day: Day; minutes: number }[]
  /** The hours that stand in the log under the agreement. */
  served: { day: Day; minutes: number; isConfirmed: boolean }[]
  version: number
}

/** A person who is in no register yet, as typed beside a list. */
export const newPerson = z.object({
  surname: requiredText(80),
  firstNames: requiredText(80),
  birthOn: optionalDay,
  phone,
  guardianName: optionalText(120),
  guardianRelation: z.enum(guardianRelations).default(''),
  guardianPhone: phone,
})
export type NewPerson = z.output<typeof newPerson>

const people = z.object({
  volunteerIds: z.array(z.int().positive()).max(maxMembers).default([]),
  newPeople: z.array(newPerson).max(maxMembers).default([]),
})

/** What a member of a list came to be: put on it, or on it before. */
export interface AddedMembers {
  added: number
  present: number
}

const memberVersion = z.object({ memberId: z.int().positive(), version: z.int().positive() })

export const eventsContract = {
  /** The procedures of every register. A head sees the events of the own unit. */
  ...registerProcedures(eventsRegister),

  /** Removes an event into the bin, with its list; refuses one under which agreements were concluded. */
  removal: removalProcedures(eventsRegister),

  /** Takes back the last changes of an event, and brings them again. */
  undo: undoProcedures(eventsRegister),

  /** One event. Refuses `NOT_FOUND`, for a head also where it is of another unit. */
  get: query('events.read').input(rowId).output(output<CentreEvent>()),

  /** Plans an event of at most 30 days (`events.errors.tooLong`). */
  create: command('events.write').input(eventFields).output(output<CentreEvent>()),

  /**
   * Changes an event. Days, hours, unit, work and policy of one under which agreements were concluded stay as they were
   * agreed (`events.errors.agreed`).
   */
  change: command('events.write')
    .input(eventFields.safeExtend(rowVersion.shape))
    .output(output<CentreEvent>()),

  /** Planned events and those of the last 60 days, the next first, for putting people on a list. */
  open: query('events.read').output(output<{ id: number; name: string; startsOn: Day; endsOn: Day }[]>()),

  /** Everybody on the list of an event, by name, each with what stands in the way of an agreement. */
  members: query('events.read').input(rowId).output(output<EventMember[]>()),

  /** What the event itself lacks before agreements can be concluded by its list. */
  problems: query('events.read').input(rowId).output(output<MemberProblem[]>()),

  /** The event by whose list an agreement was concluded; null where it was concluded by itself. */
  ofAgreement: query('events.read').input(rowId).output(output<{ id: number; name: string } | null>()),

  /**
   * Puts people on the list: volunteers of the register, and new ones who enter the register with it. Who is on the list
   * already stays once. Refuses an event that is settled or cancelled, and more than 200 people.
   */
  addPeople: command('events.write').input(people.extend(rowId.shape)).output(output<AddedMembers>()),

  /** Puts all selected volunteers of the register on the list; refuses as `addPeople` does. */
  addSelected: command('events.write')
    .input(queryOf(volunteersRegister).extend({ selection, id: z.int().positive() }))
    .output(output<AddedMembers>()),

  /** Puts those on the list who belong to a group on the first day of the event. */
  addGroup: command('events.write')
    .input(z.object({ id: z.int().positive(), groupId: z.int().positive() }))
    .output(output<AddedMembers>()),

  /** Reads a pasted list, and finds in the register who is meant; tells the lines that it cannot read. Writes nothing. */
  readPeople: query('events.write')
    .input(z.object({ id: z.int().positive(), text: z.string().max(40_000) }))
    .output(output<ReadPeople>()),

  /** Takes somebody off the list; refuses whose agreement was concluded (`events.errors.concluded`). */
  removeMember: command('events.write').input(memberVersion).output(output<void>()),

  /** Notes the consent of a minor's guardian, by the name that stands in the register, or takes the note back. */
  noteConsent: command('events.write')
    .input(memberVersion.extend({ consentOn: day.nullable() }))
    .output(output<void>()),

  /**
   * Concludes an agreement with everybody on the list who has none and nothing in the way, each with the next number of
   * the register of agreements, and issues the list with the numbers. The others stay on the list without an agreement.
   *
   * `expected` is how many the page showed as ready; where it is another number by now nothing happens
   * (`events.errors.listChanged`). Refuses what the event itself lacks (`events.problems.*`) (UDPP art. 44, 46).
   */
  conclude: command('agreements.sign')
    .input(
      rowVersion.extend({
        concludedOn: day,
        concludedIn: requiredText(80),
        signatoryId: z.int().positive(),
        expected: z.int().min(1),
      }),
    )
    .output(output<{ count: number; documentId: number }>()),

  /** Notes who came on a day and for how long; null takes the note back. Refuses days outside the event or not yet come. */
  notePresence: command('events.attend')
    .input(
      z.object({
        id: z.int().positive(),
        day,
        presences: z
          .array(
            z.object({
              memberId: z.int().positive(),
              minutes: z
                .int()
                .min(0)
                .max(24 * 60)
                .multipleOf(15)
                .nullable(),
            }),
          )
          .min(1)
          .max(maxMembers),
      }),
    )
    .output(output<void>()),

  /** The event took place. Refuses before its first day. */
  hold: command('events.write').input(rowVersion).output(output<CentreEvent>()),

  /**
   * Writes the hours of all who came and have an agreement into the log, a day at a time, and may confirm them; what
   * stands there already stays. Answers how many entries were written, and what the log refused.
   */
  enterHours: command('hours.write')
    .input(rowId.extend({ isConfirmed: z.boolean() }))
    .output(output<{ written: number; refused: { name: string; problem: MemberProblem }[] }>()),

  /** Settles a held event: presence is noted for everybody, and the hours of all who came are in the log. */
  settle: command('events.write').input(rowVersion).output(output<CentreEvent>()),

  /** Opens a held or settled event again. */
  reopen: command('events.write').input(rowVersion).output(output<CentreEvent>()),

  /**
   * Calls an event off, with its agreements and its list, each with the reason; numbers are never used again. Refuses
   * where hours were entered (`events.errors.served`).
   */
  cancel: command('agreements.sign')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<CentreEvent>()),

  /** The insured persons of an event for the insurer, as CSV: name and birth date. Stands in the history. */
  exportInsured: command('events.write')
    .input(rowId)
    .output(output<{ fileName: string; content: string; rows: number }>()),

  /** The same as pages to print. Stands in the history. */
  printInsured: command('events.write')
    .input(rowId)
    .output(output<{ svg: string; pages: number; width: number; height: number; rows: number }>()),
}
