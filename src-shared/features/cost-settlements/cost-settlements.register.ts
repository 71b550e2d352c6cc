import { defineRegister } from '../../kit/register/register.ts'

/** Prepared, handed in, approved, paid; or sent back with a reason. */
export const costStates = ['draft', 'submitted', 'approved', 'paid', 'rejected'] as const
export type CostState = (typeof costStates)[number]

/** What volunteers are paid back for travel and per-diems, the newest first. */
export const costSettlementsRegister = defineRegister({
  name: 'costSettlements',
  read: 'costSettlements.read',
  write: 'costSettlements.write',
  mainField: 'startsOn',
  nameField: 'volunteer',
  defaultDirection: 'descending',
  fields: {
    startsOn: { type: 'day' },
    endsOn: { type: 'day', isUnsorted: true },
    volunteer: { type: 'reference', to: 'volunteers', isUnsorted: true },
    agreement: { type: 'reference', to: 'agreements', isUnsorted: true },
    purpose: { type: 'text', isUnsorted: true },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    project: { type: 'reference', to: 'projects', isHidden: true, isUnsorted: true },
    state: { type: 'choice', values: costStates, texts: 'costSettlements.states', isUnsorted: true },
    total: { type: 'money' },
    travelAmount: { type: 'money', isHidden: true, isUnsorted: true },
    perDiemAmount: { type: 'money', isHidden: true, isUnsorted: true },
    waivedAmount: { type: 'money', isHidden: true, isUnsorted: true },
    paidOn: { type: 'day', isUnsorted: true },
  },
})
