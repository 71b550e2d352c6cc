import { setImmediate } from 'node:timers/promises'
import type { DryRun, ImportOptions, importsContract } from '#shared/features/imports/imports.contract.ts'
import {
  type CheckedRow,
  dateColumns,
  isShown,
  problemCounts,
  problemLines,
  sameTexts,
  totalsOf,
} from '#shared/features/imports/imports.rules.ts'
import type { ImportDecisions, ImportProblem, ImportRules } from '#shared/kit/import.ts'
import { mappedColumns } from '#shared/kit/import-columns.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext, QueryContext } from '../../kit/context.ts'
import { notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { checkOnce, evaluate, type Reading, tableOf } from '../../kit/import-check.ts'
import { draftOf, forgetDraft, newWork, whileWorking, workOf } from '../../kit/import-drafts.ts'
import type { EvaluatedRow } from '../../kit/import-evaluation.ts'
import type { ImportRow } from '../../kit/import-undo.ts'
import { settleDueStatuses } from '../requirements/requirements.service.ts'
import * as queries from './imports.queries.ts'
import { readRows } from './imports.reader.ts'
import { type AnyRegister, getPrepared, headerHash, registerNamed } from './imports.service.ts'
import { insertImportRows, writeMapping } from './imports.undo.queries.ts'

/** What the page sends with every look at a prepared import. */
interface Draft {
  id: number
  options: ImportOptions
  decisions: ImportDecisions
  rules: ImportRules
}

/** Rows written between two breaths, in which other calls are served. */
const portion = 50

/** Problems that are handed out at once. */
const problemsAtOnce = 5000

async function readingOf(
  { services, today }: Pick<QueryContext, 'services' | 'today'>,
  db: Db,
  draft: Draft,
  register: AnyRegister,
): Promise<Reading> {
  const { id, options, decisions, rules } = draft
  const { encoding, separator, sheet } = options
  const table = await tableOf(draftOf(services, id), JSON.stringify([encoding, separator, sheet]), async () =>
    readRows(await queries.getContent(db, id), options),
  )
  return { register, table, options, decided: { decisions, rules, today } }
}

/** The dry run, worked out anew only where something was decided or somebody changed a register. */
async function checked(context: Omit<QueryContext, 'noteRead'>, draft: Draft) {
  const { db, user, today, services } = context
  const { register: name } = await getPrepared(db, draft.id, user)
  const register = registerNamed(name)
  const { options, decisions, rules } = draft
  const key = JSON.stringify([options, decisions, rules, today, await queries.lastHistoryId(db)])
  const reading = await readingOf(context, db, draft, register)
  const rows = await checkOnce(db, draftOf(services, draft.id), key, user.id, reading)
  const columns = mappedColumns(reading.table[options.headerRow] ?? [], options.mapping)
  return { register, rows, columns }
}

/** With the records whose names resemble what fits none, and how many rows have the same text. */
async function withCandidates(
  db: Db,
  register: AnyRegister,
  row: CheckedRow,
  countOf: ReturnType<typeof sameTexts>,
): Promise<ImportProblem[]> {
  const problems: ImportProblem[] = []
  for (const problem of row.problems) {
    const text = row.texts[problem.field] ?? ''
    const suggest = register.suggest?.[problem.field]
    const isUnknown = problem.level === 'error' && problem.candidates?.length === 0
    const candidates = suggest && isUnknown && text ? await suggest(db, text) : problem.candidates
    const sameText = problem.level === 'error' ? countOf(problem.field, text) : 0
    problems.push({ ...problem, ...(candidates && { candidates }), ...(sameText > 1 && { sameText }) })
  }
  return problems
}

async function writeRows(
  context: CommandContext,
  register: AnyRegister,
  name: string,
  rows: EvaluatedRow<object>[],
  importId: number,
  onRow: () => Promise<void>,
) {
  const written: ImportRow[] = []
  const totals = { imported: 0, changed: 0 }
  for (const { line, action, record, planned } of rows) {
    if (action === 'create') {
      const entered = await register.create(context, record, importId)
      for (const { kind, id } of entered) written.push({ kind, recordId: id, line, version: 1, before: null })
      totals.imported++
    } else if (action === 'change' && planned) {
      const { id, state, fields } = planned
      const entered = (await register.change?.(context, id, state, fields)) ?? []
      const before = JSON.stringify(state.fields)
      written.push({ kind: name, recordId: id, line, version: state.version + 1, before })
      for (const each of entered)
        written.push({ kind: each.kind, recordId: each.id, line, version: 1, before: null })
      const change = { before: state.fields, after: fields }
      await context.record({ kind: name, recordId: id, action: 'changedByImport', ...change })
      totals.changed++
    } else continue
    await onRow()
  }
  await settleDueStatuses(context)
  await insertImportRows(context.tx, importId, written)
  return totals
}

type Handled = 'preview' | 'problems' | 'run' | 'progress' | 'cancel'

export const importCheckHandlers: Pick<Handlers<typeof importsContract>, Handled> = {
  preview: async (context, { offset, limit, ...draft }): Promise<DryRun> => {
    const { register, rows, columns } = await checked(context, draft)
    const shown = rows.filter((row) => isShown(row, draft))
    const countOf = sameTexts(rows)
    const page: DryRun['rows'] = []
    for (const row of shown.slice(offset, offset + limit)) {
      const { line, texts, action, planned } = row
      page.push({
        line,
        cells: texts,
        action,
        problems: await withCandidates(context.db, register, row, countOf),
        change: planned ? { id: planned.id, label: planned.state.label, fields: planned.changes } : null,
      })
    }
    const created = rows.filter(({ action }) => action === 'create')
    return {
      totals: totalsOf(rows),
      columns,
      rows: page,
      shownRows: shown.length,
      repeats: rows.filter(
        ({ problems, planned, decision }) =>
          decision.row === undefined && (planned !== undefined || problems.some(({ isRepeat }) => isRepeat)),
      ).length,
      mayChange: register.said !== undefined,
      ...problemCounts(rows.filter(({ action }) => action !== 'skip')),
      dates: dateColumns(rows, columns, register.fields),
      newUnits: (await register.newUnits?.(created, context.db)) ?? [],
    }
  },

  problems: inSteps({
    before: async (context, { offset: _, ...draft }) => {
      const { rows, columns } = await checked(context, draft)
      return problemLines(rows, columns, draft)
    },
    run: async ({ record }, { id, offset }, problems) => {
      const after = { problems: problems.length }
      if (offset === 0) await record({ kind: 'imports', recordId: id, action: 'problemsExported', after })
      return { problems: problems.slice(offset, offset + problemsAtOnce), total: problems.length }
    },
  }),

  run: inSteps({
    before: async (context, draft) => {
      const { register } = await getPrepared(context.db, draft.id, context.user)
      return readingOf(context, context.db, draft, registerNamed(register))
    },
    run: async (context, { id, options }, reading) => {
      const { tx, user, now, record, services } = context
      const { register: name } = await getPrepared(tx, id, user)
      const { register } = reading
      const work = newWork(user.id, 'checking')
      return whileWorking(services, id, work, async () => {
        const rows = await evaluate(tx, draftOf(services, id), reading, work)
        if (rows.some(({ action }) => action === 'undecided')) throw ruleBroken('imports.errors.undecided')
        work.phase = 'writing'
        work.total = rows.filter(({ action }) => action === 'create' || action === 'change').length
        work.done = 0
        if (work.total === 0) throw ruleBroken('imports.errors.nothing')
        const written = await writeRows(context, register, name, rows, id, async () => {
          work.done++
          if (work.done % portion === 0) await setImmediate()
          if (work.isCancelled) throw ruleBroken('imports.errors.cancelled')
        })
        const skipped = rows.length - work.total
        await queries.markImportDone(tx, id, { ...written, skipped, at: now })
        const headerKey = headerHash(reading.table[options.headerRow] ?? [])
        if (headerKey)
          await writeMapping(tx, { register: name, headerKey, mapping: options.mapping, at: now })
        const after = { register: name, rows: written.imported, changed: written.changed, skipped }
        await record({ kind: 'imports', recordId: id, action: 'imported', after })
        const finished = await queries.findImport(tx, id)
        if (!finished) throw notFound('imports')
        return finished
      })
    },
    after: async ({ services }, { id }) => forgetDraft(services, id),
  }),

  progress: ({ user, services }, { id }) => {
    const work = workOf(services, id, user.id)
    return work ? { phase: work.phase, done: work.done, total: work.total } : null
  },

  cancel: ({ user, services }, { id }) => {
    const work = workOf(services, id, user.id)
    if (work) work.isCancelled = true
  },
}
