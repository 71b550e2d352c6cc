import type { Db } from '../../database/database.ts'

/** The notices of a person that were not cancelled, the last first, with what was frozen; none where nobody is named. */
export async function listNotices(
  db: Db,
  kind: string,
  { volunteerId, staffId }: { volunteerId: number | null; staffId: number | null },
  unitId: number | null,
) {
  if (volunteerId === null && staffId === null) return []
  return db
    .selectFrom('documents')
    .innerJoin('users', 'users.id', 'documents.issued_by')
    .innerJoin('document_contents', 'document_contents.document_id', 'documents.id')
    .select([
      'documents.id',
      'document_contents.input',
      'document_contents.data',
      'documents.signed_on as signedOn',
      'documents.delivered_on as deliveredOn',
      'users.full_name as issuedByName',
    ])
    .where('documents.kind', '=', kind)
    .where('documents.state', '<>', 'cancelled')
    .where('documents.relation', '<>', 'duplicate')
    .$if(unitId !== null, (query) => query.where('documents.unit_id', '=', unitId))
    .$if(volunteerId !== null, (query) => query.where('documents.volunteer_id', '=', volunteerId))
    .$if(staffId !== null, (query) => query.where('documents.staff_id', '=', staffId))
    .orderBy('documents.id', 'desc')
    .limit(200)
    .execute()
}
