import { sql } from 'kysely'
import type { Unit, UnitFields } from '#shared/features/units/units.contract.ts'
import { fold, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'

function units(db: Db) {
  return db
    .selectFrom('units')
    .select(['id', 'name', 'address', 'serves_minors as servesMinors', 'is_active as isActive', 'version'])
}

function toUnit<Row extends { servesMinors: number; isActive: number }>(row: Row) {
  return { ...row, servesMinors: row.servesMinors === 1, isActive: row.isActive === 1 }
}

function columns(unit: UnitFields) {
  return {
    name: unit.name,
    name_key: fold(unit.name),
    address: unit.address,
    serves_minors: unit.servesMinors ? 1 : 0,
    is_active: unit.isActive ? 1 : 0,
    sort_key: sortKey(unit.name),
    search_key: searchWords(unit.name).join(' '),
  }
}

/** All units, in Polish order. */
export async function listUnits(db: Db): Promise<Unit[]> {
  return (await units(db).orderBy('sort_key').orderBy('id').execute()).map(toUnit)
}

/** A unit; undefined where there is none. */
export async function findUnit(db: Db, id: number): Promise<Unit | undefined> {
  const row = await units(db).where('id', '=', id).executeTakeFirst()
  return row && toUnit(row)
}

/** By name, whatever its case and marks. */
export async function findUnitByName(db: Db, name: string): Promise<Unit | undefined> {
  const row = await units(db).where('name_key', '=', fold(name)).executeTakeFirst()
  return row && toUnit(row)
}

/** Writes a new unit with its search words and answers its id. */
export async function insertUnit(tx: Tx, unit: UnitFields): Promise<number> {
  const { id } = await tx
    .insertInto('units')
    .values({
      ...columns(unit),
      kind: 'other',
      number_label: '',
      symbol: '',
      phones: '[]',
      email: '',
      district: '',
      created_at: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'units', id, searchWords(unit.name), true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateUnit(tx: Tx, id: number, version: number, unit: UnitFields): Promise<boolean> {
  const result = await tx
    .updateTable('units')
    .set({ ...columns(unit), version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'units', id, searchWords(unit.name), false)
  return true
}
