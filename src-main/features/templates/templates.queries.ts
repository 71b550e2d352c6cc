import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

function templates(db: Db) {
  return db
    .selectFrom('centre_templates')
    .innerJoin('users', 'users.id', 'centre_templates.created_by')
    .select([
      'centre_templates.id',
      'centre_templates.template as code',
      'centre_templates.number',
      'centre_templates.note',
      'centre_templates.valid_from as validFrom',
      'centre_templates.valid_to as validTo',
      'centre_templates.approved_by as approvedBy',
      'centre_templates.version',
      'users.full_name as createdByName',
    ])
}

/** A version that the centre made, without its source. */
export type TemplateRow = Awaited<ReturnType<ReturnType<typeof templates>['executeTakeFirstOrThrow']>>

/** Every version that the centre made, of one code or of all; the newest first. */
export function listTemplates(db: Db, code?: string): Promise<TemplateRow[]> {
  return templates(db)
    .$if(code !== undefined, (query) => query.where('template', '=', code ?? ''))
    .orderBy('centre_templates.id', 'desc')
    .execute()
}

/** A version that the centre made, with its source; undefined where there is none. */
export function findTemplate(db: Db, id: number): Promise<(TemplateRow & { source: string }) | undefined> {
  return templates(db)
    .select('centre_templates.source')
    .where('centre_templates.id', '=', id)
    .executeTakeFirst()
}

/** Writes a draft and answers its id. */
export async function insertDraft(
  tx: Tx,
  draft: { code: string; source: string; note: string; createdBy: number; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('centre_templates')
    .values({
      template: draft.code,
      number: null,
      source: draft.source,
      template_version: null,
      note: draft.note,
      valid_from: null,
      valid_to: null,
      approved_by: '',
      approved_at: null,
      created_by: draft.createdBy,
      created_at: draft.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Stale {
  id: number
  version: number
}

/** @returns false where the row is no longer a draft at that version */
export async function updateDraft(
  tx: Tx,
  { id, version }: Stale,
  change: { source: string; note: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('centre_templates')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('number', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @returns false where the row is no longer a draft at that version */
export async function deleteDraft(tx: Tx, { id, version }: Stale): Promise<boolean> {
  const result = await tx
    .deleteFrom('centre_templates')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('number', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Freezes a draft as an approved version; false where it is no longer a draft at that version. */
export async function markApproved(
  tx: Tx,
  { id, version }: Stale,
  approval: {
    number: number
    templateVersion: string
    validFrom: Day
    approvedBy: string
    note: string
    at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('centre_templates')
    .set((eb) => ({
      number: approval.number,
      template_version: approval.templateVersion,
      valid_from: approval.validFrom,
      approved_by: approval.approvedBy,
      approved_at: approval.at,
      note: approval.note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('number', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends an approved version; false where it is no longer at that version. */
export function markWithdrawn(tx: Tx, { id, version }: Stale, validTo: Day): Promise<boolean> {
  return updateVersioned(tx, 'centre_templates', id, version, { valid_to: validTo })
}
