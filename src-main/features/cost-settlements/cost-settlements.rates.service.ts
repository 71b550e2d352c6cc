import type {
  costSettlementsContract,
  RateFields,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { CostRate } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { formatRate } from '#shared/kit/money.ts'
import type { Db } from '../../database/database.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import * as queries from './cost-settlements.rates.queries.ts'

async function getRate(db: Db, id: number): Promise<CostRate> {
  const rate = (await queries.listRates(db)).find((each) => each.id === id)
  if (!rate) throw notFound('costSettlements')
  return rate
}

/** A rate as the history tells it. */
function told({ code, validFrom, amount, source, approvedBy }: RateFields) {
  return { costRate: code, validFrom, rateAmount: formatRate(amount), source, rateApprovedBy: approvedBy }
}

/** Refuses a day that has a rate of this kind already. */
async function refuseTaken(db: Db, { code, validFrom }: RateFields, exceptId: number | null): Promise<void> {
  const others = (await queries.listRates(db)).filter(({ id }) => id !== exceptId)
  if (others.some((rate) => rate.code === code && rate.validFrom === validFrom))
    throw fieldRefused('validFrom', 'costSettlements.errors.rateTaken')
}

/** Refuses to leave a kind without any rate. */
async function refuseLast(db: Db, { id, code }: CostRate): Promise<void> {
  const others = (await queries.listRates(db)).filter((rate) => rate.code === code && rate.id !== id)
  if (others.length === 0) throw ruleBroken('costSettlements.errors.lastRate')
}

/** The handlers of the dated rates. */
export const costRatesHandlers: Handlers<typeof costSettlementsContract.rates> = {
  list: ({ db }) => queries.listRates(db),

  create: async ({ tx, record }, rate) => {
    await refuseTaken(tx, rate, null)
    const created = await getRate(tx, await queries.insertRate(tx, rate))
    await record({
      kind: 'costSettlements',
      recordId: null,
      action: 'costRateEntered',
      after: told(created),
    })
    return created
  },

  change: async ({ tx, record }, { id, version, ...rate }) => {
    const before = await getRate(tx, id)
    await refuseTaken(tx, rate, id)
    if (before.code !== rate.code) await refuseLast(tx, before)
    if (!(await queries.updateRate(tx, id, version, rate))) throw conflict(before)
    const after = await getRate(tx, id)
    await record({
      kind: 'costSettlements',
      recordId: null,
      action: 'costRateChanged',
      before: told(before),
      after: told(after),
    })
    return after
  },

  remove: async ({ tx, record }, { id, version }) => {
    const before = await getRate(tx, id)
    await refuseLast(tx, before)
    if (!(await queries.deleteRate(tx, id, version))) throw conflict(before)
    await record({
      kind: 'costSettlements',
      recordId: null,
      action: 'costRateRemoved',
      before: told(before),
    })
    return null
  },
}
