import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/database.ts'

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
