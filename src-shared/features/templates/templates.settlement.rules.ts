import { addDays, type Day } from '../../kit/dates.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import type { CostSettlement } from '../cost-settlements/cost-settlements.contract.ts'
import type { LineFields } from '../cost-settlements/cost-settlements.fields.contract.ts'
import { countLine, type Rate, spanOf, sumsOf } from '../cost-settlements/cost-settlements.lines.rules.ts'

/** A fictional settlement of costs under an agreement: with everything, or (`isShort`) of one ticket. */
export function sampleSettlement(agreement: Agreement, today: Day, isShort: boolean): CostSettlement {
  const day = addDays(today, -20)
  const ticket: LineFields = {
    kind: 'ticket',
    days: [day],
    route: 'ul. Głęboka – ul. Świdnicka i z powrotem',
    tickets: 2,
    price: 880,
  }
  const all: LineFields[] = [
    ticket,
    {
      kind: 'vehicle',
      days: [addDays(day, 2), addDays(day, 9)],
      route: 'ośrodek – dom rodziny i z powrotem',
      vehicle: 'carLarge',
      hectometres: 125,
    },
    {
      kind: 'perDiem',
      departsAt: `${addDays(day, 12)}T07:30`,
      returnsAt: `${addDays(day, 13)}T18:00`,
      route: 'Wrocław, szkolenie wolontariuszy',
      meals: [['lunch'], ['breakfast']],
    },
    { kind: 'other', days: [addDays(day, 12)], route: 'nocleg, rachunek nr 12/2026', price: 18_000 },
  ]
  const rates: Rate[] = [
    { code: 'perDiem', validFrom: '2023-01-01', amount: 450_000 },
    { code: 'carLarge', validFrom: '2023-01-17', amount: 11_500 },
  ]
  const entered = isShort ? [ticket] : all
  const lines = entered.map((line) => ({ ...line, ...countLine(line, rates) }))
  return {
    id: 1,
    agreementId: agreement.id,
    volunteerId: agreement.volunteerId,
    volunteerName: agreement.volunteerName,
    agreementNumber: agreement.number ?? '',
    unitName: agreement.unitName,
    projectName: null,
    purpose: isShort ? 'dojazd na dyżur' : 'dojazdy do rodziny i szkolenie wolontariuszy',
    hasVehicleConsent: !isShort,
    isWaiverConsidered: false,
    ...sumsOf(lines, 0),
    ...spanOf(entered),
    state: 'submitted',
    submittedAt: `${today}T08:00:00.000Z`,
    submittedBy: null,
    approvedAt: null,
    approvedBy: null,
    paidOn: null,
    paidBy: null,
    rejectReason: '',
    lines,
    version: 1,
  }
}
