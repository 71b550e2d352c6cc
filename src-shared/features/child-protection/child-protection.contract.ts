import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import { day, optionalDay, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import {
  type Admission,
  type CheckFacts,
  type CheckResult,
  checkKinds,
  checkResults,
  type Step,
} from './child-protection.rules.ts'
import { stateCodes } from './child-protection.states.rules.ts'

/** Where the paper lies. A choice, so that there is no line into which somebody writes what the paper says. */
export const filingPlaces = ['volunteerFile', 'closedBinder', 'officeSystem'] as const

const state = z.enum(stateCodes as [string, ...string[]])
const states = z
  .array(state)
  .max(20)
  .default([])
  .transform((codes) => [...new Set(codes)])

/** A name: letters, blanks and what stands between names. Figures and sentences do not pass. */
const personName = requiredText(80).refine((name) => /^[\p{L}\p{M}'’. -]+$/u.test(name), {
  error: 'childProtection.errors.name',
})

/** Which kinds end with an answer whether the person is listed. */
const answered: readonly string[] = [
  'restrictedRegister',
  'commissionRegister',
  'criminalRecord',
  'foreignRecord',
]

/** Is the person asked about in a register, so that the check ends with an answer? */
export function hasAnswer(kind: string): boolean {
  return answered.includes(kind)
}

/** A check as it is noted. What its kind does not have stays empty. */
export const checkFields = z
  .object({
    volunteerId: z.int().positive(),
    kind: z.enum(checkKinds),
    /** The day of the look into a register, on which a paper was seen, or a declaration made. */
    doneOn: day,
    /** Null for what has no answer; there is none beforehand, so that nobody passes over the question. */
    result: z.enum(checkResults).nullable().default(null),
    /** The day on which a paper was issued. */
    issuedOn: optionalDay,
    /** The state of a foreign paper. */
    state: z.union([state, z.literal('')]).default(''),
    citizenships: states,
    residences: states,
    /** The day from which the standards are in force that the person came to know. */
    standardsFrom: optionalDay,
    filedIn: z.enum(filingPlaces).default('volunteerFile'),
    checkedBy: personName,
    /** For a statement: does the state issue no information? Only then is it enough (UOM art. 21(7)–(8)). */
    isNotIssued: z.boolean().default(false),
  })
  .superRefine((check, context) => {
    const need = (path: string, message = 'validation.required') =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (hasAnswer(check.kind) && check.result === null) need('result')
    if (check.kind === 'criminalRecord' && check.issuedOn === null) need('issuedOn')
    if (check.issuedOn !== null && check.issuedOn > check.doneOn)
      need('issuedOn', 'childProtection.errors.issuedAfter')
    if (check.kind === 'declaration' && check.citizenships.length === 0) need('citizenships')
    const isForeign = check.kind === 'foreignRecord' || check.kind === 'foreignStatement'
    if (isForeign && check.state === '') need('state')
    if (isForeign && check.state === 'PL') need('state', 'childProtection.errors.notForeign')
    if (check.kind === 'foreignStatement' && !check.isNotIssued)
      need('isNotIssued', 'childProtection.errors.statementOnlyIf')
    if (check.kind === 'standards' && check.standardsFrom === null) need('standardsFrom')
    if (check.standardsFrom !== null && check.standardsFrom > check.doneOn)
      need('standardsFrom', 'childProtection.errors.standardsAfter')
  })
export type CheckFields = z.output<typeof checkFields>

/** A check as holders of the permission see it. */
export interface Check extends CheckFacts {
  id: number
  filedIn: (typeof filingPlaces)[number]
  checkedBy: string
  notedByName: string
  notedAt: string
  result: CheckResult
  version: number
}

/** What a look into the registers asks for besides what the register of volunteers has. */
export const sheetFields = z.object({
  volunteerId: z.int().positive(),
  birthSurname: optionalText(80),
  fatherName: optionalText(80),
  motherName: optionalText(80),
})
export type Sheet = z.output<typeof sheetFields>

/** Everything noted of one person, and how the gate stands today. */
export interface Verification {
  checks: Check[]
  steps: Step[]
  admission: Admission
  /** When the centre's own policy asks for a new look into the registers; null without one. */
  recheckDueOn: Day | null
  /** Is there a newer version of the standards than the one that the person knows? */
  isStandardOutdated: boolean
  standardsFrom: Day | null
}

/** What everybody who reads volunteers may know of the gate: no results, and not which part is missing. */
export interface ToldAdmission {
  isAdmitted: boolean
  since: Day | null
  /** How many parts are missing. */
  missing: number
}

/** The policy of the centre. */
export const policyFields = z.object({
  /** After how many months it reminds to look into the registers again; 0: never. The act names no such time. */
  recheckMonths: z.int().min(0).max(60),
  /** The day from which the present standards of child protection are in force. */
  standardsFrom: optionalDay,
})
export type Policy = z.output<typeof policyFields> & { version: number }

/** A line of the log: who opened or changed whose checks. */
export interface LogLine {
  id: number
  at: string
  userName: string
  volunteerId: number | null
  /** Empty where the person is in the register no more. */
  volunteerName: string
  action: string
}

/** How many lines of the log come at once. */
export const linesOfLog = 100

const ofVolunteer = z.object({ volunteerId: z.int().positive() })

/**
 * The gate before work with minors (UOM art. 21). No list, search, export or history has any of it, so none of the shared
 * tools of registers stands here.
 */
export const childProtectionContract = {
  /**
   * Whether a person may be admitted to work with minors on a day (today without one), for everybody who reads volunteers. A
   * head asks about those of the own unit.
   */
  admission: query('volunteers.read')
    .input(ofVolunteer.extend({ day: optionalDay }))
    .output(output<ToldAdmission>()),

  /** Everything noted of one person. Each person whose checks somebody opened stands in the log, once a day. */
  get: query('childProtection.read').input(ofVolunteer).output(output<Verification>()),

  /**
   * Notes a check, and lets the gate follow. Whoever is listed is rejected without a word of why. Refuses a day that is yet to
   * come. The working sheet is deleted with the results of both registers.
   */
  note: command('childProtection.write').input(checkFields).output(output<Verification>()),

  /**
   * Takes back what was noted by mistake: it stays to be seen, and counts for nothing. Refuses
   * (`childProtection.errors.listedStays`) that somebody is listed: only a new check opens the gate again.
   */
  cancel: command('childProtection.write').input(rowVersion).output(output<Verification>()),

  /** The working sheet of a person, kept in memory only; null where there is none. */
  sheet: query('childProtection.write').input(ofVolunteer).output(output<Sheet | null>()),

  /**
   * Keeps the working sheet while one checks: in the memory of the program, never in the file. It is gone with the result,
   * after eight hours, and when the program ends.
   */
  keepSheet: query('childProtection.write').input(sheetFields).output(output<void>()),

  /** Deletes the working sheet. */
  dropSheet: query('childProtection.write').input(ofVolunteer).output(output<void>()),

  /** The centre's policy. */
  policy: query('childProtection.read').output(output<Policy>()),

  /** Changes the policy. Refuses `CONFLICT` on a stale version. */
  changePolicy: command('childProtection.write')
    .input(policyFields.extend({ version: z.int().positive() }))
    .output(output<Policy>()),

  /** Whose look into the registers is to be repeated within 30 days, by the centre's policy; the first due first. */
  due: query('childProtection.read').output(
    output<{ volunteerId: number; volunteerName: string; dueOn: Day }[]>(),
  ),

  /** Who opened or changed whose checks, the last first; for the data-protection officer. It has no results. */
  log: query('childProtection.log')
    .input(z.object({ before: z.int().positive().nullable().default(null) }))
    .output(output<LogLine[]>()),
}
