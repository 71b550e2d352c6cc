import type { Translation } from '../translation.ts'
import type { notesPl } from './notes.pl.ts'

export const notesEn: Translation<typeof notesPl> = {
  title: 'Notes',
  empty: 'This record has no notes yet',
  emptyHint:
    'Here goes what has no field of its own: what was agreed in a conversation, reminders, remarks for colleagues.',
  emptyForReaders: 'Notes by the staff of the centre will appear here.',
  new: 'New note',
  save: 'Save note',
  change: 'Change note',
  remove: 'Remove note',
  changed: 'changed {{at}}, {{name}}',
  removed: 'The note was removed.',
  removedCount_one: 'Removed note ({{count}})',
  removedCount_other: 'Removed notes ({{count}})',
  fields: {
    text: 'Text of the note',
  },
  actions: {
    added: 'note added',
    changed: 'note changed',
    removed: 'note removed',
    restored: 'note restored',
  },
  errors: {
    ofAnother: 'Somebody else wrote this note. Only its author or an administrator can change or remove it.',
  },
}
