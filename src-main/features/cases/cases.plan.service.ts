import {
  type casesContract,
  type FileClass,
  type FileClassFields,
  fileClassFields,
} from '#shared/features/cases/cases.contract.ts'
import { doubtsOfPlan, type PlanLine, readPlan } from '#shared/features/cases/cases.plan.rules.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { CommandContext } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './cases.queries.ts'

async function getClass(db: Db, id: number): Promise<FileClass> {
  const found = await queries.findClass(db, id)
  if (!found) throw notFound('cases')
  return found
}

async function refuseSameSymbol(tx: Tx, symbol: string, exceptId: number | null): Promise<void> {
  const same = await queries.findClassBySymbol(tx, symbol)
  if (same && same.id !== exceptId) throw fieldRefused('symbol', 'cases.errors.symbolTaken')
}

const recorded = ({ symbol, title, category, isActive }: FileClassFields) => ({
  symbol,
  title,
  category,
  isActive,
})

async function changeClass(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  before: FileClass,
  version: number,
  fields: FileClassFields,
): Promise<FileClass> {
  await refuseSameSymbol(tx, fields.symbol, before.id)
  if (before.cases > 0 && fields.symbol !== before.symbol)
    throw fieldRefused('symbol', 'cases.errors.symbolInUse')
  if (!(await queries.updateClass(tx, before.id, version, fields))) throw conflict(before)
  await record({
    kind: 'fileClasses',
    recordId: before.id,
    action: 'changed',
    before: recorded(before),
    after: recorded(fields),
  })
  return getClass(tx, before.id)
}

async function createClass(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  fields: FileClassFields,
): Promise<FileClass> {
  await refuseSameSymbol(tx, fields.symbol, null)
  const id = await queries.insertClass(tx, fields)
  await record({ kind: 'fileClasses', recordId: id, action: 'created', after: recorded(fields) })
  return getClass(tx, id)
}

/** The lines of a plan; refuses (`cases.errors.line`, `cases.errors.emptyPlan`) what is none. */
function readLines(text: string): PlanLine[] {
  const plan = readPlan(text)
  if ('wrongLine' in plan) throw ruleBroken('cases.errors.line', { line: plan.wrongLine })
  if (plan.lines.length === 0) throw ruleBroken('cases.errors.emptyPlan')
  return plan.lines
}

/** Every class of a plan, of a repeated symbol the last line, beside the class that the centre has. */
async function comparedPlan(db: Db, text: string) {
  const known = new Map((await queries.listClasses(db)).map((each) => [each.symbol, each]))
  const bySymbol = new Map<
    string,
    { fields: FileClassFields; before: FileClass | undefined; differs: boolean }
  >()
  for (const { line, ...written } of readLines(text)) {
    const parsed = fileClassFields.safeParse(written)
    if (!parsed.success) throw ruleBroken('cases.errors.line', { line })
    const fields = parsed.data
    const before = known.get(fields.symbol)
    const differs = before?.title !== fields.title || before.category !== fields.category
    bySymbol.set(fields.symbol, { fields, before, differs })
  }
  return [...bySymbol.values()]
}

type Handled = 'classes' | 'createClass' | 'changeClass' | 'removeClass' | 'checkPlan' | 'enterPlan'

export const casesPlanHandlers: Pick<Handlers<typeof casesContract>, Handled> = {
  classes: ({ db }) => queries.listClasses(db),

  createClass,

  changeClass: async (context, { id, version, ...fields }) =>
    changeClass(context, await getClass(context.tx, id), version, fields),

  removeClass: async ({ tx, record }, { id, version }) => {
    const before = await getClass(tx, id)
    if (before.cases > 0) throw ruleBroken('cases.errors.classInUse')
    if (!(await queries.deleteClass(tx, id, version))) throw conflict(before)
    await record({ kind: 'fileClasses', recordId: id, action: 'removed', before: recorded(before) })
    return null
  },

  checkPlan: async ({ db }, { text }) => {
    const lines = await comparedPlan(db, text)
    const known = new Set((await queries.listClasses(db)).map(({ symbol }) => symbol))
    const { orphans, repeated } = doubtsOfPlan(readLines(text), known)
    return {
      created: lines.filter(({ before }) => !before).length,
      changed: lines.filter(({ before, differs }) => before && differs).length,
      unchanged: lines.filter(({ before, differs }) => before && !differs).length,
      orphans,
      repeated,
    }
  },

  enterPlan: async (context, { text }) => {
    let [created, changed] = [0, 0]
    for (const { fields, before, differs } of await comparedPlan(context.tx, text)) {
      if (!before) {
        await createClass(context, fields)
        created++
      } else if (differs) {
        await changeClass(context, before, before.version, { ...fields, isActive: before.isActive })
        changed++
      }
    }
    return { created, changed }
  },
}
