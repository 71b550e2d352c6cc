import { areCostsClosed } from '#shared/features/agreements/agreements.rules.ts'
import type {
  CostSettlement,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { SettlementFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { type CostStep, mayStep } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import { getSettlement, judge } from './cost-settlements.judging.service.ts'
import * as queries from './cost-settlements.queries.ts'

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

/** Approves what was handed in, inside the caller's transaction. Refuses what a waiver closed in the meantime. */
export async function approveSettlement(
  context: Pick<CommandContext, 'tx' | 'now' | 'record' | 'user'>,
  row: { id: number; version: number },
): Promise<CostSettlement> {
  const { tx, now, user } = context
  const unitId = unitScope(user)
  const { agreementId, endsOn } = await getSettlement(tx, row.id, unitId)
  if (areCostsClosed(await getAgreement(tx, agreementId, unitId), endsOn))
    throw ruleBroken('costSettlements.errors.waivedSince')
  return step(
    context,
    'approve',
    { ...row, unitId },
    { action: 'costsApproved', state: 'approved', approved_at: now, approved_by: user.id },
  )
}

/** Notes inside the caller's transaction that money was paid. Refuses a day to come, and one before the costs began. */
export async function paySettlement(
  context: Pick<CommandContext, 'tx' | 'today' | 'record' | 'user'>,
  { paidOn, ...row }: { id: number; version: number; paidOn: Day },
): Promise<CostSettlement> {
  const { startsOn } = await getSettlement(context.tx, row.id, unitScope(context.user))
  if (paidOn > context.today) throw fieldRefused('paidOn', 'costSettlements.errors.paidInFuture')
  if (paidOn < startsOn) throw fieldRefused('paidOn', 'costSettlements.errors.paidBeforeStart')
  return step(
    context,
    'pay',
    { ...row, unitId: unitScope(context.user) },
    { action: 'costsPaid', state: 'paid', paid_on: paidOn, paid_by: context.user.id },
  )
}

/** The steps of a settlement from a draft to paid money, and back. */
export const costStepsHandlers: Pick<
  Handlers<typeof costSettlementsContract>,
  'submit' | 'approve' | 'reject' | 'pay' | 'unpay'
> = {
  submit: (context, row) => submitSettlement(context, row, unitScope(context.user)),

  approve: approveSettlement,

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

  pay: paySettlement,

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
