import { rowVersion } from '../fields.ts'
import { command, output } from '../procedure.ts'
import type { Register } from './register.ts'

/** How a record is removed from its register. */
export function removalProcedures<R extends Register>(register: R) {
  return {
    /**
     * Puts a record into the bin with everything that belongs to it, and answers its place there. Refuses what the law or
     * links forbid (`RULE_BROKEN`, the register's own reasons or `bin.errors.inUse`), and `CONFLICT` on a stale version.
     */
    remove: command(register.write).input(rowVersion).output(output<{ binId: number; title: string }>()),
  }
}
