import { z } from 'zod'
import { output, query } from '../procedure.ts'
import type { Changes } from './changes.ts'

/** One entry of a record's history. */
export interface HistoryLine {
  id: number
  at: string
  /** Null where the program did it by itself. */
  userName: string | null
  action: string
  changes: Changes
}

/** The most entries that one record's history shows. */
export const longestHistory = 200

/** Who did what to a record of a register, and when. */
export function historyProcedures() {
  return {
    /**
     * The history of one record, newest first, at most 200 entries. Of restricted fields it says that they changed and
     * never what they were, whoever asks. Refuses `NOT_FOUND` what the caller may not see or the register does not have,
     * and `FORBIDDEN` who may not read the register.
     */
    history: query('history.read')
      .input(z.object({ recordId: z.int().positive() }))
      .output(output<HistoryLine[]>()),
  }
}
