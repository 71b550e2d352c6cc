import type { Translation } from '../../kit/translation.ts'
import type { backupsPl } from './backups.pl.ts'

export const backupsEn: Translation<typeof backupsPl> = {
  title: 'Backups',
  intro:
    'The program makes a backup when it starts if the last one is more than a day old, then opens and checks it. It keeps the 14 newest backups. From time to time, move a backup to another place, for example to an encrypted storage device.',
  make: 'Make a backup now',
  made: 'The backup has been made and checked',
  folder: 'Backup folder',
  fields: { madeAt: 'Made', size: 'Size', name: 'File' },
  empty: 'There are no backups yet',
  errors: {
    noSpace: 'The disk with the backups is full. Make room and try again.',
    notWritable:
      'The backup cannot be written to the backup folder. Check that the folder exists and may be written to, and try again.',
  },
  actions: { made: 'backup made' },
}
