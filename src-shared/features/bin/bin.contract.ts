import { z } from 'zod'
import { rowId } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import { queryOf, type RowOf } from '../../kit/register/register.ts'
import { selection } from '../../kit/register/selection.ts'
import { binRegister } from './bin.register.ts'

/** A removed record in the bin. */
export interface BinRow extends RowOf<typeof binRegister> {
  recordId: number
  /** What went with it, each kind as a text key with its count. */
  goes: FieldProblem[]
}

/** The most records that are restored or emptied at once. */
export const maxBinnedAtOnce = 5000

/** Selected rows of the bin, and how many the caller takes them for. */
const chosen = queryOf(binRegister).extend({ selection, expected: z.int().min(0) })

/** What became of selected records. */
export interface BinOutcome {
  done: number
  /** Records that stay in the bin: how many, and the first few by name, with the key of the reason. */
  kept: number
  keptRecords: { title: string; reason: string }[]
}

/** What emptying removes, or removed. */
export interface Emptied {
  records: number
  /** Notes and attachments that were removed from records which are still there. */
  parts: number
}

export const binContract = {
  /**
   * What was removed, as a list. Everybody sees what was removed from registers that they may write, a head what belonged
   * to the own unit.
   */
  ...listProcedures(binRegister),

  /** Where a record of a register lies in the bin; null where it does not, or out of the caller's reach. */
  ofRecord: query('bin.read')
    .input(z.object({ kind: z.string().max(40), recordId: z.int().positive() }))
    .output(output<Pick<BinRow, 'id' | 'title' | 'removedAt' | 'removedBy' | 'dueOn'> | null>()),

  /**
   * Puts a record back with everything that belonged to it, under its old id. Refuses (`bin.errors.taken`) where
   * something that may stand only once, a PESEL or a number, was given to another since, and (`bin.errors.parentGone`)
   * where something that the record refers to is gone; the rules of its register may have reasons of their own (a name
   * that another unit has by now).
   */
  restore: command('bin.read').input(rowId).output(output<{ kind: string; recordId: number }>()),

  /**
   * Puts selected records back, the last removed first, so that a unit comes before what stood below it. What cannot be
   * restored stays in the bin and is told of. Refuses more than 5,000 (`list.errors.tooManyToChange`), and where other
   * records are selected by now (`list.errors.selectionChanged`).
   */
  restoreMany: command('bin.read').input(chosen).output(output<BinOutcome>()),

  /** What `empty` would remove now. */
  due: query('bin.empty').output(output<Emptied>()),

  /**
   * Removes for good what has lain in the bin long enough, and notes and attachments that were removed as long ago. The
   * history keeps who did what and when, and nothing of what was in them.
   */
  empty: command('bin.empty').output(output<Emptied>()),

  /** Removes selected records for good; those that have not lain their time stay. Refuses as `restoreMany` does. */
  emptySelected: command('bin.empty').input(chosen).output(output<BinOutcome>()),
}
