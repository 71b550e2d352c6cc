import type { Day } from '#shared/kit/dates.ts'
import type { CommandContext } from './context.ts'

/** A document that is written from a record of an agreement: an annex, its end before time. */
export interface Paper {
  /** The code of its kind. */
  kind: string
  agreementId: number
  /** The record from which it is written. */
  originId: number
  signatoryId: number | null
  issuedOn: Day
  /** Where; empty for the town of the centre. */
  place: string
  projectId: number | null
  /** How many copies are printed; null for as many as its kind says. */
  copies: number | null
}

/**
 * Issues the document of a record inside the caller's transaction, as its form would propose it, and answers its id; the PDF
 * is made after the commit. Refuses what stops the document. A feature that lies to the right of the documents asks here.
 */
export type IssuePaper = (
  context: Pick<CommandContext, 'tx' | 'now' | 'today' | 'record' | 'user' | 'services'>,
  paper: Paper,
) => Promise<number>
