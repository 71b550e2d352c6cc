import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { AgreementRow, agreementList } from '#shared/features/agreements/agreements.contract.ts'
import { endingSoonDays } from '#shared/features/agreements/agreements.rules.ts'
import { addDays, type Day } from '#shared/kit/dates.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { type PageSource, readPage } from '../../database/paging.ts'
import { type SearchTarget, searchConditions } from '../../database/search.ts'

/**
 * What a list of agreements is asked for. `scopeUnitId` narrows it to one unit (a head's view); `readsPesel` lets
 * the search find by PESEL.
 */
export interface AgreementListRequest extends z.output<typeof agreementList> {
  today: Day
  scopeUnitId: number | null
  readsPesel: boolean
}

/** An agreement is found by its own words, those of its volunteer and those of its unit. */
const searchTargets: SearchTarget[] = [
  { kind: 'agreements', column: 'agreements.id' },
  { kind: 'volunteers', column: 'agreements.volunteer_id' },
  { kind: 'pesels', column: 'agreements.volunteer_id', isRestricted: true },
  { kind: 'units', column: 'agreements.unit_id', isShared: true },
]

const sortColumns: Record<AgreementListRequest['sort'], RawBuilder<string>> = {
  number: sql`agreements.number_key`,
  name: sql`volunteers.sort_key`,
  start: sql`agreements.starts_on`,
  end: sql`coalesce(agreements.ends_on, '9999-12-31')`,
}

const alone = { from: sql`agreements` }
const withVolunteers = {
  from: sql`agreements inner join volunteers on volunteers.id = agreements.volunteer_id`,
  sortedIn: sql`volunteers`,
}

type Filters = Pick<AgreementListRequest, 'filters' | 'today' | 'scopeUnitId'>

const isSigned = sql<boolean>`agreements.status = 'signed'`

function conditionsOf({ filters, today, scopeUnitId }: Filters): RawBuilder<boolean>[] {
  const { status, unitId, volunteerId, term } = filters
  const { start, end } = sortColumns
  const conditions: RawBuilder<boolean>[] = []
  // The index of what is not signed is found by the very words of its own condition.
  if (status === 'signed') conditions.push(isSigned)
  else if (status) conditions.push(sql`agreements.status <> 'signed'`, sql`agreements.status = ${status}`)
  if (unitId) conditions.push(sql`agreements.unit_id = ${unitId}`)
  if (scopeUnitId !== null) conditions.push(sql`agreements.unit_id = ${scopeUnitId}`)
  if (volunteerId) conditions.push(sql`agreements.volunteer_id = ${volunteerId}`)
  if (term) conditions.push(isSigned)
  if (term === 'ended') conditions.push(sql`${end} < ${today}`)
  if (term === 'upcoming') conditions.push(sql`${start} > ${today}`)
  if (term === 'active' || term === 'ending')
    conditions.push(sql`${start} <= ${today}`, sql`${end} >= ${today}`)
  if (term === 'ending') conditions.push(sql`${end} <= ${addDays(today, endingSoonDays)}`)
  return conditions
}

/** Most agreements of a register are signed and over; few are not signed, or begin or end soon. */
function matches({ filters, scopeUnitId }: Filters): PageSource['matches'] {
  const { status, term, unitId, volunteerId } = filters
  if (volunteerId || term === 'ending' || term === 'upcoming') return 'few'
  if (status === 'draft' || status === 'cancelled') return 'few'
  const isOfUnit = unitId !== undefined || scopeUnitId !== null
  return isOfUnit || term === 'active' ? 'unknown' : 'most'
}

/** One page of the register, with the names of volunteers and units. */
export async function listAgreements(db: Db, request: AgreementListRequest): Promise<Page<AgreementRow>> {
  const source = {
    ...(request.sort === 'name' ? withVolunteers : alone),
    sort: sortColumns[request.sort],
    id: sql<number>`agreements.id`,
    conditions: conditionsOf(request),
    search: await searchConditions(db, request.search, searchTargets, request.readsPesel),
    matches: matches(request),
  }
  const page = await readPage(db, request, source, (found, order) =>
    db
      .selectFrom(found)
      .innerJoin('agreements', 'agreements.id', 'found.id')
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
        'found.sortValue',
      ])
      .orderBy(order)
      .execute(),
  )
  return page as Page<AgreementRow>
}

/** How many agreements a search and filters find. */
export async function countAgreements(
  db: Db,
  request: Filters & Pick<AgreementListRequest, 'search' | 'readsPesel'>,
): Promise<number> {
  const search = await searchConditions(db, request.search, searchTargets, request.readsPesel)
  let query = db.selectFrom('agreements').select((eb) => eb.fn.countAll<number>().as('count'))
  for (const condition of [...search.counting, ...conditionsOf(request)]) query = query.where(condition)
  return (await query.executeTakeFirstOrThrow()).count
}
