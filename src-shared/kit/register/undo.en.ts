import type { Translation } from '../translation.ts'
import type { undoPl } from './undo.pl.ts'

/** English texts of undoing the last change of any record. */
export const undoEn: Translation<typeof undoPl> = {
  undo: 'Undo change',
  redo: 'Redo change',
  undoTitle: 'Undo the last change?',
  redoTitle: 'Redo the undone change?',
  bySomebody: '{{name}} saved this change on {{at}}. After undoing it:',
  redoBySomebody: '{{name}} undid this change on {{at}}. After redoing it:',
  byProgram: 'The program',
  undone: 'Change undone: {{fields}}.',
  redone: 'Change redone: {{fields}}.',
  again: 'Redo',
  nothing: 'This record has no change that can be undone.',
  nothingToRedo: 'This record has no undone change that can be redone.',
  otherAction: 'The last thing done to this record: {{action}}. Ctrl+Z undoes saved changes of fields alone.',
  secret: 'The last change concerns data that you do not see. Somebody who may see them can undo it.',
  changedSince: 'These fields have changed in another way since the last change, so it cannot be undone.',
  errors: {
    notLast: 'This record has been changed in the meantime. You now see it as it stands.',
  },
}
