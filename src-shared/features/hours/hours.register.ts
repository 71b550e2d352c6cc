import { defineRegister } from '../../kit/register/register.ts'
import { categories } from '../volunteers/volunteers.register.ts'

/** The hours of all volunteers, entry by entry. */
export const hoursRegister = defineRegister({
  name: 'hours',
  read: 'hours.read',
  write: 'hours.write',
  mainField: 'servedOn',
  defaultDirection: 'descending',
  fields: {
    servedOn: { type: 'day' },
    volunteer: { type: 'reference', to: 'volunteers', isUnsorted: true },
    hours: { type: 'number', isUnsorted: true },
    span: { type: 'text', isUnsorted: true },
    agreement: { type: 'reference', to: 'agreements', isUnsorted: true },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    place: { type: 'text', isUnsorted: true, isHidden: true },
    task: { type: 'text', isUnsorted: true, isHidden: true },
    isConfirmed: { type: 'flag', isUnsorted: true },
    /** What it was about: the task that it names, if that is one of its agreement; else any task of the agreement. */
    activity: { type: 'reference', to: 'activities', isHidden: true, isUnsorted: true },
    category: {
      type: 'choice',
      values: categories,
      texts: 'volunteers.categories',
      isHidden: true,
      isUnsorted: true,
    },
    birthOn: { type: 'day', isHidden: true, isUnsorted: true },
    concludedOn: { type: 'day', isHidden: true, isUnsorted: true },
  },
})
