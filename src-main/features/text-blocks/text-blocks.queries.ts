import type { TextBlock, TextBlockFields } from '#shared/features/text-blocks/text-blocks.contract.ts'
import { sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

function blocks(db: Db) {
  return db
    .selectFrom('text_blocks')
    .select(['id', 'name', 'text', 'theme', 'is_active as isActive', 'version'])
}

type Row = Awaited<ReturnType<ReturnType<typeof blocks>['executeTakeFirstOrThrow']>>

function toBlock(row: Row): TextBlock {
  return { ...row, theme: row.theme as TextBlock['theme'], isActive: row.isActive === 1 }
}

function columns({ name, text, theme, isActive }: TextBlockFields) {
  return { name, text, theme, is_active: isActive ? 1 : 0, sort_key: sortKey(name) } as const
}

/** All text blocks, in Polish order of their names. */
export async function listTextBlocks(db: Db): Promise<TextBlock[]> {
  return (await blocks(db).orderBy('sort_key').orderBy('id').execute()).map(toBlock)
}

/** A text block; undefined where there is none. */
export async function findTextBlock(db: Db, id: number): Promise<TextBlock | undefined> {
  const row = await blocks(db).where('id', '=', id).executeTakeFirst()
  return row && toBlock(row)
}

/** Writes a new text block and answers its id. */
export async function insertTextBlock(tx: Tx, block: TextBlockFields): Promise<number> {
  const { id } = await tx
    .insertInto('text_blocks')
    .values(columns(block))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateTextBlock(
  tx: Tx,
  { id, version }: { id: number; version: number },
  block: TextBlockFields,
): Promise<boolean> {
  return updateVersioned(tx, 'text_blocks', id, version, columns(block))
}
