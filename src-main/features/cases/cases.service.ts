import {
  type Case,
  type CaseFields,
  type casesContract,
  type FileClass,
  type FileClassFields,
  fileClassFields,
} from '#shared/features/cases/cases.contract.ts'
import type { casesRegister } from '#shared/features/cases/cases.register.ts'
import {
  type CaseSignParts,
  caseSeries,
  caseSign,
  caseSortKey,
  readPlan,
} from '#shared/features/cases/cases.rules.ts'
import { yearOf } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { noteNumber, takeNumber } from '../../documents/numbering.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { heldBy } from '../../kit/register/holders.queries.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import type { FindHolders } from '../../kit/ties.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findUnit } from '../units/units.service.ts'
import { casesList } from './cases.list.queries.ts'
import * as queries from './cases.queries.ts'

/** The class of the file plan; undefined where there is none. */
export function findFileClass(db: Db, id: number): Promise<FileClass | undefined> {
  return queries.findClass(db, id)
}

/** The case; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getCase(db: Db, id: number, unitId: number | null = null): Promise<Case> {
  const found = await queries.findCase(db, id, unitId)
  if (!found) throw notFound('cases')
  return found
}

/** The cases of a unit: their signs name it. */
export const casesHoldingUnit: FindHolders = (db, unitId) =>
  heldBy(db, casesList, 'cases.held.unit', queries.isOfUnit(unitId))

async function getClass(db: Db, id: number): Promise<FileClass> {
  const found = await queries.findClass(db, id)
  if (!found) throw notFound('cases')
  return found
}

async function refuseSameSymbol(tx: Tx, symbol: string, exceptId: number | null): Promise<void> {
  const same = await queries.findClassBySymbol(tx, symbol)
  if (same && same.id !== exceptId) throw fieldRefused('symbol', 'cases.errors.symbolTaken')
}

/** The unit's symbol, or the centre's; beside its field where there is none. */
async function unitSymbolOf(tx: Tx, unitId: number | null): Promise<string> {
  if (unitId === null) return (await getCentre(tx)).symbol
  const unit = await findUnit(tx, unitId)
  if (!unit) throw fieldRefused('unitId', 'validation.notFound')
  if (!unit.symbol) throw fieldRefused('unitId', 'cases.errors.unitWithoutSymbol')
  return unit.symbol
}

/**
 * Opens a case inside the caller's transaction, with the next number of its unit, class and year.
 *
 * @param number a number that was given on paper
 */
export async function openCase(
  { tx, now, record, user }: Pick<CommandContext, 'tx' | 'now' | 'record' | 'user'>,
  { unitId, classId, subject, openedOn }: CaseFields,
  number?: number,
): Promise<Case> {
  const fileClass = await queries.findClass(tx, classId)
  if (!fileClass) throw fieldRefused('classId', 'validation.notFound')
  if (!fileClass.isActive) throw fieldRefused('classId', 'cases.errors.classClosed')
  const unitSymbol = await unitSymbolOf(tx, unitId)
  const year = yearOf(openedOn)
  const series = caseSeries(unitSymbol, fileClass.symbol)
  if (number !== undefined) await noteNumber(tx, series, year, number)
  const parts: CaseSignParts = {
    unitSymbol,
    classSymbol: fileClass.symbol,
    year,
    number: number ?? (await takeNumber(tx, series, year)),
  }
  const sign = caseSign(parts)
  if (await queries.isSignTaken(tx, sign)) throw fieldRefused('number', 'cases.errors.numberTaken', { sign })
  const id = await queries.insertCase(tx, {
    sign,
    unitSymbol,
    unitId,
    classId,
    year,
    number: parts.number,
    subject,
    sortKey: caseSortKey(parts),
    openedOn,
    isPaper: number !== undefined,
    createdBy: user.id,
    createdAt: now,
  })
  await record({
    kind: 'cases',
    recordId: id,
    action: number === undefined ? 'opened' : 'entered',
    after: { sign, subject, openedOn },
  })
  return getCase(tx, id)
}

/** What the tools of every register need to know of this one. */
export const casesServed: ServedRegister<typeof casesRegister> = { list: casesList }

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

export const casesHandlers: Handlers<typeof casesContract> = {
  ...registerHandlers(casesServed),

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

  enterPlan: async (context, { text }) => {
    const plan = readPlan(text)
    if ('wrongLine' in plan) throw ruleBroken('cases.errors.line', { line: plan.wrongLine })
    if (plan.lines.length === 0) throw ruleBroken('cases.errors.emptyPlan')
    let [created, changed] = [0, 0]
    for (const { line, ...fields } of plan.lines) {
      const parsed = fileClassFields.safeParse(fields)
      if (!parsed.success) throw ruleBroken('cases.errors.line', { line })
      const before = await queries.findClassBySymbol(context.tx, parsed.data.symbol)
      if (!before) {
        await createClass(context, parsed.data)
        created++
      } else if (before.title !== parsed.data.title || before.category !== parsed.data.category) {
        await changeClass(context, before, before.version, { ...parsed.data, isActive: before.isActive })
        changed++
      }
    }
    return { created, changed }
  },

  get: ({ db, user }, { id }) => getCase(db, id, unitScope(user)),

  open: (context, input) => openCase(context, input),

  enter: (context, { number, ...fields }) => openCase(context, fields, number),

  change: async ({ tx, record }, { id, version, subject, closedOn }) => {
    const before = await getCase(tx, id)
    if (before.cancelReason) throw ruleBroken('cases.errors.cancelled')
    if (closedOn && closedOn < before.openedOn) throw fieldRefused('closedOn', 'validation.endBeforeStart')
    if (!(await queries.updateCase(tx, { ...before, version }, { subject, closedOn }))) throw conflict(before)
    const after = await getCase(tx, id)
    await record({ kind: 'cases', recordId: id, action: 'changed', before, after })
    return after
  },

  cancel: async ({ tx, record }, { id, version, reason }) => {
    const before = await getCase(tx, id)
    if (before.cancelReason) throw ruleBroken('cases.errors.cancelled')
    if (await queries.hasDocuments(tx, id)) throw ruleBroken('cases.errors.hasDocuments')
    if (!(await queries.updateCase(tx, { ...before, version }, { cancelReason: reason })))
      throw conflict(before)
    const after = await getCase(tx, id)
    await record({ kind: 'cases', recordId: id, action: 'cancelled', before, after })
    return after
  },

  choices: ({ db, user }, { contains }) => queries.listChoices(db, contains, unitScope(user), 50),
}
