import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { AgreementRow, agreementList } from '#shared/features/agreements/agreements.contract.ts'
import { endingSoonDays } from '#shared/features/agreements/agreements.rules.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { keyset, pageOf } from '../../database/paging.ts'
import { type SearchTarget, searchConditions } from '../../database/search.ts'
import type { Tables } from '../../database/tables.ts'

/** What a list of agreements is asked for. `scopeUnitId` narrows it to one unit (a head's view). */
export interface AgreementListRequest extends z.output<typeof agreementList> {
  today: Day
  scopeUnitId: number | null
}

/** An agreement is found by its own words, those of its volunteer and those of its unit. */
const searchTargets: SearchTarget[] = [
  { kind: 'agreements', column: 'agreements.id' },
  { kind: 'volunteers', column: 'agreements.volunteer_id' },
  { kind: 'units', column: 'agreements.unit_id', isShared: true },
]

const sortColumns: Record<AgreementListRequest['sort'], RawBuilder<string>> = {
  number: sql`agreements.number_key`,
  name: sql`volunteers.sort_key`,
  start: sql`agreements.starts_on`,
  end: sql`coalesce(agreements.ends_on, '9999-12-31')`,
}

type Filters = Pick<AgreementListRequest, 'filters' | 'today' | 'scopeUnitId'>

function filtered<Output>(
  query: SelectQueryBuilder<Tables, 'agreements', Output>,
  conditions: RawBuilder<boolean>[],
  { filters, today, scopeUnitId }: Filters,
) {
  let result = query
  for (const condition of conditions) result = result.where(condition)
  if (filters.status) result = result.where('agreements.status', '=', filters.status)
  if (filters.unitId) result = result.where('agreements.unit_id', '=', filters.unitId)
  if (filters.volunteerId) result = result.where('agreements.volunteer_id', '=', filters.volunteerId)
  if (scopeUnitId !== null) result = result.where('agreements.unit_id', '=', scopeUnitId)
  const end = sortColumns.end
  switch (filters.term) {
    case 'active':
      result = result.where(
        sql<boolean>`agreements.status = 'signed' and agreements.starts_on <= ${today} and ${end} >= ${today}`,
      )
      break
    case 'ending':
      result = result.where(
        sql<boolean>`agreements.status = 'signed' and agreements.starts_on <= ${today} and ${end} >= ${today} and ${end} <= ${addDays(today, endingSoonDays)}`,
      )
      break
    case 'ended':
      result = result.where(sql<boolean>`agreements.status = 'signed' and ${end} < ${today}`)
      break
    case 'upcoming':
      result = result.where(sql<boolean>`agreements.status = 'signed' and agreements.starts_on > ${today}`)
      break
  }
  return result
}

export async function listAgreements(db: Db, request: AgreementListRequest): Promise<Page<AgreementRow>> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'page')
  const sort = sortColumns[request.sort]
  const page = keyset(request, sort, sql`agreements.id`)
  let query = filtered(db.selectFrom('agreements'), conditions, request)
    .innerJoin('volunteers', 'volunteers.id', 'agreements.volunteer_id')
    .leftJoin('units', 'units.id', 'agreements.unit_id')
    .select([
      'agreements.id',
      'agreements.status',
      'agreements.number',
      'agreements.volunteer_id as volunteerId',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
      'units.name as unitName',
      'agreements.starts_on as startsOn',
      'agreements.ends_on as endsOn',
      'agreements.document_id as documentId',
      sort.as('sortValue'),
    ])
    .orderBy(page.order)
    .limit(page.limit)
  if (page.after) query = query.where(page.after)
  return pageOf(await query.execute(), request.limit) as Page<AgreementRow>
}

export async function countAgreements(
  db: Db,
  request: Filters & Pick<AgreementListRequest, 'search'>,
): Promise<number> {
  const conditions = await searchConditions(db, request.search, searchTargets, 'count')
  const { count } = await filtered(db.selectFrom('agreements'), conditions, request)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
