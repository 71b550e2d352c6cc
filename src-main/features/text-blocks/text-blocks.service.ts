import {
  type TextBlock,
  textBlockFields,
  type textBlocksContract,
} from '#shared/features/text-blocks/text-blocks.contract.ts'
import shipped from '../../../resources/text-blocks.json' with { type: 'json' }
import type { Db, Tx } from '../../database/database.ts'
import type { Services } from '../../kit/context.ts'
import { conflict, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import * as queries from './text-blocks.queries.ts'

/**
 * Installs the shipped blocks for letters where there are none at all, and the sentences for opinions likewise; blocks are
 * never deleted, so that means none yet.
 */
export async function installTextBlocks(tx: Tx): Promise<void> {
  const known = await queries.listTextBlocks(tx)
  const isFor = (opinions: boolean) => (block: { theme?: string }) => Boolean(block.theme) === opinions
  for (const opinions of [false, true]) {
    if (known.some(isFor(opinions))) continue
    for (const block of shipped.filter(isFor(opinions)))
      await queries.insertTextBlock(tx, textBlockFields.parse({ ...block, isActive: true }))
  }
}

/** Installs them in the database of a centre that is older than they are; called when the program starts. */
export function installMissingTextBlocks({ storage }: Pick<Services, 'storage'>): Promise<void> {
  return inTransaction(storage, installTextBlocks)
}

async function getTextBlock(db: Db, id: number): Promise<TextBlock> {
  const block = await queries.findTextBlock(db, id)
  if (!block) throw notFound('textBlocks')
  return block
}

export const textBlocksHandlers: Handlers<typeof textBlocksContract> = {
  list: ({ db }) => queries.listTextBlocks(db),

  create: async ({ tx, record }, input) => {
    const created = await getTextBlock(tx, await queries.insertTextBlock(tx, input))
    await record({ kind: 'textBlocks', recordId: created.id, action: 'created', after: created })
    return created
  },

  change: async ({ tx, record }, input) => {
    const before = await getTextBlock(tx, input.id)
    if (!(await queries.updateTextBlock(tx, input, input))) throw conflict(before)
    const after = await getTextBlock(tx, input.id)
    await record({ kind: 'textBlocks', recordId: input.id, action: 'changed', before, after })
    return after
  },
}
