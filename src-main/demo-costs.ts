import { settlementFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { addDays } from '#shared/kit/dates.ts'
import { listInForceOf } from './features/agreements/agreements.reader.ts'
import { draftSettlement } from './features/cost-settlements/cost-settlements.service.ts'
import {
  approveSettlement,
  paySettlement,
  submitSettlement,
} from './features/cost-settlements/cost-settlements.steps.service.ts'
import { listByName } from './features/volunteers/volunteers.service.ts'
import type { CommandContext } from './kit/context.ts'

type CostsContext = Omit<CommandContext, 'session'>

/**
 * Costs of two fictional volunteers around today: ways of a month that were handed in, ways of the month before that were
 * paid, some that were approved, and a trip as a draft.
 */
export async function costsOfThisYear(context: CostsContext): Promise<void> {
  const { today } = context
  const ways = await settle(context, 'Nowak', 'Zofia', {
    purpose: 'dojazdy na dyżury w Klubie Seniora',
    lines: [
      {
        kind: 'ticket',
        days: [addDays(today, -12), addDays(today, -5)],
        route: 'ul. Leśna – Klub Seniora i z powrotem',
        tickets: 4,
        price: 1760,
      },
    ],
  })
  await submitSettlement(context, { id: ways, version: 1 })
  await settle(context, 'Kozłowska', 'Celina', {
    purpose: 'szkolenie wolontariuszy w Lublinie',
    hasVehicleConsent: true,
    lines: [
      {
        kind: 'perDiem',
        departsAt: `${addDays(today, -20)}T07:30`,
        returnsAt: `${addDays(today, -20)}T20:15`,
        route: 'Lublin, szkolenie wolontariuszy',
        meals: [['lunch']],
      },
      {
        kind: 'vehicle',
        days: [addDays(today, -20)],
        route: 'ośrodek – Lublin i z powrotem',
        vehicle: 'carLarge',
        hectometres: 1240,
      },
    ],
  })
  const rides = (from: number, to: number, tickets: number) => ({
    purpose: 'dojazdy na dyżury w Klubie Seniora',
    lines: [
      {
        kind: 'ticket',
        days: [addDays(today, from), addDays(today, to)],
        route: 'ul. Ogrodowa – Klub Seniora i z powrotem',
        tickets,
        price: tickets * 460,
      },
    ],
  })
  const paid = await settle(context, 'Kozłowska', 'Celina', rides(-58, -51, 4))
  await submitSettlement(context, { id: paid, version: 1 })
  const { version } = await approveSettlement(context, { id: paid, version: 3 })
  await paySettlement(context, { id: paid, version, paidOn: addDays(today, -40) })
  const approved = await settle(context, 'Kozłowska', 'Celina', rides(-30, -23, 4))
  await submitSettlement(context, { id: approved, version: 1 })
  await approveSettlement(context, { id: approved, version: 3 })
}

/** Saves a draft under the last agreement of a person. @returns its id */
async function settle(
  context: CostsContext,
  surname: string,
  firstNames: string,
  fields: object,
): Promise<number> {
  const [volunteer] = await listByName(context.tx, [{ surname, firstNames }])
  const agreement = (await listInForceOf(context.tx, volunteer?.id ?? 0)).at(-1)
  if (!agreement) throw new Error('the example lacks an agreement')
  return draftSettlement(context, settlementFields.parse({ ...fields, agreementId: agreement.id }))
}
