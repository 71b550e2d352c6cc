import type { Translation } from '../../kit/translation.ts'
import type { binPl } from './bin.pl.ts'

export const binEn: Translation<typeof binPl> = {
  title: 'Bin',
  empty: 'The bin is empty',
  emptyHint: 'Removed records come here with everything that belonged to them, and can be restored.',
  fields: {
    title: 'Record',
    kind: 'Register',
    removedAt: 'Removed',
    removedBy: 'Removed by',
    dueOn: 'May be emptied from',
  },
  restore: 'Restore',
  restored: 'Restored: {{title}}',
  emptyDue: 'Empty the bin',
  emptyTitle: 'Remove for good',
  emptyText_one: '{{count}} record that has lain its time will be gone for good. It cannot be restored.',
  emptyText_other:
    '{{count}} records that have lain their time will be gone for good. They cannot be restored.',
  remove: 'Remove',
  removeTitle: 'Remove: {{title}}',
  removeText_one: 'The record goes to the bin. It can be restored from there for at least {{count}} day.',
  removeText_other: 'The record goes to the bin. It can be restored from there for at least {{count}} days.',
  goesAlong: 'Together with it:',
  heldTitle: 'Cannot be removed: {{title}}',
  heldText: 'It is held by:',
  heldMore_one: 'and {{count}} more',
  heldMore_other: 'and {{count}} more',
  removed: 'Moved to the bin: {{title}}',
  undo: 'Undo',
  errors: {
    held: 'This record cannot be removed. It is held by:',
    inUse: 'This record cannot be removed, because other records refer to it.',
    taken: 'This record cannot be restored: its number or PESEL belongs to another now.',
    parentGone: 'This record cannot be restored: something that it referred to is gone.',
  },
  actions: { emptied: 'bin emptied' },
}
