import { type DocumentFields, documentFields } from '#shared/features/documents/documents.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** Drafts, newest first; those about a person where one is named. */
export async function listDrafts(db: Db, of: { volunteerId: number | null; staffId: number | null }) {
  const rows = await db
    .selectFrom('document_drafts')
    .innerJoin('users', 'users.id', 'document_drafts.created_by')
    .select([
      'document_drafts.id',
      'document_drafts.kind',
      'document_drafts.input',
      'document_drafts.volunteer_id as volunteerId',
      'document_drafts.staff_id as staffId',
      'document_drafts.created_at as createdAt',
      'users.full_name as createdByName',
      'document_drafts.version',
    ])
    .$if(of.volunteerId !== null, (query) => query.where('document_drafts.volunteer_id', '=', of.volunteerId))
    .$if(of.staffId !== null, (query) => query.where('document_drafts.staff_id', '=', of.staffId))
    .orderBy('document_drafts.id', 'desc')
    .limit(500)
    .execute()
  // Whom a draft is about is told by the columns: they follow a merge.
  return rows.map(({ input, volunteerId: ofVolunteer, staffId, ...row }) => ({
    ...row,
    fields: { ...documentFields.parse(JSON.parse(input)), volunteerId: ofVolunteer, staffId },
  }))
}

function draftColumns(fields: DocumentFields) {
  return {
    kind: fields.kind,
    volunteer_id: fields.volunteerId,
    staff_id: fields.staffId,
    input: JSON.stringify(fields),
  }
}

/** Writes a new draft and answers its id. */
export async function insertDraft(
  tx: Tx,
  fields: DocumentFields,
  by: { userId: number; at: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('document_drafts')
    .values({ ...draftColumns(fields), created_by: by.userId, created_at: by.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the row is no longer at that version */
export function updateDraft(
  tx: Tx,
  { id, version }: { id: number; version: number },
  fields: DocumentFields,
): Promise<boolean> {
  return updateVersioned(tx, 'document_drafts', id, version, draftColumns(fields))
}

/** @returns false where there is no such draft at that version (null: at any) */
export async function deleteDraft(tx: Tx, id: number, version: number | null): Promise<boolean> {
  const result = await tx
    .deleteFrom('document_drafts')
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
