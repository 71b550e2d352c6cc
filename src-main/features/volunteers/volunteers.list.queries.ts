import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { VolunteerRow, volunteerList } from '#shared/features/volunteers/volunteers.contract.ts'
import { youngestAdultBirthday } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { keyset, pageOf } from '../../database/paging.ts'
import { searchConditions } from '../../database/search.ts'
import type { Tables } from '../../database/tables.ts'

/** What a list of volunteers is asked for. `unitId` narrows it to the volunteers of one unit (a head's view). */
export interface VolunteerListRequest extends z.output<typeof volunteerList> {
  today: Day
  unitId: number | null
}

const searchTargets = [{ kind: 'volunteers' as const, column: 'volunteers.id' }]

const sortColumns: Record<VolunteerListRequest['sort'], RawBuilder<string>> = {
  name: sql`volunteers.sort_key`,
  number: sql`volunteers.register_key`,
  birth: sql`coalesce(volunteers.birth_on, '')`,
}

/** In force on a day: signed, begun, not over. */
function inForce(today: Day): RawBuilder<boolean> {
  return sql`agreements.status = 'signed' and agreements.starts_on <= ${today} and (agreements.ends_on is null or agreements.ends_on >= ${today})`
}

/** The agreements that are told of: all, or those of one unit (a head's view). */
function ofUnit(unitId: number | null): RawBuilder<boolean> {
  return unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
}

type Filters = Pick<VolunteerListRequest, 'filters' | 'today' | 'unitId'>

function filtered<Output>(
  query: SelectQueryBuilder<Tables, 'volunteers', Output>,
  conditions: RawBuilder<boolean>[],
  { filters, today, unitId }: Filters,
) {
  let result = query
  for (const condition of conditions) result = result.where(condition)
  if (filters.category) result = result.where('volunteers.category', '=', filters.category)
  if (filters.isMinor !== undefined) {
    result = result.where('volunteers.birth_on', filters.isMinor ? '>' : '<=', youngestAdultBirthday(today))
  }
  if (filters.agreements === 'active') {
    result = result.where(
      sql<boolean>`volunteers.id in (select volunteer_id from agreements where ${inForce(today)} and ${ofUnit(unitId)})`,
    )
  }
  if (filters.agreements === 'none') {
    result = result.where(
      sql<boolean>`not exists (select 1 from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(unitId)})`,
    )
  }
  if (unitId !== null) {
    result = result.where(
      sql<boolean>`volunteers.id in (select volunteer_id from agreements where agreements.unit_id = ${unitId})`,
    )
  }
  return result
}

export async function listVolunteers(db: Db, request: VolunteerListRequest): Promise<Page<VolunteerRow>> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'page')
  const sort = sortColumns[request.sort]
  const page = keyset(request, sort, sql`volunteers.id`)
  let query = filtered(db.selectFrom('volunteers'), conditions, request)
    .select([
      'volunteers.id',
      'volunteers.register_number as registerNumber',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'volunteers.birth_on as birthOn',
      'volunteers.town',
      'volunteers.phone',
      'volunteers.category',
      sort.as('sortValue'),
      sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(request.unitId)})`.as(
        'agreements',
      ),
      sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and ${inForce(request.today)} and ${ofUnit(request.unitId)})`.as(
        'activeAgreements',
      ),
    ])
    .orderBy(page.order)
    .limit(page.limit)
  if (page.after) query = query.where(page.after)
  return pageOf(await query.execute(), request.limit) as Page<VolunteerRow>
}

export async function countVolunteers(
  db: Db,
  request: Filters & Pick<VolunteerListRequest, 'search'>,
): Promise<number> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'count')
  const { count } = await filtered(db.selectFrom('volunteers'), conditions, request)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
