import type { Translation } from '../translation.ts'
import type { attachmentsPl } from './attachments.pl.ts'

export const attachmentsEn: Translation<typeof attachmentsPl> = {
  title: 'Attachments',
  empty: 'This record has no attachments yet',
  emptyHint:
    'Here go scans and files: signed letters, consents, certificates. Drop files anywhere on this page, paste an image from the clipboard (Ctrl+V), or choose files.',
  emptyForReaders: 'Scans and files added by the staff of the centre will appear here.',
  choose: 'Add files',
  allowed: 'PDF, JPG, PNG, TIFF, DOCX, ODT, up to 25 MB each',
  drop: 'Drop to add to the attachments',
  pasted: 'pasted image {{at}}',
  reading: 'reading the file',
  sending: 'sending',
  waiting: 'waiting',
  dismiss: 'Hide',
  change: 'Change name and description',
  remove: 'Remove attachment',
  removed: 'The attachment was removed.',
  save: 'Save to disk',
  chooseOne: 'Choose an attachment to see it.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  textOnly: 'The text of the document alone, without layout and images. Save the file to see all of it.',
  noPreview: 'This file cannot be shown here. Save it and open it in another program.',
  removedCount_one: 'Removed file ({{count}})',
  removedCount_other: 'Removed files ({{count}})',
  fields: {
    fileName: 'File name',
    description: 'Description',
  },
  actions: {
    added: 'attachment added',
    changed: 'name or description of an attachment changed',
    removed: 'attachment removed',
    restored: 'attachment restored',
    look: 'attachment opened',
    save: 'attachment saved to disk',
    print: 'attachment printed',
  },
  errors: {
    empty: 'This file is empty.',
    tooLarge:
      'This file is too large: an attachment may have at most 25 MB. Scan it at a lower resolution or split it.',
    notAllowed: 'Such files cannot be added. An attachment may be PDF, JPG, PNG, TIFF, DOCX or ODT.',
    program: 'This is a program, not a document. Programs cannot be added to records.',
    mismatch: 'The content of the file is not what its extension says. Check that it is the right file.',
    broken: 'This file is damaged or incomplete. Scan or download it again.',
    locked: 'This file is protected by a password. Save it without one and add it again.',
    macros: 'This document holds macros, that is a program. Save it without macros or as a PDF.',
    bomb: 'This file would unpack to far too much. Save it as a PDF and add it again.',
    same: 'The same file is already among the attachments of this record.',
    damaged:
      'The content of this attachment is not what was added: the database file is damaged. Tell the administrator and restore a backup.',
  },
}
