import { z } from 'zod'
import { rowId, rowVersion } from '../fields.ts'
import { command, type FieldProblem, output, query } from '../procedure.ts'
import { queryOf, type Register } from './register.ts'
import { selection } from './selection.ts'

/** The most records that are removed at once. */
export const maxRemovedAtOnce = 5000

/** A record that is told of where another cannot be removed because of it. */
export interface NamedRecord {
  /** Its register; its page is `/<kind>/<id>`. */
  kind: string
  id: number
  title: string
}

/** One reason for which the law or links forbid a removal. */
export interface RemovalReason extends FieldProblem {
  /** The first few records that hold it, as far as the caller may read their register. */
  records: NamedRecord[]
}

/** What removing a record would do. */
export interface RemovalPreview {
  title: string
  /** What goes with it, each kind as a text key with its count. */
  goes: FieldProblem[]
  /** What forbids it; empty where it may be removed. */
  reasons: RemovalReason[]
  /** For how many days it can be restored at least. */
  days: number
}

/** What removing many records would do, or did. */
export interface RemovalOfMany {
  /** Records that are selected. */
  selected: number
  /** Those of them that may go, or went. */
  removed: number
  /** The first 500 that stay, each with everything that forbids its removal. */
  kept: { id: number; title: string; reasons: FieldProblem[] }[]
  /** Their entries in the bin; none in a dry run. */
  binIds: number[]
}

/** How a record is removed from its register, or many at once. */
export function removalProcedures<R extends Register>(register: R) {
  const chosen = queryOf(register).extend({ selection })
  return {
    /** What would go into the bin with a record, and everything that forbids it. Refuses `NOT_FOUND` out of reach. */
    preview: query(register.write).input(rowId).output(output<RemovalPreview>()),

    /**
     * Puts a record into the bin with everything that belongs to it, and answers its place there. Refuses what the law or
     * links forbid (`bin.errors.held` with the reasons that `preview` tells), and `CONFLICT` on a stale version.
     */
    remove: command(register.write).input(rowVersion).output(output<{ binId: number; title: string }>()),

    /** What `removeMany` would do. Refuses more than 5,000 records (`list.errors.tooManyToChange`). */
    previewMany: query(register.write).input(chosen).output(output<RemovalOfMany>()),

    /**
     * Puts all selected records that may go into the bin, in one transaction; what the law or links forbid stays.
     * `expected` is how many `previewMany` said may go; where it is another number by now, nothing is removed
     * (`list.errors.selectionChanged`). Refuses what `previewMany` does.
     */
    removeMany: command(register.write)
      .input(chosen.extend({ expected: z.int().min(0) }))
      .output(output<RemovalOfMany>()),
  }
}
