import { sql } from 'kysely'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { tablesOf } from '../../database/ids.ts'
import type { ListView, RegisterList } from './register-list.ts'

/** Is there such a record, does it belong to the unit (null: any), and may it be seen? */
export async function isRecordThere<R extends Register>(
  db: Db,
  { table, joins, ofUnit, open }: RegisterList<R>,
  unitId: number | null,
  id: number,
  may: ListView['may'] = () => true,
): Promise<boolean> {
  const ofOwnUnit = unitId !== null && ofUnit ? [ofUnit(unitId)] : []
  const inReach = [...ofOwnUnit, ...(open?.(may) ?? [])].map((condition) => sql`and ${condition}`)
  const found = await db
    .selectFrom(
      sql<{ id: number }>`(
        select ${sql.ref(`${table}.id`)} as "id" from ${sql.table(table)} ${joins ?? sql``}
        where ${sql.ref(`${table}.id`)} = ${id} ${sql.join(inReach, sql` `)}
      )`.as('found'),
    )
    .select('found.id')
    .executeTakeFirst()
  return found !== undefined
}

/** The units to which a record belongs; none where units have no bearing on the register. */
export async function listUnitsOf<R extends Register>(
  db: Db,
  list: RegisterList<R>,
  id: number,
): Promise<number[]> {
  const { table, ofUnit } = list
  if (!ofUnit) return []
  const isOfUnit = sql`exists (
    select 1 from ${tablesOf(list)} where ${sql.ref(`${table}.id`)} = ${id} and ${ofUnit(sql.ref('each_unit.id'))}
  )`
  const found = await db
    .selectFrom(sql<{ id: number }>`(select id from units as each_unit where ${isOfUnit})`.as('found'))
    .select('found.id')
    .execute()
  return found.map((unit) => unit.id)
}
