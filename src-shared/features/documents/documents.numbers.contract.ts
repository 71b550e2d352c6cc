import { z } from 'zod'
import { day, requiredText } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** One number of one of the centre's own registers. */
export interface GivenNumber {
  id: number
  text: string
  year: number
  number: number
  documentId: number | null
  documentTitle: string | null
  personName: string | null
  paperNote: string
  cancelReason: string
  givenOn: string
  givenByName: string
}

export const documentsNumbersContract = {
  /** The numbers of one of the centre's own registers (the code of the kind) in a year, the last first; of all units. */
  numbers: query('documents.write')
    .input(z.object({ kind: z.string().max(40), year: z.int().min(1990).max(2200) }))
    .output(output<GivenNumber[]>()),

  /**
   * Enters a number that was given on paper; it is not given again. Refuses one that does not fit the pattern, is
   * taken, or belongs to another year than its day (`documents.errors.number*`).
   */
  enterNumber: command('documents.write')
    .input(
      z.object({ kind: z.string().max(40), text: requiredText(60), givenOn: day, note: requiredText(300) }),
    )
    .output(output<GivenNumber>()),
}
