import { setImmediate } from 'node:timers/promises'
import type { Day } from '#shared/kit/dates.ts'
import type { ImportCells, ImportDecisions, ImportField, ImportProblem } from '#shared/kit/import.ts'
import type { Db } from '../database/database.ts'
import type { PublicCommandContext } from './context.ts'

/** One line of the file, its cells by field. */
export interface ImportLineCells extends ImportCells {
  line: number
}

/** A row that was read and compared with the register: what is doubtful, and what would be written. */
export interface EvaluatedRow<Record> {
  line: number
  record: Record
  problems: ImportProblem[]
  /** Text of each cell as corrected. */
  texts: { [field: string]: string }
}

/** What a register declares so that the import wizard can fill it. */
export interface ImportRegister<Record> {
  fields: readonly ImportField[]
  /** Reads all rows and compares them with each other and with the register. Writes nothing. */
  evaluate(
    db: Db,
    lines: ImportLineCells[],
    decisions: ImportDecisions,
    today: Day,
  ): Promise<EvaluatedRow<Record>[]>
  /** Names of units that `write` would enter. */
  newUnits?(rows: EvaluatedRow<Record>[], db: Db): Promise<string[]>
  /** Writes one row inside the import's transaction. */
  write(
    context: Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>,
    record: Record,
    importId: number | null,
  ): Promise<void>
}

/** Rows handled between two breaths. */
const portion = 250

/** Does something with each of many rows in their order; other calls are served in between. */
export async function inBreaths<Item, Result>(
  items: Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % portion === 0) await setImmediate()
    results.push(work(item))
  }
  return results
}
