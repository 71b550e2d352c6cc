import { defineRegister } from '../../kit/register/register.ts'
import { placeKinds } from './placements.register.ts'

/** `open`: somebody is still looked for; `filled`: enough people are placed; `over`: its last day is past; `closed`: called off. */
export const needStates = ['open', 'filled', 'over', 'closed'] as const
export type NeedState = (typeof needStates)[number]

/** What units and families need volunteers for. */
export const needsRegister = defineRegister({
  name: 'needs',
  read: 'placements.read',
  write: 'placements.write',
  openFiles: 'families.read',
  mainField: 'startsOn',
  defaultDirection: 'descending',
  secretFields: ['note'],
  fields: {
    placeKind: { type: 'choice', values: placeKinds, texts: 'placements.placeKinds', isHidden: true },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    family: { type: 'reference', to: 'families', isUnsorted: true, restrictedTo: 'families.read' },
    activityKind: { type: 'reference', to: 'activityKinds', isUnsorted: true },
    startsOn: { type: 'day' },
    endsOn: { type: 'day' },
    people: { type: 'number', isUnsorted: true },
    placed: { type: 'number', isUnsorted: true },
    state: { type: 'choice', values: needStates, texts: 'needs.states' },
    needsSignLanguage: { type: 'flag', isUnsorted: true, isHidden: true },
    createdOn: { type: 'day', isHidden: true },
  },
})
