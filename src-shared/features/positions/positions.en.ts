import type { Translation } from '../../kit/translation.ts'
import type { positionsPl } from './positions.pl.ts'

export const positionsEn: Translation<typeof positionsPl> = {
  title: 'Dictionaries',
  list: 'Positions',
  count_one: '{{count}} position',
  count_other: '{{count}} positions',
  create: 'Add position',
  edit: 'Position',
  remove: 'Remove position',
  fields: {
    name: 'Name of the position',
    staffGroup: 'Group',
    isActive: 'Open for appointments',
    groupFromOn: 'New group from',
    holders: 'Held today by',
  },
  groups: {
    managers: 'managers and supervisors',
    socialWorkers: 'social workers',
    specialists: 'specialists',
    administration: 'administration',
  },
  holders_one: '{{count}} person',
  holders_other: '{{count}} people',
  active: 'open',
  closed: 'closed',
  isActiveHint: 'A closed position can be given to nobody. Who holds it keeps it.',
  groupHint: 'The headcount is made by groups.',
  regroup: {
    title: 'Another group for the position “{{name}}”',
    text: 'Without a day, changing the group from “{{before}}” to “{{after}}” corrects a mistake: it shows in headcounts of days gone by as well. It does not touch people whose group was entered separately.',
    hint: 'From this day on the new group counts in the headcount. Empty: a mistake is corrected, also for days gone by.',
    before: 'Before: {{groups}}.',
    until: '{{group}} until {{day}}',
    action: 'Change group',
  },
  removal: {
    title: 'Remove the position “{{name}}”?',
    text: 'Nobody has ever held it, so it can be removed from the dictionary.',
  },
  empty: 'The dictionary of positions is empty',
  emptyHint:
    'Add the positions of the centre. They are also added when staff are imported from a spreadsheet.',
  errors: {
    nameTaken: 'A position with this name is already in the dictionary.',
    groupToCome: 'The group can be changed from today on or from an earlier day.',
    inUse: 'Somebody holds or held this position, so it cannot be removed. It can be closed.',
  },
}
