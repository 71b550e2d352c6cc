import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { deleteSearchWords } from '../../database/search.ts'
import type { RecordState } from '../../kit/import.ts'
import { listUnits } from './units.queries.ts'

/** The units with these ids as an import finds them: all that is entered of a unit. */
export async function listUnitStates(db: Db, ids: number[]): Promise<Map<number, RecordState>> {
  const wanted = new Set(ids)
  const units = (await listUnits(db)).filter(({ id }) => wanted.has(id))
  return new Map(
    units.map(({ id, version, isActive: _, ...fields }) => [id, { version, label: fields.name, fields }]),
  )
}

/** Who refers to these units: agreements, staff and their posts, units below them, accounts, documents. */
export function listReferrersOfUnits(db: Db, ids: number[]) {
  return inPortions(ids, async (portion) => {
    const found = [
      [
        'agreements',
        await db
          .selectFrom('agreements')
          .select(['unit_id as id', 'id as by'])
          .where('unit_id', 'in', portion)
          .execute(),
      ],
      [
        'staff',
        await db
          .selectFrom('staff')
          .select(['unit_id as id', 'id as by'])
          .where('unit_id', 'in', portion)
          .execute(),
      ],
      [
        'staff',
        await db
          .selectFrom('staff_posts')
          .select(['unit_id as id', 'staff_id as by'])
          .where('unit_id', 'in', portion)
          .execute(),
      ],
      [
        'units',
        await db
          .selectFrom('units')
          .select(['parent_id as id', 'id as by'])
          .where('parent_id', 'in', portion)
          .execute(),
      ],
      [
        'units',
        await db
          .selectFrom('unit_versions')
          .select(['parent_id as id', 'unit_id as by'])
          .where('parent_id', 'in', portion)
          .execute(),
      ],
      [
        'accounts',
        await db
          .selectFrom('users')
          .select(['unit_id as id', 'id as by'])
          .where('unit_id', 'in', portion)
          .execute(),
      ],
      [
        'documents',
        await db
          .selectFrom('documents')
          .select(['unit_id as id', 'id as by'])
          .where('unit_id', 'in', portion)
          .execute(),
      ],
    ] as const
    return found.flatMap(([kind, rows]) => rows.map(({ id, by }) => ({ kind, id: id as number, by })))
  })
}

/** Removes a unit with its versions and search words. Whoever refers to it must be gone before. */
export async function deleteUnit(tx: Tx, id: number): Promise<void> {
  await deleteSearchWords(tx, 'units', id)
  await tx.deleteFrom('unit_versions').where('unit_id', '=', id).execute()
  await tx.deleteFrom('units').where('id', '=', id).execute()
}
