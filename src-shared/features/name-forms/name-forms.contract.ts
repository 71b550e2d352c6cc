import { z } from 'zod'
import { requiredText } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** How a person wants to be addressed; unknown means both forms, divided by a slash. */
export type FormOfAddress = 'pani' | 'pan' | 'unknown'

/** The cases in which letters need a name, besides the nominative. */
export const nameCases = ['genitive', 'dative', 'accusative', 'instrumental'] as const
export type NameCase = (typeof nameCases)[number]

/** First names and surname in these cases: `Anny Nowak`, `Annie Nowak`, `Annę Nowak`, `Anną Nowak`. */
export type NameForms = Record<NameCase, string>

/** Whose name: a volunteer's or a member of staff's, exactly one of both. */
const bearer = z.object({ kind: z.enum(['volunteers', 'staff']), id: z.int().positive() })

/** The forms of a person's name: the confirmed ones, and what the rules propose. */
export interface FormsOfPerson {
  /** First names and surname as they are in the register now. */
  nominative: string
  /** Null where nobody confirmed any, and where the name has changed since. */
  confirmed: (NameForms & { byName: string; at: string }) | null
  /** Were forms confirmed for an earlier name? */
  isOutdated: boolean
  /** A form that the rules do not know is empty. */
  proposed: NameForms
  /** 0 where nobody confirmed any. */
  version: number
}

const formsFields = bearer.extend({
  /** The name that was looked at; another by now is a conflict. */
  nominative: requiredText(200),
  genitive: requiredText(200),
  dative: requiredText(200),
  accusative: requiredText(200),
  instrumental: requiredText(200),
  version: z.int().nonnegative(),
})

export const nameFormsContract = {
  /** The forms of a person's name. Refuses `NOT_FOUND` for who is out of reach. */
  get: query('documents.read').input(bearer).output(output<FormsOfPerson>()),

  /**
   * Confirms the forms of a person's name; letters use them while the name stays the same. Refuses `CONFLICT` where the
   * name or the forms changed since they were read.
   */
  confirm: command('documents.write').input(formsFields).output(output<FormsOfPerson>()),
}
