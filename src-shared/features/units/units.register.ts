import { defineRegister } from '../../kit/register/register.ts'

/** dyrekcja, pion, dział, filia, zespół, sekcja, placówka, punkt, samodzielne stanowisko, inne */
export const unitKinds = [
  'directorate',
  'division',
  'department',
  'branch',
  'team',
  'section',
  'facility',
  'point',
  'post',
  'other',
] as const

/** `active`: exists today; `future`: begins later; `closed`: its last day is past. */
export const unitStates = ['active', 'future', 'closed'] as const

/** The register of units. */
export const unitsRegister = defineRegister({
  name: 'units',
  read: 'units.read',
  write: 'units.write',
  mainField: 'name',
  fields: {
    name: { type: 'text' },
    kind: { type: 'choice', values: unitKinds, texts: 'units.kinds' },
    numberLabel: { type: 'text' },
    parent: { type: 'reference', to: 'units' },
    symbol: { type: 'text' },
    address: { type: 'text' },
    district: { type: 'text', isHidden: true },
    email: { type: 'text', isHidden: true },
    head: { type: 'reference', to: 'staff', isHidden: true },
    phones: { type: 'text', isHidden: true },
    servesMinors: { type: 'flag' },
    state: { type: 'choice', values: unitStates, texts: 'units.states' },
    validFrom: { type: 'day', isHidden: true },
    validTo: { type: 'day', isHidden: true },
  },
})
