import { defineRegister } from '../../kit/register/register.ts'

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
  },
})
