import type { DocumentVariant } from './documentVariant.ts'

const oneTicket = {
  kind: 'ticket' as const,
  days: ['2026-10-05'],
  route: 'ul. Świdnicka – ul. Głęboka',
  tickets: 1,
  price: 440,
}

/** Settlements of costs, whole and with a waiver. */
export const costVariants: Record<string, DocumentVariant> = {
  'cost-settlement': {
    kind: 'costSettlement',
    of: 'agreement',
    settlement: {
      purpose: 'dojazdy do rodziny i szkolenie wolontariuszy we Wrocławiu',
      hasVehicleConsent: true,
      lines: [
        {
          kind: 'ticket',
          days: ['2026-10-05', '2026-10-12'],
          route: 'ul. Świdnicka – ul. Głęboka i z powrotem',
          tickets: 4,
          price: 1760,
        },
        {
          kind: 'vehicle',
          days: ['2026-10-06'],
          route: 'ośrodek – dom rodziny R-12 i z powrotem',
          vehicle: 'carLarge',
          hectometres: 125,
        },
        {
          kind: 'perDiem',
          departsAt: '2026-10-20T07:30',
          returnsAt: '2026-10-21T18:00',
          route: 'Wrocław, szkolenie wolontariuszy',
          meals: [['lunch'], ['breakfast', 'lunch']],
        },
        { kind: 'other', days: ['2026-10-20'], route: 'nocleg, rachunek nr 12/2026', price: 118_000 },
      ],
    },
    fields: { input: { accountant: 'Jan Żółć' } },
  },
  'cost-settlement-waived': {
    kind: 'costSettlement',
    of: 'agreement',
    person: {
      volunteer: { formOfAddress: 'unknown', firstNames: 'Alex' },
      agreement: { travelCosts: 'partlyWaived', waiverScope: 'połowa kosztów biletów' },
    },
    waiverSignedOn: '2026-10-01',
    settlement: {
      purpose: 'dojazd na dyżur w świetlicy',
      isWaiverConsidered: true,
      waivedAmount: 220,
      lines: [oneTicket],
    },
    fields: { input: { payment: 'cash' } },
  },
  // Nothing says that costs are waived, because nobody signed it.
  'cost-settlement-waiver-unsigned': {
    kind: 'costSettlement',
    of: 'agreement',
    person: { agreement: { travelCosts: 'waived' } },
    settlement: { purpose: 'dojazd na dyżur w świetlicy', lines: [oneTicket] },
  },
}
