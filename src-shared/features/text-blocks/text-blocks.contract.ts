import { z } from 'zod'
import { requiredLongText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A text that the centre keeps for its letters. */
export const textBlockFields = z.object({
  name: requiredText(120),
  /** With the simple formatting of letters. */
  text: requiredLongText(10_000),
  /** Is it offered where letters are written? */
  isActive: z.boolean(),
})
export type TextBlockFields = z.output<typeof textBlockFields>

export interface TextBlock extends TextBlockFields {
  id: number
  version: number
}

export const textBlocksContract = {
  /** All text blocks in Polish order, those out of use included. */
  list: query('documents.write').output(output<TextBlock[]>()),

  /** Adds a text block. */
  create: command('documents.write').input(textBlockFields).output(output<TextBlock>()),

  /** Changes a text block, or takes it out of use; letters written with it stay as they are. Refuses `CONFLICT`. */
  change: command('documents.write')
    .input(textBlockFields.safeExtend(rowVersion.shape))
    .output(output<TextBlock>()),
}
