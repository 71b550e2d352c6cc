import { z } from 'zod'
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
import { bulkProcedures } from '../../kit/register/bulk.ts'
import { duplicateProcedures } from '../../kit/register/duplicates.ts'
import { mergingProcedures } from '../../kit/register/merging.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import type { RowOf } from '../../kit/register/register.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { guardianRelations } from '../volunteers/volunteers.profile.contract.ts'
import type { Obstacle } from './agreements.obstacles.rules.ts'
import { agreementsRegister, travelCosts } from './agreements.register.ts'

export const statuses = ['draft', 'signed', 'cancelled'] as const
/** Who took out the accident policy (NNW): the centre, or somebody else (e.g. a school). */
export const nnwProviders = ['', 'centre', 'other'] as const

/** The fields of an agreement before rules that join several of them; the import reuses them one by one. */
export const agreementShape = {
  volunteerId: z.int().positive(),
  unitId: z.int().positive().nullable().default(null),
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
  /** Days and hours in words, e.g. `wtorki i czwartki, 15.00–17.00`. */
  schedule: optionalText(200),
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

export type AgreementFields = z.output<typeof agreementFields>

export interface Agreement extends AgreementFields {
  id: number
  status: (typeof statuses)[number]
  /** e.g. `17/2026`; a draft has none. */
  number: string | null
  volunteerName: string
  volunteerBirthOn: string | null
  unitName: string | null
  signatoryName: string | null
  projectName: string | null
  cancelReason: string
  /** The issued document; null for drafts and for agreements that were signed on paper and imported. */
  documentId: number | null
  /** Signed on paper before; the program has no document of it. */
  isPaper: boolean
  createdAt: string
  version: number
}

/** An agreement as the list shows it. */
export type AgreementRow = RowOf<typeof agreementsRegister>

/** A document as it takes shape beside the form. */
export interface AgreementPreview {
  svg: string
  pages: number
  width: number
  height: number
  /** What stops the signing and what only needs a look; the same rules run in the form. */
  obstacles: Obstacle[]
}

export const agreementsContract = {
  /** The procedures of every register. A head sees the agreements of the own unit. */
  ...registerProcedures(agreementsRegister),

  /** Removes a record into the bin. */
  removal: removalProcedures(agreementsRegister),

  /**
   * Gives many drafts the same coordinator, the same rule for travel costs, or says of them whether they are about work with
   * minors. Refuses a selection with concluded agreements in it (`agreements.errors.onlyDrafts`).
   */
  bulk: bulkProcedures(agreementsRegister, {
    coordinator: agreementShape.coordinator,
    travelCosts: z.enum(travelCosts),
    worksWithMinors: z.boolean(),
  }),

  /** Takes back the last changes of a record, and brings them again. */
  undo: undoProcedures(agreementsRegister),

  /** Repetitions of an agreement of one volunteer: while one types, and over the whole register. */
  duplicates: duplicateProcedures(agreementsRegister),

  /**
   * Two drafts of one volunteer made one. What was concluded is never merged (`agreements.errors.mergeConcluded`): it is
   * a document with a number of its own, of which the volunteer has a copy. One made by mistake is cancelled.
   */
  merging: mergingProcedures(agreementsRegister),

  /** One agreement, draft or concluded. Refuses `NOT_FOUND`, for a head also where it is of another unit. */
  get: query('agreements.read').input(rowId).output(output<Agreement>()),

  /**
   * The document as it would be printed from these fields, with a mark that it is a draft, and everything that
   * stands in the way of signing. Takes unfinished fields: what is missing shows as a blank.
   */
  preview: query('agreements.write')
    .input(agreementFields.safeExtend({ id: z.int().positive().nullable().default(null) }))
    .output(output<AgreementPreview>()),

  /** Saves a draft. It gets no number. */
  create: command('agreements.write').input(agreementFields).output(output<Agreement>()),

  /** Changes a draft. Refuses (`agreements.errors.notDraft`) once it is signed. */
  change: command('agreements.write')
    .input(agreementFields.safeExtend(rowVersion.shape))
    .output(output<Agreement>()),

  /**
   * Concludes the agreement: gives it the next number of the year of its conclusion, freezes the data of the
   * document in the same transaction and stores its PDF/A right after.
   *
   * Refuses with the first obstacle that stops (`agreements.obstacles.*`): no policy for 30 days and less, a
   * minor without a guardian, work with minors without the confirmed checks, a signatory without a valid
   * authorisation … (UDPP art. 42–46, KC art. 15–17, UOM art. 21).
   */
  sign: command('agreements.sign').input(rowVersion).output(output<Agreement>()),

  /**
   * Cancels a signed agreement that was made by mistake. Its number is never used again; the reason stays. Refuses
   * (`hours.held.agreement`) where somebody served under it.
   */
  cancel: command('agreements.sign')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<Agreement>()),
}
