import type { Translation } from '../translation.ts'
import type { listPl } from './list.pl.ts'

export const listEn: Translation<typeof listPl> = {
  rows: 'rows',
  errors: {
    tooLongToPrint:
      'The list is too long for paper: at most {{max}} rows. Narrow it by a filter or save it to a file.',
    viewNameTaken: 'You have a view with this name already. Choose another one.',
    viewOfAnother: 'Somebody else saved this view. You can save one of your own under a new name.',
  },
}
