import { rowId, rowVersion } from '../fields.ts'
import { command, type FieldProblem, output, query } from '../procedure.ts'
import type { Register } from './register.ts'

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

/** How a record is removed from its register. */
export function removalProcedures<R extends Register>(register: R) {
  return {
    /** What would go into the bin with a record, and everything that forbids it. Refuses `NOT_FOUND` out of reach. */
    preview: query(register.write).input(rowId).output(output<RemovalPreview>()),

    /**
     * Puts a record into the bin with everything that belongs to it, and answers its place there. Refuses what the law or
     * links forbid (`bin.errors.held` with the reasons that `preview` tells), and `CONFLICT` on a stale version.
     */
    remove: command(register.write).input(rowVersion).output(output<{ binId: number; title: string }>()),
  }
}
