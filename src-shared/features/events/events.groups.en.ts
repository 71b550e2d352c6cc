import type { Translation } from '../../kit/translation.ts'
import type { eventGroupsPl } from './events.groups.pl.ts'

export const eventGroupsEn: Translation<typeof eventGroupsPl> = {
  title: 'Groups of volunteers',
  intro:
    'People who come together: a class, a club, an association. A whole group is put on an event at once.',
  create: 'New group',
  edit: 'Change group',
  empty: 'There is no group yet',
  emptyHint: 'Create a group and add volunteers of the register to it.',
  fields: {
    name: 'Name of the group',
    organisation: 'School or organisation',
    contactName: 'Leader',
    contactPhone: 'Telephone',
    contactEmail: 'E-mail',
    notes: 'Notes',
    isActive: 'In use',
    memberCount: 'People',
    members: 'People',
    joinedOn: 'From',
    leftOn: 'To',
  },
  outOfUse: 'out of use',
  people: 'Who belongs to it',
  nobody: 'Nobody belongs to this group yet.',
  join: 'Add to the group',
  leave: 'End',
  leaveOf: 'End membership: {{name}}',
  since: 'since {{day}}',
  until: '{{from}} to {{to}}',
  actions: {
    created: 'created a group',
    changed: 'changed a group',
    peopleAdded: 'added people to a group',
    personLeft: 'ended a membership',
  },
  errors: { outOfUse: 'This group is no longer in use.' },
}
