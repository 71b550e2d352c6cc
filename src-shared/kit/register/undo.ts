import { z } from 'zod'
import { rowVersion } from '../fields.ts'
import { command, output, query } from '../procedure.ts'
import type { Changes } from './changes.ts'
import type { Register } from './register.ts'

/** A change of the open record that can be taken back, or brought again. */
export interface UndoStep {
  /** The entry of the history whose change would be taken back. */
  entryId: number
  at: string
  /** Null where the program did it by itself. */
  userName: string | null
  /** Was it the caller's own change? */
  isOwn: boolean
  /** What would change, each field with its value now and then; secret ones by their names alone. */
  changes: Changes
}

/** Why no change can be taken back: the key of a sentence, with the action of the history that it names. */
export interface UndoObstacle {
  key: 'undo.nothing' | 'undo.nothingToRedo' | 'undo.otherAction' | 'undo.secret' | 'undo.changedSince'
  action?: string
}

/** What the keys for undoing and redoing would do to a record. */
export interface UndoState {
  undo: UndoStep | null
  /** Why `undo` is null. */
  obstacle: UndoObstacle | null
  redo: UndoStep | null
}

/**
 * Taking back the last changes of a record one after another, and bringing them again, each as a new change in the
 * history; nest them as `undo` in the contract of its feature.
 */
export function undoProcedures<R extends Register>(register: R) {
  return {
    /**
     * What could be taken back and brought again. Only changes of fields made by `change` count; whatever else was done
     * to the fields since (an import, a merge, signing) stays in their way. Refuses `NOT_FOUND` out of reach.
     */
    state: query(register.write)
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<UndoState>()),

    /**
     * Takes back the change that `state` told as `undo`, or brings again what it told as `redo`: through `change`, with
     * all its rules, and answers the version that the record has then. Refuses another entry (`undo.errors.notLast`), `CONFLICT` on a stale version, what `change` refuses.
     */
    apply: command(register.write)
      .input(rowVersion.extend({ entryId: z.int().positive() }))
      .output(output<{ version: number }>()),
  }
}
