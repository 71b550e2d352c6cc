import { z } from 'zod'
import { rowId } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A removed record in the bin. */
export interface BinLine {
  id: number
  /** The register it was removed from. */
  kind: string
  recordId: number
  title: string
  removedAt: string
  removedBy: string
  /** From this day an administrator may remove it for good. */
  dueOn: string
  isDue: boolean
}

export const binContract = {
  /**
   * What was removed from the registers that the caller may write, of a head's own unit from those that a head may read;
   * the latest first, at most 500; a search looks at the beginning of every word of the titles.
   */
  list: query('bin.read')
    .input(z.object({ search: z.string().max(100).default('') }))
    .output(output<BinLine[]>()),

  /**
   * Puts a record back with everything that belonged to it, under its old id. Refuses (`bin.errors.taken`) where
   * something that may stand only once, a PESEL or a number, was given to another since, and (`bin.errors.parentGone`)
   * where something that the record refers to is gone.
   */
  restore: command('bin.read').input(rowId).output(output<{ kind: string; recordId: number }>()),

  /** Removes for good what has lain in the bin long enough; answers how many. The history keeps that it happened. */
  empty: command('bin.empty').output(output<number>()),
}
