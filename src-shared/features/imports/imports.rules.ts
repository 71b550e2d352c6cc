import type { ImportField, ImportProblem, RowDecision } from '../../kit/import.ts'
import { type DateDoubt, dateDoubts } from '../../kit/import-reading.ts'
import { fold } from '../../kit/polish.ts'
import type { DateColumn, DryRun, DryRunRow, ImportRowFilter, ProblemLine } from './imports.contract.ts'

/** A row of the dry run as these rules see it. */
export interface CheckedRow {
  line: number
  action: DryRunRow['action']
  problems: ImportProblem[]
  texts: Record<string, string>
  decision: RowDecision
}

type Columns = DryRun['columns']

/** How many rows would be created, changed and skipped, how many wait, and how many have remarks. */
export function totalsOf(rows: CheckedRow[]): DryRun['totals'] {
  const totals = { rows: rows.length, create: 0, change: 0, skip: 0, undecided: 0, warnings: 0 }
  for (const { action, problems } of rows) {
    totals[action]++
    if (problems.some(({ level }) => level === 'warning')) totals.warnings++
  }
  return totals
}

/** Is this row among those that a filter asks for? A skipped row has no problems to settle. */
export function isShown(row: CheckedRow, { show, problem, field }: ImportRowFilter): boolean {
  const isInView =
    show === 'all' ||
    (show === 'undecided' && row.action === 'undecided') ||
    (show === 'changes' && row.action === 'change') ||
    (show === 'problems' && (row.problems.length > 0 || isDecided(row.decision)))
  return isInView && ((!problem && !field) || row.problems.some((each) => fits(each, problem, field)))
}

function isDecided({ row, fields }: RowDecision): boolean {
  return row !== undefined || Object.keys(fields ?? {}).length > 0
}

function fits(each: ImportProblem, problem: string | null, field: string | null): boolean {
  return (!problem || each.key === problem) && (!field || each.field === field)
}

/** By kind and by field, how many rows have such a problem; the most frequent first. */
export function problemCounts(rows: CheckedRow[]): Pick<DryRun, 'problemKinds' | 'problemFields'> {
  const kinds = new Map<string, { rows: number; params: ImportProblem['params'] }>()
  const fields = new Map<string, number>()
  for (const { problems } of rows) {
    for (const { key, params } of distinct(problems, 'key')) {
      kinds.set(key, { params, rows: (kinds.get(key)?.rows ?? 0) + 1 })
    }
    for (const { field } of distinct(problems, 'field')) fields.set(field, (fields.get(field) ?? 0) + 1)
  }
  return {
    problemKinds: [...kinds]
      .map(([key, { rows: count, params }]) => ({ key, rows: count, params: Object.keys(params ?? {}) }))
      .sort((a, b) => b.rows - a.rows),
    problemFields: [...fields]
      .map(([field, count]) => ({ field, rows: count }))
      .sort((a, b) => b.rows - a.rows),
  }
}

function distinct(problems: ImportProblem[], by: 'key' | 'field'): ImportProblem[] {
  if (problems.length < 2) return problems
  return problems.filter((each, index) => problems.findIndex((other) => other[by] === each[by]) === index)
}

/** How many cells of a column are shown as examples. */
const examplesShown = 3

/** The columns with dates that can be read in more than one way. */
export function dateColumns(
  rows: CheckedRow[],
  columns: Columns,
  fields: readonly ImportField[],
): DateColumn[] {
  const days = columns.filter(({ field }) => fields.some(({ key, type }) => key === field && type === 'day'))
  return days.flatMap(({ field, title }) => {
    const found = new Map<DateDoubt, { count: number; examples: string[] }>()
    for (const { texts } of rows) {
      const text = texts[field] ?? ''
      for (const doubt of dateDoubts(text)) {
        const seen = found.get(doubt) ?? { count: 0, examples: [] }
        seen.count++
        if (seen.examples.length < examplesShown && !seen.examples.includes(text)) seen.examples.push(text)
        found.set(doubt, seen)
      }
    }
    const doubts = [...found].map(([doubt, seen]) => ({ doubt, ...seen }))
    return doubts.length > 0 ? [{ field, title, doubts }] : []
  })
}

/** By field and folded text: how many rows wait for a decision about it. */
export function sameTexts(rows: CheckedRow[]): (field: string, text: string) => number {
  const counts = new Map<string, number>()
  const keyOf = (field: string, text: string) => `${field}\n${fold(text)}`
  for (const { problems, texts, action } of rows) {
    if (action !== 'undecided') continue
    for (const { field, level } of problems) {
      const text = texts[field]
      if (level === 'error' && text) counts.set(keyOf(field, text), (counts.get(keyOf(field, text)) ?? 0) + 1)
    }
  }
  return (field, text) => counts.get(keyOf(field, text)) ?? 0
}

/** The problems of the rows that a filter leaves, each with what stands in its cell. */
export function problemLines(rows: CheckedRow[], columns: Columns, filter: ImportRowFilter): ProblemLine[] {
  const titles = new Map(columns.map(({ field, title }) => [field, title]))
  return rows
    .filter((row) => row.action !== 'skip' && isShown(row, filter))
    .flatMap(({ line, problems, texts }) =>
      problems
        .filter((each) => fits(each, filter.problem, filter.field))
        .map(({ field, level, key, params }) => ({
          line,
          field,
          title: titles.get(field) ?? '',
          value: texts[field] ?? '',
          level,
          key,
          ...(params && { params }),
        })),
    )
}
