import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, optionalDay, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import { kindsContract } from './requirements.kinds.contract.ts'
import { marks, type Standing, type Status, type StatusReason } from './requirements.model.rules.ts'
import { requirementsRegister } from './requirements.register.ts'
import { type RuleWithWords, rulesContract } from './requirements.rules.contract.ts'

const volunteer = z.object({ volunteerId: z.int().positive() })
const ofVolunteer = volunteer.extend({ requirementId: z.int().positive() })

/** What is noted of a requirement that was done. */
export const completionShape = {
  doneOn: day,
  /**
   * The last day on which it is good; null: for good. Left out, it follows from the rule; another day than that needs
   * `untilReason`.
   */
  validUntil: day.nullable().optional(),
  untilReason: optionalText(200),
  /** Where the signed paper is. */
  paperPlace: optionalText(120),
  note: optionalText(400),
}
export const completionFields = z.object(completionShape)
export type CompletionFields = z.output<typeof completionFields>

export const exemptionFields = z.object({
  fromOn: day,
  untilOn: optionalDay,
  reason: requiredText(400),
})

export const markFields = z.object({
  mark: z.enum(marks),
  onDay: day,
  untilOn: optionalDay,
  reason: requiredText(400),
})

/** Something that was done, as it was noted. Who may not complete requirements sees no notes. */
export interface Completion {
  id: number
  doneOn: Day
  validUntil: Day | null
  untilReason: string
  source: string
  paperPlace: string
  note: string
  createdBy: string | null
  createdAt: string
  withdrawnAt: string | null
  withdrawReason: string
  version: number
}

export interface Exemption {
  id: number
  fromOn: Day
  untilOn: Day | null
  reason: string
  createdBy: string | null
  createdAt: string
  version: number
}

/** A line of the checklist: a requirement that holds for the person, how it stands, and why it is asked. */
export interface ChecklistItem {
  requirementId: number
  code: string
  name: string
  rule: RuleWithWords
  /** The kinds of activity for which it is asked; empty where it is asked for all. */
  kindIds: number[]
  standing: Standing
  doneOn: Day | null
  until: Day | null
  /** The day by which a thing that is missing has to be done: the work is to begin then. */
  dueOn: Day | null
  /** May it be noted as done here? Some things follow from the record itself. */
  isNotable: boolean
  completions: Completion[]
  exemptions: Exemption[]
}

export interface ChosenKind {
  id: number
  name: string
  description: string
  isActive: boolean
  chosenOn: Day
  /** How many things are not done that are asked before work of this kind, and before a placement. */
  missing: number
}

/** A change of a status. */
export interface StatusLine {
  id: number | null
  status: Status
  sinceOn: Day
  reason: StatusReason
  requirementName: string | null
  /** What somebody wrote; empty for those who may not complete requirements. */
  reasonText: string
  /** The decision it follows from, where it was the last one: it can be taken back. */
  markId: number | null
  untilOn: Day | null
  createdBy: string | null
  createdAt: string | null
}

/** What the status of a person follows from, and what comes next. */
export interface Checklist {
  volunteerId: number
  status: Status
  since: Day
  reason: StatusReason
  requirementName: string | null
  reasonText: string
  suspendedUntil: Day | null
  kinds: ChosenKind[]
  items: ChecklistItem[]
  /** Newest first. */
  timeline: StatusLine[]
  /** The decision about the status that can be taken back: the last one. */
  lastMark: { id: number; version: number; mark: (typeof marks)[number]; onDay: Day } | null
  /** Did the work begin before the centre asked for anything? */
  isFromBefore: boolean
}

export const requirementsContract = {
  ...listProcedures(requirementsRegister),

  kinds: kindsContract,
  rules: rulesContract,

  /** The checklist of a volunteer with status and course. A head sees those of the own unit. */
  of: query('requirements.read').input(volunteer).output(output<Checklist>()),

  /** Chooses the kinds of activity of a volunteer; those that stay keep the day of their choice. */
  chooseKinds: command('requirements.complete')
    .input(volunteer.extend({ kindIds: z.array(z.int().positive()).max(50) }))
    .output(output<Checklist>()),

  /**
   * Notes that a requirement was done. Refuses beside its field a day to come, an end before it, and an end other than the
   * rule's without a reason; refuses (`requirements.errors.*`) what follows from the record, and what nobody asks for.
   */
  complete: command('requirements.complete')
    .input(ofVolunteer.extend(completionShape))
    .output(output<Checklist>()),

  /** Corrects what was noted; refuses as `complete` does. */
  changeCompletion: command('requirements.complete')
    .input(rowVersion.extend(completionShape))
    .output(output<Checklist>()),

  /** Takes a note back, with a reason. It stays in the record as withdrawn. */
  withdraw: command('requirements.complete')
    .input(rowVersion.extend({ reason: requiredText(400) }))
    .output(output<Checklist>()),

  /**
   * Exempts a volunteer from a requirement, with a reason and, if wanted, an end. Refuses
   * (`requirements.errors.neverExempt`) the verification for work with minors: the act knows no exemption (art. 21 ust. 1
   * ustawy o ochronie małoletnich).
   */
  exempt: command('requirements.exempt')
    .input(ofVolunteer.extend(exemptionFields.shape))
    .output(output<Checklist>()),

  /** Changes an exemption: its days, its reason. An end before its beginning removes it. */
  changeExemption: command('requirements.exempt')
    .input(rowVersion.extend(exemptionFields.shape))
    .output(output<Checklist>()),

  /** Takes an exemption out that was granted by mistake. */
  removeExemption: command('requirements.exempt').input(rowVersion).output(output<Checklist>()),

  /**
   * Suspends (until a day, or until it is resumed), resumes, ends, rejects, or takes up again. Refuses
   * (`requirements.errors.*`) what does not fit the status on that day, and to end while an agreement is in force after it.
   */
  mark: command('requirements.complete')
    .input(volunteer.extend(markFields.shape))
    .output(output<Checklist>()),

  /** Takes back the last decision about a status, entered by mistake. */
  withdrawMark: command('requirements.complete').input(rowVersion).output(output<Checklist>()),

  /**
   * Notes that somebody was reminded of a day on which a requirement lapses. Answers false where no reminder waits: the
   * same one is not noted twice.
   */
  noteReminder: command('requirements.complete').input(rowId).output(output<boolean>()),
}
