import { z } from 'zod'
import { day, longText, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import type { Obstacle } from './agreements.obstacles.rules.ts'

/** With notice, by agreement of both, at once. */
export const terminationModes = ['notice', 'mutual', 'atOnce'] as const
export const terminationParties = ['centre', 'volunteer'] as const

/** The end of an agreement before its time, as entered. */
export const terminationFields = z.object({
  agreementId: z.int().positive(),
  mode: z.enum(terminationModes).default('notice'),
  /** Who ends it; of no weight where both agree. */
  party: z.enum(terminationParties).default('volunteer'),
  /** The day on which the statement reached the other party, or on which both agreed. */
  givenOn: day,
  givenIn: optionalText(80),
  /** The last day of the agreement. */
  endsOn: day,
  reason: longText(2000),
  /** What the volunteer gives back. */
  returns: z
    .array(optionalText(200))
    .max(20)
    .transform((returns) => returns.filter(Boolean))
    .default([]),
  signatoryId: z.int().positive().nullable().default(null),
})

export type TerminationFields = z.output<typeof terminationFields>

/** The end of an agreement before its time. */
export interface Termination extends TerminationFields {
  id: number
  status: 'concluded' | 'cancelled'
  /** The last day that the agreement had before; null for an indefinite time. */
  endsBefore: string | null
  signatoryName: string | null
  documentId: number | null
  cancelReason: string
  version: number
}

export const terminationsContract = {
  /** How an agreement was ended, also what was cancelled of it, the last last. */
  of: query('agreements.read')
    .input(z.object({ agreementId: z.int().positive() }))
    .output(output<Termination[]>()),

  /** What stands in the way of ending an agreement so, and the first last day that the notice allows. */
  check: query('agreements.write')
    .input(terminationFields)
    .output(output<{ obstacles: Obstacle[]; earliest: string }>()),

  /**
   * Ends an agreement before its time: its last day becomes the one that is given, and the document is issued, unless it was
   * signed on paper before.
   *
   * Refuses with the first obstacle that stops (`agreements.obstacles.*`): notice that is too short, no reason for an end at
   * once, hours that were confirmed for a later day …
   *
   * @param version of the agreement
   */
  terminate: command('agreements.sign')
    .input(terminationFields.extend({ version: z.int().positive(), isPaper: z.boolean().default(false) }))
    .output(output<Termination>()),

  /** Takes back the end of an agreement that was entered by mistake: it lasts again as long as it did before. */
  cancel: command('agreements.sign')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<Termination>()),
}
