import { type RawBuilder, sql } from 'kysely'
import type { DocumentRow } from '#shared/features/documents/documents.contract.ts'
import type { Page } from '#shared/kit/list.ts'
import type { Db } from '../../database/database.ts'
import { type PageRequest, readPage } from '../../database/paging.ts'
import { type SearchTarget, searchConditions } from '../../database/search.ts'

/** A document of an agreement is found by the words of the agreement, of its volunteer and of its unit. */
const searchTargets: SearchTarget[] = [
  { kind: 'agreements', column: 'documents.record_id' },
  { kind: 'volunteers', column: 'agreements.volunteer_id' },
  { kind: 'pesels', column: 'agreements.volunteer_id' },
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

/** One page of the issued documents, newest first unless asked otherwise. */
export async function listDocuments(
  db: Db,
  request: PageRequest & { search: string; unitId: number | null },
): Promise<Page<DocumentRow>> {
  const source = {
    from: sql`documents inner join agreements on agreements.id = documents.record_id`,
    sortedIn: sql`documents`,
    sort: sql<string>`documents.issued_at`,
    id: sql<number>`documents.id`,
    conditions: request.unitId === null ? [] : [sql<boolean>`documents.unit_id = ${request.unitId}`],
    search: await searchConditions(db, request.search, searchTargets),
    matches: 'unknown' as const,
  }
  return readPage(db, request, source, (found, order) =>
    db
      .selectFrom(found)
      .innerJoin('documents', 'documents.id', 'found.id')
      .innerJoin('users', 'users.id', 'documents.issued_by')
      .select([...rowColumns, 'found.sortValue'])
      .orderBy(order)
      .execute(),
  )
}

/** How many documents a search finds. */
export async function countDocuments(db: Db, search: string, unitId: number | null): Promise<number> {
  const { counting } = await searchConditions(db, search, searchTargets)
  let query = documents(db, unitId).select((eb) => eb.fn.countAll<number>().as('count'))
  for (const condition of counting) query = query.where(condition)
  return (await query.executeTakeFirstOrThrow()).count
}

/** The row, its template and frozen data, the PDF, and the present state of what it is of. */
export function findDocument(db: Db, id: number, unitId: number | null) {
  return documents(db, unitId)
    .select([
      ...rowColumns,
      'documents.template',
      'documents.template_version as version',
      'documents.data',
      'documents.pdf',
      'agreements.status as recordStatus',
    ])
    .where('documents.id', '=', id)
    .executeTakeFirst()
}

/** The rows of documents that were issued for a unit. */
export function issuedFor(unitId: number): RawBuilder<unknown> {
  return sql`documents where documents.unit_id = ${unitId}`
}
