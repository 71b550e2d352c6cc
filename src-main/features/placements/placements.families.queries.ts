import { type RawBuilder, sql } from 'kysely'
import type {
  Family,
  FamilyChoice,
  FamilyFields,
} from '#shared/features/placements/placements.families.contract.ts'
import { naturalKey, searchWords } from '#shared/kit/polish.ts'
import type { Db, Tx } from '../../database/database.ts'
import { writeSearchWords } from '../../database/search.ts'
import { updateVersioned } from '../../database/versions.ts'

/** @param unitId narrows to one unit (a head's view); null for all */
export async function findFamily(db: Db, id: number, unitId: number | null): Promise<Family | undefined> {
  let query = db
    .selectFrom('families')
    .leftJoin('units', 'units.id', 'families.unit_id')
    .leftJoin('staff', 'staff.id', 'families.worker_id')
    .select([
      'families.id',
      'families.code',
      'families.status as state',
      'families.district',
      'families.unit_id as unitId',
      'units.name as unitName',
      'families.worker_id as workerId',
      'staff.surname as workerSurname',
      'staff.first_names as workerFirstNames',
      'families.is_deaf as isDeaf',
      'families.communication',
      'families.children',
      'families.has_minors as hasMinors',
      'families.needs',
      'families.notes',
      'families.created_at as createdAt',
      'families.version',
    ])
    .where('families.id', '=', id)
  if (unitId !== null) query = query.where('families.unit_id', '=', unitId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const { workerSurname, workerFirstNames, ...rest } = row
  return {
    ...rest,
    state: row.state as Family['state'],
    workerName: workerSurname === null ? null : `${workerSurname} ${workerFirstNames}`,
    isDeaf: row.isDeaf === 1,
    hasMinors: row.hasMinors === 1,
    communication: JSON.parse(row.communication),
    needs: JSON.parse(row.needs),
  }
}

/** Has another family this code? */
export async function isCodeTaken(db: Db, code: string, exceptId: number | null): Promise<boolean> {
  const found = await db
    .selectFrom('families')
    .select('id')
    .where('code', '=', code)
    .where('id', '<>', exceptId ?? 0)
    .executeTakeFirst()
  return found !== undefined
}

/** Families for a choice: of these ids, the first codes first. */
export async function listChoices(
  db: Db,
  { ids, unitId }: { ids: number[]; unitId: number | null },
): Promise<FamilyChoice[]> {
  let query = db
    .selectFrom('families')
    .select(['id', 'code', 'district', 'has_minors as hasMinors', 'is_deaf as isDeaf'])
    .where('id', 'in', ids)
  if (unitId !== null) query = query.where('unit_id', '=', unitId)
  const rows = await query.orderBy('sort_key', 'desc').execute()
  return rows.map((row) => ({ ...row, hasMinors: row.hasMinors === 1, isDeaf: row.isDeaf === 1 }))
}

function columns(family: FamilyFields) {
  return {
    code: family.code,
    sort_key: naturalKey(family.code),
    status: family.state,
    district: family.district,
    unit_id: family.unitId,
    worker_id: family.workerId,
    is_deaf: family.isDeaf ? 1 : 0,
    communication: JSON.stringify(family.communication),
    children: family.children,
    has_minors: family.hasMinors ? 1 : 0,
    needs: JSON.stringify(family.needs),
    notes: family.notes,
  }
}

/** Under which words a family is found: its code and its district. */
function wordsOf({ code, district }: FamilyFields): string[] {
  return searchWords(code, district)
}

/** Writes a family with its search words and answers its id. */
export async function insertFamily(tx: Tx, family: FamilyFields, createdAt: string): Promise<number> {
  const { id } = await tx
    .insertInto('families')
    .values({ ...columns(family), created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeSearchWords(tx, 'families', id, wordsOf(family), true)
  return id
}

/** @returns false where the row is no longer at that version */
export async function updateFamily(
  tx: Tx,
  id: number,
  version: number,
  family: FamilyFields,
): Promise<boolean> {
  const isAtVersion = await updateVersioned(tx, 'families', id, version, columns(family))
  if (!isAtVersion) return false
  await writeSearchWords(tx, 'families', id, wordsOf(family), false)
  return true
}

/** Does a family belong to a unit? */
export function isOfUnit(unitId: number): RawBuilder<boolean> {
  return sql`families.unit_id = ${unitId}`
}

/** Is it led by a member of staff? */
export function isLedBy(staffId: number): RawBuilder<boolean> {
  return sql`families.worker_id = ${staffId}`
}

/** How many active families a unit has. */
export async function countActiveOfUnit(db: Db, unitId: number): Promise<number> {
  const { count } = await db
    .selectFrom('families')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return count
}
