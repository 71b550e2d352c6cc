import { z } from 'zod'
import type { Day } from '../../kit/dates.ts'
import {
  email,
  longText,
  optionalDay,
  optionalText,
  phone,
  postCode,
  requiredText,
  rowId,
  rowVersion,
} from '../../kit/fields.ts'
import { readPesel } from '../../kit/identifiers.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { bulkProcedures } from '../../kit/register/bulk.ts'
import { duplicateProcedures } from '../../kit/register/duplicates.ts'
import { mergingProcedures } from '../../kit/register/merging.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import type { RowOf } from '../../kit/register/register.ts'
import { removalProcedures } from '../../kit/register/removal.ts'
import { undoProcedures } from '../../kit/register/undo.ts'
import { anonymisingProcedures } from './volunteers.anonymising.contract.ts'
import { profileShape } from './volunteers.profile.contract.ts'
import { categories, formsOfAddress, volunteersRegister } from './volunteers.register.ts'

/** The fields of a volunteer before rules that join several of them; the import reuses them one by one. */
export const volunteerShape = {
  surname: requiredText(80),
  firstNames: requiredText(80),
  /** `unknown` prints slash forms. The form proposes it from the PESEL where it is not chosen yet. */
  formOfAddress: z.enum(formsOfAddress).default('unknown'),
  birthOn: optionalDay,
  /** Eleven digits, or empty where there is none. */
  pesel: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .refine((digits) => digits === '' || readPesel(digits) !== undefined, {
      error: 'volunteers.errors.peselLength',
    })
    .default(''),
  /** Why there is no PESEL, or why a number with a wrong check digit is kept. */
  peselNote: optionalText(200),
  street: optionalText(120),
  postCode,
  town: optionalText(80),
  phone,
  email,
  category: z.enum(categories).default('unknown'),
  ...profileShape,
  notes: longText(4000),
}

/**
 * A volunteer as entered. A PESEL whose check digit or date is wrong is taken only with a note that says why
 * (old numbers with errors exist); the number of another document only where there is no PESEL, and with its kind.
 */
export const volunteerFields = z.object(volunteerShape).superRefine((volunteer, context) => {
  const refuse = (field: keyof typeof volunteerShape, name: string) =>
    context.addIssue({ code: 'custom', path: [field], message: `volunteers.errors.${name}` })
  const pesel = readPesel(volunteer.pesel)
  if (pesel && !(pesel.isChecksumRight && pesel.birthDay) && !volunteer.peselNote)
    refuse('pesel', 'peselWrong')
  if (volunteer.identityDocument && volunteer.pesel) refuse('identityDocument', 'documentBesidePesel')
  else if (volunteer.identityDocument && !volunteer.identityDocumentKind)
    refuse('identityDocumentKind', 'documentKindMissing')
  if (volunteer.institution && !volunteer.institutionKind) refuse('institutionKind', 'institutionKindMissing')
})

export type VolunteerFields = z.output<typeof volunteerFields>

export interface Volunteer extends VolunteerFields {
  id: number
  /** e.g. `WOL/17/2026` */
  registerNumber: string
  createdAt: string
  /** The day on which the personal data were removed after their time; null in a living record. */
  anonymisedOn: Day | null
  version: number
}

/** Words that stand in the register already, each once, the frequent ones first. */
export interface KnownWords {
  institutions: string[]
  languages: string[]
  skills: string[]
}

/** A volunteer as the list shows it. */
export type VolunteerRow = RowOf<typeof volunteersRegister>

export const volunteersContract = {
  /**
   * The procedures of every register. A head sees the volunteers with a draft or a concluded agreement in the own unit,
   * also one that has ended; a cancelled one does not count.
   */
  ...registerProcedures(volunteersRegister),

  /** Removes a record into the bin. */
  removal: removalProcedures(volunteersRegister),

  /** Takes back the last changes of a record, and brings them again. */
  undo: undoProcedures(volunteersRegister),

  /** Gives many volunteers the same category, town or form of address. */
  bulk: bulkProcedures(volunteersRegister, {
    category: z.enum(categories),
    town: optionalText(80),
    formOfAddress: z.enum(formsOfAddress),
  }),

  /**
   * One volunteer, for a head of those whom `list` shows. Without `volunteers.readPesel` the PESEL, the note beside it, a
   * foreigner's document and the legal status come empty, without `volunteers.write` the notes about conflicts; who is shown a
   * PESEL or such a document stands in the history, once a day.
   */
  get: query('volunteers.read').input(rowId).output(output<Volunteer>()),

  /** Repetitions: while one types, and over the whole register. */
  duplicates: duplicateProcedures(volunteersRegister),

  /** Two records of one person made one, and that undone. */
  merging: mergingProcedures(volunteersRegister),

  /** Enters a volunteer, who gets the next register number of the year. Refuses a PESEL that is in the register. */
  create: command('volunteers.write').input(volunteerFields).output(output<Volunteer>()),

  /** Changes a volunteer. Signed agreements keep what was printed. Refuses a record whose data were removed. */
  change: command('volunteers.write')
    .input(volunteerFields.safeExtend(rowVersion.shape))
    .output(output<Volunteer>()),

  /** What of the register other people wrote, for a form to propose: institutions and languages. */
  known: query('volunteers.read').output(output<KnownWords>()),

  ...anonymisingProcedures,
}
