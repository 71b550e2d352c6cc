import { sql } from 'kysely'
import { type DocumentFields, documentFields } from '#shared/features/documents/documents.contract.ts'
import type { Db, Tx } from '../../database/database.ts'

/** A draft of a document, with all that was entered. */
interface KeptDraft {
  id: number
  fields: DocumentFields
}

/** The drafts about a volunteer, and about an agreement of the volunteer. */
export async function listDraftsAbout(db: Db, volunteerId: number): Promise<KeptDraft[]> {
  const agreements = await db
    .selectFrom('agreements')
    .select('id')
    .where('volunteer_id', '=', volunteerId)
    .execute()
  const ids = new Set(agreements.map(({ id }) => id))
  return (await listAll(db)).filter(
    ({ ofVolunteer, fields }) =>
      ofVolunteer === volunteerId || (fields.agreementId !== null && ids.has(fields.agreementId)),
  )
}

/** The drafts that list a volunteer among others. */
export async function listDraftsListing(db: Db, volunteerId: number): Promise<KeptDraft[]> {
  return (await listAll(db)).filter(({ fields }) => peopleOf(fields).some(({ id }) => id === volunteerId))
}

async function listAll(db: Db): Promise<(KeptDraft & { ofVolunteer: number | null })[]> {
  const rows = await db
    .selectFrom('document_drafts')
    .select(['id', 'input', 'volunteer_id as ofVolunteer'])
    .execute()
  return rows.map(({ input, ...row }) => ({ ...row, fields: documentFields.parse(JSON.parse(input)) }))
}

function peopleOf({ input }: DocumentFields): { id: number }[] {
  return Array.isArray(input.people) ? input.people : []
}

/** Takes a volunteer off the list of a draft. */
export async function takeOffList(tx: Tx, { id, fields }: KeptDraft, volunteerId: number): Promise<void> {
  const people = peopleOf(fields).filter((person) => person.id !== volunteerId)
  await tx
    .updateTable('document_drafts')
    .set({
      input: JSON.stringify({ ...fields, input: { ...fields.input, people } }),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}
