import { defineRegister } from '../../kit/register/register.ts'
import { placeKinds } from './placements.register.ts'

/** What an entry is for: a contact of the rhythm, the regular talk, or what a contact left to do. */
export const monitoringPurposes = ['contact', 'talk', 'nextStep'] as const
export type MonitoringPurpose = (typeof monitoringPurposes)[number]

/** `overdue`: its day is past; `today`, `coming`; `done`; `skipped`: left out, with a reason. */
export const monitoringStates = ['overdue', 'today', 'coming', 'done', 'skipped'] as const
export type MonitoringState = (typeof monitoringStates)[number]

/** How a contact was made. */
export const contactWays = ['visit', 'phone', 'talk', 'message', 'videoCall'] as const
export type ContactWay = (typeof contactWays)[number]

/** What a contact found. */
export const contactResults = ['good', 'remarks', 'support', 'toEnd', 'notReached'] as const
export type ContactResult = (typeof contactResults)[number]

/** What is to be looked after in placements, and what was found. What was said stands in the entry alone. */
export const monitoringRegister = defineRegister({
  name: 'monitoring',
  read: 'placements.read',
  write: 'placements.monitor',
  mainField: 'dueOn',
  fields: {
    dueOn: { type: 'day' },
    state: { type: 'choice', values: monitoringStates, texts: 'monitoring.states', isUnsorted: true },
    purpose: { type: 'choice', values: monitoringPurposes, texts: 'monitoring.purposes', isUnsorted: true },
    volunteer: { type: 'reference', to: 'volunteers', isUnsorted: true },
    placeKind: {
      type: 'choice',
      values: placeKinds,
      texts: 'placements.placeKinds',
      isHidden: true,
      isUnsorted: true,
    },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    family: { type: 'reference', to: 'families', isUnsorted: true, restrictedTo: 'families.read' },
    coordinator: { type: 'reference', to: 'staff', isUnsorted: true },
    doneOn: { type: 'day', isUnsorted: true },
    doneBy: { type: 'reference', to: 'staff', isUnsorted: true, isHidden: true },
    way: {
      type: 'choice',
      values: ['none', ...contactWays],
      texts: 'monitoring.ways',
      isHidden: true,
      isUnsorted: true,
    },
    result: {
      type: 'choice',
      values: ['none', ...contactResults],
      texts: 'monitoring.results',
      isHidden: true,
      isUnsorted: true,
    },
  },
})
