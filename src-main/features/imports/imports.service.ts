import { setImmediate } from 'node:timers/promises'
import type {
  DryRun,
  DryRunRow,
  ImportOptions,
  ImportRegisterName,
  importsContract,
  OpenedImport,
} from '#shared/features/imports/imports.contract.ts'
import type { Day } from '#shared/kit/dates.ts'
import { guessHeaderRow, guessMapping, type ImportDecisions } from '#shared/kit/import.ts'
import type { Db, Tx } from '../../database/database.ts'
import { sha256 } from '../../documents/issuing.ts'
import type { Services } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { type EvaluatedRow, type ImportLineCells, type ImportRegister, inBreaths } from '../../kit/import.ts'
import { inTransaction } from '../../kit/pipeline.ts'
import { agreementImport } from '../agreements/agreements.import.ts'
import { volunteerImport } from '../volunteers/volunteers.import.ts'
import * as queries from './imports.queries.ts'
import { guessOptions, readRows } from './imports.reader.ts'

type AnyRegister = ImportRegister<unknown>

/** LIST: the registers that the wizard can fill. */
const registers: Record<ImportRegisterName, AnyRegister> = {
  volunteers: volunteerImport as unknown as AnyRegister,
  agreements: agreementImport as unknown as AnyRegister,
}

/** How far each running import is, and whose it is; in memory, because it is over when the process is. */
const running = new Map<number, { userId: number; done: number; total: number; isCancelled: boolean }>()

function runningOf(userId: number, id: number) {
  const state = running.get(id)
  return state?.userId === userId ? state : undefined
}

/** Rows written between two breaths, in which other calls are served. */
const portion = 50

async function getPrepared(db: Db, id: number, userId: number) {
  const prepared = await queries.findPrepared(db, id, userId)
  if (!prepared?.content) throw notFound('imports')
  return { ...prepared, content: prepared.content, register: prepared.register as ImportRegisterName }
}

async function openedImport(
  db: Db,
  prepared: Awaited<ReturnType<typeof getPrepared>>,
  { options, rows }: { options: ImportOptions; rows: string[][] },
): Promise<OpenedImport> {
  const imported = await queries.findImportedAt(db, prepared.register, prepared.sha256)
  return {
    id: prepared.id,
    fileName: prepared.fileName,
    options,
    sample: rows.slice(0, 8),
    fields: registers[prepared.register].fields.map(({ key }) => key),
    importedAt: imported?.finishedAt ?? null,
  }
}

interface Evaluation {
  rows: (EvaluatedRow<unknown> & { action: DryRunRow['action'] })[]
  columns: DryRun['columns']
  sample: string[][]
}

/** Reads the rows with these options and decisions and compares each with the register. */
async function evaluate(
  db: Db,
  register: ImportRegisterName,
  rows: string[][],
  options: ImportOptions,
  decisions: ImportDecisions,
  today: Day,
): Promise<Evaluation> {
  const titleRow = rows[options.headerRow] ?? []
  const columns = options.mapping.flatMap((field, column) =>
    field ? [{ field, column, title: titleRow[column]?.trim() || field }] : [],
  )
  const titles = Object.fromEntries(columns.map(({ field, title }) => [field, title]))
  const filled = [...rows.entries()].filter(
    ([index, cells]) => index > options.headerRow && cells.some((cell) => cell.trim()),
  )
  const lines = await inBreaths(filled, ([index, cells]): ImportLineCells => {
    const texts = columns.map(({ field, column }) => [field, (cells[column] ?? '').trim()])
    return { line: index + 1, texts: Object.fromEntries(texts), titles }
  })
  const evaluated = await registers[register].evaluate(db, lines, decisions, today)
  return {
    rows: evaluated.map((row) => ({ ...row, action: actionOf(row, decisions) })),
    columns: columns.map(({ field, title }) => ({ field, title })),
    sample: rows.slice(0, 8),
  }
}

function actionOf(
  { line, problems }: EvaluatedRow<unknown>,
  decisions: ImportDecisions,
): DryRunRow['action'] {
  if (decisions[line]?.row === 'skip') return 'skip'
  return problems.some(({ level }) => level === 'error') ? 'undecided' : 'create'
}

function discardStale(tx: Tx, now: string): Promise<void> {
  return queries.discardPreparedBefore(tx, new Date(Date.parse(now) - 24 * 3600_000).toISOString())
}

/** Forgets the files of imports that were prepared over a day ago and left; called when the program starts. */
export function forgetStaleImports({ storage }: Pick<Services, 'storage'>, now: Date): Promise<void> {
  return inTransaction(storage, (tx) => discardStale(tx, now.toISOString()))
}

