import { z } from 'zod'
import { day, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { bulkProcedures } from '../../kit/register/bulk.ts'
import { duplicateProcedures } from '../../kit/register/duplicates.ts'
import { mergingProcedures } from '../../kit/register/merging.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import type { RowOf } from '../../kit/register/register.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { annexesContract } from './agreements.annexes.contract.ts'
import { agreementFields, agreementShape } from './agreements.fields.contract.ts'
import type { Obstacle } from './agreements.obstacles.rules.ts'
import { agreementsRegister, type endings, travelCosts } from './agreements.register.ts'
import { terminationsContract } from './agreements.terminations.contract.ts'

export const statuses = ['draft', 'signed', 'cancelled'] as const
export type AgreementFields = z.output<typeof agreementFields>

export interface Agreement extends AgreementFields {
  id: number
  status: (typeof statuses)[number]
  /** e.g. `17/2026`; a draft has none. */
  number: string | null
  volunteerName: string
  volunteerBirthOn: string | null
  unitName: string | null
  activityKindName: string | null
  signatoryName: string | null
  projectName: string | null
  cancelReason: string
  /** The day on which the waiver of travel costs was signed; without it the centre still covers them. */
  waiverSignedOn: string | null
  /** How many annexes were concluded and not cancelled. */
  annexCount: number
  /** How it was ended before its time; empty where it was not. */
  endedBy: (typeof endings)[number]
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
   * authorisation … (UDPP art. 42–46, KC art. 15–17, UOM art. 21). What the centre asks for before an agreement has to be
   * done for its kind of activity; without one, for one of the kinds that the volunteer chose.
   */
  sign: command('agreements.sign').input(rowVersion).output(output<Agreement>()),

  /**
   * Notes the day on which the volunteer signed the waiver of travel costs, or with null that it was not signed after all.
   * Refuses (`agreements.errors.noWaiver`) an agreement without one, and a day in the future.
   */
  noteWaiver: command('agreements.write')
    .input(rowVersion.extend({ signedOn: day.nullable() }))
    .output(output<Agreement>()),

  /**
   * Says of a concluded agreement what kind of activity it is about, or with null that it is not told: no text of the
   * agreement has it, so it takes no annex. Refuses (`agreements.errors.kindClosed`) a kind that is not in use any more.
   */
  chooseKind: command('agreements.write')
    .input(rowVersion.extend({ activityKindId: agreementShape.activityKindId }))
    .output(output<Agreement>()),

  /**
   * Cancels a signed agreement that was made by mistake. Its number is never used again; the reason stays. Refuses
   * (`hours.held.agreement`) where somebody served under it, and (`agreements.errors.changedSince`) where it was changed by
   * an annex or ended before its time: that is to be cancelled first.
   */
  cancel: command('agreements.sign')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<Agreement>()),

  /** Changes of concluded agreements. */
  annexes: annexesContract,

  /** The end of agreements before their time. */
  terminations: terminationsContract,
}
