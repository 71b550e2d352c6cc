import type {
  CheckedSettlement,
  CostSettlement,
  costSettlementsContract,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { SettlementFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import {
  countLine,
  daysOfLine,
  sumsOf,
} from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import type { costSettlementsRegister } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import { isOpen, whyNothingDue } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import type { Db } from '../../database/database.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { getSettlement, judge } from './cost-settlements.judging.service.ts'
import { costSettlementsList } from './cost-settlements.list.queries.ts'
import * as queries from './cost-settlements.queries.ts'
import { listRates } from './cost-settlements.rates.queries.ts'
import type { costStepsHandlers } from './cost-settlements.steps.service.ts'
import type { costTotalsHandlers } from './cost-settlements.totals.service.ts'

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

/** What is open, counted with the rates of today; what was handed in stays as it was. */
async function shownSettlement(db: Db, id: number, unitId: number | null): Promise<CostSettlement> {
  const settlement = await getSettlement(db, id, unitId)
  if (!isOpen(settlement.state)) return settlement
  const rates = await listRates(db)
  const lines = settlement.lines.map((line) => ({ ...line, ...countLine(line, rates) }))
  return { ...settlement, lines, ...sumsOf(lines, settlement.waivedAmount) }
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

/** What the tools of every register need to know of this one. */
export const costSettlementsServed: ServedRegister<typeof costSettlementsRegister> = {
  list: costSettlementsList,
}

export const costSettlementsHandlers: Omit<
  Handlers<typeof costSettlementsContract>,
  'rates' | keyof typeof costTotalsHandlers | keyof typeof costStepsHandlers
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
}
