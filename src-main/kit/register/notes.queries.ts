import type { Db, Tx } from '../../database/database.ts'
import { updateVersioned } from '../../database/versions.ts'

/** A note as it is kept. */
export interface StoredNote {
  id: number
  version: number
  recordId: number
  text: string
  createdAt: string
  authorId: number
  authorName: string
  changedAt: string | null
  changedByName: string | null
  removedAt: string | null
}

function notes(db: Db, kind: string) {
  return db
    .selectFrom('notes')
    .innerJoin('users as authors', 'authors.id', 'notes.created_by')
    .leftJoin('users as changers', 'changers.id', 'notes.changed_by')
    .select([
      'notes.id',
      'notes.version',
      'notes.record_id as recordId',
      'notes.text',
      'notes.created_at as createdAt',
      'notes.created_by as authorId',
      'authors.full_name as authorName',
      'notes.changed_at as changedAt',
      'changers.full_name as changedByName',
      'notes.removed_at as removedAt',
    ])
    .where('notes.kind', '=', kind)
}

/** The notes of a record that were not removed, the newest first. */
export function listNotes(db: Db, kind: string, recordId: number): Promise<StoredNote[]> {
  return notes(db, kind)
    .where('notes.record_id', '=', recordId)
    .where('notes.removed_at', 'is', null)
    .orderBy('notes.id', 'desc')
    .execute()
}

/** The removed notes of a record, the last removed first. */
export function listRemovedNotes(db: Db, kind: string, recordId: number): Promise<StoredNote[]> {
  return notes(db, kind)
    .where('notes.record_id', '=', recordId)
    .where('notes.removed_at', 'is not', null)
    .orderBy('notes.removed_at', 'desc')
    .orderBy('notes.id', 'desc')
    .execute()
}

/** A note on a record of this kind, also a removed one. */
export function findNote(db: Db, kind: string, id: number): Promise<StoredNote | undefined> {
  return notes(db, kind).where('notes.id', '=', id).executeTakeFirst()
}

/** Writes a new note and answers its id. */
export async function insertNote(
  tx: Tx,
  note: { kind: string; recordId: number; text: string; createdAt: string; createdBy: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('notes')
    .values({
      kind: note.kind,
      record_id: note.recordId,
      text: note.text,
      created_at: note.createdAt,
      created_by: note.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where the note is no longer at that version */
export function updateNote(
  tx: Tx,
  note: { id: number; version: number; text: string; changedAt: string; changedBy: number },
): Promise<boolean> {
  const values = { text: note.text, changed_at: note.changedAt, changed_by: note.changedBy }
  return updateVersioned(tx, 'notes', note.id, note.version, values)
}

/** Marks a note as removed at an instant, or as put back (null). @returns false where it is no longer at that version */
export function markNoteRemoved(
  tx: Tx,
  { id, version, removedAt }: { id: number; version: number; removedAt: string | null },
): Promise<boolean> {
  return updateVersioned(tx, 'notes', id, version, { removed_at: removedAt })
}
