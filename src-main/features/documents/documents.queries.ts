import { type SelectQueryBuilder, sql } from 'kysely'
import type { DocumentRow } from '#shared/features/documents/documents.contract.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { keyset, type PageRequest, pageOf } from '../../database/paging.ts'
import { type SearchTarget, searchConditions } from '../../database/search.ts'
import type { Tables } from '../../database/tables.ts'

/** A document of an agreement is found by the words of the agreement, of its volunteer and of its unit. */
const searchTargets: SearchTarget[] = [
  { kind: 'agreements', column: 'documents.record_id' },
  { kind: 'volunteers', column: 'agreements.volunteer_id' },
  { kind: 'units', column: 'agreements.unit_id', isShared: true },
]

const rowColumns = [
  'documents.id',
  'documents.title',
  'documents.number',
  'documents.person_name as personName',
  'documents.record_kind as recordKind',
  'documents.record_id as recordId',
  'documents.issued_on as issuedOn',
  'documents.issued_at as issuedAt',
  'users.full_name as issuedByName',
  'documents.sha256',
] as const

function documents(db: Db, unitId: number | null) {
  const query = db
    .selectFrom('documents')
    .innerJoin('users', 'users.id', 'documents.issued_by')
    .innerJoin('agreements', 'agreements.id', 'documents.record_id')
  return unitId === null ? query : query.where('documents.unit_id', '=', unitId)
}

async function matching<Output, Joined extends keyof Tables>(
  db: Db,
  query: SelectQueryBuilder<Tables, Joined, Output>,
  search: string,
  purpose: 'page' | 'count',
) {
  let result = query
  for (const condition of await searchConditions(db, search, searchTargets, purpose)) {
    result = result.where(condition)
  }
  return result
}

export async function listDocuments(
  db: Db,
  request: PageRequest & { search: string; unitId: number | null },
): Promise<Page<DocumentRow>> {
  const sort = sql<string>`documents.issued_at`
  const page = keyset(request, sort, sql`documents.id`)
  let query = (await matching(db, documents(db, request.unitId), request.search, 'page'))
    .select([...rowColumns, sort.as('sortValue')])
    .orderBy(page.order)
    .limit(page.limit)
  if (page.after) query = query.where(page.after)
  return pageOf(await query.execute(), request.limit)
}

export async function countDocuments(db: Db, search: string, unitId: number | null): Promise<number> {
  const { count } = await (await matching(db, documents(db, unitId), search, 'count'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The row, its template and frozen data, and the PDF. */
export function findDocument(db: Db, id: number, unitId: number | null) {
  return documents(db, unitId)
    .select([
      ...rowColumns,
      'documents.template',
      'documents.template_version as version',
      'documents.data',
      'documents.pdf',
    ])
    .where('documents.id', '=', id)
    .executeTakeFirst()
}
