import { z } from 'zod'
import { day, longText, optionalDay, optionalText, phone } from '../../kit/fields.ts'
import { guardianRelations } from '../volunteers/volunteers.profile.contract.ts'
import { agreementForms, recipientNeeds, travelCosts } from './agreements.register.ts'

/** Who took out the accident policy (NNW): the centre, or somebody else (e.g. a school). */
export const nnwProviders = ['', 'centre', 'other'] as const

/** The fields of an agreement before rules that join several of them; the import reuses them one by one. */
export const agreementShape = {
  volunteerId: z.int().positive(),
  unitId: z.int().positive().nullable().default(null),
  /** What kind of activity it is about: what a volunteer must have done for it is asked before the conclusion. */
  activityKindId: z.int().positive().nullable().default(null),
  /** What the volunteer will do, one task a line of the document. */
  tasks: z
    .array(optionalText(400))
    .max(20)
    .transform((tasks) => tasks.filter(Boolean))
    .default([]),
  /** Minutes a week, in quarters of an hour. */
  weeklyMinutes: z
    .int()
    .min(15)
    .max(7 * 24 * 60)
    .multipleOf(15)
    .nullable()
    .default(null),
  /** Minutes in all, in quarters of an hour, where that much was agreed upon. */
  plannedMinutes: z.int().min(15).max(600_000).multipleOf(15).nullable().default(null),
  /** Days of the week: 1 is Monday. */
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .transform((weekdays) => [...new Set(weekdays)].sort())
    .default([]),
  /** Days and hours in words, e.g. `wtorki i czwartki, 15.00–17.00`. */
  schedule: optionalText(200),
  /** What those need whom the volunteer will help; says nothing of a person. */
  needs: z
    .array(z.enum(recipientNeeds))
    .max(recipientNeeds.length)
    .transform((needs) => recipientNeeds.filter((need) => needs.includes(need)))
    .default([]),
  /** How the parties agreed: on paper, or by word of mouth and confirmed in writing (UDPP art. 44(2)). */
  form: z.enum(agreementForms).default('written'),
  /** Why more than 30 days were agreed upon by word of mouth all the same. */
  formReason: optionalText(300),
  concludedOn: day,
  concludedIn: optionalText(80),
  startsOn: day,
  /** Null: for an indefinite time. */
  endsOn: optionalDay,
  worksWithMinors: z.boolean().default(false),
  /** The clerk confirms that the checks before admission to work with minors are done and filed. */
  isMinorsCheckConfirmed: z.boolean().default(false),
  nnwInsurer: optionalText(120),
  nnwPolicy: optionalText(80),
  nnwProvider: z.enum(nnwProviders).default(''),
  nnwFrom: optionalDay,
  nnwTo: optionalDay,
  travelCosts: z.enum(travelCosts).default('reimbursed'),
  /** What a partial waiver covers. */
  waiverScope: optionalText(300),
  /** The part of each settlement that a partial waiver covers. */
  waiverPercent: z.int().min(1).max(99).nullable().default(null),
  /** The grosze of each settlement that a partial waiver covers. */
  waiverAmount: z.int().min(1).max(100_000_00).nullable().default(null),
  /** Days of notice for ending the agreement; 0: at once. */
  noticeDays: z.int().min(0).max(90).default(14),
  signatoryId: z.int().positive().nullable().default(null),
  coordinator: optionalText(120),
  /** The project that pays for it, whose logos stand on the document. */
  projectId: z.int().positive().nullable().default(null),
  guardianName: optionalText(120),
  guardianRelation: z.enum(guardianRelations).default(''),
  guardianPhone: phone,
  notes: longText(4000),
}

/** An agreement as entered. What is still missing for signing is not an error of the draft. */
export const agreementFields = z
  .object(agreementShape)
  .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'validation.endBeforeStart',
  })
  .refine(({ nnwFrom, nnwTo }) => !nnwFrom || !nnwTo || nnwTo >= nnwFrom, {
    path: ['nnwTo'],
    error: 'validation.endBeforeStart',
  })
  .refine(({ waiverPercent, waiverAmount }) => waiverPercent === null || waiverAmount === null, {
    path: ['waiverAmount'],
    error: 'agreements.errors.percentOrAmount',
  })
