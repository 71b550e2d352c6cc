import { z } from 'zod'
import { requiredLongText, rowVersion } from '../fields.ts'
import { command, output, query } from '../procedure.ts'
import type { Register } from './register.ts'

/** A note on a record of any register. */
export interface Note {
  id: number
  version: number
  text: string
  createdAt: string
  authorName: string
  /** Who changed the text last, and when; null where it stands as it was written. */
  changedAt: string | null
  changedByName: string | null
  /** May the reader change and remove it? The author may, and an administrator. */
  isChangeable: boolean
}

/** A note that was removed, and not emptied yet. */
export interface RemovedNote extends Note {
  removedAt: string
}

/** What is typed of a note. */
export const noteFields = z.object({ text: requiredLongText(4000) })

/** The procedures of notes. Who does not reach the record reaches none of its notes (`NOT_FOUND`). */
export function noteProcedures(register: Register) {
  return {
    /** The notes of a record, the newest first. */
    list: query(register.read)
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<Note[]>()),

    /** The removed notes of a record that the caller may put back, the last removed first, until the bin is emptied. */
    removed: query(register.write)
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<RemovedNote[]>()),

    /** Adds a note of the caller to a record. */
    add: command(register.write)
      .input(noteFields.extend({ recordId: z.int().positive() }))
      .output(output<Note>()),

    /**
     * Changes the text of a note: the author's own, or as an administrator anybody's. Refuses `notes.errors.ofAnother`,
     * `NOT_FOUND` also for a removed note, and `CONFLICT`.
     */
    change: command(register.write).input(noteFields.extend(rowVersion.shape)).output(output<Note>()),

    /** Removes a note, for `restore` to put it back. Refuses as `change` does. */
    remove: command(register.write).input(rowVersion).output(output<Note>()),

    /** Puts a removed note back. Refuses as `change` does, and `NOT_FOUND` a note that was not removed. */
    restore: command(register.write).input(rowVersion).output(output<Note>()),
  }
}
