import { type RawBuilder, sql } from 'kysely'
import type { IssuedDocument } from '#shared/features/documents/documents.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

function documents(db: Db, unitId: number | null) {
  const query = db
    .selectFrom('documents')
    .innerJoin('users', 'users.id', 'documents.issued_by')
    .leftJoin('cases', 'cases.id', 'documents.case_id')
    .leftJoin('documents as originals', 'originals.id', 'documents.original_id')
    .select([
      'documents.id',
      'documents.kind',
      'documents.title',
      'documents.number',
      'documents.person_name as personName',
      'documents.record_kind as recordKind',
      'documents.record_id as recordId',
      'documents.issued_on as issuedOn',
      'documents.issued_at as issuedAt',
      'users.full_name as issuedByName',
      'documents.state',
      'documents.signed_on as signedOn',
      'documents.delivered_on as deliveredOn',
      'documents.delivery',
      'documents.cancel_reason as cancelReason',
      'documents.case_id as caseId',
      'cases.sign as caseSign',
      'documents.signatory_name as signatoryName',
      'documents.copies',
      'documents.overrides',
      'documents.original_id as originalId',
      'originals.title as originalTitle',
      'documents.relation',
      'documents.sha256',
      'documents.version',
    ])
  return unitId === null ? query : query.where('documents.unit_id', '=', unitId)
}

type Row = Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>

function toDocument({
  originalId,
  originalTitle,
  relation,
  overrides,
  ...row
}: Row): Omit<IssuedDocument, 'related'> {
  return {
    ...row,
    state: row.state as IssuedDocument['state'],
    delivery: row.delivery as IssuedDocument['delivery'],
    overrides: JSON.parse(overrides),
    original:
      originalId === null
        ? null
        : { id: originalId, title: originalTitle ?? '', relation: relation as 'duplicate' | 'correction' },
  }
}

/** The row and the duplicates and corrections of it; undefined where there is none within reach. */
export async function findDocument(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<IssuedDocument | undefined> {
  const row = await documents(db, unitId).where('documents.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const related = await db
    .selectFrom('documents')
    .select(['id', 'title', 'relation', 'issued_on as issuedOn'])
    .where('original_id', '=', id)
    .orderBy('id')
    .execute()
  return { ...toDocument(row), related: related as IssuedDocument['related'] }
}

/** The documents of a person, of a case or of an event, newest first; none where none is named. */
export async function listDocumentsOf(
  db: Db,
  {
    volunteerId,
    staffId,
    caseId,
    record,
  }: {
    volunteerId: number | null
    staffId: number | null
    caseId: number | null
    record: { kind: string; id: number } | null
  },
  unitId: number | null,
  hidden: readonly string[],
): Promise<Omit<IssuedDocument, 'related'>[]> {
  if (volunteerId === null && staffId === null && caseId === null && record === null) return []
  const rows = await documents(db, unitId)
    .$if(volunteerId !== null, (query) => query.where('documents.volunteer_id', '=', volunteerId))
    .$if(staffId !== null, (query) => query.where('documents.staff_id', '=', staffId))
    .$if(hidden.length > 0, (query) => query.where('documents.kind', 'not in', [...hidden]))
    .$if(caseId !== null, (query) => query.where('documents.case_id', '=', caseId))
    .$if(record !== null, (query) =>
      query
        .where('documents.record_kind', '=', record?.kind ?? '')
        .where('documents.record_id', '=', record?.id ?? 0),
    )
    .orderBy('documents.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(toDocument)
}

/** What a document was made of: its template and frozen data, what was entered, the PDF. */
export function getFrozen(db: Db, id: number) {
  return db
    .selectFrom('documents')
    .innerJoin('document_contents', 'document_contents.document_id', 'documents.id')
    .select([
      'template',
      'template_version as version',
      'data',
      'input',
      'pdf',
      'sha256',
      'unit_id as unitId',
      'volunteer_id as volunteerId',
      'staff_id as staffId',
      'signatory_id as signatoryId',
      'project_id as projectId',
    ])
    .where('documents.id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The volunteer whom a document is about; null where it is about somebody or something else. */
export async function volunteerOf(db: Db, id: number): Promise<number | null> {
  const { volunteerId } = await db
    .selectFrom('documents')
    .select('volunteer_id as volunteerId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return volunteerId
}

/** The documents of a kind for a person since a day, the day left out, that were not cancelled, the last first. */
export async function listEarlier(
  db: Db,
  kind: string,
  person: { volunteerId: number | null; staffId: number | null },
  since: string,
): Promise<{ number: string; issuedOn: string; input: string; record: { kind: string; id: number } }[]> {
  if (person.volunteerId === null && person.staffId === null) return []
  const rows = await db
    .selectFrom('documents')
    .innerJoin('document_contents', 'document_contents.document_id', 'documents.id')
    .select([
      'number',
      'issued_on as issuedOn',
      'document_contents.input',
      'record_kind as recordKind',
      'record_id as recordId',
    ])
    .where('kind', '=', kind)
    .where('state', '<>', 'cancelled')
    .$if(person.volunteerId !== null, (query) => query.where('volunteer_id', '=', person.volunteerId))
    .$if(person.volunteerId === null, (query) => query.where('staff_id', '=', person.staffId))
    .where('issued_on', '>', since)
    .orderBy('issued_on', 'desc')
    .orderBy('documents.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ recordKind, recordId, ...row }) => ({
    ...row,
    record: { kind: recordKind, id: recordId },
  }))
}

/** What becomes of a document. @returns false where the row is no longer at that version */
export function updateState(
  tx: Tx,
  { id, version }: { id: number; version: number },
  change: {
    state: IssuedDocument['state']
    signedOn?: string
    deliveredOn?: string
    delivery?: string
    cancelReason?: string
  },
): Promise<boolean> {
  return updateVersioned(tx, 'documents', id, version, {
    state: change.state,
    ...(change.signedOn !== undefined && { signed_on: change.signedOn }),
    ...(change.deliveredOn !== undefined && { delivered_on: change.deliveredOn }),
    ...(change.delivery !== undefined && { delivery: change.delivery }),
    ...(change.cancelReason !== undefined && { cancel_reason: change.cancelReason }),
  })
}

/** The rows of documents that were issued for a unit. */
export function issuedFor(unitId: number): RawBuilder<unknown> {
  return sql`documents where documents.unit_id = ${unitId}`
}

/** Was a document written from a record? */
export function isOfRecord(kind: string, id: number): RawBuilder<boolean> {
  return sql`documents.record_kind = ${kind} and documents.record_id = ${id}`
}

/** Was a document issued to a volunteer that is none of an agreement, and none of these kinds? */
export function isOfVolunteer(volunteerId: number, exceptKinds: readonly string[]): RawBuilder<boolean> {
  return sql`documents.volunteer_id = ${volunteerId} and documents.kind not in (${sql.join(['agreement', ...exceptKinds])})`
}

/** The rows of documents of these kinds that were issued to a volunteer. */
export function ofVolunteerAndKinds(volunteerId: number, kinds: readonly string[]): RawBuilder<unknown> {
  return sql`documents where documents.volunteer_id = ${volunteerId} and documents.kind in (${sql.join([...kinds])})`
}

/** Was a document issued to a member of staff? */
export function isOfStaff(staffId: number): RawBuilder<boolean> {
  return sql`documents.staff_id = ${staffId}`
}

/** The drafts about a person. */
export function draftsOf(column: 'volunteer_id' | 'staff_id', id: number): RawBuilder<unknown> {
  return sql`document_drafts where ${sql.ref(`document_drafts.${column}`)} = ${id}`
}
