import { defineRegister } from '../../kit/register/register.ts'

/**
 * What becomes of an event: `planned`; `held`, when it is over and presence is noted; `settled`, when the hours are
 * written; or `cancelled` with a reason.
 */
export const eventStatuses = ['planned', 'held', 'settled', 'cancelled'] as const

/** Events at which volunteers serve by a list, in the order of the calendar, the latest first. */
export const eventsRegister = defineRegister({
  name: 'events',
  read: 'events.read',
  write: 'events.write',
  openFiles: 'events.write',
  mainField: 'startsOn',
  nameField: 'name',
  defaultDirection: 'descending',
  fields: {
    startsOn: { type: 'day' },
    name: { type: 'text' },
    unit: { type: 'reference', to: 'units', isUnsorted: true },
    place: { type: 'text', isUnsorted: true },
    status: { type: 'choice', values: eventStatuses, texts: 'events.statuses', isUnsorted: true },
    memberCount: { type: 'number', isUnsorted: true },
    endsOn: { type: 'day', isHidden: true },
    coordinator: { type: 'reference', to: 'staff', isHidden: true, isUnsorted: true },
    organisation: { type: 'text', isHidden: true, isUnsorted: true },
    activityKind: { type: 'reference', to: 'activityKinds', isHidden: true, isUnsorted: true },
    worksWithMinors: { type: 'flag', isHidden: true, isUnsorted: true },
  },
})
