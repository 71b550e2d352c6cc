import { sql } from 'kysely'
import type { WeekVisit } from '#shared/features/placements/placements.contract.ts'
import { inOrder, type WeekHours } from '#shared/features/placements/placements.hours.rules.ts'
import type { PlacementState } from '#shared/features/placements/placements.register.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { isOfUnit } from './placements.queries.ts'

/** Whose visits of which days are asked for; a null asks for all. */
interface AskedWeek {
  unitId: number | null
  volunteerId: number | null
  from: Day
  to: Day
}

/** The visits of the days from `from` (a Monday) to `to`, in their order; of each day only within the placement. */
export async function listWeek(db: Db, { unitId, volunteerId, from, to }: AskedWeek): Promise<WeekVisit[]> {
  let query = db
    .selectFrom('placements')
    .innerJoin('agreements', 'agreements.id', 'placements.agreement_id')
    .innerJoin('volunteers', 'volunteers.id', 'placements.volunteer_id')
    .leftJoin('units', 'units.id', 'placements.unit_id')
    .leftJoin('families', 'families.id', 'placements.family_id')
    .select([
      'placements.id as placementId',
      'placements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'units.name as unitName',
      'families.code as familyCode',
      'placements.status as state',
      'placements.starts_on as startsOn',
      'placements.hours',
    ])
    .select(
      sql<Day | null>`coalesce(placements.ended_on, placements.ends_on, agreements.ends_on)`.as('endsOn'),
    )
    .where('placements.starts_on', '<=', to)
    .where(
      sql<boolean>`coalesce(placements.ended_on, placements.ends_on, agreements.ends_on, '9999-12-31') >= ${from}`,
    )
    .where('placements.withdrawn_on', 'is', null)
  if (unitId !== null) query = query.where(isOfUnit('placements', unitId))
  if (volunteerId !== null) query = query.where('placements.volunteer_id', '=', volunteerId)
  const rows = await query.orderBy('volunteers.sort_key').orderBy('placements.id').execute()
  const visits = rows.flatMap(({ surname, firstNames, hours, ...row }) =>
    (JSON.parse(hours) as WeekHours[])
      .filter(({ weekday }) => {
        const day = addDays(from, weekday - 1)
        return row.startsOn <= day && (row.endsOn === null || day <= row.endsOn)
      })
      .map((each) => ({
        ...each,
        ...row,
        volunteerName: `${surname} ${firstNames}`,
        placeKind: row.unitName === null ? ('family' as const) : ('unit' as const),
        state: row.state as PlacementState,
      })),
  )
  const places = new Map(inOrder(visits).map((visit, place) => [visit, place]))
  return visits.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}
