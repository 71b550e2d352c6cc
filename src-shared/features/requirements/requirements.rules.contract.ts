import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, optionalDay, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import {
  audiences,
  type BasisCertainty,
  basisCertainties,
  blockedSteps,
  knownFields,
  type RuleVersion,
  scopes,
  sources,
} from './requirements.model.rules.ts'

const reminderDays = z.array(z.int().min(1).max(365)).max(6)

/** A version of a rule as it is entered. */
export const ruleShape = {
  appliesTo: z.enum(scopes),
  /** For `chosen`. */
  kindIds: z.array(z.int().positive()).max(100).default([]),
  audience: z.enum(audiences),
  blocks: z.enum(blockedSteps),
  source: z.enum(sources),
  /** For `document` the kind of document, for `field` the field of the record. */
  sourceDetail: z.string().max(40).default(''),
  /** The kind of document on which it is done, which the checklist offers to prepare; empty for none. */
  documentKind: z.string().max(40).regex(/^\w*$/).default(''),
  validityMonths: z.int().min(1).max(240).nullable().default(null),
  reminderDays: reminderDays.default([60, 30, 7]),
  /** The article that asks for it, as it is cited. */
  basis: requiredText(300),
  certainty: z.enum(basisCertainties),
  /** Why it is asked, in a sentence. */
  explanation: optionalText(400),
  /** The day from which it holds also for those whose work began before. */
  forAllFrom: optionalDay,
}

/** What a rule asks for has to be told. */
function checkRule(
  rule: { appliesTo: string; kindIds: number[]; source: string; sourceDetail: string },
  context: z.RefinementCtx,
): void {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if (rule.appliesTo === 'chosen' && rule.kindIds.length === 0)
    refuse('kindIds', 'requirements.errors.kindsMissing')
  const isTold =
    rule.source === 'field'
      ? knownFields.some((name) => name === rule.sourceDetail)
      : rule.source !== 'document' || /^\w+$/.test(rule.sourceDetail)
  if (!isTold) refuse('sourceDetail', 'requirements.errors.detailMissing')
}

export const newRequirement = z
  .object({ name: requiredText(120), validFrom: day, ...ruleShape })
  .superRefine(checkRule)
export const amendedRule = z
  .object({ requirementId: z.int().positive(), validFrom: day, ...ruleShape })
  .superRefine(checkRule)

/** A version of a rule with what is told of it. */
export interface RuleWithWords extends Omit<RuleVersion, 'kindIds' | 'reminderDays'> {
  id: number
  kindIds: number[]
  reminderDays: number[]
  basis: string
  certainty: BasisCertainty
  explanation: string
  version: number
}

export interface Requirement {
  id: number
  code: string
  name: string
  place: number
  /** The last day on which it is asked; null while it is. */
  endsOn: Day | null
  /** Newest first. */
  versions: RuleWithWords[]
  version: number
}

export const rulesContract = {
  /** All requirements in the order of the checklist, each with all its versions. */
  list: query('requirements.read').output(output<Requirement[]>()),

  /** Adds a requirement of the centre's own, from a day on. */
  create: command('requirements.configure').input(newRequirement).output(output<Requirement>()),

  /**
   * Changes a requirement from a day on: a new version. What was completed keeps its day of lapse; whose work began before
   * is asked by the old version, unless the new one holds for all from a day. Refuses a day that has a version already
   * (`requirements.errors.dayTaken`), and one before the last version (`requirements.errors.dayPast`).
   */
  amend: command('requirements.configure').input(amendedRule).output(output<Requirement>()),

  /** Takes back a version that is not in force yet. Refuses others: what held, held. */
  callOff: command('requirements.configure').input(rowVersion).output(output<Requirement>()),

  /** Gives a requirement another name. */
  rename: command('requirements.configure')
    .input(rowVersion.extend({ name: requiredText(120) }))
    .output(output<Requirement>()),

  /**
   * Ends a requirement with a day, or (null) lets it go on. Refuses the verification for work with minors
   * (`requirements.errors.neverEnds`): the act asks for it.
   */
  end: command('requirements.configure')
    .input(rowVersion.extend({ lastOn: optionalDay }))
    .output(output<Requirement>()),
}
