import type {
  CheckedSettlement,
  CostSettlement,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import {
  countLine,
  daysOfLine,
  spanOf,
  sumsOf,
} from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import type { SettlementFields } from '#shared/features/cost-settlements/cost-settlements.lines.ts'
import type { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import {
  type CostStep,
  isOpen,
  mayStep,
  settlementProblems,
  whyNothingDue,
} from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import { type Day, formatDay } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import type { Db } from '../../database/database.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import { costSettlementsList } from './cost-settlements.list.queries.ts'
import * as queries from './cost-settlements.queries.ts'
import { listRates } from './cost-settlements.rates.queries.ts'
import type { costTotalsHandlers } from './cost-settlements.totals.service.ts'

/** The settlement; refuses `NOT_FOUND`, also outside a head's unit. */
export async function getSettlement(
  db: Db,
  id: number,
  unitId: number | null = null,
): Promise<CostSettlement> {
  const settlement = await queries.findSettlement(db, id, unitId)
  if (!settlement) throw notFound('costSettlements')
  return settlement
}

/** What was entered, counted with the rates of its days, and everything in its way. */
async function judge(
  { db, today, unitId }: { db: Db; today: Day; unitId: number | null },
  settlement: SettlementFields,
  id: number | null,
) {
  const agreement = await getAgreement(db, settlement.agreementId, unitId)
  const { volunteerId } = agreement
  const rates = await listRates(db)
  const counted = settlement.lines.map((line) => countLine(line, rates))
  const { startsOn, endsOn } = spanOf(settlement.lines)
  const around = await queries.listLinesAround(db, {
    volunteerId,
    exceptId: id,
    from: startsOn,
    to: endsOn,
  })
  const problems = settlementProblems(settlement, counted, {
    agreement,
    today,
    servedDays: new Set(await queries.listServedDays(db, volunteerId, startsOn, endsOn)),
    settledDays: new Map(
      around.flatMap(({ purpose, line }) => daysOfLine(line).map((day): [string, string] => [day, purpose])),
    ),
  })
  const amounts = settlement.lines.map(({ kind }, index) => ({ kind, amount: counted[index]?.amount ?? 0 }))
  return {
    agreement,
    counted,
    problems,
    written: {
      ...settlement,
      ...sumsOf(amounts, settlement.waivedAmount),
      startsOn,
      endsOn,
      volunteerId,
      lines: settlement.lines.map((entered, index) => ({
        entered,
        counted: counted[index] as (typeof counted)[number],
      })),
    },
  }
}

/** A settlement as the history tells it: each line by its kind, days and amount. */
function told(settlement: CostSettlement) {
  const { purpose, agreementId, hasVehicleConsent, isWaiverConsidered } = settlement
  const { travelAmount, perDiemAmount, waivedAmount, total } = settlement
  return {
    purpose,
    agreementId,
    hasVehicleConsent,
    isWaiverConsidered,
    lines: settlement.lines.map((line) => {
      const days = daysOfLine(line)
      const span = [...new Set([days[0], days.at(-1)])].map((day) => formatDay(day ?? '')).join(' – ')
      return `${line.route}, ${span}: ${formatAmount(line.amount)}`
    }),
    travelAmount,
    perDiemAmount,
    waivedAmount,
    total,
  }
}

/** The fields of a settlement as they were entered. */
function enteredOf(settlement: CostSettlement): SettlementFields {
  const { agreementId, purpose, hasVehicleConsent, isWaiverConsidered, waivedAmount, lines } = settlement
  return {
    agreementId,
    purpose,
    hasVehicleConsent,
    isWaiverConsidered,
    waivedAmount,
    lines: lines.map(({ amount: _, parts: __, ...entered }) => entered),
  }
}

/** What is open, counted with the rates of today; what was handed in stays as it was. */
async function shownSettlement(db: Db, id: number, unitId: number | null): Promise<CostSettlement> {
  const settlement = await getSettlement(db, id, unitId)
  if (!isOpen(settlement.state)) return settlement
  const rates = await listRates(db)
  const lines = settlement.lines.map((line) => ({ ...line, ...countLine(line, rates) }))
  return { ...settlement, lines, ...sumsOf(lines, settlement.waivedAmount) }
}

/** Takes a step from one state to the next, if the state allows it, and tells the history. */
async function step(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  taken: CostStep,
  { id, version, unitId }: { id: number; version: number; unitId: number | null },
  { action, ...columns }: queries.StepColumns & { action: string },
): Promise<CostSettlement> {
  const before = await getSettlement(tx, id, unitId)
  if (before.version !== version) throw conflict(before)
  if (!mayStep(taken, before.state)) throw ruleBroken('costSettlements.errors.wrongState')
  if (!(await queries.updateStep(tx, id, version, columns))) throw conflict(before)
  const after = await getSettlement(tx, id)
  const state = ({ state, paidOn, rejectReason }: CostSettlement) => ({
    costState: state,
    paidOn,
    rejectReason,
  })
  await record({
    kind: 'costSettlements',
    recordId: id,
    action,
    before: state(before),
    after: state(after),
  })
  return after
}

/** Saves a draft inside the caller's transaction. @returns its id */
export async function draftSettlement(
  { tx, today, now, record }: Pick<PublicCommandContext, 'tx' | 'today' | 'now' | 'record'>,
  settlement: SettlementFields,
  unitId: number | null = null,
): Promise<number> {
  const { agreement, written } = await judge({ db: tx, today, unitId }, settlement, null)
  const nothingDue = whyNothingDue(agreement)
  if (nothingDue) throw fieldRefused('agreementId', nothingDue.key)
  const id = await queries.insertSettlement(tx, { ...written, createdAt: now })
  await record({
    kind: 'costSettlements',
    recordId: id,
    action: 'created',
    after: told(await getSettlement(tx, id)),
  })
  return id
}

/** Hands a draft in inside the caller's transaction, counted with the rates of today. Refuses the first problem that stops. */
export async function submitSettlement(
  context: Pick<CommandContext, 'tx' | 'today' | 'now' | 'record'> & { user: { id: number } },
  { id, version }: { id: number; version: number },
  unitId: number | null = null,
): Promise<CostSettlement> {
  const { tx, today, user, now } = context
  const before = await getSettlement(tx, id, unitId)
  if (before.version !== version) throw conflict(before)
  if (!mayStep('submit', before.state)) throw ruleBroken('costSettlements.errors.wrongState')
  const { problems, written } = await judge({ db: tx, today, unitId }, enteredOf(before), id)
  const stop = problems.find(({ level }) => level === 'stop')
  if (stop) throw ruleBroken(stop.key, stop.params)
  // Rates may have changed since it was saved: what is handed in is what they give today.
  if (!(await queries.updateSettlement(tx, id, version, written))) throw conflict(before)
  return step(
    context,
    'submit',
    { id, version: version + 1, unitId },
    {
      action: 'costsSubmitted',
      state: 'submitted',
      submitted_at: now,
      submitted_by: user.id,
      reject_reason: '',
    },
  )
}

/** What the tools of every register need to know of this one. */
export const costSettlementsServed: ServedRegister<typeof costSettlementsRegister> = {
  list: costSettlementsList,
}

export const costSettlementsHandlers: Omit<
  Handlers<typeof costSettlementsContract>,
  'rates' | keyof typeof costTotalsHandlers
> = {
  ...registerHandlers(costSettlementsServed),

  removal: removalHandlers({
    list: costSettlementsList,
    searchKinds: [],
    get: getSettlement,
    title: async (db, id) => {
      const { volunteerName, purpose } = await getSettlement(db, id)
      return `${volunteerName}, ${purpose}`
    },
    rows: async (_, id) => [{ table: 'cost_lines', where: { settlement_id: id } }],
    reasons: async (db, id) =>
      (await getSettlement(db, id)).state === 'draft'
        ? []
        : [{ key: 'costSettlements.held.handedIn', records: [] }],
  }),

  get: ({ db, user }, { id }) => shownSettlement(db, id, unitScope(user)),

  check: async ({ db, today, user }, { id, ...settlement }): Promise<CheckedSettlement> => {
    const { counted, problems, written } = await judge({ db, today, unitId: unitScope(user) }, settlement, id)
    const { travelAmount, perDiemAmount, waivedAmount, total } = written
    return { travelAmount, perDiemAmount, waivedAmount, total, lines: counted, problems }
  },

  create: async (context, settlement) =>
    getSettlement(context.tx, await draftSettlement(context, settlement, unitScope(context.user))),

  change: async ({ tx, today, user, record }, { id, version, ...settlement }) => {
    const before = await getSettlement(tx, id, unitScope(user))
    if (!isOpen(before.state)) throw ruleBroken('costSettlements.errors.closed')
    const { agreement, written } = await judge({ db: tx, today, unitId: unitScope(user) }, settlement, id)
    const nothingDue = whyNothingDue(agreement)
    if (nothingDue) throw fieldRefused('agreementId', nothingDue.key)
    if (!(await queries.updateSettlement(tx, id, version, written))) throw conflict(before)
    const after = await getSettlement(tx, id)
    await record({
      kind: 'costSettlements',
      recordId: id,
      action: 'changed',
      before: told(before),
      after: told(after),
    })
    return after
  },

  submit: (context, row) => submitSettlement(context, row, unitScope(context.user)),

  approve: (context, row) =>
    step(
      context,
      'approve',
      { ...row, unitId: unitScope(context.user) },
      {
        action: 'costsApproved',
        state: 'approved',
        approved_at: context.now,
        approved_by: context.user.id,
      },
    ),

  reject: (context, { reason, ...row }) =>
    step(
      context,
      'reject',
      { ...row, unitId: unitScope(context.user) },
      {
        action: 'costsRejected',
        state: 'rejected',
        submitted_at: null,
        submitted_by: null,
        approved_at: null,
        approved_by: null,
        reject_reason: reason,
      },
    ),

  pay: async (context, { paidOn, ...row }) => {
    const { startsOn } = await getSettlement(context.tx, row.id, unitScope(context.user))
    if (paidOn > context.today) throw fieldRefused('paidOn', 'costSettlements.errors.paidInFuture')
    if (paidOn < startsOn) throw fieldRefused('paidOn', 'costSettlements.errors.paidBeforeStart')
    return step(
      context,
      'pay',
      { ...row, unitId: unitScope(context.user) },
      {
        action: 'costsPaid',
        state: 'paid',
        paid_on: paidOn,
        paid_by: context.user.id,
      },
    )
  },

  unpay: (context, row) =>
    step(
      context,
      'unpay',
      { ...row, unitId: unitScope(context.user) },
      {
        action: 'costsUnpaid',
        state: 'approved',
        paid_on: null,
        paid_by: null,
      },
    ),
}
