import { z } from 'zod'
import { output, query } from '../../kit/procedure.ts'

/** One entry of a record's history. */
export interface HistoryLine {
  id: number
  at: string
  userName: string | null
  action: string
  /** What changed: each field with its value before and after. */
  changes: Record<string, [unknown, unknown]>
}

export const historyContract = {
  /**
   * The history of one record, newest first, at most 200 entries. Refuses who may not read
   * that register, and a head records outside of the own unit (`NOT_FOUND`).
   */
  list: query('history.read')
    .input(
      z.object({
        kind: z.enum(['volunteers', 'agreements', 'units', 'staff']),
        recordId: z.int().positive(),
      }),
    )
    .output(output<HistoryLine[]>()),
}
