import type { Day } from '#shared/kit/dates.ts'
import {
  decisionOf,
  type ImportDecisions,
  type ImportRules,
  type RepeatDecision,
  rowReader,
} from '#shared/kit/import.ts'
import type { Db } from '../database/database.ts'
import { changedFields } from './history.ts'
import type { ImportLineCells, ImportRegister, InBreaths, ReadRow, RecordState } from './import.ts'

/** What a row would do to a record that is there. */
export interface PlannedChange {
  id: number
  state: RecordState
  /** All fields as they would be. */
  fields: Record<string, unknown>
  /** By field that would differ: before and after. */
  changes: Record<string, [unknown, unknown]>
}

/** A row of the dry run. */
export interface EvaluatedRow<Row> extends ReadRow<Row> {
  action: 'create' | 'change' | 'skip' | 'undecided'
  /** Set where the row is to change a record; without changes there is nothing to do, and it is skipped. */
  planned?: PlannedChange
}

/** Rows as they were read before, so that a decision has only its own row read again. */
export type ReadRows<Row> = Map<number, { key: string; row: ReadRow<Row> }>

/** What the clerk decided, and on which day. */
export interface Decided {
  decisions: ImportDecisions
  rules: ImportRules
  today: Day
}

/**
 * The dry run: reads the lines as was decided, compares them with each other and the register, and tells what would
 * become of each. Writes nothing; other calls are served meanwhile.
 */
export async function evaluateLines<Row extends object>(
  db: Db,
  register: ImportRegister<Row>,
  lines: ImportLineCells[],
  decided: Decided,
  { known, inBreaths }: { known: ReadRows<Row>; inBreaths: InBreaths },
): Promise<EvaluatedRow<Row>[]> {
  const { rules, today } = decided
  const dates = JSON.stringify(rules.dates ?? {})
  const rows = await inBreaths(lines, (cells): ReadRow<Row> => {
    const decision = decisionOf(cells.texts, decided.decisions[cells.line], rules)
    const key = dates + JSON.stringify(decision.fields ?? {})
    let read = known.get(cells.line)
    if (read?.key !== key) {
      read = { key, row: readLine(register, cells, decision, decided) }
      known.set(cells.line, read)
    }
    const { row } = read
    // Comparing adds to a row, and what was read must stay as it was.
    return { ...row, decision, record: { ...row.record }, problems: [...row.problems] }
  })
  await register.compare(db, rows, { today, inBreaths })
  const targets = await targetsOf(db, register, rows, rules, inBreaths)
  const lineOfTarget = new Map<number, number>()
  return inBreaths(rows, (row) => settled(register, row, targets.get(row.line), lineOfTarget))
}

function readLine<Row>(
  register: ImportRegister<Row>,
  cells: ImportLineCells,
  decision: ReadRow<Row>['decision'],
  { rules, today }: Decided,
): ReadRow<Row> {
  const reader = rowReader(cells, decision, rules.dates, today)
  const record = register.read(reader, today)
  const texts: Record<string, string> = {}
  for (const field of Object.keys(cells.texts)) texts[field] = reader.text(field)
  return { line: cells.line, record, problems: reader.problems, texts, decision }
}

/** What was decided about a row that the register has, and which record it is to change. */
interface Target {
  wish: RepeatDecision
  id?: number | undefined
  state?: RecordState | undefined
}

async function targetsOf<Row>(
  db: Db,
  register: ImportRegister<Row>,
  rows: ReadRow<Row>[],
  rules: ImportRules,
  inBreaths: InBreaths,
): Promise<Map<number, Target>> {
  const targets = new Map<number, Target>()
  await inBreaths(rows, ({ line, problems, decision }) => {
    const resemblance = problems.find(({ field }) => field === 'row')
    const isRepeat = problems.some((problem) => problem.isRepeat)
    const wish = decision.row ?? (isRepeat ? rules.repeats : undefined)
    if (!wish || wish === 'import') return
    const ids = resemblance?.candidates?.flatMap(({ id }) => id ?? []) ?? []
    const chosen = decision.target === undefined ? ids : ids.filter((id) => id === decision.target)
    targets.set(line, { wish, id: chosen.length === 1 ? chosen[0] : undefined })
  })
  const ids = [...targets.values()].flatMap(({ wish, id }) => (wish === 'skip' || !id ? [] : [id]))
  if (ids.length > 0 && register.said) {
    const states = await register.states(db, [...new Set(ids)])
    for (const target of targets.values()) target.state = target.id ? states.get(target.id) : undefined
  }
  return targets
}

function settled<Row>(
  register: ImportRegister<Row>,
  row: ReadRow<Row>,
  target: Target | undefined,
  lineOfTarget: Map<number, number>,
): EvaluatedRow<Row> {
  const action = row.problems.some(({ level }) => level === 'error') ? 'undecided' : 'create'
  if (!target) return { ...row, action }
  if (target.wish === 'skip') return { ...row, action: 'skip' }
  const { id, state, wish } = target
  if (!register.said || id === undefined || !state) return { ...row, action: 'undecided' }
  const problems = row.problems.filter(({ field }) => field !== 'row')
  const earlier = lineOfTarget.get(id)
  if (earlier !== undefined) {
    const params = { line: earlier }
    problems.unshift({
      field: 'row',
      level: 'error',
      key: 'imports.problems.sameTarget',
      params,
      choices: [],
    })
  } else lineOfTarget.set(id, row.line)
  const planned = plannedChange(
    id,
    state,
    register.said(row.record, state.fields as Record<string, unknown>),
    wish,
  )
  const isUndecided = problems.some(({ level }) => level === 'error')
  const isWithoutChange = Object.keys(planned.changes).length === 0
  return {
    ...row,
    problems,
    planned,
    action: isUndecided ? 'undecided' : isWithoutChange ? 'skip' : 'change',
  }
}

function plannedChange(
  id: number,
  state: RecordState,
  said: Record<string, unknown>,
  wish: RepeatDecision,
): PlannedChange {
  const fresh = Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => !isNothing(value) && (wish === 'overwrite' || isNothing(state.fields[field])),
    ),
  )
  const fields = { ...state.fields, ...fresh }
  return { id, state, fields, changes: changedFields(state.fields, fields) }
}

/** Does this value say nothing, so that it neither replaces another nor stands in the way of one? */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === '' || value === 'unknown'
}
