import type { Changes } from '../../kit/register/changes.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import type { RowOf } from '../../kit/register/register.ts'
import { historyRegister } from './history.register.ts'

/** An entry of the history as the list has it: `changes` is the JSON of `Changes`. */
export interface HistoryRow extends RowOf<typeof historyRegister> {
  /** The record, where the entry is about one. */
  recordId: number | null
}

/** What the cell `changes` of an entry says. */
export function changesOf({ changes }: Pick<HistoryRow, 'changes'>): Changes {
  return JSON.parse(changes) as Changes
}

export const historyContract = {
  /**
   * The history of everything as a list. Everybody sees what belongs to registers that they may read, a head that of
   * the own unit, an administrator all of it. Of restricted fields it says that they changed and never what they were.
   * The field `changes` is filtered by the names of fields, never by what was in them.
   */
  ...listProcedures(historyRegister),
}
