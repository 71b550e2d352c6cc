import { z } from 'zod'
import { day, longText, requiredText } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/**
 * How sure a text is. `found`: in a public source; `foundInPart`: in part or in an older source; `ownKnowledge`:
 * not confirmed; `notEstablished`: nobody could say; `approved`: by the centre's own lawyer.
 */
export const certainties = ['found', 'foundInPart', 'ownKnowledge', 'notEstablished', 'approved'] as const
export type Certainty = (typeof certainties)[number]

/** One version of a text, valid from a day until the next version. */
export interface ClauseVersion {
  id: number
  validFrom: string
  text: string
  certainty: Certainty
  approvedBy: string
}

/** A text of documents with all its versions, newest first. */
export interface Clause {
  code: string
  /** The words in braces that the text may use, e.g. `{endsOn}`. */
  placeholders: string[]
  versions: ClauseVersion[]
}

export const clausesContract = {
  /** All texts that documents are made of, in the order in which they stand in them. */
  list: query('clauses.read').output(output<Clause[]>()),

  /**
   * Adds a version of a text, valid from a day. Documents concluded from that day on use it; what was issued
   * stays. Refuses a placeholder that the text does not know, a text
   * without one that it has had (names of acts aside), and a day that already has a version.
   */
  amend: command('clauses.write')
    .input(
      z.object({
        code: z.string().max(80),
        validFrom: day,
        text: longText(4000).pipe(z.string().min(1)),
        approvedBy: requiredText(160),
      }),
    )
    .output(output<Clause>()),
}
