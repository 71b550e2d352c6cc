import { defineRegister } from '../../kit/register/register.ts'
import { volunteerStatuses } from '../volunteers/volunteers.register.ts'

/** What a line of the list says: never done; lapsed; done or exempt until a day. */
export const dueStates = ['lapsed', 'missing', 'done', 'exempt'] as const

/** What volunteers lack and what will lapse, the nearest day first. */
export const requirementsRegister = defineRegister({
  name: 'requirements',
  read: 'requirements.read',
  write: 'requirements.complete',
  mainField: 'dueOn',
  fields: {
    dueOn: { type: 'day' },
    volunteer: { type: 'reference', to: 'volunteers', isUnsorted: true },
    status: { type: 'choice', values: volunteerStatuses, texts: 'volunteers.statuses', isUnsorted: true },
    requirement: { type: 'reference', to: 'requirements', isUnsorted: true },
    state: { type: 'choice', values: dueStates, texts: 'requirements.dueStates', isUnsorted: true },
    remindOn: { type: 'day', isUnsorted: true, isHidden: true },
    waits: { type: 'flag', isUnsorted: true },
  },
})