export const importsHandlers: Handlers<typeof importsContract> = {
  open: inSteps({
    before: async (_context, { register, content }) => {
      const bytes = Buffer.from(content, 'base64')
      return { bytes, guess: await guessOptions(bytes, registers[register].fields) }
    },
    run: async ({ tx, user, now, record }, { register, fileName }, { bytes, guess }) => {
      await discardStale(tx, now)
      const id = await queries.insertImport(tx, {
        register,
        fileName,
        sha256: sha256(bytes),
        content: bytes,
        userId: user.id,
        at: now,
      })
      await record({ kind: 'imports', recordId: id, action: 'opened' })
      return openedImport(tx, await getPrepared(tx, id, user.id), guess)
    },
  }),

  guess: async ({ db, user }, { id, options }) => {
    const prepared = await getPrepared(db, id, user.id)
    const { fields } = registers[prepared.register]
    const rows = await readRows(prepared.content, options)
    const headerRow = options.headerRow < rows.length ? options.headerRow : guessHeaderRow(rows, fields)
    const mapping = guessMapping(rows[headerRow] ?? [], fields)
    return openedImport(db, prepared, { options: { ...options, headerRow, mapping }, rows })
  },

  preview: async ({ db, user, today }, { id, options, decisions, show, offset, limit }) => {
    const prepared = await getPrepared(db, id, user.id)
    const table = await readRows(prepared.content, options)
    const { rows, columns, sample } = await evaluate(db, prepared.register, table, options, decisions, today)
    const count = (action: DryRunRow['action']) => rows.filter((row) => row.action === action).length
    const shown =
      show === 'all' ? rows : rows.filter(({ problems, line }) => problems.length > 0 || decisions[line])
    const created = rows.filter(({ action }) => action === 'create')
    return {
      totals: {
        rows: rows.length,
        create: created.length,
        skip: count('skip'),
        undecided: count('undecided'),
        warnings: rows.filter(({ problems }) => problems.some(({ level }) => level === 'warning')).length,
      },
      columns,
      rows: shown.slice(offset, offset + limit).map(({ line, texts, action, problems }) => ({
        line,
        cells: texts,
        action,
        problems,
      })),
      shownRows: shown.length,
      repeats: rows
        .filter(({ action, problems }) => action === 'undecided' && problems.some(({ isRepeat }) => isRepeat))
        .map(({ line }) => line),
      newUnits: (await registers[prepared.register].newUnits?.(created, db)) ?? [],
      sample,
    }
  },

  run: inSteps({
    before: async ({ db, user }, { id, options }) => {
      const { content } = await getPrepared(db, id, user.id)
      return readRows(content, options)
    },
    run: async (context, { id, options, decisions }, table) => {
      const { tx, user, today, now, record } = context
      const { register } = await getPrepared(tx, id, user.id)
      const state = { userId: user.id, done: 0, total: 0, isCancelled: false }
      running.set(id, state)
      try {
        const { rows } = await evaluate(tx, register, table, options, decisions, today)
        if (rows.some(({ action }) => action === 'undecided')) throw ruleBroken('imports.errors.undecided')
        const created = rows.filter(({ action }) => action === 'create')
        if (created.length === 0) throw ruleBroken('imports.errors.nothing')
        state.total = created.length
        for (const row of created) {
          await registers[register].write(context, row.record, id)
          state.done++
          if (state.done % portion === 0) await setImmediate()
          if (state.isCancelled) throw ruleBroken('imports.errors.cancelled')
        }
        const skipped = rows.length - created.length
        await queries.markImportDone(tx, id, { imported: created.length, skipped, at: now })
        await record({
          kind: 'imports',
          recordId: id,
          action: 'imported',
          after: { register, rows: created.length, skipped },
        })
        return queries.getImport(tx, id)
      } finally {
        running.delete(id)
      }
    },
  }),

  progress: ({ user }, { id }) => {
    const state = runningOf(user.id, id)
    return state ? { done: state.done, total: state.total } : null
  },

  cancel: ({ user }, { id }) => {
    const state = runningOf(user.id, id)
    if (state) state.isCancelled = true
  },

  discard: async ({ tx, user, record }, { id }) => {
    await getPrepared(tx, id, user.id)
    await queries.markImportDiscarded(tx, id)
    await record({ kind: 'imports', recordId: id, action: 'discarded' })
  },

  list: ({ db }) => queries.listImports(db, 100),
}
