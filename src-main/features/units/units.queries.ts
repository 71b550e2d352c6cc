import { type RawBuilder, sql } from 'kysely'
import type { Unit, UnitFields, UnitState, UnitVersion } from '#shared/features/units/units.contract.ts'
import type { UnitTime } from '#shared/features/units/units.rules.ts'
import { fold, searchWords, sortKey } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'

const stateColumns = [
  'kind',
  'number_label as numberLabel',
  'name',
  'symbol',
  'parent_id as parentId',
  'head_id as headId',
  'address',
  'phones',
  'email',
  'district',
  'serves_minors as servesMinors',
] as const

function units(db: Db) {
  return db
    .selectFrom('units')
    .select([
      'id',
      ...stateColumns,
      'valid_from as validFrom',
      'valid_to as validTo',
      'is_active as isActive',
      'version',
    ])
}

function toState<Row extends { kind: string; phones: string; servesMinors: number }>(
  row: Row,
): Omit<Row, 'kind' | 'phones' | 'servesMinors'> & Pick<UnitState, 'kind' | 'phones' | 'servesMinors'> {
  const phones: UnitState['phones'] = JSON.parse(row.phones)
  return { ...row, kind: row.kind as UnitState['kind'], phones, servesMinors: row.servesMinors === 1 }
}

function toUnit(row: Awaited<ReturnType<ReturnType<typeof units>['execute']>>[number]): Unit {
  return { ...toState(row), isActive: row.isActive === 1 }
}

function stateOf(unit: UnitState) {
  return {
    kind: unit.kind,
    number_label: unit.numberLabel,
    name: unit.name,
    symbol: unit.symbol,
    parent_id: unit.parentId,
    head_id: unit.headId,
    address: unit.address,
    phones: JSON.stringify(unit.phones),
    email: unit.email,
    district: unit.district,
    serves_minors: unit.servesMinors ? 1 : 0,
  }
}

function columns(unit: UnitState & UnitTime, isActive: boolean) {
  return {
    ...stateOf(unit),
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
    is_active: isActive ? 1 : 0,
    name_key: fold(unit.name),
    sort_key: sortKey(unit.name),
    search_key: wordsOf(unit).join(' '),
  }
}

function wordsOf(unit: UnitState, names: string[] = []): string[] {
  const phones = unit.phones.flatMap(({ number, note }) => [number.replace(/\D/g, ''), note])
  return searchWords(
    unit.name,
    unit.numberLabel,
    unit.symbol,
    unit.address,
    unit.district,
    unit.email,
    ...phones,
    ...names,
  )
}

/** The names that a unit had up to this one: people go on asking for it by them. Those to come are not known yet. */
async function namesUpTo(tx: Tx, unitId: number, current: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('unit_versions')
    .select('name')
    .where('unit_id', '=', unitId)
    .orderBy('from_on')
    .execute()
  const names = rows.map(({ name }) => name)
  return names.slice(0, names.lastIndexOf(current) + 1)
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

/** The names of what a unit refers to. */
export function findNamesOf(db: Db, id: number) {
  return db
    .selectFrom('units')
    .leftJoin('units as parents', 'parents.id', 'units.parent_id')
    .leftJoin('staff', 'staff.id', 'units.head_id')
    .select([
      'parents.name as parentName',
      sql<string | null>`staff.surname || ' ' || staff.first_names`.as('headName'),
    ])
    .where('units.id', '=', id)
    .executeTakeFirst()
}

/** All units of that name, whatever its case and marks; those that exist today first. */
export async function listUnitsByName(db: Db, name: string): Promise<Unit[]> {
  const rows = await units(db)
    .where('name_key', '=', fold(name))
    .orderBy('is_active', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toUnit)
}

/** The names of these members of staff, or of all who lead a unit in some version, by their ids. */
export async function listHeadNames(db: Db, ids?: number[]): Promise<Map<number, string>> {
  const query = db.selectFrom('staff').select(['id', 'surname', 'first_names as firstNames'])
  const rows = await (ids
    ? query.where('id', 'in', ids)
    : query.where('id', 'in', (eb) => eb.selectFrom('unit_versions').select('head_id').distinct())
  ).execute()
  return new Map(rows.map(({ id, surname, firstNames }) => [id, `${firstNames} ${surname}`]))
}

/** The versions of one unit or of all, the oldest first. */
export async function listVersions(db: Db, unitId?: number): Promise<(UnitVersion & { unitId: number })[]> {
  let query = db
    .selectFrom('unit_versions')
    .select(['id', 'unit_id as unitId', 'from_on as fromOn', ...stateColumns])
    .orderBy('from_on')
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId)
  const rows = await query.execute()
  return rows.map((row) => ({ ...toState(row), fromOn: row.fromOn || null }))
}

/** The lines of the head that a unit has of its own, and what its logo shows; nothing where it has none. */
export async function letterheadLines(db: Db, unitId: number): Promise<string[]> {
  const head = await db
    .selectFrom('letterheads')
    .select(['lines', 'logo_text as logoText'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return head ? [...head.lines.split('\n'), head.logoText].filter(Boolean) : []
}

/** Writes a new unit with its first version and search words, and answers its id. */
export async function insertUnit(
  tx: Tx,
  unit: UnitFields,
  row: { isActive: boolean; importId: number | null; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('units')
    .values({ ...columns(unit, row.isActive), import_id: row.importId, created_at: row.createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(tx, id, null, unit)
  await writeSearchWords(tx, 'units', id, wordsOf(unit), true)
  return id
}

/** Writes what a unit is from a day on; null for what it has always been. */
export async function insertVersion(
  tx: Tx,
  unitId: number,
  fromOn: string | null,
  state: UnitState,
): Promise<void> {
  await tx
    .insertInto('unit_versions')
    .values({ unit_id: unitId, from_on: fromOn ?? '', ...stateOf(state) })
    .execute()
}

/** Corrects a version. */
export async function updateVersion(tx: Tx, id: number, state: UnitState): Promise<void> {
  await tx.updateTable('unit_versions').set(stateOf(state)).where('id', '=', id).execute()
}

/** Removes a version that has not come into force. */
export async function deleteVersion(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('unit_versions').where('id', '=', id).execute()
}

/**
 * Writes a unit as it is today.
 *
 * @param version the version that the row must have; undefined where a day has come and nobody changed anything
 * @returns false where the row is no longer at that version
 */
export async function updateUnit(
  tx: Tx,
  id: number,
  unit: UnitState & UnitTime,
  isActive: boolean,
  version?: number,
): Promise<boolean> {
  let query = tx.updateTable('units').set(columns(unit, isActive)).where('id', '=', id)
  if (version !== undefined) query = query.set({ version: sql`version + 1` }).where('version', '=', version)
  const result = await query.executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await writeSearchWords(tx, 'units', id, wordsOf(unit, await namesUpTo(tx, id, unit.name)), false)
  return true
}

/** Is or was a unit below another in any of its versions? A unit below itself cannot be. */
export function isEverBelow(parentId: number): RawBuilder<boolean> {
  return sql`units.id <> ${parentId} and (units.parent_id = ${parentId} or units.id in (select unit_id from unit_versions where parent_id = ${parentId}))`
}

/** Is or was a unit headed by somebody in any of its versions? */
export function isEverHeadedBy(staffId: number): RawBuilder<boolean> {
  return sql`(units.head_id = ${staffId} or units.id in (select unit_id from unit_versions where head_id = ${staffId}))`
}
