import { setImmediate } from 'node:timers/promises'
import { fieldTexts, type ImportMapping, mappedColumns } from '#shared/kit/import-columns.ts'
import type { Db } from '../database/database.ts'
import { ruleBroken } from './errors.ts'
import { breathing, type ImportLineCells, type ImportRegister, type InBreaths } from './import.ts'
import { type Check, type ImportDraft, type ImportWork, newWork } from './import-drafts.ts'
import { type Decided, type EvaluatedRow, evaluateLines } from './import-evaluation.ts'

/** A file that is read in this way, into this register. */
export interface Reading {
  register: ImportRegister<object>
  table: string[][]
  options: { headerRow: number; mapping: ImportMapping }
  decided: Decided
}

/** How often all rows are gone through: read, compared, told apart. */
const passes = 4

/**
 * The table of a file, kept in mind until it is to be read in another way (`key`).
 *
 * @throws what `read` throws
 */
export function tableOf(
  draft: ImportDraft,
  key: string,
  read: () => Promise<string[][]>,
): Promise<string[][]> {
  if (draft.table?.key !== key) {
    const table = { key, rows: read() }
    draft.table = table
    table.rows.catch(() => {
      if (draft.table === table) delete draft.table
    })
  }
  return draft.table.rows
}

/**
 * The dry run as it was asked for under this key, worked out once. One that is under way for another key is stopped, and
 * whoever waits for it gets this one.
 *
 * @throws RULE_BROKEN `imports.errors.checkCancelled` where it was stopped by somebody
 */
export async function checkOnce(
  db: Db,
  draft: ImportDraft,
  key: string,
  userId: number,
  reading: Reading,
): Promise<EvaluatedRow<object>[]> {
  if (draft.check?.key !== key) {
    if (draft.check) draft.check.work.isCancelled = true
    const work = newWork(userId, 'checking')
    const check: Check = { key, work, rows: evaluate(db, draft, reading, work) }
    draft.check = check
    const over = () => {
      work.isOver = true
    }
    check.rows.then(over, () => {
      over()
      if (draft.check === check) delete draft.check
    })
  }
  return latest(draft, draft.check)
}

async function latest(draft: ImportDraft, check: Check): Promise<EvaluatedRow<object>[]> {
  try {
    return await check.rows
  } catch (error) {
    const newer = draft.check
    if (!newer || newer === check) throw error
    return latest(draft, newer)
  }
}

/** Reads and compares all rows; rows that were read before in the same way are not read again. */
export async function evaluate(
  db: Db,
  draft: ImportDraft,
  { register, table, options, decided }: Reading,
  work: ImportWork,
): Promise<EvaluatedRow<object>[]> {
  const known = { key: JSON.stringify([draft.table?.key, options, decided.today]), rows: draft.known.rows }
  if (known.key !== draft.known.key) known.rows = new Map()
  draft.known = known
  const inBreaths = reporting(work)
  const titles = titlesOf(table, options)
  const lines: ImportLineCells[] = []
  for (let index = options.headerRow + 1; index < table.length; index++) {
    const cells = table[index] ?? []
    if (!cells.some((cell) => cell.trim())) continue
    lines.push({ line: index + 1, texts: fieldTexts(cells, options.mapping, register.fields), titles })
    if (lines.length % linesInABreath === 0) await setImmediate()
  }
  work.total = lines.length * passes
  return evaluateLines(db, register, lines, decided, { known: known.rows, inBreaths })
}

const linesInABreath = 1000

/** The titles of the columns that fill fields, by field. */
function titlesOf(table: string[][], { headerRow, mapping }: Reading['options']): Record<string, string> {
  const columns = mappedColumns(table[headerRow] ?? [], mapping)
  return Object.fromEntries(columns.map(({ field, title }) => [field, title]))
}

function reporting(work: ImportWork): InBreaths {
  let before = 0
  const inBreaths = breathing((done) => {
    work.done = Math.min(before + done, work.total)
    if (work.isCancelled) throw ruleBroken('imports.errors.checkCancelled')
  })
  return async (items, each) => {
    const results = await inBreaths(items, each)
    before += items.length
    return results
  }
}
