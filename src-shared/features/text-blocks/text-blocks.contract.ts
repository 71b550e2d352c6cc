import { z } from 'zod'
import { requiredLongText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { hasSoundPairs, textThemes } from './text-blocks.rules.ts'

/** A text that the centre keeps for its letters, or a sentence for opinions about volunteers. */
export const textBlockFields = z.object({
  name: requiredText(120),
  /** With the simple formatting of letters; forms for a woman and a man stand in braces: `{była|był}`. */
  text: requiredLongText(10_000).refine(hasSoundPairs, { error: 'textBlocks.errors.pairs' }),
  /** Empty for letters; the theme of a sentence for opinions. */
  theme: z.enum(textThemes).default(''),
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
