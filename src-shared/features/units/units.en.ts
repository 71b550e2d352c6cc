import type { Translation } from '../../kit/translation.ts'
import type { unitsPl } from './units.pl.ts'

export const unitsEn: Translation<typeof unitsPl> = {
  title: 'Units',
  count_one: '{{count}} unit',
  count_other: '{{count}} units',
  create: 'Add unit',
  edit: 'Unit',
  fields: {
    name: 'Name',
    address: 'Address',
    servesMinors: 'Works with minors',
    isActive: 'Open',
  },
  servesMinorsHint:
    'Volunteers in this unit must pass the checks required by the act on the protection of minors.',
  active: 'open',
  closed: 'closed',
  empty: 'There are no units yet',
  emptyHint:
    'Add branches, after-school clubs and other places where volunteers work. Units are also added automatically when agreements are imported.',
  errors: { nameTaken: 'A unit with this name is already in the register.' },
  actions: { created: 'unit added', changed: 'unit changed' },
}
