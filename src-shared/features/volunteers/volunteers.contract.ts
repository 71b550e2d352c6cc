import { z } from 'zod'
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
import { categories, formsOfAddress, volunteersRegister } from './volunteers.register.ts'

/** Who a minor's statutory representative is; empty where the volunteer is of age. */
export const guardianRelations = ['', 'parent', 'legalGuardian', 'fosterParent', 'other'] as const

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
  guardianName: optionalText(120),
  guardianRelation: z.enum(guardianRelations).default(''),
  guardianPhone: phone,
  notes: longText(4000),
}

/**
 * A volunteer as entered. A PESEL whose check digit or date is wrong is taken only with a note that says why
 * (old numbers with errors exist).
 */
export const volunteerFields = z.object(volunteerShape).superRefine((volunteer, context) => {
  const pesel = readPesel(volunteer.pesel)
  if (pesel && !(pesel.isChecksumRight && pesel.birthDay) && !volunteer.peselNote) {
    context.addIssue({ code: 'custom', path: ['pesel'], message: 'volunteers.errors.peselWrong' })
  }
})

export type VolunteerFields = z.output<typeof volunteerFields>

export interface Volunteer extends VolunteerFields {
  id: number
  /** e.g. `WOL/17/2026` */
  registerNumber: string
  createdAt: string
  version: number
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
   * One volunteer, for a head of those whom `list` shows. Without `volunteers.readPesel` the PESEL and the note
   * beside it come empty; who is shown a PESEL stands in the history, once a day.
   */
  get: query('volunteers.read').input(rowId).output(output<Volunteer>()),

  /** Repetitions: while one types, and over the whole register. */
  duplicates: duplicateProcedures(volunteersRegister),

  /** Two records of one person made one, and that undone. */
  merging: mergingProcedures(volunteersRegister),

  /** Enters a volunteer, who gets the next register number of the year. Refuses a PESEL that is in the register. */
  create: command('volunteers.write').input(volunteerFields).output(output<Volunteer>()),

  /** Changes a volunteer. Signed agreements keep what was printed. */
  change: command('volunteers.write')
    .input(volunteerFields.safeExtend(rowVersion.shape))
    .output(output<Volunteer>()),
}
