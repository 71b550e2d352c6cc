import { setImmediate } from 'node:timers/promises'
import type { Day } from '#shared/kit/dates.ts'
import type {
  ImportCandidate,
  ImportCells,
  ImportField,
  ImportProblem,
  RowDecision,
  RowReader,
} from '#shared/kit/import.ts'
import type { Db } from '../database/database.ts'
import type { PublicCommandContext } from './context.ts'

/** One line of the file, its cells by field. */
export interface ImportLineCells extends ImportCells {
  line: number
}

/** A row that was read, on its way to be compared with the others and with the register. */
export interface ReadRow<Row> {
  line: number
  /** What `read` made of the cells; `compare` may complete it. */
  record: Row
  problems: ImportProblem[]
  /** Text of each cell as corrected. */
  texts: Record<string, string>
  /** What was decided about the row, and about each of its cells alone or together with others. */
  decision: RowDecision
}

/** Does something with each of many rows in their order; other calls are served in between, and it may be stopped. */
export type InBreaths = <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
) => Promise<Result[]>

/** A record as an import finds it. */
export interface RecordState {
  version: number
  /** How people call it: a name, a number. */
  label: string
  /** Its fields under the keys of the register; what `change` takes. */
  fields: Record<string, unknown>
}

/** What writes inside the one transaction of an import or of its undoing. */
export type ImportContext = Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today'>

/** A record that an import entered. */
export interface ImportedRecord {
  kind: string
  id: number
}

/** What is needed of a kind of records so that an import that entered or changed some can be undone. */
export interface ImportedKind {
  /** The records with these ids as they are; one that is gone is left out. */
  states(db: Db, ids: number[]): Promise<Map<number, RecordState>>
  /**
   * Who refers to these records by a foreign key, one line a pair: the record `id` is named by the record `by` of
   * the feature `kind`. A record is kept while somebody refers to it who does not go with it
   * (text: `imports.keptBecause.<kind>`). Documents, notes and attachments are asked for by the wizard.
   */
  referrers(db: Db, ids: number[]): Promise<{ id: number; kind: string; by: number }[]>
  /** Removes a record with what belongs to it alone (search words, versions). The wizard records the history. */
  remove(context: ImportContext, id: number): Promise<void>
  /**
   * Writes these fields over a record, which gets the next version. Absent where an import only creates. The wizard
   * has compared the version in the same transaction, and records the history. Answers what it entered on the way.
   */
  change?(context: ImportContext, id: number, state: RecordState, fields: object): Promise<ImportedRecord[]>
}

/**
 * What a register declares so that the import wizard can fill it. In `X.import.ts` of `src-shared` stand the fields and
 * the reading of a row (pure, no database); in `X.import.ts` of `src-main` this object, which
 * `imports.service.ts` lists.
 *
 * 1. `fields`: what a spreadsheet may bring, with the column titles under which offices keep it. Each has its text
 *    under `<register>.fields.<key>`.
 * 2. `read`: makes a record of one row's cells by the methods of `RowReader`, which apply what the clerk decided and
 *    collect what is doubtful.
 * 3. `compare`: finds what the rows refer to and what the register has already.
 * 4. `create`: writes one row that is new.
 * 5. `states`, `remove`, `referrers` (`ImportedKind`): how the import is undone.
 * 6. Where rows may also change records: `said` and `change`.
 */
export interface ImportRegister<Row> extends ImportedKind {
  fields: readonly ImportField[]
  /**
   * Reads one row. Pure, and asked again only when the cells or the decisions about them change. What cannot be read is
   * a problem of the reader.
   */
  read(reader: RowReader, today: Day): Row
  /**
   * Compares the rows, in their order, with each other and with the register, and adds problems to them. Writes nothing.
   *
   * - A row that resembles a record gets a problem of the field `row`, unless `decision.row` is set and allows it;
   *   `candidates` are the records (and earlier lines) it resembles. With `isRepeat` it is surely the same.
   *   A `decision.row` of `fill` or `overwrite` the wizard settles by itself, from the candidate that was chosen or the
   *   only one, so the problem is added all the same.
   * - A cell that refers to a record is found by `decision.fields[field].reference`, or by its text; where that fits
   *   none or several, it gets a problem with `candidates`.
   */
  compare(db: Db, rows: ReadRow<Row>[], work: { today: Day; inBreaths: InBreaths }): Promise<void>
  /** Records whose names resemble a text that fits none, best first; asked only for rows that are shown. */
  suggest?: { [field: string]: (db: Db, text: string) => Promise<ImportCandidate[]> }
  /** Names of units that `create` would enter. */
  newUnits?(rows: ReadRow<Row>[], db: Db): Promise<string[]>
  /** Writes one row with its history (`imported`); answers all that it entered, the record itself first. */
  create(context: ImportContext, row: Row, importId: number | null): Promise<ImportedRecord[]>
  /**
   * What a row says of a record, under the keys of `states().fields`. Nothing (`''`, `null`, an empty list,
   * `undefined`, `unknown`) never replaces anything. Absent where rows only create.
   *
   * @param before the fields of that record: a list of which a cell tells only some is completed from it
   */
  said?(row: Row, before: Record<string, unknown>): Record<string, unknown>
}

/** For how long rows are handled between two breaths, in milliseconds. */
const longestBreath = 8

/** Rows handled before the clock is looked at. */
const portion = 16

/** Handles rows in breaths; `onBreath` hears how many are done, and stops the work by throwing. */
export function breathing(onBreath: (done: number, total: number) => void = () => {}): InBreaths {
  return async (items, work) => {
    const results: ReturnType<typeof work>[] = []
    let since = performance.now()
    for (const [index, item] of items.entries()) {
      if (index % portion === 0 && performance.now() - since > longestBreath) {
        onBreath(index, items.length)
        await setImmediate()
        since = performance.now()
      }
      results.push(work(item))
    }
    onBreath(items.length, items.length)
    return results
  }
}
