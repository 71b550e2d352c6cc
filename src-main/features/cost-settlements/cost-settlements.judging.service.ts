import type { CostSettlement } from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type { SettlementFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import {
  countLine,
  daysOfLine,
  spanOf,
  sumsOf,
} from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import { settlementProblems } from '#shared/features/cost-settlements/cost-settlements.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import * as queries from './cost-settlements.queries.ts'
import { listRates } from './cost-settlements.rates.queries.ts'

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
export async function judge(
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
