import { z } from 'zod'
import { day, longText, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { queryOf } from '../../kit/register/register.ts'
import { selection } from '../../kit/register/selection.ts'
import { agreementShape } from './agreements.fields.contract.ts'
import type { Obstacle } from './agreements.obstacles.rules.ts'
import { agreementsRegister } from './agreements.register.ts'

/** The fields that an annex may change, by the clause of the agreement in which they stand. */
export const annexClauses = {
  end: ['endsOn'],
  tasks: ['tasks'],
  place: ['unitId'],
  time: ['weeklyMinutes', 'plannedMinutes', 'weekdays', 'schedule'],
  coordinator: ['coordinator'],
  costs: ['travelCosts', 'waiverScope', 'waiverPercent', 'waiverAmount'],
  insurance: ['nnwInsurer', 'nnwPolicy', 'nnwProvider', 'nnwFrom', 'nnwTo'],
  minors: ['worksWithMinors'],
  guardian: ['guardianName', 'guardianRelation', 'guardianPhone'],
  notice: ['noticeDays'],
} as const
export type AnnexClause = keyof typeof annexClauses
export const annexClauseNames = Object.keys(annexClauses) as [AnnexClause, ...AnnexClause[]]

const terms = z.object({
  endsOn: agreementShape.endsOn,
  tasks: agreementShape.tasks,
  unitId: agreementShape.unitId,
  weeklyMinutes: agreementShape.weeklyMinutes,
  plannedMinutes: agreementShape.plannedMinutes,
  weekdays: agreementShape.weekdays,
  schedule: agreementShape.schedule,
  coordinator: agreementShape.coordinator,
  travelCosts: agreementShape.travelCosts,
  waiverScope: agreementShape.waiverScope,
  waiverPercent: agreementShape.waiverPercent,
  waiverAmount: agreementShape.waiverAmount,
  nnwInsurer: agreementShape.nnwInsurer,
  nnwPolicy: agreementShape.nnwPolicy,
  nnwProvider: agreementShape.nnwProvider,
  nnwFrom: agreementShape.nnwFrom,
  nnwTo: agreementShape.nnwTo,
  worksWithMinors: agreementShape.worksWithMinors,
  guardianName: agreementShape.guardianName,
  guardianRelation: agreementShape.guardianRelation,
  guardianPhone: agreementShape.guardianPhone,
  noticeDays: agreementShape.noticeDays,
})

/** What of an agreement an annex may change. */
export type AnnexedTerms = z.output<typeof terms>

/** An annex as entered: which clauses change, and all of them as they are to be. Of a clause that stays the values are ignored. */
export const annexFields = terms.extend({
  agreementId: z.int().positive(),
  clauses: z
    .array(z.enum(annexClauseNames))
    .transform((clauses) => annexClauseNames.filter((clause) => clauses.includes(clause)))
    .default([]),
  /** What the parties agree upon besides, in their own words. */
  freeText: longText(4000),
  concludedOn: day,
  concludedIn: optionalText(80),
  validFrom: day,
  signatoryId: z.int().positive().nullable().default(null),
})

export type AnnexFields = z.output<typeof annexFields>

/**
 * What changes: fields of the clauses that the annex names. An oral agreement that is put into writing changes its form, and
 * a waiver that was signed before its extent changed is to be signed anew.
 */
export type AnnexChanges = Partial<AnnexedTerms> & { form?: 'written'; waiverSignedOn?: string | null }

const annexStatuses = ['draft', 'concluded', 'cancelled'] as const

/** An annex with what it changes: as the clauses were, and as they are to be. */
export interface Annex
  extends Pick<
    AnnexFields,
    'agreementId' | 'clauses' | 'freeText' | 'concludedOn' | 'concludedIn' | 'validFrom' | 'signatoryId'
  > {
  id: number
  status: (typeof annexStatuses)[number]
  /** Which one it is to its agreement; a draft has none. */
  sequence: number | null
  agreementNumber: string | null
  volunteerId: number
  volunteerName: string
  signatoryName: string | null
  /** The fields of its clauses, as they were entered. */
  entered: Partial<AnnexedTerms>
  /** Those of them that differ from the agreement. */
  changes: AnnexChanges
  /** The same fields as they were: of a draft as they are now. */
  before: AnnexChanges
  unitName: string | null
  unitBeforeName: string | null
  /** The accident cover by the length of the agreement before and after (UDPP art. 46). */
  classBefore: 'nnw' | 'state'
  classAfter: 'nnw' | 'state'
  /** The day on which it came into force; null until then. */
  inForceSince: string | null
  documentId: number | null
  cancelReason: string
  version: number
}

/** What may be asked of an annex before it is saved. */
export interface AnnexCheck {
  obstacles: Obstacle[]
  changes: AnnexChanges
  before: AnnexChanges
}

/** An agreement that cannot be lengthened with the others, and why. */
export interface ExtensionRefusal {
  id: number
  title: string
  obstacle: Obstacle
}

/** What lengthening many agreements would do, or did. */
export interface ExtensionOutcome {
  selected: number
  /** Those that can be lengthened. */
  extended: number
  /** Of these the ones that cross day 30, so that form and cover change. */
  becomeLong: number
  /** The first 200 of those that cannot. */
  refused: ExtensionRefusal[]
}

const extension = queryOf(agreementsRegister).extend({
  selection,
  endsOn: day,
  concludedOn: day,
  concludedIn: optionalText(80),
  validFrom: day,
  signatoryId: z.int().positive().nullable().default(null),
})

/** The most agreements that are lengthened at once: each gets an annex with a document of its own. */
export const maxExtendedAtOnce = 500

export const annexesContract = {
  /** The annexes of an agreement, the first first, drafts last. */
  of: query('agreements.read')
    .input(z.object({ agreementId: z.int().positive() }))
    .output(output<Annex[]>()),

  /** One annex. Refuses `NOT_FOUND`, for a head also where its agreement is of another unit. */
  get: query('agreements.read').input(rowId).output(output<Annex>()),

  /** What an annex would change, and what stands in its way. */
  check: query('agreements.write').input(annexFields).output(output<AnnexCheck>()),

  /** Saves a draft. Refuses (`agreements.errors.notConcluded`) an agreement that is not concluded. */
  create: command('agreements.write').input(annexFields).output(output<Annex>()),

  /** Changes a draft. Refuses (`agreements.errors.annexNotDraft`) once it is concluded. */
  change: command('agreements.write').input(annexFields.extend(rowVersion.shape)).output(output<Annex>()),

  /** Removes a draft; it had no number yet. */
  remove: command('agreements.write').input(rowVersion).output(output<void>()),

  /**
   * Concludes an annex: it gets the next number to its agreement, changes the agreement on the day from which it is valid,
   * and its document is issued, unless it was signed on paper before. The document of the agreement stays as it was printed.
   *
   * Refuses with the first obstacle that stops (`agreements.obstacles.*`): those of agreements, and those of annexes.
   */
  conclude: command('agreements.sign')
    .input(rowVersion.extend({ isPaper: z.boolean().default(false) }))
    .output(output<Annex>()),

  /**
   * Cancels the last annex of an agreement, which was made by mistake: the clauses are again as they were, its number is
   * never used again. Refuses (`agreements.errors.*`) another than the last one, one whose agreement was ended since, and
   * one without which confirmed hours would lie outside the agreement.
   */
  cancel: command('agreements.sign')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<Annex>()),

  /** What `extend` would do. Refuses more than 500 agreements (`list.errors.tooManyToChange`). */
  checkExtension: query('agreements.sign').input(extension).output(output<ExtensionOutcome>()),

  /**
   * Concludes with each of the selected agreements an annex that moves its last day; those that cannot have one are left as
   * they are. `expected` is how many `checkExtension` told of; where it is another number by now, nothing is changed
   * (`list.errors.selectionChanged`).
   */
  extend: command('agreements.sign')
    .input(extension.extend({ expected: z.int().min(1) }))
    .output(output<ExtensionOutcome>()),
}
