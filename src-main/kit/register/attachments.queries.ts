import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** An attachment as it is kept, without its bytes. */
export interface StoredAttachment {
  id: number
  version: number
  recordId: number
  fileName: string
  mediaType: string
  size: number
  sha256: string
  description: string
  createdAt: string
  authorName: string
  removedAt: string | null
}

function attachments(db: Db, kind: string) {
  return db
    .selectFrom('attachments')
    .innerJoin('users', 'users.id', 'attachments.created_by')
    .select([
      'attachments.id',
      'attachments.version',
      'attachments.record_id as recordId',
      'attachments.file_name as fileName',
      'attachments.media_type as mediaType',
      'attachments.size',
      'attachments.sha256',
      'attachments.description',
      'attachments.created_at as createdAt',
      'users.full_name as authorName',
      'attachments.removed_at as removedAt',
    ])
    .where('attachments.kind', '=', kind)
}

/** The attachments of a record that were not removed, the newest first. */
export function listAttachments(db: Db, kind: string, recordId: number): Promise<StoredAttachment[]> {
  return attachments(db, kind)
    .where('attachments.record_id', '=', recordId)
    .where('attachments.removed_at', 'is', null)
    .orderBy('attachments.id', 'desc')
    .execute()
}

/** The removed attachments of a record, the last removed first. */
export function listRemovedAttachments(db: Db, kind: string, recordId: number): Promise<StoredAttachment[]> {
  return attachments(db, kind)
    .where('attachments.record_id', '=', recordId)
    .where('attachments.removed_at', 'is not', null)
    .orderBy('attachments.removed_at', 'desc')
    .orderBy('attachments.id', 'desc')
    .execute()
}

/** An attachment of a record of this kind, also a removed one. */
export function findAttachment(db: Db, kind: string, id: number): Promise<StoredAttachment | undefined> {
  return attachments(db, kind).where('attachments.id', '=', id).executeTakeFirst()
}

/** The bytes of an attachment; undefined where they are lost. */
export async function findContent(db: Db, id: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('attachment_contents')
    .select('content')
    .where('attachment_id', '=', id)
    .executeTakeFirst()
  return row?.content
}

/** What is written of a new attachment. */
export interface NewAttachment {
  kind: string
  recordId: number
  fileName: string
  description: string
  mediaType: string
  sha256: string
  content: Buffer
  createdAt: string
  createdBy: number
}

/** Writes a new attachment with its bytes and answers its id. */
export async function insertAttachment(tx: Tx, attachment: NewAttachment): Promise<number> {
  const { id } = await tx
    .insertInto('attachments')
    .values({
      kind: attachment.kind,
      record_id: attachment.recordId,
      file_name: attachment.fileName,
      media_type: attachment.mediaType,
      size: attachment.content.length,
      sha256: attachment.sha256,
      description: attachment.description,
      created_at: attachment.createdAt,
      created_by: attachment.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('attachment_contents')
    .values({ attachment_id: id, content: attachment.content })
    .execute()
  return id
}

/** @returns false where the attachment is no longer at that version */
export function updateAttachment(
  tx: Tx,
  attachment: { id: number; version: number; fileName: string; description: string },
): Promise<boolean> {
  const { id, version, fileName, description } = attachment
  return updateVersioned(tx, 'attachments', id, version, { file_name: fileName, description })
}

/** Marks an attachment as removed at an instant, or as put back (null). @returns false where it is no longer at that version */
export function markAttachmentRemoved(
  tx: Tx,
  { id, version, removedAt }: { id: number; version: number; removedAt: string | null },
): Promise<boolean> {
  return updateVersioned(tx, 'attachments', id, version, { removed_at: removedAt })
}
