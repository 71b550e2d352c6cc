import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { VolunteerRow, volunteerList } from '#shared/features/volunteers/volunteers.contract.ts'
import { youngestAdultBirthday } from '#shared/features/volunteers/volunteers.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { readPage } from '../../database/paging.ts'
import { type SearchTarget, searchConditions } from '../../database/search.ts'

/**
 * What a list of volunteers is asked for. `unitId` narrows it to the volunteers of one unit (a head's view);
 * `readsPesel` lets the search find by PESEL.
 */
export interface VolunteerListRequest extends z.output<typeof volunteerList> {
  today: Day
  unitId: number | null
  readsPesel: boolean
}

const searchTargets: SearchTarget[] = [
  { kind: 'volunteers', column: 'volunteers.id' },
  { kind: 'pesels', column: 'volunteers.id', isRestricted: true },
]

const sortColumns: Record<VolunteerListRequest['sort'], RawBuilder<string>> = {
  name: sql`volunteers.sort_key`,
  number: sql`volunteers.register_key`,
  birth: sql`coalesce(volunteers.birth_on, '')`,
}

/** In force on a day: signed, begun, not over. */
function inForce(today: Day): RawBuilder<boolean> {
  return sql`agreements.status = 'signed' and agreements.starts_on <= ${today} and coalesce(agreements.ends_on, '9999-12-31') >= ${today}`
}

/** The agreements that are told of: all, or those of one unit (a head's view). */
function ofUnit(unitId: number | null): RawBuilder<boolean> {
  return unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
}

type Filters = Pick<VolunteerListRequest, 'filters' | 'today' | 'unitId'>

function conditionsOf({ filters, today, unitId }: Filters): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = []
  if (filters.category) conditions.push(sql`volunteers.category = ${filters.category}`)
  const birthday = youngestAdultBirthday(today)
  // Minors are few: they are found by the index of births, which is made of this expression.
  if (filters.isMinor === true) conditions.push(sql`${sortColumns.birth} > ${birthday}`)
  if (filters.isMinor === false) conditions.push(sql`volunteers.birth_on <= ${birthday}`)
  if (filters.agreements === 'active') {
    conditions.push(
      sql`volunteers.id in (select volunteer_id from agreements where ${inForce(today)} and ${ofUnit(unitId)})`,
    )
  }
  if (filters.agreements === 'none') {
    conditions.push(
      sql`not exists (select 1 from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(unitId)})`,
    )
  }
  if (unitId !== null) {
    conditions.push(
      sql`volunteers.id in (select volunteer_id from agreements where agreements.unit_id = ${unitId} and agreements.status <> 'cancelled')`,
    )
  }
  return conditions
}

/** One page of the register, each row with the numbers of its agreements. */
export async function listVolunteers(db: Db, request: VolunteerListRequest): Promise<Page<VolunteerRow>> {
  const source = {
    from: sql`volunteers`,
    sort: sortColumns[request.sort],
    id: sql<number>`volunteers.id`,
    conditions: conditionsOf(request),
    search: await searchConditions(db, request.search, searchTargets, request.readsPesel),
    matches: 'unknown' as const,
  }
  // Agreements are counted for the rows of the page alone.
  const page = await readPage(db, request, source, (found, order) =>
    db
      .selectFrom(found)
      .innerJoin('volunteers', 'volunteers.id', 'found.id')
      .select([
        'volunteers.id',
        'volunteers.register_number as registerNumber',
        'volunteers.surname',
        'volunteers.first_names as firstNames',
        'volunteers.birth_on as birthOn',
        'volunteers.town',
        'volunteers.phone',
        'volunteers.category',
        'found.sortValue',
        sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and agreements.status = 'signed' and ${ofUnit(request.unitId)})`.as(
          'agreements',
        ),
        sql<number>`(select count(*) from agreements where agreements.volunteer_id = volunteers.id and ${inForce(request.today)} and ${ofUnit(request.unitId)})`.as(
          'activeAgreements',
        ),
      ])
      .orderBy(order)
      .execute(),
  )
  return page as Page<VolunteerRow>
}

/** How many volunteers a search and filters find. */
export async function countVolunteers(
  db: Db,
  request: Filters & Pick<VolunteerListRequest, 'search' | 'readsPesel'>,
): Promise<number> {
  const search = await searchConditions(db, request.search, searchTargets, request.readsPesel)
  let query = db.selectFrom('volunteers').select((eb) => eb.fn.countAll<number>().as('count'))
  for (const condition of [...search.counting, ...conditionsOf(request)]) query = query.where(condition)
  return (await query.executeTakeFirstOrThrow()).count
}
