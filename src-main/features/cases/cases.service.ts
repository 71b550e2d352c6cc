import type { Case, CaseFields, casesContract, FileClass } from '#shared/features/cases/cases.contract.ts'
import type { casesRegister } from '#shared/features/cases/cases.register.ts'
import { type CaseSignParts, caseSeries, caseSign, caseSortKey } from '#shared/features/cases/cases.rules.ts'
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
import type { casesPlanHandlers } from './cases.plan.service.ts'
import type { casesPrintHandlers } from './cases.print.service.ts'
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
  { unitId, classId, openedOn, ...texts }: CaseFields,
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
    ...texts,
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
    after: { sign, subject: texts.subject, openedOn },
  })
  return getCase(tx, id)
}

/** What the tools of every register need to know of this one. */
export const casesServed: ServedRegister<typeof casesRegister> = { list: casesList }

export const casesHandlers: Omit<
  Handlers<typeof casesContract>,
  keyof typeof casesPlanHandlers | keyof typeof casesPrintHandlers
> = {
  ...registerHandlers(casesServed),

  get: ({ db, user }, { id }) => getCase(db, id, unitScope(user)),

  open: (context, input) => openCase(context, input),

  enter: (context, { number, ...fields }) => openCase(context, fields, number),

  change: async ({ tx, record }, { id, version, ...change }) => {
    const before = await getCase(tx, id)
    if (before.cancelReason) throw ruleBroken('cases.errors.cancelled')
    if (change.closedOn && change.closedOn < before.openedOn)
      throw fieldRefused('closedOn', 'validation.endBeforeStart')
    if (!(await queries.updateCase(tx, { ...before, version }, change))) throw conflict(before)
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
