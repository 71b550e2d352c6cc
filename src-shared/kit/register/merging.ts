import { z } from 'zod'
import { command, type FieldProblem, output, query } from '../procedure.ts'
import type { Register } from './register.ts'

/** A record as a merge names it. */
export interface MergedRecord {
  id: number
  version: number
  /** Its name, with its number in the register. */
  title: string
}

/** One field of two records, side by side. */
export interface MergeField {
  key: string
  kept: unknown
  merged: unknown
  differs: boolean
  /** Whose value is proposed: the filled one, or that of the record changed last. */
  proposal: 'kept' | 'merged'
}

/** How many rows of a kind belong to each of two records, or are told of in an undoing. */
export interface MovedRows {
  /** `agreements`, `notes`, `attachments`, `documents` */
  name: string
  count: number
}

/** What a merge would do. */
export interface MergePreview {
  kept: MergedRecord
  merged: MergedRecord
  /** Without those that the caller may not read. */
  fields: MergeField[]
  /** What would move from the merged record to the kept one. */
  moves: MovedRows[]
  /** Have both a sound PESEL, and another? Then a reason must be given. */
  needsReason: boolean
  /** Why they cannot be merged; empty where they can. */
  obstacles: FieldProblem[]
}

/** A merge as it is listed. */
export interface MergeLine {
  id: number
  keptId: number
  mergedId: number
  keptTitle: string
  mergedTitle: string
  mergedAt: string
  userName: string
  undoneAt: string | null
}

/** What undoing a merge would do. */
export interface UndoPreview extends MergeLine {
  /** Fields of the kept record that were edited since; they stay as they are. */
  editedFields: string[]
  /** What goes back to the merged record. */
  movedBack: MovedRows[]
  /** What moved then and is no longer there. */
  gone: MovedRows[]
  /** What was added to the kept record since; it stays there. */
  added: MovedRows[]
  /** The key of why it cannot be undone. */
  obstacle: string | null
}

const ids = { keptId: z.int().positive(), mergedId: z.int().positive() }
const areTwo = ({ keptId, mergedId }: { keptId: number; mergedId: number }) => keptId !== mergedId
const recordId = z.object({ id: z.int().positive() })

/** Merging two records of a register and undoing it; nest them as `merging` in the contract of its feature. */
export function mergingProcedures<R extends Register>(register: R) {
  return {
    /** Both records side by side, and what would move. Refuses `NOT_FOUND` for what is not there or out of reach. */
    preview: query(register.write).input(z.object(ids).refine(areTwo)).output(output<MergePreview>()),

    /**
     * Merges two records into the first: the chosen values, everything that belongs to the other, which is no longer in
     * the register. Refuses `CONFLICT` where either changed since, `FORBIDDEN` where they have different PESEL numbers
     * that the caller may not read, a missing `reason` where both numbers are sound, and what the preview tells as
     * `obstacles` (`duplicates.errors.notMergeable`).
     */
    merge: command(register.write)
      .input(
        z
          .object({
            ...ids,
            keptVersion: z.int(),
            mergedVersion: z.int(),
            choices: z.record(z.string().max(40), z.enum(['kept', 'merged'])),
            reason: z.string().trim().max(300).default(''),
          })
          .refine(areTwo),
      )
      .output(output<{ id: number }>()),

    /** Merges, latest first. */
    list: query(register.write)
      .input(z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(50) }))
      .output(output<{ rows: MergeLine[]; total: number }>()),

    /** What was merged into a record, and not undone. */
    ofRecord: query(register.read).input(recordId).output(output<MergeLine[]>()),

    /**
     * Into which record a merged one went at last, and how that one was called; null where it was not merged, or the
     * record is out of reach.
     */
    whereIs: query(register.read).input(recordId).output(output<{ id: number; title: string } | null>()),

    /** What undoing a merge would do. */
    undoPreview: query(register.write).input(recordId).output(output<UndoPreview>()),

    /**
     * Undoes a merge: both records are as they were, and what moved belongs to the other again. What was edited since
     * stays, what was added since stays with the kept record. Refuses with the reason that `undoPreview` tells.
     */
    undo: command(register.write).input(recordId).output(output<MergeLine>()),
  }
}
