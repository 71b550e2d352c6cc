import type { z } from 'zod'
import type { settlementFields } from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import { confirmMonth } from '#tests/features/hours/confirming.ts'
import type { anAgreement } from '#tests/support/builders.ts'
import { aSignableDraft } from '#tests/support/builders.ts'
import type { Api } from '#tests/support/testApp.ts'

/** A concluded agreement of the autumn of 2026, with confirmed hours on 3 November. */
export async function aServedAgreement(api: Api, over: Partial<Parameters<typeof anAgreement>[0]> = {}) {
  const { draft } = await aSignableDraft(api, {
    concludedOn: '2026-09-01',
    startsOn: '2026-09-10',
    endsOn: '2026-12-31',
    ...over,
  })
  const agreement = await api.agreements.sign(draft)
  await api.hours.create({ agreementId: agreement.id, servedOn: '2026-11-03', minutes: 120 })
  await confirmMonth(api, '2026-11', [agreement.id])
  return agreement
}

/** A settlement of one ticket on 3 November; every field may be overridden. */
export function aSettlement(
  over: Partial<z.input<typeof settlementFields>> & { agreementId: number },
): z.input<typeof settlementFields> {
  return {
    purpose: 'dojazdy na dyżury w świetlicy',
    lines: [{ kind: 'ticket', days: ['2026-11-03'], route: 'Leśna – Głęboka', tickets: 2, price: 880 }],
    ...over,
  }
}

/** A way in an own car on two days. */
export const wayByCar = {
  kind: 'vehicle',
  days: ['2026-11-03', '2026-11-10'] as string[],
  route: 'ośrodek – dom rodziny',
  vehicle: 'carLarge',
  hectometres: 125,
} as const

/** A trip of ten hours. */
export const dayTrip = {
  kind: 'perDiem',
  departsAt: '2026-11-03T07:00',
  returnsAt: '2026-11-03T17:00',
  route: 'Wrocław, szkolenie',
} as const
