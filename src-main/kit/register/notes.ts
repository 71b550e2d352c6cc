import type { Note, noteProcedures } from '#shared/kit/register/notes.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Tx } from '../../database/database.ts'
import type { CommandContext, User } from '../context.ts'
import { conflict, notFound, ruleBroken } from '../errors.ts'
import type { Handlers } from '../handlers.ts'
import * as queries from './notes.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

function isChangeableBy({ id, role }: User, note: queries.StoredNote): boolean {
  return note.authorId === id || role === 'administrator'
}

function noteFor(user: User, stored: queries.StoredNote): Note {
  const { recordId: _, authorId: _author, removedAt: _removed, ...note } = stored
  return { ...note, isChangeable: isChangeableBy(user, stored) }
}

/** The handlers of notes. */
export function noteHandlers(list: RegisterList<Register>): Handlers<ReturnType<typeof noteProcedures>> {
  const kind = list.register.name

  async function getNote(tx: Tx, id: number): Promise<queries.StoredNote> {
    const note = await queries.findNote(tx, kind, id)
    if (!note) throw notFound('notes')
    return note
  }

  /** The note, which the user may change; it is removed or not as expected. */
  async function getChangeable({ tx, user }: CommandContext, id: number, isRemoved: boolean) {
    const note = await getNote(tx, id)
    await reachRecord(tx, list, user, note.recordId)
    if ((note.removedAt !== null) !== isRemoved) throw notFound('notes')
    if (!isChangeableBy(user, note)) throw ruleBroken('notes.errors.ofAnother')
    return note
  }

  async function markRemoved(
    context: CommandContext,
    { id, version }: { id: number; version: number },
    isRemoved: boolean,
  ): Promise<Note> {
    const { tx, user, now, record } = context
    const { recordId, text, ...before } = await getChangeable(context, id, !isRemoved)
    if (!(await queries.markNoteRemoved(tx, { id, version, removedAt: isRemoved ? now : null })))
      throw conflict(noteFor(user, { recordId, text, ...before }))
    await record(
      isRemoved
        ? { kind, recordId, action: 'notes:removed', before: { text } }
        : { kind, recordId, action: 'notes:restored', after: { text } },
    )
    return noteFor(user, await getNote(tx, id))
  }

  return {
    list: async ({ db, user }, { recordId }) => {
      await reachRecord(db, list, user, recordId)
      const notes = await queries.listNotes(db, kind, recordId)
      return notes.map((note) => noteFor(user, note))
    },

    removed: async ({ db, user }, { recordId }) => {
      await reachRecord(db, list, user, recordId)
      const notes = await queries.listRemovedNotes(db, kind, recordId)
      return notes
        .filter((note) => isChangeableBy(user, note))
        .map((note) => ({ ...noteFor(user, note), removedAt: note.removedAt ?? '' }))
    },

    add: async ({ tx, user, now, record }, { recordId, text }) => {
      await reachRecord(tx, list, user, recordId)
      const id = await queries.insertNote(tx, { kind, recordId, text, createdAt: now, createdBy: user.id })
      await record({ kind, recordId, action: 'notes:added', after: { text } })
      return noteFor(user, await getNote(tx, id))
    },

    change: async (context, { id, version, text }) => {
      const { tx, user, now, record } = context
      const before = await getChangeable(context, id, false)
      if (!(await queries.updateNote(tx, { id, version, text, changedAt: now, changedBy: user.id })))
        throw conflict(noteFor(user, before))
      await record({
        kind,
        recordId: before.recordId,
        action: 'notes:changed',
        before: { text: before.text },
        after: { text },
      })
      return noteFor(user, await getNote(tx, id))
    },

    remove: (context, version) => markRemoved(context, version, true),
    restore: (context, version) => markRemoved(context, version, false),
  }
}
