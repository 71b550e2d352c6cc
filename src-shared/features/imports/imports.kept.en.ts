import type { Translation } from '../../kit/translation.ts'
import type { importsKeptPl } from './imports.kept.pl.ts'

/** Why a record stays when its import is undone; the rest stands in `imports.en.ts`. */
export const importsKeptEn: Translation<typeof importsKeptPl> = {
  annexes: 'it was changed by an annex, or terminated',
  hours: 'hours were entered for it',
  edited: 'it was changed after the import',
  merged: 'it was merged with another record',
  gone: 'it was removed before',
  agreements: 'an agreement belongs to it',
  documents: 'a document was issued from it',
  notes: 'there are notes on it',
  attachments: 'there are attachments to it',
  volunteers: 'a volunteer refers to it',
  units: 'another unit belongs to it',
  staff: 'a staff member refers to it',
  accounts: 'a user account refers to it',
}
