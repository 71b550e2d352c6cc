import { sql } from 'kysely'
import type { StaffGroup } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountCell } from '#shared/features/staff/staff.headcount.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { employedOn, groupOfPositionOn, ofPostOn } from './staff.list.queries.ts'

/** How the unit was called on a day; a unit that began later by its name of today. */
function nameOn(day: Day) {
  return sql<string | null>`coalesce((
    select unit_versions.name from unit_versions
    where unit_versions.unit_id = units.id and unit_versions.from_on <= ${day}
    order by unit_versions.from_on desc limit 1
  ), units.name)`
}

/**
 * How many people employed on a day held which position in which unit and group. Units are called as they were on
 * that day.
 *
 * @param unitId narrows to those whose unit today is that one; null for all
 */
export async function countHeads(db: Db, day: Day, unitId: number | null): Promise<HeadcountCell[]> {
  const groupHeld = sql<StaffGroup>`coalesce(held."ownGroup", ${groupOfPositionOn(sql.ref('positions.id'), day)})`
  const rows = await db
    .selectFrom(
      sql<{ positionId: number; unitId: number | null; ownGroup: string | null }>`(
        select ${ofPostOn(day, 'position_id')} as "positionId", ${ofPostOn(day, 'unit_id')} as "unitId",
          ${ofPostOn(day, 'staff_group')} as "ownGroup"
        from staff where ${employedOn(day)} and ${unitId === null ? sql`true` : sql`staff.unit_id = ${unitId}`}
      )`.as('held'),
    )
    .innerJoin('positions', 'positions.id', 'held.positionId')
    .leftJoin('units', 'units.id', 'held.unitId')
    .select((eb) => [
      'held.unitId',
      nameOn(day).as('unitName'),
      'held.positionId',
      'positions.name as positionName',
      groupHeld.as('staffGroup'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['held.unitId', 'units.id', 'units.name', 'units.sort_key', 'held.positionId', 'positions.name'])
    .groupBy(['positions.sort_key', groupHeld])
    .orderBy('units.sort_key')
    .orderBy('held.unitId')
    .orderBy('positions.sort_key')
    .execute()
  return rows as HeadcountCell[]
}
